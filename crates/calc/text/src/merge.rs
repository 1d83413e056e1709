//! Two amendments to one text as one text, and what they cannot agree on.
//!
//! Blocks are merged by their anchors, in three steps: what became of each block on either side (`units`),
//! where it stands (`places`), and, if both sides changed it, its words (`words`). Where the sides
//! contradict each other nothing is guessed: the text keeps its old wording there, and a [`Conflict`] holds
//! both new ones.

mod accounts;
mod places;
mod units;
mod words;

use serde::{Deserialize, Serialize};

use crate::document::{Anchor, Block, Content, Document, Named};
use units::{Fate, Units};

/// Why two amendments cannot both be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConflictKind {
    /// Both change the same words, or words that touch.
    SameWords,
    /// Both insert something at the same place.
    SameInsertionPlace,
    /// One deletes what the other changes or moves.
    DeletedUnderMe,
    /// Both move the block, to different places. It stays where it was.
    MovedTwice,
}

/// What two amendments cannot agree on, with all three wordings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conflict {
    /// Why.
    pub kind: ConflictKind,
    /// The blocks concerned. For an insertion, the block after which both insert; none at the start.
    pub anchors: Vec<Anchor>,
    /// What the text says now.
    pub base: Vec<Content>,
    /// What the left amendment says; nothing where it deletes.
    pub left: Vec<Content>,
    /// What the right amendment says.
    pub right: Vec<Content>,
}

/// How somebody decides a conflict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wording {
    /// As the text says now.
    Base,
    /// As the left amendment says.
    Left,
    /// As the right one says.
    Right,
    /// First what the left one says, then what the right one says: for two insertions.
    LeftThenRight,
    /// As written by hand, in Markdown.
    Written(String),
}

/// Two amendments in one text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    parts: Vec<Part>,
    next: u32,
    conflicts: Vec<Conflict>,
    touched_by_both: Vec<Anchor>,
    unaccounted: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Settled(Vec<Named>),
    /// A conflict, by its number.
    Open(usize),
}

/// Merges two texts that were both made from `base`.
///
/// Which one is left and which is right changes nothing but the names in the conflicts.
#[must_use]
pub fn merge(base: &Document, left: &Document, right: &Document) -> Merged {
    let units = Units::new(base, left, right);
    let mut merged = Merged {
        parts: Vec::new(),
        next: base.next_anchor().0,
        conflicts: Vec::new(),
        touched_by_both: Vec::new(),
        unaccounted: Vec::new(),
    };
    let order = places::order(&units);
    for unit in &order.moved_twice {
        merged.note_moved_twice(&units, *unit);
    }
    for place in order.places {
        match place {
            places::Place::Unit(unit) => merged.add_unit(&units, unit, &order.moved),
            places::Place::New(contents) => {
                let new = contents.into_iter().map(|content| (None, content));
                merged.parts.push(Part::Settled(new.collect()));
            }
            places::Place::Contested { after, left, right } => {
                merged.open(Conflict {
                    kind: ConflictKind::SameInsertionPlace,
                    anchors: after.into_iter().collect(),
                    base: Vec::new(),
                    left,
                    right,
                });
            }
        }
    }
    merged.unaccounted = merged.count(base, left, right);
    merged
}

fn contents(document: &Document) -> impl Iterator<Item = &Content> {
    document.blocks().iter().map(|block| &block.content)
}

impl Merged {
    /// The merged text. Where there is a conflict it says what it said before.
    #[must_use]
    pub fn document(&self) -> Document {
        self.resolve(&[])
    }

    /// What has to be decided by hand, in reading order.
    #[must_use]
    pub fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }

    /// Blocks that both amendments changed, at places so far apart that both changes were made. Somebody
    /// should read them.
    #[must_use]
    pub fn touched_by_both(&self) -> &[Anchor] {
        &self.touched_by_both
    }

    /// Words that stand in the merged text more or less often than the two changes account for. Almost
    /// always none; otherwise one side moved to another paragraph what the other one struck. Somebody
    /// should look for them.
    #[must_use]
    pub fn unaccounted(&self) -> &[String] {
        &self.unaccounted
    }

    /// The merged text with the conflicts decided, the first by the first wording. A conflict without a
    /// wording stays as the text says now.
    #[must_use]
    pub fn resolve(&self, wordings: &[Wording]) -> Document {
        let mut blocks = Vec::new();
        for part in &self.parts {
            match part {
                Part::Settled(settled) => blocks.extend(settled.iter().cloned()),
                Part::Open(number) => {
                    let wording = wordings.get(*number).unwrap_or(&Wording::Base);
                    blocks.extend(self.conflicts[*number].decided(wording));
                }
            }
        }
        Document::named(blocks, self.next)
    }

    fn count(&self, base: &Document, left: &Document, right: &Document) -> Vec<String> {
        let merged = self.document();
        let contested = self
            .conflicts
            .iter()
            .flat_map(|it| it.base.iter().chain(&it.left).chain(&it.right));
        let [base, left, right, merged] = [base, left, right, &merged].map(contents);
        accounts::unaccounted(base, left, right, merged, contested)
    }

    fn open(&mut self, conflict: Conflict) {
        self.parts.push(Part::Open(self.conflicts.len()));
        self.conflicts.push(conflict);
    }

    fn note_moved_twice(&mut self, units: &Units<'_>, unit: usize) {
        self.conflicts
            .push(conflict(units, unit, ConflictKind::MovedTwice));
    }

    fn add_unit(&mut self, units: &Units<'_>, unit: usize, moved: &[usize]) {
        let is_moved = moved.contains(&unit);
        match units.fate(unit, is_moved) {
            Fate::Deleted => {}
            Fate::Settled(blocks) => self.parts.push(Part::Settled(blocks)),
            Fate::Merged(blocks) => {
                self.touched_by_both
                    .extend(units.base(unit).iter().map(|it| it.anchor));
                self.parts.push(Part::Settled(blocks));
            }
            Fate::Contested(kind) => self.open(conflict(units, unit, kind)),
        }
    }
}

fn conflict(units: &Units<'_>, unit: usize, kind: ConflictKind) -> Conflict {
    let contents = |blocks: &[Block]| blocks.iter().map(|it| it.content.clone()).collect();
    let base = units.base(unit);
    Conflict {
        kind,
        anchors: base.iter().map(|it| it.anchor).collect(),
        base: contents(base),
        left: contents(&units.left.contents[unit]),
        right: contents(&units.right.contents[unit]),
    }
}

impl Conflict {
    /// The blocks of a decision. The first ones keep the anchors of what they replace.
    fn decided(&self, wording: &Wording) -> Vec<Named> {
        let contents = match wording {
            Wording::Base => self.base.clone(),
            Wording::Left => self.left.clone(),
            Wording::Right => self.right.clone(),
            Wording::LeftThenRight => self.left.iter().chain(&self.right).cloned().collect(),
            Wording::Written(markdown) => crate::read::contents(markdown),
        };
        let anchors: &[Anchor] = match self.kind {
            ConflictKind::SameInsertionPlace if self.base.is_empty() => &[],
            _ => &self.anchors,
        };
        let anchors = anchors
            .iter()
            .copied()
            .map(Some)
            .chain(std::iter::repeat(None));
        anchors.zip(contents).collect()
    }
}
