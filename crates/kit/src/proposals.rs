//! The public proposals of the editions that are served, as pages outside the register name them: in
//! memory, so that those pages cost no query. They are no part of a release; the server looks for new ones
//! every few seconds.

use std::collections::BTreeMap;
use std::sync::{Arc, RwLock};

use wiec_model::register::Proposal;
use wiec_model::{Session, Slug};
use wiec_store::{Store, StoreError};

use crate::edition::Editions;

type ByCongress = BTreeMap<Slug, Arc<[Proposal]>>;

/// The public proposals of all editions.
#[derive(Debug, Default)]
pub struct Proposals(RwLock<ByCongress>);

impl Proposals {
    /// Those of an edition, in the order in which they were made.
    ///
    /// # Panics
    ///
    /// Never: no one panics while holding the lock.
    #[must_use]
    pub fn of(&self, congress: &Slug) -> Arc<[Proposal]> {
        let known = self.0.read().expect("no one panics while holding the lock");
        known.get(congress).cloned().unwrap_or_default()
    }

    /// Those that are presented or debated in a session of an edition.
    #[must_use]
    pub fn debated_in(&self, congress: &Slug, session: &Session) -> Vec<Proposal> {
        let all = self.of(congress);
        let debated = all
            .iter()
            .filter(|proposal| proposal.is_debated_in(session));
        debated.cloned().collect()
    }

    /// Reads those of all editions that are served: one query for each.
    ///
    /// # Errors
    ///
    /// [`StoreError`] if the store cannot be read; what was known stays known.
    ///
    /// # Panics
    ///
    /// Never: no one panics while holding the lock.
    pub async fn refresh(&self, store: &Store, editions: &Editions) -> Result<(), StoreError> {
        let mut fresh = ByCongress::new();
        for edition in editions.served().all() {
            let mut proposals = store.register().list(edition.slug()).await?;
            proposals.retain(Proposal::is_public);
            fresh.insert(edition.slug().clone(), proposals.into());
        }
        *self
            .0
            .write()
            .expect("no one panics while holding the lock") = fresh;
        Ok(())
    }
}
