//! What differs between two revisions of one text, block by block and within them word by word.

mod walk;

use serde::{Deserialize, Serialize};

use crate::document::{Anchor, Block, Content, Document, Kind};
use crate::error::ApplyError;
use crate::piece::{Piece, text_after, text_before};
use crate::rich::{BREAK, Text};
use walk::Walk;

pub(crate) use walk::split_or_joined;

/// A block without its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// Its anchor.
    pub anchor: Anchor,
    /// What it is.
    pub kind: Kind,
    /// Within how many items it stands.
    pub depth: u8,
}

/// What became of one block, or of a few that were split or joined.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Entry {
    /// The same in both revisions.
    Kept(Block),
    /// Changed. More heads after than before: it was split; fewer: blocks were joined. In the pieces the
    /// ends of paragraphs are U+2029.
    Changed {
        /// The blocks before, in their order.
        before: Vec<Head>,
        /// The blocks after, in theirs.
        after: Vec<Head>,
        /// Their words.
        pieces: Vec<Piece>,
    },
    /// In the text before only.
    Deleted(Head, Vec<Piece>),
    /// In the text after only.
    Inserted(Head, Vec<Piece>),
    /// Stood here. Where it stands now is an entry [`Entry::MovedHere`] of the same anchor.
    MovedAway(Block),
    /// Stands here now, perhaps with changes.
    MovedHere {
        /// What it was.
        before: Head,
        /// What it is.
        after: Head,
        /// Its words.
        pieces: Vec<Piece>,
    },
}

/// The difference of two revisions, in reading order.
///
/// It holds everything that both of them say: either can be rebuilt from it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comparison {
    entries: Vec<Entry>,
    next_before: u32,
    next_after: u32,
}

/// Compares two revisions of one text. Blocks belong together by their anchors.
#[must_use]
pub fn compare(before: &Document, after: &Document) -> Comparison {
    let mut entries = Walk::new(before.blocks(), after.blocks()).entries();
    crate::moves::mark(&mut entries);
    Comparison {
        entries,
        next_before: before.next_anchor().0,
        next_after: after.next_anchor().0,
    }
}

impl Comparison {
    /// What became of each block.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Whether the revisions say the same in the same order.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries
            .iter()
            .all(|entry| matches!(entry, Entry::Kept(_)))
    }

    /// The same without the blocks that stay as they are: for places where the text itself stands beside
    /// it. It cannot be applied any more.
    ///
    /// # Example
    ///
    /// ```
    /// use wiec_text::{Document, Scope, compare, notation};
    ///
    /// let base = Document::from_markdown("Raz.\n\nDwa.");
    /// let changes = compare(&base, &base.revise("Raz.\n\nTrzy.")).changes();
    /// assert_eq!(notation(&changes, Scope::WholeText), "p2: [-Dwa-]{+Trzy+}.\n");
    /// assert!(changes.apply(&base).is_err());
    /// ```
    #[must_use]
    pub fn changes(&self) -> Self {
        let changed = |entry: &&Entry| !matches!(entry, Entry::Kept(_));
        Self {
            entries: self.entries.iter().filter(changed).cloned().collect(),
            ..*self
        }
    }

    /// The text before.
    #[must_use]
    pub fn before(&self) -> Document {
        Document::restored(
            self.entries.iter().flat_map(Entry::before).collect(),
            self.next_before,
        )
    }

    /// The text after.
    #[must_use]
    pub fn after(&self) -> Document {
        Document::restored(
            self.entries.iter().flat_map(Entry::after).collect(),
            self.next_after,
        )
    }

    /// Makes the changes in a text.
    ///
    /// # Errors
    ///
    /// [`ApplyError::OtherText`] if it is not, letter by letter, the text before.
    pub fn apply(&self, text: &Document) -> Result<Document, ApplyError> {
        if self.before() != *text {
            return Err(ApplyError::OtherText);
        }
        Ok(self.after())
    }
}

impl Head {
    pub(crate) fn of(block: &Block) -> Self {
        Self {
            anchor: block.anchor,
            kind: block.content.kind,
            depth: block.content.depth,
        }
    }

    fn block(self, text: Text) -> Block {
        let content = Content {
            kind: self.kind,
            depth: self.depth,
            text,
        };
        Block {
            anchor: self.anchor,
            content,
        }
    }
}

impl Entry {
    /// The blocks of the text before that this entry stands for.
    fn before(&self) -> Vec<Block> {
        match self {
            Self::Kept(block) | Self::MovedAway(block) => vec![block.clone()],
            Self::Changed { before, pieces, .. } => blocks(before, &text_before(pieces)),
            Self::Deleted(head, pieces) => blocks(&[*head], &text_before(pieces)),
            Self::Inserted(..) | Self::MovedHere { .. } => Vec::new(),
        }
    }

    fn after(&self) -> Vec<Block> {
        match self {
            Self::Kept(block) => vec![block.clone()],
            Self::Changed { after, pieces, .. } => blocks(after, &text_after(pieces)),
            Self::Inserted(head, pieces) => blocks(&[*head], &text_after(pieces)),
            Self::MovedHere { after, pieces, .. } => blocks(&[*after], &text_after(pieces)),
            Self::Deleted(..) | Self::MovedAway(_) => Vec::new(),
        }
    }

    pub(crate) fn pieces_mut(&mut self) -> Option<&mut Vec<Piece>> {
        match self {
            Self::Changed { pieces, .. }
            | Self::Deleted(_, pieces)
            | Self::Inserted(_, pieces)
            | Self::MovedHere { pieces, .. } => Some(pieces),
            Self::Kept(_) | Self::MovedAway(_) => None,
        }
    }
}

fn blocks(heads: &[Head], text: &Text) -> Vec<Block> {
    let texts = text.split(BREAK);
    heads
        .iter()
        .zip(texts)
        .map(|(head, text)| head.block(text))
        .collect()
}

/// The words of a few blocks as one text.
pub(crate) fn words(blocks: &[Block]) -> Text {
    Text::join(blocks.iter().map(|it| &it.content.text), BREAK)
}
