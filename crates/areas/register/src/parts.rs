//! A text as its pages show it: in parts with numbers, each of which people talk about as one clause.
//!
//! Where a text has headings of one level, a part is what stands under one; its number is its place among
//! them. A text without is shown paragraph by paragraph, lists with the paragraph before them.

use wiec_text::{Anchor, Block, Document, Kind};

/// A part of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part<'a> {
    /// Its number, as in § 4; none for titles and what stands before the first heading.
    pub number: Option<u32>,
    /// Its blocks, at least one.
    pub blocks: &'a [Block],
}

impl<'a> Part<'a> {
    /// The anchor by which it is talked about: that of its first block.
    pub fn anchor(&self) -> Anchor {
        self.blocks[0].anchor
    }

    /// What its heading says, if it has one.
    pub fn heading(&self) -> Option<String> {
        let first = &self.blocks[0].content;
        matches!(first.kind, Kind::Heading(_)).then(|| first.text.letters())
    }

    /// Whether a block is within it.
    pub fn holds(&self, anchor: Anchor) -> bool {
        self.blocks.iter().any(|block| block.anchor == anchor)
    }

    /// The one block that it consists of besides its heading, if that is all.
    pub fn only_block(&self) -> Option<&'a Block> {
        match self.blocks {
            [only] => Some(only),
            [first, only] if matches!(first.content.kind, Kind::Heading(_)) => Some(only),
            _ => None,
        }
    }

    /// `§ 4`; what a title says; nothing for other parts without a number.
    pub fn name(&self) -> String {
        match self.number {
            Some(number) => format!("§\u{a0}{number}"),
            None => self.heading().unwrap_or_default(),
        }
    }
}

/// The parts of a text, in order.
pub fn parts(document: &Document) -> Vec<Part<'_>> {
    let level = level(document);
    let mut parts = Vec::new();
    let mut rest = document.blocks();
    let mut next = 1;
    while let Some(first) = rest.first() {
        let others = rest[1..].iter();
        let end = others.take_while(|block| !begins(block, level)).count();
        let (blocks, after) = rest.split_at(end + 1);
        let number = is_numbered(first, level).then_some(next);
        next += u32::from(number.is_some());
        parts.push(Part { number, blocks });
        rest = after;
    }
    parts
}

/// The level of HTML from which the headings of a text count, so that the highest of them are of the second
/// level: the first is that of the page.
pub fn first_heading(document: &Document) -> u8 {
    let is_title = |block: &Block| block.content.kind == Kind::Heading(1);
    if document.blocks().iter().any(is_title) {
        2
    } else {
        1
    }
}

/// The highest level of which there are several headings; none in a text without.
fn level(document: &Document) -> Option<u8> {
    let count = |wanted| {
        let is_one = |block: &&Block| block.content.kind == Kind::Heading(wanted);
        document.blocks().iter().filter(is_one).count()
    };
    (1..=6).find(|&level| count(level) > 1)
}

fn begins(block: &Block, level: Option<u8>) -> bool {
    match (block.content.kind, level) {
        (Kind::Heading(it), Some(level)) => it <= level,
        (Kind::Item(_) | Kind::Row | Kind::Rule, None) => false,
        (_, None) => block.content.depth == 0,
        (_, Some(_)) => false,
    }
}

fn is_numbered(block: &Block, level: Option<u8>) -> bool {
    match (block.content.kind, level) {
        (Kind::Heading(it), Some(level)) => it == level,
        (Kind::Heading(_), None) | (_, Some(_)) => false,
        (_, None) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(markdown: &str) -> Vec<(Option<u32>, String, usize)> {
        let document = Document::from_markdown(markdown);
        let parts = parts(&document);
        let shown = parts
            .iter()
            .map(|part| (part.number, part.anchor().to_string(), part.blocks.len()));
        shown.collect()
    }

    #[test]
    fn a_text_with_headings_is_shown_by_them() {
        assert_eq!(
            shown("# Tytuł\n\nWstęp.\n\n## Cel\n\nA.\n\n### Miary\n\nB.\n\n## Plan\n\nC."),
            [
                (None, "p1".to_owned(), 2),
                (Some(1), "p3".to_owned(), 4),
                (Some(2), "p7".to_owned(), 2),
            ]
        );
    }

    #[test]
    fn a_text_without_is_shown_by_paragraphs_and_lists_stay_with_theirs() {
        assert_eq!(
            shown("# Tytuł\n\nA.\n\n- b\n- c\n\nD."),
            [
                (None, "p1".to_owned(), 1),
                (Some(1), "p2".to_owned(), 3),
                (Some(2), "p5".to_owned(), 1),
            ]
        );
        assert_eq!(shown(""), []);
    }
}
