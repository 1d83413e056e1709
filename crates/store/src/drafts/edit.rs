//! Editing a draft: lock it, read it, do the edit, write only the rows that differ.
//!
//! Whoever edits the same edition at the same moment waits for the lock and then reads what the
//! other made: two who edit different sessions lose nothing, and of two who edit the same one the
//! second is told.

use std::collections::BTreeMap;

use jiff::Timestamp;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;
use wiec_model::addresses::Addresses;
use wiec_model::edit::{Applied, Difference, Proposed, Refusal, Thing, differences, fingerprint};
use wiec_model::{Programme, Slug};

use super::{find, write};
use crate::error::StoreError;
use crate::history::{self, Act, Actor};
use crate::id;
use crate::tables::{congresses, history as entries, schedules};
use crate::tx::Tx;

/// Why an edit was not made. Nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum EditError {
    /// There is no such edition.
    #[error("there is no congress \"{0}\"")]
    NoCongress(Slug),
    /// It cannot be so; the reason is for the one who asked.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// Somebody changed the same thing since the form was shown.
    #[error("{} was changed in the meantime", .0.subject)]
    Changed(Box<Changed>),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What somebody else did to the thing in the meantime.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// What was to be edited.
    pub thing: Thing,
    /// What the history calls it.
    pub subject: String,
    /// The draft as it is now: theirs. The thing may be gone from it.
    pub theirs: Programme,
    /// Who changed it last, where the history knows.
    pub by: Option<Actor>,
    /// When they did.
    pub at: Option<Timestamp>,
}

/// Edits made together, as of the rows of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edited {
    /// The draft as it is now.
    pub programme: Programme,
    /// What was edited or made, in the order of the edits.
    pub things: Vec<Thing>,
}

/// Which of several edits was not made, and why; then none was.
#[derive(Debug, thiserror::Error)]
pub enum EditsError {
    /// Some cannot be made; the reasons by their places among the edits.
    #[error("{} of the edits cannot be made", .0.len())]
    Some(BTreeMap<usize, EditError>),
    /// None was looked at.
    #[error(transparent)]
    All(EditError),
}

/// Does one edit.
pub(super) async fn one(
    tx: &Tx,
    congress: &Slug,
    proposed: &Proposed,
) -> Result<Applied, EditError> {
    let draft = Draft::lock(tx, congress, std::slice::from_ref(proposed)).await?;
    let applied = draft.check(tx, &draft.before, proposed).await?;
    draft.write(tx, &applied.programme).await?;
    Ok(applied)
}

/// Does all edits or none.
pub(super) async fn all(
    tx: &Tx,
    congress: &Slug,
    proposed: &[Proposed],
) -> Result<Edited, EditsError> {
    let draft = Draft::lock(tx, congress, proposed)
        .await
        .map_err(EditsError::All)?;
    let mut programme = draft.before.clone();
    let (mut things, mut refused) = (Vec::new(), BTreeMap::new());
    for (at, one) in proposed.iter().enumerate() {
        match draft.check(tx, &programme, one).await {
            Ok(applied) => {
                programme = applied.programme;
                things.push(applied.thing);
            }
            Err(EditError::Store(error)) => return Err(EditsError::All(error.into())),
            Err(error) => {
                refused.insert(at, error);
            }
        }
    }
    if !refused.is_empty() {
        return Err(EditsError::Some(refused));
    }
    draft.write(tx, &programme).await.map_err(EditsError::All)?;
    Ok(Edited { programme, things })
}

/// A draft that nobody else can change until the end of the transaction.
struct Draft {
    id: Uuid,
    before: Programme,
    released: Addresses,
}

impl Draft {
    /// On `SQLite` the transaction has the database to itself already, and the lock is no statement.
    async fn lock(tx: &Tx, congress: &Slug, proposed: &[Proposed]) -> Result<Self, EditError> {
        let unknown = || EditError::NoCongress(congress.clone());
        let id = id::congress(congress);
        congresses::Entity::find_by_id(id)
            .lock_exclusive()
            .one(&tx.tx)
            .await
            .map_err(StoreError::from)?
            .ok_or_else(unknown)?;
        let before = find::programme(&tx.tx, congress)
            .await?
            .ok_or_else(unknown)?;
        // A release is a few megabytes, and only what gets an address for ever must know of it.
        let released = if proposed.iter().any(|one| one.edit.gives_an_address()) {
            released(tx, id).await?
        } else {
            Addresses::default()
        };
        Ok(Self {
            id,
            before,
            released,
        })
    }

    /// Does an edit to `programme`, in memory.
    ///
    /// What the form saw is compared with the draft as it was read: edits made together do not stand
    /// in one another's way.
    async fn check(
        &self,
        tx: &Tx,
        programme: &Programme,
        proposed: &Proposed,
    ) -> Result<Applied, EditError> {
        if let (Some(thing), Some(seen)) = (proposed.edit.thing(), &proposed.seen)
            && fingerprint(&self.before, &thing).as_ref() != Some(seen)
        {
            return Err(EditError::Changed(Box::new(self.changed(tx, thing).await?)));
        }
        Ok(proposed.edit.apply(programme, &self.released)?)
    }

    async fn changed(&self, tx: &Tx, thing: Thing) -> Result<Changed, StoreError> {
        let subject = thing.subject(&self.before);
        let last = entries::Entity::find()
            .filter(entries::Column::CongressId.eq(self.id))
            .filter(entries::Column::Subject.is_in([subject.as_str(), "draft"]))
            .order_by_desc(entries::Column::Id)
            .limit(1)
            .one(&tx.tx)
            .await?;
        let last = last.map(history::read).transpose()?;
        Ok(Changed {
            thing,
            subject,
            theirs: self.before.clone(),
            by: last.as_ref().map(|entry| entry.actor),
            at: last.map(|entry| entry.at),
        })
    }

    /// Writes what differs, with an entry for each thing that does.
    async fn write(&self, tx: &Tx, after: &Programme) -> Result<(), EditError> {
        write::differing(&tx.tx, self.id, &self.before, after).await?;
        for difference in differences(&self.before, after) {
            let (act, thing, details) = match difference {
                Difference::Made(thing, details) => (Act::CreatePart, thing, details),
                Difference::Changed(thing, details) => (Act::EditPart, thing, details),
                Difference::Gone(thing, details) => (Act::DeletePart, thing, details),
            };
            let known = if thing.said(after).is_some() {
                after
            } else {
                &self.before
            };
            history::append(tx, self.id, act, thing.subject(known), &details).await?;
        }
        Ok(())
    }
}

/// The addresses that releases have given away.
async fn released(tx: &Tx, congress: Uuid) -> Result<Addresses, StoreError> {
    let newest = schedules::Entity::find()
        .filter(schedules::Column::CongressId.eq(congress))
        .filter(schedules::Column::State.eq(schedules::RELEASED))
        .order_by_desc(schedules::Column::Number)
        .limit(1)
        .one(&tx.tx)
        .await?;
    let newest = newest.map(schedules::Model::read).transpose()?;
    Ok(newest.as_ref().map(Addresses::until).unwrap_or_default())
}
