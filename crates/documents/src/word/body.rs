//! The text of a Word document, as it reads when all tracked changes are accepted.

use std::collections::BTreeMap;
use std::io::Read;

use crate::flow::{Block, Flow, LeftOut, PIECE_BYTES, Words, joined};
use crate::refused::Refused;
use crate::relations::Relation;
use crate::text::label::{self, Digits};
use crate::word::inline::Field;
use crate::word::numbering::Numbering;
use crate::word::properties::{self, Paragraph, ParagraphEnd};
use crate::word::styles::Styles;
use crate::xml::{Element, Xml};

type Links = BTreeMap<String, Relation>;

/// The reader of one document: what lies around the text, and where one is in it.
pub(crate) struct Reader<'a> {
    pub(crate) styles: &'a Styles,
    numbering: Numbering,
    pub(crate) links: Links,
    pub(crate) flow: Flow,
    /// Fields that are open: they begin and end in runs, not in elements.
    pub(crate) fields: Vec<Field>,
    /// Notes in the order of the text: of which list, under which id.
    pub(crate) noted: Vec<(&'static str, String)>,
    /// Words of a paragraph whose end is struck out: they belong to the next one.
    carried: Words,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(styles: &'a Styles, numbering: Numbering, links: Links) -> Self {
        Self {
            styles,
            numbering,
            links,
            flow: Flow::default(),
            fields: Vec::new(),
            noted: Vec::new(),
            carried: Words::default(),
        }
    }

    pub(crate) fn document(&mut self, xml: &mut Xml<impl Read>) -> Result<(), Refused> {
        let mut blocks = Vec::new();
        self.blocks(xml, &mut blocks)?;
        self.flow.blocks.append(&mut blocks);
        self.flow.notes = vec![Words::default(); self.noted.len()];
        Ok(())
    }

    pub(crate) fn notes(
        &mut self,
        xml: &mut Xml<impl Read>,
        list: &str,
        links: Links,
    ) -> Result<(), Refused> {
        self.links = links;
        self.fields.clear();
        let noted = self.noted.iter().enumerate();
        let places: BTreeMap<String, usize> = noted
            .filter(|(_, (of, _))| *of == list)
            .map(|(place, (_, id))| (id.clone(), place))
            .collect();
        xml.child()?;
        while let Some(note) = xml.child()? {
            let id = note.get("id").unwrap_or_default();
            let mut blocks = Vec::new();
            self.blocks(xml, &mut blocks)?;
            // A note within a note is counted, but has no place in the list.
            let place = places.get(id).copied();
            if let Some(place) = place.and_then(|place| self.flow.notes.get_mut(place)) {
                *place = joined(blocks, " ");
            }
        }
        Ok(())
    }

    pub(crate) fn finish(self) -> Flow {
        self.flow
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
            "p" => self.paragraph(xml, out),
            "tbl" => {
                let grid = self.table(xml)?;
                if !grid.rows.is_empty() {
                    out.push(Block::Table(grid));
                }
                Ok(())
            }
            // Word writes new drawings twice; the older form, `Fallback`, is left.
            "body" | "sdt" | "sdtContent" | "ins" | "moveTo" | "customXml" | "smartTag"
            | "AlternateContent" | "Choice" => self.blocks(xml, out),
            "del" | "moveFrom" => {
                self.flow.leave_out(LeftOut::StruckText);
                xml.skip()
            }
            _ => xml.skip(),
        }
    }

    fn paragraph(&mut self, xml: &mut Xml<impl Read>, out: &mut Vec<Block>) -> Result<(), Refused> {
        self.flow.count(PIECE_BYTES)?;
        let mut words = std::mem::take(&mut self.carried);
        let mut is = Paragraph::default();
        while let Some(child) = xml.child()? {
            match child.name.as_str() {
                "pPr" => is = properties::paragraph(xml)?,
                _ => self.inline(xml, &child, &mut words)?,
            }
        }
        if is.end == ParagraphEnd::Struck {
            self.carried = words;
            return Ok(());
        }
        let style = is.style.as_deref().unwrap_or_default();
        if self.styles.is_contents(style) {
            self.flow.leave_out(LeftOut::Contents);
            return Ok(());
        }
        if !words.is_blank() {
            let block = self.shape(&is, words);
            out.push(block);
        }
        Ok(())
    }

    /// Heading, item or paragraph: what the paragraph says itself comes before what its style says.
    fn shape(&mut self, is: &Paragraph, words: Words) -> Block {
        let style = is.style.as_deref().unwrap_or_default();
        let (list, depth) = self.styles.list(style);
        let list = is.list.clone().or(list);
        let depth = is.depth.or(depth).unwrap_or(0);
        let label = list.and_then(|list| self.numbering.count(&list, depth));
        let own_level = is.outline.map(|level| level + 1);
        if let Some(level) = own_level.or_else(|| self.styles.heading(style)) {
            let label = label.map_or(String::new(), |label| match label.digits {
                Digits::Bullet => String::new(),
                _ => label.text,
            });
            return label::heading(level, &label, words);
        }
        match label {
            Some(label) => label::item(depth, label.digits, label.number, &label.text, words),
            None => Block::Paragraph(words),
        }
    }
}
