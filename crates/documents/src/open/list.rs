//! Lists of an OpenDocument: elements within elements, numbered by their style.

use std::io::Read;

use crate::flow::{Block, Words};
use crate::open::body::Reader;
use crate::refused::Refused;
use crate::text::label::{self, Digits};
use crate::xml::{Element, Xml};

/// Where one is in a list.
struct Place {
    style: String,
    depth: usize,
    number: usize,
}

impl Reader {
    /// The outermost list that is open, to its end.
    pub(crate) fn list(
        &mut self,
        xml: &mut Xml<impl Read>,
        element: &Element,
        out: &mut Vec<Block>,
    ) -> Result<(), Refused> {
        self.items(xml, element, "", 0, out)
    }

    fn items(
        &mut self,
        xml: &mut Xml<impl Read>,
        list: &Element,
        outer_style: &str,
        depth: usize,
        out: &mut Vec<Block>,
    ) -> Result<(), Refused> {
        let style = list.get("style-name").unwrap_or(outer_style).to_owned();
        let continued =
            list.get("continue-list").is_some() || list.get("continue-numbering") == Some("true");
        let start = self
            .styles
            .level(&style, depth)
            .map_or(1, |level| level.start);
        let before = match self.counted.get(&style) {
            Some(counted) if continued && depth == 0 => *counted,
            _ => start.saturating_sub(1),
        };
        let mut place = Place {
            style,
            depth,
            number: before,
        };
        while let Some(child) = xml.child()? {
            match child.name.as_str() {
                "list-item" => self.item(xml, &child, &mut place, out)?,
                "list-header" => self.blocks(xml, out)?,
                _ => xml.skip()?,
            }
        }
        if depth == 0 {
            self.counted.insert(place.style, place.number);
        }
        Ok(())
    }

    fn item(
        &mut self,
        xml: &mut Xml<impl Read>,
        item: &Element,
        place: &mut Place,
        out: &mut Vec<Block>,
    ) -> Result<(), Refused> {
        if let Some(start) = item.number("start-value") {
            place.number = start.saturating_sub(1);
        }
        let mut is_first = true;
        while let Some(child) = xml.child()? {
            match child.name.as_str() {
                "list" => self.items(xml, &child, &place.style, place.depth + 1, out)?,
                "p" | "h" => {
                    let words = self.words(xml, &child)?;
                    if words.is_blank() {
                        continue;
                    }
                    if is_first {
                        place.number = place.number.saturating_add(1);
                        out.push(self.shape(&child, place, words));
                    } else {
                        go_on(out, words);
                    }
                    is_first = false;
                }
                _ => self.block(xml, &child, out)?,
            }
        }
        Ok(())
    }

    fn shape(&self, element: &Element, place: &Place, words: Words) -> Block {
        let own = element
            .get("style-name")
            .and_then(|name| self.styles.list_of(name));
        let style = match place.style.as_str() {
            "" => own.unwrap_or_default(),
            style => style.to_owned(),
        };
        let level = self.styles.level(&style, place.depth);
        let digits = level.map_or(Digits::Bullet, |level| level.digits);
        let number = digits.write(place.number);
        let label = match level {
            Some(level) => format!("{}{number}{}", level.before, level.after),
            None => String::new(),
        };
        if element.name == "h" {
            let label = match digits {
                Digits::Bullet => "",
                _ => label.as_str(),
            };
            return label::heading(element.number("outline-level").unwrap_or(1), label, words);
        }
        label::item(place.depth, digits, place.number, &label, words)
    }
}

/// Another paragraph of the same item is a new line of it.
fn go_on(out: &mut Vec<Block>, words: Words) {
    match out.last_mut() {
        Some(Block::Item { words: before, .. } | Block::Paragraph(before)) => {
            before.append(Words::plain("\n"));
            before.append(words);
        }
        _ => out.push(Block::Paragraph(words)),
    }
}
