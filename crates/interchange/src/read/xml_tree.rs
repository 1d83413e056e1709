//! XML as a tree of elements with their lines.
//!
//! Entities that a file defines itself are never expanded, so that no file grows while it is read;
//! nothing outside the file is ever looked at.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};

use crate::read::problem::{Place, Report};

/// Elements nest no deeper than this. A schedule needs six levels, markup in descriptions a few more.
const MAX_DEPTH: usize = 64;

/// An element with everything in it.
#[derive(Debug)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) place: Place,
    attributes: BTreeMap<String, String>,
    content: Vec<Piece>,
}

/// A piece of an element's content.
#[derive(Debug)]
enum Piece {
    Words(String),
    Part(Element),
}

impl Element {
    /// The value of an attribute.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }

    /// The first child with this name.
    pub(crate) fn child(&self, name: &str) -> Option<&Self> {
        self.parts().find(|child| child.name == name)
    }

    /// All children with this name.
    pub(crate) fn children(&self, name: &str) -> impl Iterator<Item = &Self> {
        self.parts().filter(move |child| child.name == name)
    }

    /// The text of the element; where a description holds markup, that of its parts too.
    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        self.say_all(&mut text);
        text
    }

    fn parts(&self) -> impl Iterator<Item = &Self> {
        self.content.iter().filter_map(|piece| {
            if let Piece::Part(element) = piece {
                Some(element)
            } else {
                None
            }
        })
    }

    /// Recursion is safe: no tree is deeper than [`MAX_DEPTH`].
    fn say_all(&self, text: &mut String) {
        for piece in &self.content {
            match piece {
                Piece::Words(words) => text.push_str(words),
                Piece::Part(element) => element.say_all(text),
            }
        }
    }
}

/// Parses a file; `None` when it has no tree, and then the report says why.
pub(crate) fn parse(source: &str, report: &Report) -> Option<Element> {
    let lines = Lines::of(source);
    let mut tree = Tree {
        lines: &lines,
        report,
        open: Vec::new(),
        root: None,
    };
    let mut reader = Reader::from_str(source);
    loop {
        let before = reader.buffer_position();
        match reader.read_event() {
            Ok(Event::Eof) => break,
            Ok(event) => tree.take(event, before)?,
            Err(error) => {
                report.add(
                    lines.place(reader.error_position()),
                    format!("not XML: {error}"),
                );
                return None;
            }
        }
    }
    tree.finish(source)
}

/// The tree while it grows.
struct Tree<'a> {
    lines: &'a Lines<'a>,
    report: &'a Report,
    open: Vec<Element>,
    root: Option<Element>,
}

impl Tree<'_> {
    /// Takes the next piece of the file; `None` when the rest makes no sense.
    fn take(&mut self, event: Event<'_>, position: u64) -> Option<()> {
        match event {
            Event::Start(start) => return self.begin(&start, position),
            Event::Empty(start) => {
                self.begin(&start, position)?;
                self.end();
            }
            Event::End(_) => self.end(),
            Event::Text(text) => self.say(&text.xml10_content()),
            Event::CData(text) => self.say(&text.xml10_content()),
            Event::GeneralRef(reference) => self.refer(&reference, position),
            // Declarations, comments and instructions say nothing of the schedule.
            _ => {}
        }
        Some(())
    }

    fn begin(&mut self, start: &BytesStart<'_>, position: u64) -> Option<()> {
        let place = self.lines.place(position);
        if self.open.len() >= MAX_DEPTH {
            self.report.add(
                place,
                format!("elements nest deeper than {MAX_DEPTH} levels"),
            );
            return None;
        }
        if self.root.is_some() {
            self.report
                .add(place, "not XML: a second element outside the first");
            return None;
        }
        let name = start.local_name().as_ref().to_owned();
        let attributes = self.attributes(start, &place);
        self.open.push(Element {
            name,
            place,
            attributes,
            content: Vec::new(),
        });
        Some(())
    }

    fn end(&mut self) {
        // The reader has checked that every end has its start.
        let Some(element) = self.open.pop() else {
            return;
        };
        match self.open.last_mut() {
            Some(parent) => parent.content.push(Piece::Part(element)),
            None => self.root = Some(element),
        }
    }

    fn say(&mut self, words: &str) {
        let Some(element) = self.open.last_mut() else {
            return;
        };
        match element.content.last_mut() {
            Some(Piece::Words(before)) => before.push_str(words),
            _ => element.content.push(Piece::Words(words.to_owned())),
        }
    }

    fn refer(&mut self, reference: &BytesRef<'_>, position: u64) {
        if let Some(words) = resolve_predefined_entity(reference) {
            self.say(words);
            return;
        }
        match reference.resolve_char_ref() {
            Ok(Some(letter)) => self.say(letter.encode_utf8(&mut [0; 4])),
            Ok(None) => {
                let message = format!(
                    "unknown entity \"&{};\"; write the character itself",
                    &**reference
                );
                self.report.add(self.lines.place(position), message);
            }
            Err(error) => self.report.add(
                self.lines.place(position),
                format!("not a character: {error}"),
            ),
        }
    }

    fn attributes(&self, start: &BytesStart<'_>, place: &Place) -> BTreeMap<String, String> {
        let mut read = BTreeMap::new();
        for attribute in start.attributes() {
            let Some(attribute) = self.report.keep(
                place,
                attribute.map_err(|error| format!("not XML: {error}")),
            ) else {
                continue;
            };
            let name = attribute.key.local_name().as_ref().to_owned();
            let value = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0);
            if let Some(value) = self.report.keep(
                place,
                value.map_err(|error| format!("attribute {name}: {error}")),
            ) {
                read.insert(name, value.into_owned());
            }
        }
        read
    }

    fn finish(self, source: &str) -> Option<Element> {
        if let Some(open) = self.open.last() {
            self.report.add(
                open.place.clone(),
                format!("not XML: <{}> is never closed", open.name),
            );
            return None;
        }
        if self.root.is_none() {
            let place = self.lines.place(source.len() as u64);
            self.report
                .add(place, "not XML: there is no element in the file");
        }
        self.root
    }
}

/// Where the lines of a file begin.
struct Lines<'a> {
    source: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    fn of(source: &'a str) -> Self {
        let breaks = source
            .bytes()
            .enumerate()
            .filter(|&(_, byte)| byte == b'\n')
            .map(|(at, _)| at + 1);
        Self {
            source,
            starts: std::iter::once(0).chain(breaks).collect(),
        }
    }

    fn place(&self, position: u64) -> Place {
        let at = usize::try_from(position)
            .unwrap_or(usize::MAX)
            .min(self.source.len());
        let line = self.starts.partition_point(|&start| start <= at);
        let start = self.starts[line - 1];
        // The column counts characters, as editors do; a position within one belongs to it.
        let before = self
            .source
            .get(start..at)
            .map_or(at - start, |words| words.chars().count());
        Place::Line {
            line,
            column: before + 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(source: &str) -> Vec<String> {
        let report = Report::default();
        parse(source, &report);
        report
            .conclude(())
            .err()
            .unwrap_or_default()
            .iter()
            .map(ToString::to_string)
            .collect()
    }

    #[test]
    fn text_entities_and_cdata_come_out_as_the_characters_they_stand_for() {
        let report = Report::default();
        let root = parse(
            "<a b='&quot;&#x142;'>1 &lt; 2 &#233;<![CDATA[<b> & c]]></a>",
            &report,
        )
        .unwrap();
        assert_eq!(root.text(), "1 < 2 é<b> & c");
        assert_eq!(root.attribute("b"), Some("\"ł"));
    }

    #[test]
    fn an_entity_of_the_files_own_is_never_expanded() {
        let bomb = "<!DOCTYPE a [<!ENTITY x \"ha\"><!ENTITY y \"&x;&x;\"><!ENTITY z SYSTEM \"file:///etc/hostname\">]>\n<a>&y;&z;</a>";
        assert_eq!(
            problems(bomb),
            [
                "line 2, column 4: unknown entity \"&y;\"; write the character itself",
                "line 2, column 7: unknown entity \"&z;\"; write the character itself",
            ]
        );
    }

    #[test]
    fn what_is_not_xml_has_its_line() {
        assert!(problems("<a>\n<b></c></a>")[0].starts_with("line 2, column 4: not XML: "));
        assert_eq!(
            problems("<a>\n  <b>"),
            ["line 2, column 3: not XML: <b> is never closed"]
        );
        assert_eq!(
            problems(""),
            ["line 1, column 1: not XML: there is no element in the file"]
        );
        assert_eq!(
            problems("<a/>\n<b/>"),
            ["line 2, column 1: not XML: a second element outside the first"]
        );
    }

    #[test]
    fn nesting_without_end_is_refused() {
        let found = problems(&"<a>".repeat(100_000));
        assert_eq!(
            found,
            ["line 1, column 193: elements nest deeper than 64 levels"]
        );
    }
}
