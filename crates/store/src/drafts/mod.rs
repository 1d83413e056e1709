//! Drafts: the programme that the organisers work on: read whole, replaced whole by imports, and
//! edited one thing at a time by people.

mod edit;
mod find;
mod save;
mod write;

use wiec_model::edit::{Applied, Proposed};
use wiec_model::{Programme, Slug};

use crate::bell::Topic;
use crate::error::StoreError;
use crate::store::Store;
use crate::tx::Tx;

pub use edit::{Changed, EditError, Edited, EditsError};

/// Reads drafts.
#[derive(Debug)]
pub struct Drafts<'a>(pub(crate) &'a Store);

impl Drafts<'_> {
    /// The draft of an edition, whole, as of one instant; times to the microsecond.
    ///
    /// Takes the same number of queries whatever it holds.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`], or [`StoreError::Inconsistent`] if a row cannot be read.
    #[tracing::instrument(name = "store.drafts.find", skip_all, fields(congress.slug = %congress))]
    pub async fn find(&self, congress: &Slug) -> Result<Option<Programme>, StoreError> {
        let view = self.0.snapshot().await?;
        let found = find::programme(&view, congress).await?;
        view.commit().await?;
        Ok(found)
    }
}

/// Writes drafts.
#[derive(Debug)]
pub struct DraftWriter<'a>(pub(crate) &'a mut Tx);

impl DraftWriter<'_> {
    /// Makes `programme` the draft of its edition, which is new or has its draft replaced whole.
    ///
    /// Releases and favourites stay as they are. Rows of the same key keep their ids.
    ///
    /// # Errors
    ///
    /// [`StoreError::Conflict`] if the programme contradicts itself; [`Programme::problems`] says
    /// where. [`StoreError::Driver`].
    #[tracing::instrument(name = "store.drafts.save", skip_all, fields(congress.slug = %programme.congress.slug))]
    pub async fn save(&mut self, programme: &Programme) -> Result<(), StoreError> {
        self.0.touch(Topic::Draft);
        save::programme(self.0, programme).await
    }

    /// Makes a new edition, with `programme` as its draft.
    ///
    /// # Errors
    ///
    /// [`StoreError::Conflict`] by `congresses_pkey` or `congresses_slug_key` if there is one at this
    /// address already, or if
    /// the programme contradicts itself; [`StoreError::Driver`].
    #[tracing::instrument(name = "store.drafts.create", skip_all, fields(congress.slug = %programme.congress.slug))]
    pub async fn create(&mut self, programme: &Programme) -> Result<(), StoreError> {
        self.0.touch(Topic::Draft);
        save::new(self.0, programme).await
    }

    /// Does one edit, and returns what came of it.
    ///
    /// The draft is locked first, so that no two edits of an edition can miss one another. The edit
    /// is refused if what it changes is not as `seen` any more. Each thing that differs then has its
    /// entry in the history, from which value to which; one that changes nothing leaves none.
    ///
    /// # Errors
    ///
    /// [`EditError`]; nothing was written, and the transaction can be dropped.
    #[tracing::instrument(name = "store.drafts.edit", skip_all, fields(congress.slug = %congress))]
    pub async fn edit(
        &mut self,
        congress: &Slug,
        proposed: &Proposed,
    ) -> Result<Applied, EditError> {
        self.0.touch(Topic::Draft);
        edit::one(self.0, congress, proposed).await
    }

    /// Does several edits, as of a table's rows: all or none.
    ///
    /// # Errors
    ///
    /// [`EditsError`] with the reason for each edit that cannot be made; nothing was written.
    #[tracing::instrument(name = "store.drafts.edit_all", skip_all, fields(congress.slug = %congress))]
    pub async fn edit_all(
        &mut self,
        congress: &Slug,
        proposed: &[Proposed],
    ) -> Result<Edited, EditsError> {
        self.0.touch(Topic::Draft);
        edit::all(self.0, congress, proposed).await
    }
}
