//! What became of each block on either side. Blocks that one side joined are one unit on both, and what
//! was split off a block belongs to its unit: so a paragraph that one side splits and the other corrects
//! merges word by word.

use super::ConflictKind;
use super::words::{Agreement, agree};
use crate::compare::{split_or_joined, words};
use crate::document::{Anchor, Block, Content, Document, Kind, Marker, Named};
use crate::rich::BREAK;

/// A place in a side's order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Slot {
    Unit(usize),
    New(Content),
}

/// One amended text, seen from the base.
pub(super) struct Side {
    /// For each unit its blocks; none if the side deleted it.
    pub(super) contents: Vec<Vec<Block>>,
    /// Units and new blocks in the side's order.
    pub(super) order: Vec<Slot>,
}

/// The base in units, and both sides.
pub(super) struct Units<'a> {
    base: &'a [Block],
    /// Where each unit starts; the last entry is the end of the text.
    starts: Vec<usize>,
    pub(super) left: Side,
    pub(super) right: Side,
}

/// What becomes of a unit in the merged text.
pub(super) enum Fate {
    Deleted,
    /// At most one side changed it, or both in the same way.
    Settled(Vec<Named>),
    /// Both changed it, at different places.
    Merged(Vec<Named>),
    Contested(ConflictKind),
}

impl<'a> Units<'a> {
    pub(super) fn new(base: &'a Document, left: &Document, right: &Document) -> Self {
        let groups = [groups(base, left), groups(base, right)];
        let mut is_start = vec![true; base.blocks().len()];
        for group in groups.iter().flatten() {
            let is_whole = [left, right]
                .iter()
                .all(|side| stand_together(&group.before, side));
            if is_whole {
                for anchor in &group.before[1..] {
                    is_start[place(base.blocks(), *anchor)] = false;
                }
            }
        }
        let mut starts: Vec<usize> = (0..is_start.len()).filter(|&at| is_start[at]).collect();
        starts.push(is_start.len());
        let [of_left, of_right] = groups;
        let side = |document: &Document, groups: &[Group]| {
            Side::new(base.blocks(), &starts, document.blocks(), groups)
        };
        let (left, right) = (side(left, &of_left), side(right, &of_right));
        Self {
            base: base.blocks(),
            starts,
            left,
            right,
        }
    }

    pub(super) fn count(&self) -> usize {
        self.starts.len() - 1
    }

    /// The blocks of a unit before any amendment.
    pub(super) fn base(&self, unit: usize) -> &'a [Block] {
        &self.base[self.starts[unit]..self.starts[unit + 1]]
    }

    /// What becomes of a unit that one side may have moved.
    pub(super) fn fate(&self, unit: usize, is_moved: bool) -> Fate {
        let (base, left, right) = (
            self.base(unit),
            &self.left.contents[unit],
            &self.right.contents[unit],
        );
        match (left.is_empty(), right.is_empty()) {
            (true, true) => Fate::Deleted,
            (true, false) | (false, true) => {
                let other = if left.is_empty() { right } else { left };
                if says_the_same(base, other) && !is_moved {
                    Fate::Deleted
                } else {
                    Fate::Contested(ConflictKind::DeletedUnderMe)
                }
            }
            (false, false) if says_the_same(base, left) => Fate::Settled(named(base, right)),
            (false, false) if says_the_same(base, right) || says_the_same(left, right) => {
                Fate::Settled(named(base, left))
            }
            (false, false) => both_changed(base, left, right),
        }
    }
}

/// Blocks with their anchors where the base has them; others are new.
fn named(base: &[Block], blocks: &[Block]) -> Vec<Named> {
    let is_known = |anchor: Anchor| base.iter().any(|it| it.anchor == anchor);
    let name = |block: &Block| Some(block.anchor).filter(|&it| is_known(it));
    blocks
        .iter()
        .map(|block| (name(block), block.content.clone()))
        .collect()
}

fn both_changed(base: &[Block], left: &[Block], right: &[Block]) -> Fate {
    let shape = |blocks: &[Block]| {
        blocks
            .iter()
            .map(|it| (rank(it.content.kind), it.content.depth))
            .collect::<Vec<_>>()
    };
    let shaped_by = if shape(left) == shape(base) {
        right
    } else if shape(right) == shape(base) || shape(right) == shape(left) {
        left
    } else {
        return Fate::Contested(ConflictKind::SameWords);
    };
    match agree(&words(base), &words(left), &words(right)) {
        Agreement::Conflict(kind) => Fate::Contested(kind),
        Agreement::Text(text) => {
            let texts = text.split(BREAK);
            if texts.len() != shaped_by.len() {
                return Fate::Contested(ConflictKind::SameWords);
            }
            let mut blocks = named(base, shaped_by);
            for ((_, content), text) in blocks.iter_mut().zip(texts) {
                content.text = text;
            }
            Fate::Merged(blocks)
        }
    }
}

/// Numbers of items follow from their place, so another number is no change.
fn says_the_same(one: &[Block], other: &[Block]) -> bool {
    let essence = |it: &Block| (rank(it.content.kind), it.content.depth);
    one.len() == other.len()
        && one
            .iter()
            .zip(other)
            .all(|(x, y)| essence(x) == essence(y) && x.content.text == y.content.text)
}

fn rank(kind: Kind) -> Kind {
    match kind {
        Kind::Item(Marker::Number(_)) => Kind::Item(Marker::Number(0)),
        other => other,
    }
}

/// Blocks that a side split or joined.
struct Group {
    before: Vec<Anchor>,
    after: Vec<Anchor>,
}

fn groups(base: &Document, side: &Document) -> Vec<Group> {
    let groups = split_or_joined(base, side).into_iter();
    groups
        .map(|(before, after)| Group { before, after })
        .collect()
}

fn place(blocks: &[Block], anchor: Anchor) -> usize {
    let found = blocks.iter().position(|it| it.anchor == anchor);
    found.expect("a group consists of blocks of the base")
}

/// Whether the blocks that a side still has stand beside one another, in this order.
fn stand_together(anchors: &[Anchor], side: &Document) -> bool {
    let places: Vec<usize> = anchors
        .iter()
        .filter_map(|anchor| side.blocks().iter().position(|it| it.anchor == *anchor))
        .collect();
    places.windows(2).all(|pair| pair[0] + 1 == pair[1])
}

impl Side {
    fn new(base: &[Block], starts: &[usize], blocks: &[Block], groups: &[Group]) -> Self {
        let count = starts.len() - 1;
        let mut side = Self {
            contents: vec![Vec::new(); count],
            order: Vec::new(),
        };
        let unit_of = |anchor: Anchor| {
            let at = base.iter().position(|it| it.anchor == anchor)?;
            Some(starts.partition_point(|&start| start <= at) - 1)
        };
        for block in blocks {
            let split_off = || {
                groups
                    .iter()
                    .find(|it| it.after.contains(&block.anchor))
                    .map(|it| it.before[0])
            };
            let unit = unit_of(block.anchor).or_else(|| split_off().and_then(unit_of));
            match unit {
                Some(unit) => {
                    if side.contents[unit].is_empty() {
                        side.order.push(Slot::Unit(unit));
                    }
                    side.contents[unit].push(block.clone());
                }
                None => side.order.push(Slot::New(block.content.clone())),
            }
        }
        side
    }
}
