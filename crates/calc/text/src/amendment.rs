//! Amendments as values: what one wants to change in a text, named by its anchors. An amendment can be
//! kept, shown, applied to the text it was made for, and merged with others.

mod apply;

use serde::{Deserialize, Serialize};

use crate::document::{Anchor, Block, Content, Document, Kind, Named};
use crate::error::ApplyError;
use crate::order::heaviest_rising;

/// Where something new is put.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// Before everything else.
    Start,
    /// Right after this block.
    After(Anchor),
}

/// A block that is put somewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Placed {
    /// A new one.
    New(Content),
    /// One that stood elsewhere.
    Moved(Anchor),
}

/// One change of an amendment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Edit {
    /// Another wording of a block.
    Reword {
        /// Which block.
        anchor: Anchor,
        /// What it says now.
        before: Content,
        /// What it shall say.
        after: Content,
    },
    /// A block less.
    Delete {
        /// Which block.
        anchor: Anchor,
        /// What it says now.
        before: Content,
    },
    /// New and moved blocks, in their order.
    Put {
        /// Behind which block that stays.
        place: Place,
        /// What is put there.
        blocks: Vec<Placed>,
    },
}

/// A change offered to a text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amendment {
    edits: Vec<Edit>,
}

impl Amendment {
    /// The amendment that makes `target` of `base`. `target` is a revision of `base`, so that it shares its
    /// anchors.
    #[must_use]
    pub fn between(base: &Document, target: &Document) -> Self {
        let mut edits = Vec::new();
        for block in base.blocks() {
            let (anchor, before) = (block.anchor, block.content.clone());
            match target.find(anchor).map(|it| it.content.clone()) {
                None => edits.push(Edit::Delete { anchor, before }),
                Some(after) if after != before => edits.push(Edit::Reword {
                    anchor,
                    before,
                    after,
                }),
                Some(_) => {}
            }
        }
        edits.extend(puts(base, target));
        Self { edits }
    }

    /// An amendment of the whole text.
    #[must_use]
    pub fn whole(base: &Document, markdown: &str) -> Self {
        Self::between(base, &base.revise(markdown))
    }

    /// An amendment of one or several blocks, each with its new wording in Markdown. A wording of several
    /// paragraphs splits the block.
    ///
    /// # Errors
    ///
    /// [`ApplyError::Gone`] if the text has no such block, [`ApplyError::EmptyWording`] if a wording is empty.
    pub fn rewording(base: &Document, wordings: &[(Anchor, &str)]) -> Result<Self, ApplyError> {
        let mut target = named(base.blocks());
        for (anchor, markdown) in wordings {
            let at = position(&target, *anchor)?;
            let mut contents = crate::read::contents(markdown);
            let first = contents.first_mut().ok_or(ApplyError::EmptyWording)?;
            // Who rewords an item or a heading types its words, not its mark.
            if contents_are_plain(first) {
                (first.kind, first.depth) = (target[at].1.kind, target[at].1.depth);
            }
            let mut anchor = Some(*anchor);
            let new = contents.into_iter().map(|content| (anchor.take(), content));
            target.splice(at..=at, new.collect::<Vec<_>>());
        }
        Ok(Self::towards(base, target))
    }

    /// An amendment that inserts blocks, in Markdown.
    ///
    /// # Errors
    ///
    /// [`ApplyError::Gone`] if the text has no block at that place, [`ApplyError::EmptyWording`] if there is
    /// nothing to insert.
    pub fn inserting(base: &Document, place: Place, markdown: &str) -> Result<Self, ApplyError> {
        let mut target = named(base.blocks());
        let at = match place {
            Place::Start => 0,
            Place::After(anchor) => position(&target, anchor)? + 1,
        };
        let contents = crate::read::contents(markdown);
        if contents.is_empty() {
            return Err(ApplyError::EmptyWording);
        }
        target.splice(at..at, contents.into_iter().map(|content| (None, content)));
        Ok(Self::towards(base, target))
    }

    /// An amendment that deletes blocks.
    ///
    /// # Errors
    ///
    /// [`ApplyError::Gone`] if the text has no such block.
    pub fn deleting(base: &Document, anchors: &[Anchor]) -> Result<Self, ApplyError> {
        let mut target = named(base.blocks());
        for anchor in anchors {
            target.remove(position(&target, *anchor)?);
        }
        Ok(Self::towards(base, target))
    }

    /// This amendment, amended: `change` was made for the text as it would read after this one. The whole
    /// is one amendment to `base`.
    ///
    /// # Errors
    ///
    /// Those of [`Amendment::apply`], for either.
    pub fn amended(&self, base: &Document, change: &Self) -> Result<Self, ApplyError> {
        let target = change.apply(&self.apply(base)?)?;
        Ok(Self::between(base, &target))
    }

    /// The changes one by one.
    #[must_use]
    pub fn edits(&self) -> &[Edit] {
        &self.edits
    }

    /// The blocks of the base that are reworded, deleted, moved, or that something is put behind.
    #[must_use]
    pub fn anchors(&self) -> Vec<Anchor> {
        let mut anchors: Vec<Anchor> = self.edits.iter().flat_map(Edit::anchors).collect();
        anchors.sort_unstable();
        anchors.dedup();
        anchors
    }

    /// Whether two amendments to one text have a block or a place of insertion in common. If not, they merge
    /// without a conflict, so that only these pairs need merging to find conflicts.
    #[must_use]
    pub fn touches(&self, other: &Self) -> bool {
        let anchors = self.anchors();
        let at_start = |it: &Self| {
            let is_start = |edit: &Edit| {
                matches!(
                    edit,
                    Edit::Put {
                        place: Place::Start,
                        ..
                    }
                )
            };
            it.edits.iter().any(is_start)
        };
        (at_start(self) && at_start(other))
            || other
                .anchors()
                .iter()
                .any(|it| anchors.binary_search(it).is_ok())
    }

    fn towards(base: &Document, target: Vec<Named>) -> Self {
        Self::between(base, &Document::named(target, base.next_anchor().0))
    }
}

impl Edit {
    fn anchors(&self) -> Vec<Anchor> {
        match self {
            Self::Reword { anchor, .. } | Self::Delete { anchor, .. } => vec![*anchor],
            Self::Put { place, blocks } => {
                let moved = blocks.iter().filter_map(|it| match it {
                    Placed::Moved(anchor) => Some(*anchor),
                    Placed::New(_) => None,
                });
                let after = match place {
                    Place::Start => None,
                    Place::After(anchor) => Some(*anchor),
                };
                after.into_iter().chain(moved).collect()
            }
        }
    }
}

/// What stands behind each block that stays: blocks that are new, and blocks that stood elsewhere.
fn puts(base: &Document, target: &Document) -> Vec<Edit> {
    let place = |anchor: Anchor| base.blocks().iter().position(|it| it.anchor == anchor);
    let places: Vec<Option<usize>> = target.blocks().iter().map(|it| place(it.anchor)).collect();
    let known: Vec<usize> = places.iter().filter_map(|it| *it).collect();
    let weights: Vec<usize> = known
        .iter()
        .map(|&at| 1 + base.blocks()[at].content.text.letters().len())
        .collect();
    let stay: Vec<usize> = heaviest_rising(&known, &weights)
        .into_iter()
        .map(|at| known[at])
        .collect();
    let mut edits: Vec<Edit> = Vec::new();
    let (mut behind, mut put) = (Place::Start, Vec::new());
    for (block, place) in target.blocks().iter().zip(places) {
        match place {
            Some(at) if stay.binary_search(&at).is_ok() => {
                flush(&mut edits, behind, &mut put);
                behind = Place::After(block.anchor);
            }
            Some(_) => put.push(Placed::Moved(block.anchor)),
            None => put.push(Placed::New(block.content.clone())),
        }
    }
    flush(&mut edits, behind, &mut put);
    edits
}

fn flush(edits: &mut Vec<Edit>, place: Place, put: &mut Vec<Placed>) {
    if !put.is_empty() {
        edits.push(Edit::Put {
            place,
            blocks: std::mem::take(put),
        });
    }
}

fn named(blocks: &[Block]) -> Vec<Named> {
    blocks
        .iter()
        .map(|it| (Some(it.anchor), it.content.clone()))
        .collect()
}

fn position(blocks: &[Named], anchor: Anchor) -> Result<usize, ApplyError> {
    let found = blocks.iter().position(|it| it.0 == Some(anchor));
    found.ok_or(ApplyError::Gone(anchor))
}

fn contents_are_plain(content: &Content) -> bool {
    content.kind == Kind::Paragraph && content.depth == 0
}
