//! All that was said about a proposal and may be read, by six questions to the database, however much
//! there is.

use std::collections::BTreeMap;

use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_model::AccountId;
use wiec_model::register::{
    Answer, AnswerId, Clause, Position, Proposal, Remark, RemarkId, RemarkKind, RemarkState,
    Stance, Stances, Version,
};
use wiec_store::VersionSummary;

use crate::parts::Part;

/// A proposal's newest words, and the talk about them.
pub struct Talk {
    /// The newest version.
    pub version: Version,
    /// All published versions, the newest first.
    pub versions: Vec<VersionSummary>,
    /// Public remarks in the order of their numbers, and of who is signed in also those that wait.
    pub remarks: Vec<Remark>,
    at: BTreeMap<RemarkId, usize>,
    stances: BTreeMap<RemarkId, Stances>,
    answers: BTreeMap<AnswerId, Answer>,
    mine: BTreeMap<RemarkId, Stance>,
    /// Who is signed in.
    pub account: Option<AccountId>,
}

impl Talk {
    /// The talk as somebody may read it, signed in or not.
    ///
    /// # Errors
    ///
    /// [`PageError::NotFound`] if nothing was published; [`PageError::Internal`].
    pub async fn of(
        app: &App,
        proposal: &Proposal,
        account: Option<AccountId>,
    ) -> Result<Self, PageError> {
        let number = proposal.current.ok_or(PageError::NotFound)?;
        let register = app.store.register();
        let version = register.version(proposal.id, number).await?;
        let version = version.ok_or(PageError::NotFound)?;
        let versions = register.versions(proposal.id).await?;
        let reads = app.store.remarks();
        let states: &[&str] = match account {
            Some(_) => &["published", "waiting"],
            None => &["published"],
        };
        let mut remarks = reads.all(proposal.id, states).await?;
        remarks.retain(|remark| remark.is_public() || remark.account == account);
        let mine = match account {
            Some(account) => reads.stances_of(proposal.id, account).await?,
            None => BTreeMap::new(),
        };
        let at = remarks.iter().enumerate();
        Ok(Self {
            version,
            versions,
            at: at.map(|(at, remark)| (remark.id, at)).collect(),
            stances: reads.stances(proposal.id).await?,
            answers: reads.answers(proposal.id).await?,
            mine,
            account,
            remarks,
        })
    }

    /// A remark by its key, if it may be read.
    pub fn get(&self, remark: RemarkId) -> Option<&Remark> {
        self.at.get(&remark).map(|&at| &self.remarks[at])
    }

    /// How many stand how to a remark.
    pub fn stances(&self, remark: &Remark) -> Stances {
        self.stances.get(&remark.id).copied().unwrap_or_default()
    }

    /// How who is signed in stands to a remark.
    pub fn stance(&self, remark: &Remark) -> Option<Stance> {
        self.mine.get(&remark.id).copied()
    }

    /// The answer to a remark; to one that another stands for, the answer to that one.
    pub fn answer(&self, remark: &Remark) -> Option<&Answer> {
        let own = remark.answer.and_then(|answer| self.answers.get(&answer));
        own.or_else(|| {
            let stands = self.get(remark.same_as?)?;
            self.answers.get(&stands.answer?)
        })
    }

    /// Whether it is somebody's own.
    pub fn is_mine(&self, remark: &Remark) -> bool {
        self.account.is_some() && remark.account == self.account
    }

    /// Those that say the same as a remark, which stands for them.
    pub fn same(&self, remark: RemarkId) -> impl Iterator<Item = &Remark> {
        let all = self.remarks.iter();
        all.filter(move |other| other.same_as == Some(remark))
    }

    /// What begins a thread: no reply, or an amendment to an amendment, or a reply to what is no more.
    pub fn begins(&self, remark: &Remark) -> bool {
        remark.kind == RemarkKind::Amendment
            || remark.reply_to.is_none_or(|to| self.get(to).is_none())
    }

    /// The replies in the thread that a remark begins, as they came.
    pub fn thread(&self, first: RemarkId) -> Vec<&Remark> {
        let mut within = vec![first];
        let mut thread = Vec::new();
        // A reply has a higher number than what it replies to, so that one walk finds all.
        for remark in &self.remarks {
            let replies = remark.reply_to.is_some_and(|to| within.contains(&to));
            if replies && !self.begins(remark) {
                within.push(remark.id);
                thread.push(remark);
            }
        }
        thread
    }

    /// What is said at a part of the text, at any of its blocks.
    pub fn at_part<'a>(&'a self, part: &'a Part<'_>) -> impl Iterator<Item = &'a Remark> {
        self.remarks.iter().filter(
            move |remark| matches!(remark.clause, Clause::Block(anchor) if part.holds(anchor)),
        )
    }

    /// Where an amendment stands.
    pub fn standing(&self, remark: &Remark) -> Standing {
        match self.answer(remark).map(|answer| answer.position) {
            Some(Position::Accepted) => Standing::Accepted,
            Some(Position::InPart) => Standing::InPart,
            Some(Position::Rejected) => Standing::Rejected,
            Some(Position::Explained) | None => Standing::Open,
        }
    }

    /// Whether an amendment may still change the text.
    pub fn is_open(&self, remark: &Remark) -> bool {
        remark.amendment.is_some()
            && remark.merged_in.is_none()
            && remark.same_as.is_none()
            && matches!(remark.state, RemarkState::Published { .. })
            && self.standing(remark) != Standing::Rejected
    }
}

/// Where an amendment stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The team takes it.
    Accepted,
    /// The team takes some of it.
    InPart,
    /// It is talked about.
    Open,
    /// The team does not take it.
    Rejected,
}

impl Standing {
    /// All of them, in the order in which pages list them.
    pub const ALL: [Self; 4] = [Self::Accepted, Self::InPart, Self::Open, Self::Rejected];
}
