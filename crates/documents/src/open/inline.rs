//! Letters of an OpenDocument paragraph: looks, links, spaces, notes.

use std::io::Read;

use crate::address::is_safe;
use crate::flow::{LeftOut, PIECE_BYTES, Style, Words, joined};
use crate::limits::TEXT_BYTES;
use crate::open::body::Reader;
use crate::refused::Refused;
use crate::xml::{Element, Node, Xml};

impl Reader {
    /// The letters of the element that is open, to its end.
    pub(crate) fn inline(
        &mut self,
        xml: &mut Xml<impl Read>,
        style: &Style,
    ) -> Result<Words, Refused> {
        let mut words = Words::default();
        self.letters(xml, style, &mut words)?;
        Ok(words)
    }

    fn letters(
        &mut self,
        xml: &mut Xml<impl Read>,
        style: &Style,
        words: &mut Words,
    ) -> Result<(), Refused> {
        loop {
            match xml.next()? {
                Node::Close => return Ok(()),
                Node::Text(text) => {
                    self.flow.count(text.len())?;
                    push_collapsed(words, &text, style);
                }
                Node::Open(element) => self.piece(xml, &element, style, words)?,
            }
        }
    }

    fn piece(
        &mut self,
        xml: &mut Xml<impl Read>,
        element: &Element,
        style: &Style,
        words: &mut Words,
    ) -> Result<(), Refused> {
        match element.name.as_str() {
            "span" => self.span(xml, element, style, words),
            "a" => {
                let style = self.link(element, style);
                self.letters(xml, &style, words)
            }
            "s" => {
                let count = element.number("c").unwrap_or(1).min(TEXT_BYTES);
                self.flow.count(count)?;
                words.push(&" ".repeat(count), style);
                xml.skip()
            }
            "tab" => {
                words.push(" ", style);
                xml.skip()
            }
            "line-break" => {
                words.push("\n", style);
                xml.skip()
            }
            "note" => self.note(xml, style, words),
            "hidden-text" | "hidden-paragraph" => {
                self.flow.leave_out(LeftOut::HiddenText);
                xml.skip()
            }
            // Fields show their last result; what marks a place in the text holds nothing.
            "ruby" | "ruby-base" | "meta" | "meta-field" | "title" | "date" | "time"
            | "page-number" | "page-count" | "author-name" | "subject" | "file-name"
            | "sequence" | "expression" | "text-input" | "placeholder" | "user-field-get"
            | "variable-get" | "variable-set" | "bookmark-ref" | "reference-ref"
            | "sequence-ref" | "note-ref" | "conditional-text" | "chapter" | "user-defined"
            | "database-display" | "drop-down" => self.letters(xml, style, words),
            _ => self.drawn_or_skipped(xml, element),
        }
    }

    fn span(
        &mut self,
        xml: &mut Xml<impl Read>,
        element: &Element,
        style: &Style,
        words: &mut Words,
    ) -> Result<(), Refused> {
        self.flow.count(PIECE_BYTES)?;
        let looks = self
            .styles
            .looks("text", element.get("style-name").unwrap_or_default());
        let within = Style {
            bold: looks.bold.unwrap_or(style.bold),
            italic: looks.italic.unwrap_or(style.italic),
            link: style.link.clone(),
        };
        if looks.hidden == Some(true) {
            if !self.inline(xml, &within)?.is_blank() {
                self.flow.leave_out(LeftOut::HiddenText);
            }
            return Ok(());
        }
        self.letters(xml, &within, words)
    }

    fn link(&mut self, element: &Element, style: &Style) -> Style {
        let mut style = style.clone();
        match element.get("href") {
            Some(address) if is_safe(address) => style.link = Some(address.trim().to_owned()),
            // A place in the document itself is no address, and nothing is lost.
            Some(address) if address.starts_with('#') => {}
            _ => self.flow.leave_out(LeftOut::UnsafeLink),
        }
        style
    }

    fn note(
        &mut self,
        xml: &mut Xml<impl Read>,
        style: &Style,
        words: &mut Words,
    ) -> Result<(), Refused> {
        let index = self.flow.notes.len();
        self.flow.notes.push(Words::default());
        words.push(&format!("[{}]", index + 1), &Style::default());
        words.push("", style);
        while let Some(child) = xml.child()? {
            match child.name.as_str() {
                "note-body" => {
                    let mut blocks = Vec::new();
                    self.blocks(xml, &mut blocks)?;
                    self.flow.notes[index] = joined(blocks, " ");
                }
                _ => xml.skip()?,
            }
        }
        Ok(())
    }
}

/// White space between letters is one space, and none after a space: files are indented at will.
fn push_collapsed(words: &mut Words, text: &str, style: &Style) {
    let is_space = |letter: char| matches!(letter, ' ' | '\n' | '\r' | '\t');
    let ends = words
        .0
        .last()
        .is_none_or(|(before, _)| before.ends_with([' ', '\n']));
    let mut after_space = ends;
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        if !is_space(letter) {
            out.push(letter);
        } else if !after_space {
            out.push(' ');
        }
        after_space = is_space(letter);
    }
    words.push(&out, style);
}
