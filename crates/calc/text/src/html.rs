//! Texts and comparisons as safe HTML. Everything that a person wrote is escaped; tags, classes and ids are
//! ours alone. No scripts, no pictures, no styles.

mod inline;
mod layout;
mod marks;

use crate::compare::{Comparison, Entry, Head};
use crate::document::{Block, Document};
use crate::lines::{Lines, wrapped};
use layout::{Layout, Shown};

pub use marks::{View, Words};

/// How a text fits into its page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    /// The level of HTML that the highest headings get, because those above belong to the page.
    pub first_heading: u8,
    /// Whether lines have numbers.
    pub lines: Lines,
}

impl Default for Frame {
    fn default() -> Self {
        Self {
            first_heading: 3,
            lines: Lines::Free,
        }
    }
}

/// Renders a text. Each block has its anchor as `id`.
#[must_use]
pub fn html(document: &Document, frame: Frame) -> String {
    blocks_html(document.blocks(), frame)
}

/// Renders some blocks of a text, as [`html`] does all of them.
#[must_use]
pub fn blocks_html(blocks: &[Block], frame: Frame) -> String {
    let mut layout = Layout::new(frame.first_heading);
    let mut next = match frame.lines {
        Lines::Free => 0,
        Lines::Numbered { first, .. } => first,
    };
    for block in blocks {
        let text = &block.content.text;
        let inner = match frame.lines {
            Lines::Numbered { width, .. } if crate::lines::has_lines(block.content.kind) => {
                let lines = wrapped(text, width);
                let numbered = lines.iter().zip(next..).map(|(line, number)| {
                    let words = inline::words(line);
                    format!("<span class=\"line\" data-line=\"{number}\">{words}</span>")
                });
                let inner = numbered.collect::<Vec<_>>().join(" ");
                next += u32::try_from(lines.len()).unwrap_or(u32::MAX);
                vec![inner]
            }
            _ => inline::cells(text),
        };
        layout.add(Shown::plain(Head::of(block), inner));
    }
    layout.finish()
}

/// Renders a comparison in one of its views. `words` are read to those who cannot see the marks.
#[must_use]
pub fn comparison_html(
    comparison: &Comparison,
    view: View,
    words: &Words<'_>,
    first_heading: u8,
) -> String {
    if view == View::Final {
        return html(
            &comparison.after(),
            Frame {
                first_heading,
                lines: Lines::Free,
            },
        );
    }
    let mut layout = Layout::new(first_heading);
    for entry in comparison.entries() {
        for shown in marks::shown(entry, view, words) {
            layout.add(shown);
        }
    }
    layout.finish()
}

/// Renders only the blocks of a comparison that it changes, and none with its anchor as `id`: for pages
/// on which the text itself stands as well.
#[must_use]
pub fn changes_html(
    comparison: &Comparison,
    view: View,
    words: &Words<'_>,
    first_heading: u8,
) -> String {
    let mut layout = Layout::new(first_heading);
    let changed = comparison
        .entries()
        .iter()
        .filter(|entry| !matches!(entry, Entry::Kept(_)));
    for mut shown in changed.flat_map(|entry| marks::shown(entry, view, words)) {
        shown.id = None;
        shown.also.clear();
        layout.add(shown);
    }
    layout.finish()
}
