//! The marked parts of one changed text.

use serde::{Deserialize, Serialize};

use crate::align::{Hunk, hunks};
use crate::refine::refine;
use crate::rich::Text;
use crate::tokens::{text_of, tokens};

/// A part of a text and what became of it.
///
/// Kept, deleted and moved-away parts in order are the text before; kept, inserted and moved-here parts
/// are the text after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Piece {
    /// Stands in both.
    Kept(Text),
    /// Stands in the text before only.
    Deleted(Text),
    /// Stands in the text after only.
    Inserted(Text),
    /// Stood here and is found, letter for letter, at the other place of this number.
    MovedAway(u32, Text),
    /// Stands here now; the other place of this number is where it came from.
    MovedHere(u32, Text),
}

impl Piece {
    /// The part itself.
    #[must_use]
    pub fn text(&self) -> &Text {
        match self {
            Self::Kept(text)
            | Self::Deleted(text)
            | Self::Inserted(text)
            | Self::MovedAway(_, text)
            | Self::MovedHere(_, text) => text,
        }
    }

    pub(crate) fn is_before(&self) -> bool {
        matches!(self, Self::Kept(_) | Self::Deleted(_) | Self::MovedAway(..))
    }

    pub(crate) fn is_after(&self) -> bool {
        matches!(
            self,
            Self::Kept(_) | Self::Inserted(_) | Self::MovedHere(..)
        )
    }
}

/// Compares two texts word by word.
///
/// # Example
///
/// ```
/// use wiec_text::{Piece, Text, pieces};
///
/// let found = pieces(&Text::plain("Co najmniej 15 proc. mieszkań."), &Text::plain("Co najmniej 20 proc. mieszkań."));
/// assert_eq!(found[1..3], [Piece::Deleted(Text::plain("15")), Piece::Inserted(Text::plain("20"))]);
/// ```
#[must_use]
pub fn pieces(before: &Text, after: &Text) -> Vec<Piece> {
    let (old, new) = (tokens(before), tokens(after));
    let mut pieces = Vec::new();
    let mut add = |piece: Piece| {
        if !piece.text().is_empty() {
            pieces.push(piece);
        }
    };
    let mut at = 0;
    for hunk in refine(hunks(&old, &new), &old, &new) {
        add(Piece::Kept(text_of(&old[at..hunk.before.0])));
        add(Piece::Deleted(text_of(&old[hunk.before.0..hunk.before.1])));
        add(Piece::Inserted(text_of(&new[hunk.after.0..hunk.after.1])));
        at = hunk.before.1;
    }
    add(Piece::Kept(text_of(&old[at..])));
    pieces
}

/// The changes between two texts, as ranges of their tokens.
pub(crate) fn changes(before: &Text, after: &Text) -> Vec<Hunk> {
    let (old, new) = (tokens(before), tokens(after));
    refine(hunks(&old, &new), &old, &new)
}

pub(crate) fn text_before(pieces: &[Piece]) -> Text {
    joined(pieces.iter().filter(|it| it.is_before()))
}

pub(crate) fn text_after(pieces: &[Piece]) -> Text {
    joined(pieces.iter().filter(|it| it.is_after()))
}

fn joined<'a>(pieces: impl Iterator<Item = &'a Piece>) -> Text {
    let mut text = Text::default();
    for piece in pieces {
        text.append(piece.text());
    }
    text
}
