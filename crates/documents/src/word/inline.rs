//! Runs of a Word document: letters with their looks, links, fields, notes.

use std::io::Read;

use crate::address::is_safe;
use crate::drawing;
use crate::flow::{LeftOut, PIECE_BYTES, Style, Words};
use crate::refused::Refused;
use crate::word::body::Reader;
use crate::word::properties::{self, Run};
use crate::xml::{Element, Xml};

/// Fields within fields; more are a file's mistake, and each run would look through them all.
const MOST_FIELDS: usize = 50;

/// A field that is open: first its instruction, then what it shows.
#[derive(Debug, Default)]
pub(crate) struct Field {
    instruction: String,
    link: Option<String>,
}

impl Reader<'_> {
    /// The element of a paragraph that is open, to its end.
    pub(crate) fn inline(
        &mut self,
        xml: &mut Xml<impl Read>,
        element: &Element,
        words: &mut Words,
    ) -> Result<(), Refused> {
        match element.name.as_str() {
            "r" => self.run(xml, words),
            "hyperlink" => {
                let target = element.get("id").and_then(|id| self.links.get(id));
                let target = target.map(|relation| relation.target.clone());
                self.linked(xml, target, words)
            }
            "fldSimple" => {
                let target = hyperlink(element.get("instr").unwrap_or_default());
                self.linked(xml, target, words)
            }
            "ins" | "moveTo" | "smartTag" | "customXml" | "sdt" | "sdtContent" | "bdo" | "dir"
            | "AlternateContent" | "Choice" => self.inlines(xml, words),
            "del" | "moveFrom" => self.leave(xml, LeftOut::StruckText),
            "oMath" | "oMathPara" => self.leave(xml, LeftOut::Formula),
            _ => xml.skip(),
        }
    }

    fn inlines(&mut self, xml: &mut Xml<impl Read>, words: &mut Words) -> Result<(), Refused> {
        while let Some(child) = xml.child()? {
            self.inline(xml, &child, words)?;
        }
        Ok(())
    }

    /// A link is a field that is open while its words are read.
    fn linked(
        &mut self,
        xml: &mut Xml<impl Read>,
        target: Option<String>,
        words: &mut Words,
    ) -> Result<(), Refused> {
        let link = self.safe(target);
        self.fields.push(Field {
            link,
            ..Field::default()
        });
        self.inlines(xml, words)?;
        self.fields.pop();
        Ok(())
    }

    fn safe(&mut self, target: Option<String>) -> Option<String> {
        let target = target?;
        if !is_safe(&target) {
            self.flow.leave_out(LeftOut::UnsafeLink);
            return None;
        }
        Some(target.trim().to_owned())
    }

    fn leave(&mut self, xml: &mut Xml<impl Read>, what: LeftOut) -> Result<(), Refused> {
        self.flow.leave_out(what);
        xml.skip()
    }

    fn run(&mut self, xml: &mut Xml<impl Read>, words: &mut Words) -> Result<(), Refused> {
        self.flow.count(PIECE_BYTES)?;
        let mut run = Run::default();
        let mut said = Words::default();
        while let Some(child) = xml.child()? {
            match child.name.as_str() {
                "rPr" => run = properties::run(xml)?,
                _ => self.piece(xml, &child, &mut said)?,
            }
        }
        let by_style = self.styles.run(run.style.as_deref().unwrap_or_default());
        if run.hidden.or(by_style.hidden) == Some(true) {
            if !said.is_blank() {
                self.flow.leave_out(LeftOut::HiddenText);
            }
            return Ok(());
        }
        let style = Style {
            bold: run.bold.or(by_style.bold) == Some(true),
            italic: run.italic.or(by_style.italic) == Some(true),
            link: self
                .fields
                .iter()
                .rev()
                .find_map(|field| field.link.clone()),
        };
        for (text, _) in said.0 {
            words.push(&text, &style);
        }
        Ok(())
    }

    fn piece(
        &mut self,
        xml: &mut Xml<impl Read>,
        element: &Element,
        said: &mut Words,
    ) -> Result<(), Refused> {
        let plain = Style::default();
        match element.name.as_str() {
            "t" => {
                let text = xml.text()?;
                self.flow.count(text.len())?;
                said.push(&text.replace('\n', " "), &plain);
                return Ok(());
            }
            "instrText" => {
                let text = xml.text()?;
                self.flow.count(text.len())?;
                if let Some(field) = self.fields.last_mut() {
                    field.instruction.push_str(&text);
                }
                return Ok(());
            }
            "drawing" | "pict" | "object" => {
                let what = drawing::leave(xml, &element.name)?;
                self.flow.leave_out(what);
                return Ok(());
            }
            "AlternateContent" | "Choice" => {
                while let Some(child) = xml.child()? {
                    self.piece(xml, &child, said)?;
                }
                return Ok(());
            }
            "fldChar" => self.field(element.get("fldCharType").unwrap_or_default()),
            "tab" | "ptab" => said.push(" ", &plain),
            "br" if element
                .get("type")
                .is_none_or(|kind| kind == "textWrapping") =>
            {
                said.push("\n", &plain);
            }
            "cr" => said.push("\n", &plain),
            "noBreakHyphen" => said.push("\u{2011}", &plain),
            "footnoteReference" => self.note("footnotes", element, said),
            "endnoteReference" => self.note("endnotes", element, said),
            "commentReference" => self.flow.leave_out(LeftOut::Comment),
            "delText" => self.flow.leave_out(LeftOut::StruckText),
            _ => {}
        }
        xml.skip()
    }

    fn field(&mut self, step: &str) {
        match step {
            "begin" if self.fields.len() < MOST_FIELDS => self.fields.push(Field::default()),
            "separate" => {
                let target = self
                    .fields
                    .last()
                    .and_then(|field| hyperlink(&field.instruction));
                let link = self.safe(target);
                if let Some(field) = self.fields.last_mut() {
                    field.link = link;
                }
            }
            "end" => drop(self.fields.pop()),
            _ => {}
        }
    }

    fn note(&mut self, list: &'static str, element: &Element, said: &mut Words) {
        let id = element.get("id").unwrap_or_default().to_owned();
        self.noted.push((list, id));
        said.push(&format!("[{}]", self.noted.len()), &Style::default());
    }
}

/// The address of `HYPERLINK "https://…"`; other fields show their last result as words.
fn hyperlink(instruction: &str) -> Option<String> {
    let rest = instruction.trim_start().strip_prefix("HYPERLINK")?;
    let (before, rest) = rest.split_once('"')?;
    // `\l "place"` leads to a place within the document.
    if before.contains("\\l") {
        return None;
    }
    rest.split_once('"').map(|(address, _)| address.to_owned())
}
