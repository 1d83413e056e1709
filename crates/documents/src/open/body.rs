//! Blocks of an OpenDocument text, as it reads when all tracked changes are accepted.

use std::collections::BTreeMap;
use std::io::Read;

use crate::drawing;
use crate::flow::{Block, Flow, LeftOut, PIECE_BYTES, Words};
use crate::open::styles::Styles;
use crate::refused::Refused;
use crate::xml::{Element, Xml};

/// The reader of one document.
pub(crate) struct Reader {
    pub(crate) styles: Styles,
    pub(crate) flow: Flow,
    /// How far lists of each style have counted, for those that are continued.
    pub(crate) counted: BTreeMap<String, usize>,
}

impl Reader {
    pub(crate) fn new(styles: Styles) -> Self {
        Self {
            styles,
            flow: Flow::default(),
            counted: BTreeMap::new(),
        }
    }

    /// Blocks of the element that is open, to its end.
    pub(crate) fn blocks(
        &mut self,
        xml: &mut Xml<impl Read>,
        out: &mut Vec<Block>,
    ) -> Result<(), Refused> {
        while let Some(child) = xml.child()? {
            self.block(xml, &child, out)?;
        }
        Ok(())
    }

    /// The block that is open, to its end.
    pub(crate) fn block(
        &mut self,
        xml: &mut Xml<impl Read>,
        element: &Element,
        out: &mut Vec<Block>,
    ) -> Result<(), Refused> {
        match element.name.as_str() {
            "text" | "spreadsheet" | "numbered-paragraph" => self.blocks(xml, out),
            "section" if element.get("display") == Some("none") => {
                self.flow.leave_out(LeftOut::HiddenText);
                xml.skip()
            }
            "section" => self.blocks(xml, out),
            "h" | "p" => self.paragraph(xml, element, out),
            "list" => self.list(xml, element, out),
            "table" => {
                let grid = self.table(xml, element)?;
                // An empty sheet counts: people choose among the sheets that they see.
                out.push(Block::Table(grid));
                Ok(())
            }
            "tracked-changes" => self.tracked_changes(xml),
            "table-of-content" | "alphabetical-index" | "table-index" | "illustration-index"
            | "bibliography" | "user-index" | "object-index" => {
                self.flow.leave_out(LeftOut::Contents);
                xml.skip()
            }
            _ => self.drawn_or_skipped(xml, element),
        }
    }

    fn paragraph(
        &mut self,
        xml: &mut Xml<impl Read>,
        element: &Element,
        out: &mut Vec<Block>,
    ) -> Result<(), Refused> {
        let words = self.words(xml, element)?;
        if words.is_blank() {
            return Ok(());
        }
        let style = element.get("style-name").unwrap_or_default();
        let level = match element.name.as_str() {
            "h" => Some(element.number("outline-level").unwrap_or(1)),
            _ => self.styles.heading(style),
        };
        out.push(match level {
            Some(level) => Block::Heading { level, words },
            None => Block::Paragraph(words),
        });
        Ok(())
    }

    /// The words of a paragraph, unless its style hides them.
    pub(crate) fn words(
        &mut self,
        xml: &mut Xml<impl Read>,
        element: &Element,
    ) -> Result<Words, Refused> {
        let style = element.get("style-name").unwrap_or_default();
        self.flow.count(PIECE_BYTES)?;
        let looks = self.styles.looks("paragraph", style);
        // A heading is bold by its kind; what is bold beyond that would be marks around all of it.
        let words = self.inline(xml, &crate::flow::Style::default())?;
        if looks.hidden == Some(true) {
            if !words.is_blank() {
                self.flow.leave_out(LeftOut::HiddenText);
            }
            return Ok(Words::default());
        }
        Ok(words)
    }

    /// Struck words stand apart from the text, in this list: leaving it accepts them.
    fn tracked_changes(&mut self, xml: &mut Xml<impl Read>) -> Result<(), Refused> {
        let mut struck = 0;
        xml.seek(|child| struck += usize::from(child.name == "deletion"))?;
        for _ in 0..struck {
            self.flow.leave_out(LeftOut::StruckText);
        }
        Ok(())
    }

    pub(crate) fn drawn_or_skipped(
        &mut self,
        xml: &mut Xml<impl Read>,
        element: &Element,
    ) -> Result<(), Refused> {
        match element.name.as_str() {
            "frame" | "g" | "custom-shape" | "rect" | "line" | "polyline" | "polygon" | "path"
            | "ellipse" | "circle" | "connector" | "caption" | "control" => {
                let what = drawing::leave(xml, &element.name)?;
                self.flow.leave_out(what);
                Ok(())
            }
            "annotation" => {
                self.flow.leave_out(LeftOut::Comment);
                xml.skip()
            }
            _ => xml.skip(),
        }
    }

    /// Macros may be linked from the text instead of lying beside it.
    pub(crate) fn scripts(&mut self, xml: &mut Xml<impl Read>) -> Result<(), Refused> {
        let mut scripts = false;
        xml.seek(|child| {
            scripts |= matches!(
                child.name.as_str(),
                "script" | "event-listener" | "libraries"
            );
        })?;
        match scripts {
            true => Err(Refused::Macros {
                part: "content.xml".to_owned(),
            }),
            false => Ok(()),
        }
    }
}
