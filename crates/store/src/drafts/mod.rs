//! Drafts: the programme that the organisers work on, read and replaced as a whole.

mod find;
mod save;

use wiec_model::{Programme, Slug};

use crate::bell::Topic;
use crate::error::StoreError;
use crate::store::Store;
use crate::tx::Tx;

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
}
