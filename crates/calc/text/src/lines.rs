//! Lines of a fixed width with numbers, for assemblies that speak of "line 14".

use crate::document::{Anchor, Document, Kind};
use crate::rich::Text;
use crate::tokens::{Sort, Token, text_of, tokens};

/// Whether lines have numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lines {
    /// The page breaks lines as it likes.
    Free,
    /// Lines of at most so many letters, with numbers.
    Numbered {
        /// The number of the first line.
        first: u32,
        /// Letters in a line. A longer word has a line of its own.
        width: usize,
    },
}

/// A numbered line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its number; numbers run through the whole text.
    pub number: u32,
    /// The block that it belongs to.
    pub anchor: Anchor,
    /// Its words.
    pub text: Text,
}

/// Breaks a text into numbered lines. Rules, tables and code are no lines to speak of.
#[must_use]
pub fn lines(document: &Document, first: u32, width: usize) -> Vec<Line> {
    let blocks = document
        .blocks()
        .iter()
        .filter(|block| has_lines(block.content.kind));
    let texts = blocks.flat_map(|block| {
        let lines = wrapped(&block.content.text, width);
        lines.into_iter().map(|text| (block.anchor, text))
    });
    texts
        .zip(first..)
        .map(|((anchor, text), number)| Line {
            number,
            anchor,
            text,
        })
        .collect()
}

pub(crate) fn has_lines(kind: Kind) -> bool {
    !matches!(kind, Kind::Rule | Kind::HeaderRow | Kind::Row | Kind::Code)
}

/// The lines of one block. Spaces at a line's end go.
pub(crate) fn wrapped(text: &Text, width: usize) -> Vec<Text> {
    let all = tokens(text);
    let mut lines: Vec<&[Token<'_>]> = Vec::new();
    let (mut start, mut length, mut space) = (0, 0, None);
    for (at, token) in all.iter().enumerate() {
        let letters = token.letters.chars().count();
        match token.sort() {
            Sort::Border => {
                lines.push(&all[start..at]);
                (start, length, space) = (at + 1, 0, None);
            }
            _ => {
                let is_space = token.letters.starts_with(' ');
                if !is_space
                    && length + letters > width
                    && let Some(break_at) = space
                {
                    lines.push(&all[start..break_at]);
                    start = break_at + 1;
                    length = all[start..at]
                        .iter()
                        .map(|it| it.letters.chars().count())
                        .sum();
                    space = None;
                }
                if is_space {
                    space = Some(at);
                }
                length += letters;
            }
        }
    }
    lines.push(&all[start..]);
    lines.into_iter().map(text_of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_run_through_all_blocks_and_no_line_is_wider_than_asked() {
        let document =
            Document::from_markdown("# Cel\n\nGmina przyjmuje plan zasobu mieszkaniowego.");
        let lines = lines(&document, 5, 16);
        let shown: Vec<String> = lines
            .iter()
            .map(|it| format!("{} {} {}", it.number, it.anchor, it.text.letters()))
            .collect();
        assert_eq!(
            shown,
            [
                "5 p1 Cel",
                "6 p2 Gmina przyjmuje",
                "7 p2 plan zasobu",
                "8 p2 mieszkaniowego."
            ]
        );
    }
}
