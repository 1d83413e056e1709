//! A change: everything that one act writes, with its entry in the history, or nothing of it.

use jiff::Timestamp;
use sea_orm::DatabaseTransaction;

use crate::drafts::DraftWriter;
use crate::error::StoreError;
use crate::exports::ExportWriter;
use crate::favourites::FavouriteWriter;
use crate::history::Actor;
use crate::releases::ReleaseWriter;

/// A change that is being made. Dropped without [`Tx::commit`], it leaves nothing behind.
#[must_use = "a change that is not committed has not happened"]
#[derive(Debug)]
pub struct Tx {
    pub(crate) tx: DatabaseTransaction,
    pub(crate) actor: Actor,
    pub(crate) at: Timestamp,
}

impl Tx {
    pub(crate) const fn new(tx: DatabaseTransaction, actor: Actor, at: Timestamp) -> Self {
        Self { tx, actor, at }
    }

    /// Writes what the organisers work on.
    pub const fn drafts(&mut self) -> DraftWriter<'_> {
        DraftWriter(self)
    }

    /// Writes what the public sees.
    pub const fn releases(&mut self) -> ReleaseWriter<'_> {
        ReleaseWriter(self)
    }

    /// Writes the files made of releases.
    pub const fn exports(&mut self) -> ExportWriter<'_> {
        ExportWriter(self)
    }

    /// Writes lists of favourites.
    pub const fn favourites(&mut self) -> FavouriteWriter<'_> {
        FavouriteWriter(self)
    }

    /// Makes the change: it is on the disk when this returns.
    ///
    /// # Errors
    ///
    /// [`StoreError`] if it cannot be made; then nothing of it is.
    pub async fn commit(self) -> Result<(), StoreError> {
        Ok(self.tx.commit().await?)
    }
}
