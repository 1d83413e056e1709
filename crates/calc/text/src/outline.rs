//! The numbers of headings: 1, 1.1, 1.2, 2. They follow from the order; anchors do not.

use crate::document::{Anchor, Document, Kind};

/// A heading with its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbered {
    /// The heading.
    pub anchor: Anchor,
    /// Its number, one part for each level; the highest level in the text has one part.
    pub parts: Vec<u32>,
}

/// Numbers the headings of a text, in reading order.
///
/// # Example
///
/// ```
/// use wiec_text::{Document, outline};
///
/// let text = Document::from_markdown("## Cel\n\n### Miary\n\n### Terminy\n\n## Pieniądze");
/// let numbers: Vec<Vec<u32>> = outline(&text).into_iter().map(|it| it.parts).collect();
/// assert_eq!(numbers, [vec![1], vec![1, 1], vec![1, 2], vec![2]]);
/// ```
#[must_use]
pub fn outline(document: &Document) -> Vec<Numbered> {
    let headings: Vec<(Anchor, u8)> = document
        .blocks()
        .iter()
        .filter_map(|block| match block.content.kind {
            Kind::Heading(level) => Some((block.anchor, level)),
            _ => None,
        })
        .collect();
    let highest = headings.iter().map(|it| it.1).min().unwrap_or(1);
    let mut parts: Vec<u32> = Vec::new();
    let number = |(anchor, level): (Anchor, u8)| {
        let depth = usize::from(level - highest) + 1;
        // A level that was left out counts as its first.
        parts.resize(depth.min(parts.len()), 0);
        match parts.get_mut(depth - 1) {
            Some(last) => *last += 1,
            None => parts.resize(depth, 1),
        }
        Numbered {
            anchor,
            parts: parts.clone(),
        }
    };
    headings.into_iter().map(number).collect()
}
