//! A text as a list of blocks, each with an anchor for life.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::error::NotAnAnchor;
use crate::rich::Text;

/// The permanent name of a block, written `p4`. Numbers start at 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Anchor(pub(crate) u32);

impl fmt::Display for Anchor {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "p{}", self.0)
    }
}

impl FromStr for Anchor {
    type Err = NotAnAnchor;

    fn from_str(text: &str) -> Result<Self, NotAnAnchor> {
        let digits = text
            .strip_prefix('p')
            .filter(|it| it.starts_with(|c: char| c.is_ascii_digit()));
        let number = digits
            .and_then(|it| it.parse().ok())
            .filter(|&number| number > 0);
        number.map(Self).ok_or_else(|| NotAnAnchor(text.to_owned()))
    }
}

impl TryFrom<String> for Anchor {
    type Error = NotAnAnchor;

    fn try_from(text: String) -> Result<Self, NotAnAnchor> {
        text.parse()
    }
}

impl From<Anchor> for String {
    fn from(anchor: Anchor) -> Self {
        anchor.to_string()
    }
}

/// What stands before an item of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Marker {
    /// A dot or dash.
    Bullet,
    /// A number. Within one list each is the one before plus one.
    Number(u32),
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A heading; 1 is the highest level, 6 the lowest.
    Heading(u8),
    /// Running text.
    Paragraph,
    /// An item of a list, with the first paragraph in it.
    Item(Marker),
    /// A paragraph that is quoted.
    Quote,
    /// Lines that are shown as they are typed.
    Code,
    /// The first row of a table; its cells are separated by `\t`.
    HeaderRow,
    /// A further row of the same table.
    Row,
    /// A line between two parts. It has no letters.
    Rule,
}

/// What a block is and says, whatever it is called.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Content {
    /// What it is.
    pub kind: Kind,
    /// Within how many items of lists it stands; for an item at least 1, itself.
    #[serde(default)]
    pub depth: u8,
    /// What it says.
    pub text: Text,
}

/// One block of a text.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Block {
    /// Its name in every revision.
    pub anchor: Anchor,
    /// What it is and says.
    #[serde(flatten)]
    pub content: Content,
}

/// A block that keeps its anchor, or a new one that has none yet.
pub(crate) type Named = (Option<Anchor>, Content);

/// A text in blocks.
///
/// Invariants: anchors are unique and below `next`; no block but a rule is without letters; an item
/// stands at most one level deeper than what is before it; tables start with their header.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Stored")]
pub struct Document {
    blocks: Vec<Block>,
    next: u32,
}

impl Document {
    /// A text of these blocks. Their anchors are p1, p2 and so on.
    #[must_use]
    pub fn new(contents: Vec<Content>) -> Self {
        let mut contents = contents;
        crate::tidy::tidy(&mut contents);
        let named = contents.into_iter().map(|content| (None, content));
        Self::named(named.collect(), 1)
    }

    /// The blocks in reading order.
    #[must_use]
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The block with this anchor.
    #[must_use]
    pub fn find(&self, anchor: Anchor) -> Option<&Block> {
        self.blocks.iter().find(|block| block.anchor == anchor)
    }

    /// The anchor that the next new block will get: above all that were ever given.
    #[must_use]
    pub fn next_anchor(&self) -> Anchor {
        Anchor(self.next)
    }

    /// A text that was taken apart without a change.
    pub(crate) fn restored(blocks: Vec<Block>, next: u32) -> Self {
        Self { blocks, next }
    }

    /// Blocks that keep their anchor, and new ones, which get the next anchors in reading order.
    pub(crate) fn named(blocks: Vec<Named>, next: u32) -> Self {
        let mut next = next;
        let blocks = blocks.into_iter().map(|(anchor, content)| Block {
            anchor: anchor.unwrap_or_else(|| {
                next += 1;
                Anchor(next - 1)
            }),
            content,
        });
        let blocks = crate::tidy::tidied(blocks.collect());
        Self { blocks, next }
    }
}

/// What a file may hold before it is known to be a text.
#[derive(Deserialize)]
struct Stored {
    blocks: Vec<Block>,
    next: u32,
}

impl TryFrom<Stored> for Document {
    type Error = String;

    fn try_from(stored: Stored) -> Result<Self, String> {
        let mut anchors: Vec<Anchor> = stored.blocks.iter().map(|block| block.anchor).collect();
        anchors.sort_unstable();
        if let Some(pair) = anchors.windows(2).find(|pair| pair[0] == pair[1]) {
            return Err(format!(
                "two blocks have the anchor {}; each needs its own",
                pair[0]
            ));
        }
        if let Some(last) = anchors.last().filter(|last| last.0 >= stored.next) {
            return Err(format!(
                "`next` is {}; it must be above {last}",
                stored.next
            ));
        }
        Ok(Self {
            blocks: crate::tidy::tidied(stored.blocks),
            next: stored.next,
        })
    }
}
