//! What differs between two revisions of one text, block by block and within them word by word.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::document::{Anchor, Block, Content, Document, Kind};
use crate::error::ApplyError;
use crate::likeness::Bag;
use crate::matching::{PART, is_words};
use crate::order::heaviest_rising;
use crate::piece::{Piece, pieces, text_after, text_before};
use crate::rich::{BREAK, Text};

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

/// Blocks that were split or joined, by their anchors before and after.
pub(crate) fn split_or_joined(
    before: &Document,
    after: &Document,
) -> Vec<(Vec<Anchor>, Vec<Anchor>)> {
    let (old, new) = (before.blocks(), after.blocks());
    let anchors = |blocks: &[Block]| blocks.iter().map(|it| it.anchor).collect();
    let groups = Walk::new(old, new).groups().into_iter();
    groups
        .filter(|(i, j)| i.len() + j.len() > 2)
        .map(|(i, j)| (anchors(&old[i]), anchors(&new[j])))
        .collect()
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

/// Both texts, with the place of each block in the other one.
struct Walk<'a> {
    before: &'a [Block],
    after: &'a [Block],
    /// For each block before, its place after.
    to: Vec<Option<usize>>,
    /// For each block after, its place before.
    from: Vec<Option<usize>>,
}

impl<'a> Walk<'a> {
    fn new(before: &'a [Block], after: &'a [Block]) -> Self {
        let mut places: Vec<(Anchor, usize)> = before
            .iter()
            .enumerate()
            .map(|(at, block)| (block.anchor, at))
            .collect();
        places.sort_unstable();
        let place = |anchor: Anchor| {
            let at = places.binary_search_by_key(&anchor, |it| it.0).ok()?;
            Some(places[at].1)
        };
        let from: Vec<Option<usize>> = after.iter().map(|block| place(block.anchor)).collect();
        let mut to = vec![None; before.len()];
        for (j, i) in from.iter().enumerate() {
            if let Some(i) = i {
                to[*i] = Some(j);
            }
        }
        Self {
            before,
            after,
            to,
            from,
        }
    }

    fn entries(&self) -> Vec<Entry> {
        let mut entries = Vec::new();
        let (mut i, mut j) = (0, 0);
        for (old, new) in self.groups() {
            self.between(i..old.start, j..new.start, &mut entries);
            entries.push(changed(&self.before[old.clone()], &self.after[new.clone()]));
            (i, j) = (old.end, new.end);
        }
        self.between(i..self.before.len(), j..self.after.len(), &mut entries);
        entries
    }

    /// What stands between two groups: gone, moved, or new.
    fn between(&self, old: Range<usize>, new: Range<usize>, entries: &mut Vec<Entry>) {
        for i in old {
            let block = &self.before[i];
            entries.push(match self.to[i] {
                Some(_) => Entry::MovedAway(block.clone()),
                None => {
                    let text = block.content.text.clone();
                    Entry::Deleted(Head::of(block), vec![Piece::Deleted(text)])
                }
            });
        }
        for j in new {
            let block = &self.after[j];
            let text = &block.content.text;
            entries.push(match self.from[j] {
                Some(i) => Entry::MovedHere {
                    before: Head::of(&self.before[i]),
                    after: Head::of(block),
                    pieces: pieces(&self.before[i].content.text, text),
                },
                None => Entry::Inserted(Head::of(block), vec![Piece::Inserted(text.clone())]),
            });
        }
    }

    /// Blocks that kept their order, each with the new ones that were split off it and the gone ones that
    /// were joined to it.
    fn groups(&self) -> Vec<(Range<usize>, Range<usize>)> {
        let common: Vec<(usize, usize)> = self
            .from
            .iter()
            .enumerate()
            .filter_map(|(j, i)| Some(((*i)?, j)))
            .collect();
        let olds: Vec<usize> = common.iter().map(|it| it.0).collect();
        let weights: Vec<usize> = common.iter().map(|it| self.weight(it.1)).collect();
        let steady = heaviest_rising(&olds, &weights);
        let steady: Vec<(usize, usize)> = steady.into_iter().map(|at| common[at]).collect();
        let mut groups: Vec<(Range<usize>, Range<usize>)> = Vec::new();
        for (at, &(i, j)) in steady.iter().enumerate() {
            let floor = groups
                .last()
                .map_or((0, 0), |(old, new)| (old.end, new.end));
            let ceiling = steady
                .get(at + 1)
                .copied()
                .unwrap_or((self.before.len(), self.after.len()));
            groups.push(self.group((i, j), floor, ceiling));
        }
        groups
    }

    fn weight(&self, j: usize) -> usize {
        1 + self.after[j].content.text.letters().len()
    }

    fn group(
        &self,
        (i, j): (usize, usize),
        floor: (usize, usize),
        ceiling: (usize, usize),
    ) -> (Range<usize>, Range<usize>) {
        let (old, new) = (&self.before[i], &self.after[j]);
        if old.content.text == new.content.text || !is_words(old.content.kind) {
            return (i..i + 1, j..j + 1);
        }
        let (old_bag, new_bag) = (Bag::of(&old.content.text), Bag::of(&new.content.text));
        let is_part = |block: &Block, of: &Bag| {
            is_words(block.content.kind) && Bag::of(&block.content.text).within(of) >= PART
        };
        let split_off = |j: &usize| self.from[*j].is_none() && is_part(&self.after[*j], &old_bag);
        let joined = |i: &usize| self.to[*i].is_none() && is_part(&self.before[*i], &new_bag);
        let starts = i - (floor.0..i).rev().take_while(joined).count()
            ..i + 1 + (i + 1..ceiling.0).take_while(joined).count();
        let ends = j - (floor.1..j).rev().take_while(split_off).count()
            ..j + 1 + (j + 1..ceiling.1).take_while(split_off).count();
        (starts, ends)
    }
}

fn changed(before: &[Block], after: &[Block]) -> Entry {
    if let ([old], [new]) = (before, after)
        && old == new
    {
        return Entry::Kept(old.clone());
    }
    Entry::Changed {
        before: before.iter().map(Head::of).collect(),
        after: after.iter().map(Head::of).collect(),
        pieces: pieces(&words(before), &words(after)),
    }
}
