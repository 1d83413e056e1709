//! Everything that the public may know of a proposal, read once: what all files are made of.

use std::collections::BTreeMap;
use std::sync::Arc;

use wiec_kit::app::App;
use wiec_kit::edition::Edition;
use wiec_kit::error::PageError;
use wiec_model::register::{
    Answer, AnswerId, Proposal, Remark, RemarkId, RemarkState, Stances, Version,
};
use wiec_store::VersionSummary;

/// Everything public of one proposal.
pub struct Facts {
    /// The edition whose register it stands in.
    pub edition: Arc<Edition>,
    /// The proposal.
    pub proposal: Proposal,
    /// Its versions that remarks were made for, and the newest, by number, with their words.
    pub texts: BTreeMap<u32, Version>,
    /// All its versions, the newest first.
    pub versions: Vec<VersionSummary>,
    /// Remarks that are public or were taken down, in the order of their numbers.
    pub remarks: Vec<Remark>,
    /// The answers to them.
    pub answers: BTreeMap<AnswerId, Answer>,
    /// How people stand to them.
    pub stances: BTreeMap<RemarkId, Stances>,
}

impl Facts {
    /// Reads them. As many queries for any number of remarks; one more for each version that some were
    /// made for.
    pub async fn read(
        app: &App,
        edition: Arc<Edition>,
        proposal: Proposal,
    ) -> Result<Self, PageError> {
        let register = app.store.register();
        let talk = app.store.remarks();
        let current = proposal.current.ok_or(PageError::NotFound)?;
        let remarks = talk.all(proposal.id, &["published", "removed"]).await?;
        let mut numbers: Vec<u32> = remarks.iter().map(|remark| remark.version).collect();
        numbers.push(current);
        numbers.sort_unstable();
        numbers.dedup();
        let mut texts = BTreeMap::new();
        for number in numbers {
            let version = register.version(proposal.id, number).await?;
            texts.extend(version.map(|version| (number, version)));
        }
        if !texts.contains_key(&current) {
            return Err(PageError::NotFound);
        }
        Ok(Self {
            versions: register.versions(proposal.id).await?,
            answers: talk.answers(proposal.id).await?,
            stances: talk.stances(proposal.id).await?,
            texts,
            remarks,
            edition,
            proposal,
        })
    }

    /// The newest version.
    pub fn newest(&self) -> &Version {
        let (_, newest) = self
            .texts
            .last_key_value()
            .expect("reading finds the newest version or fails");
        newest
    }

    /// Remarks that everybody may read.
    pub fn public(&self) -> impl Iterator<Item = &Remark> {
        self.remarks.iter().filter(|remark| remark.is_public())
    }

    /// Remarks that were taken down.
    pub fn removed(&self) -> impl Iterator<Item = &Remark> {
        let is_removed = |one: &&Remark| matches!(one.state, RemarkState::Removed { .. });
        self.remarks.iter().filter(is_removed)
    }

    /// The one that stands for a remark: another, or itself.
    pub fn main<'a>(&'a self, remark: &'a Remark) -> &'a Remark {
        let stands = |one: &&Remark| Some(one.id) == remark.same_as && one.is_public();
        self.remarks.iter().find(stands).unwrap_or(remark)
    }

    /// The answer to a remark: its own, or that of the one that stands for it.
    pub fn answer(&self, remark: &Remark) -> Option<&Answer> {
        let answer = remark.answer.or_else(|| self.main(remark).answer)?;
        self.answers.get(&answer)
    }

    /// The number of a remark that everybody may read.
    pub fn number(&self, remark: RemarkId) -> Option<u32> {
        let found = self.public().find(|one| one.id == remark);
        found.and_then(|one| one.number)
    }
}
