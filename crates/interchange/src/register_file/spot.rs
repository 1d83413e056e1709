//! A block of a text, as people who write a file point at it: by section and place.

use std::fmt;
use std::str::FromStr;

use wiec_text::{Anchor, Document, Kind};

/// A block of the newest version: `4` is the heading of § 4, `4.1` the first block under it.
///
/// Not an anchor, because anchors follow from all versions, and nobody can count them in a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    section: usize,
    block: usize,
}

impl Spot {
    /// The anchor of the block in a text; nothing, if it has no such block.
    #[must_use]
    pub fn find(self, text: &Document) -> Option<Anchor> {
        let (mut section, mut block) = (0, 0);
        for it in text.blocks() {
            if matches!(it.content.kind, Kind::Heading(_)) {
                (section, block) = (section + 1, 0);
            } else {
                block += 1;
            }
            if (section, block) == (self.section, self.block) {
                return Some(it.anchor);
            }
        }
        None
    }
}

impl FromStr for Spot {
    type Err = NotASpot;

    fn from_str(words: &str) -> Result<Self, NotASpot> {
        let mut numbers = words.splitn(2, '.').map(str::parse::<usize>);
        let (section, block) = (numbers.next(), numbers.next());
        match (section, block) {
            (Some(Ok(section)), None) if section > 0 => Ok(Self { section, block: 0 }),
            (Some(Ok(section)), Some(Ok(block))) if section > 0 && block > 0 => {
                Ok(Self { section, block })
            }
            _ => Err(NotASpot(words.to_owned())),
        }
    }
}

impl fmt::Display for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.block {
            0 => write!(f, "{}", self.section),
            block => write!(f, "{}.{block}", self.section),
        }
    }
}

/// What was offered as a block is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotASpot(String);

impl fmt::Display for NotASpot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "\"{}\" is not a block; write \"4\" for the heading of § 4, \"4.1\" for the first block under it",
            self.0
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_is_found_by_its_section_and_place() {
        let text = Document::from_markdown("## A\n\nb\n\n- c\n- d\n\n## E\n\nf");
        let found = |words: &str| {
            let spot = words.parse::<Spot>().unwrap();
            assert_eq!(spot.to_string(), words);
            spot.find(&text).map(|it| it.to_string())
        };
        for (spot, anchor) in [
            ("1", "p1"),
            ("1.1", "p2"),
            ("1.3", "p4"),
            ("2", "p5"),
            ("2.1", "p6"),
        ] {
            assert_eq!(found(spot).as_deref(), Some(anchor));
        }
        assert_eq!(found("1.4"), None);
        assert_eq!(found("3"), None);
        for words in ["", "0", "1.0", "p4", "1.2.3", "-1"] {
            assert!(words.parse::<Spot>().is_err(), "{words}");
        }
    }
}
