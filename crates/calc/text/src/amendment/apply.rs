//! Making an amendment: first what is reworded, deleted and taken away, then what is put behind what stays.

use super::{Amendment, Edit, Place, Placed, position};
use crate::compare::{Comparison, compare};
use crate::document::{Anchor, Content, Document, Named};
use crate::error::ApplyError;

impl Amendment {
    /// The text with the amendment made. New blocks get new anchors.
    ///
    /// # Errors
    ///
    /// [`ApplyError::Gone`] if a block that it names is missing, [`ApplyError::Changed`] if one reads
    /// otherwise than when the amendment was made.
    pub fn apply(&self, base: &Document) -> Result<Document, ApplyError> {
        let mut stays: Vec<(Anchor, Content)> = base
            .blocks()
            .iter()
            .map(|it| (it.anchor, it.content.clone()))
            .collect();
        let mut puts: Vec<(Place, Vec<Named>)> = Vec::new();
        for edit in &self.edits {
            match edit {
                Edit::Reword {
                    anchor,
                    before,
                    after,
                } => {
                    let at = unchanged(&stays, *anchor, before)?;
                    stays[at].1 = after.clone();
                }
                Edit::Delete { anchor, before } => {
                    stays.remove(unchanged(&stays, *anchor, before)?);
                }
                Edit::Put { place, blocks } => puts.push((*place, taken(&mut stays, blocks)?)),
            }
        }
        let mut target: Vec<Named> = stays
            .into_iter()
            .map(|(anchor, content)| (Some(anchor), content))
            .collect();
        for (place, blocks) in puts {
            let at = match place {
                Place::Start => 0,
                Place::After(anchor) => position(&target, anchor)? + 1,
            };
            target.splice(at..at, blocks);
        }
        Ok(Document::named(target, base.next_anchor().0))
    }

    /// What it changes in a text: the comparison of the blocks that it names, and of no others, with what
    /// becomes of them. On a long text that is much faster than comparing all of it.
    ///
    /// # Errors
    ///
    /// Those of [`Amendment::apply`].
    pub fn comparison(&self, base: &Document) -> Result<Comparison, ApplyError> {
        let anchors = self.anchors();
        let named = base.blocks().iter();
        let named = named.filter(|block| anchors.binary_search(&block.anchor).is_ok());
        let part = Document::restored(named.cloned().collect(), base.next_anchor().0);
        Ok(compare(&part, &self.apply(&part)?))
    }
}

fn unchanged(
    blocks: &[(Anchor, Content)],
    anchor: Anchor,
    before: &Content,
) -> Result<usize, ApplyError> {
    let at = blocks
        .iter()
        .position(|it| it.0 == anchor)
        .ok_or(ApplyError::Gone(anchor))?;
    if blocks[at].1 != *before {
        return Err(ApplyError::Changed(anchor));
    }
    Ok(at)
}

/// The blocks to put, moved ones taken from where they stood.
fn taken(stays: &mut Vec<(Anchor, Content)>, blocks: &[Placed]) -> Result<Vec<Named>, ApplyError> {
    let take = |placed: &Placed| match placed {
        Placed::New(content) => Ok((None, content.clone())),
        Placed::Moved(anchor) => {
            let at = stays
                .iter()
                .position(|it| it.0 == *anchor)
                .ok_or(ApplyError::Gone(*anchor))?;
            let (anchor, content) = stays.remove(at);
            Ok((Some(anchor), content))
        }
    };
    blocks.iter().map(take).collect()
}
