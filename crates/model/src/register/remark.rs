//! Remarks: whatever is said at a clause. An amendment is a remark that brings its own wording.

mod author;
mod state;

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use wiec_text::Amendment;

use super::ProposalId;
use super::answer::AnswerId;
use super::clause::Clause;
use crate::account::AccountId;
use crate::text::Lang;

pub use author::{Author, Behalf, Channel};
pub use state::{RemarkState, RemovalReason};

/// The key of a remark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RemarkId(pub Uuid);

impl fmt::Display for RemarkId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.simple().fmt(f)
    }
}

impl FromStr for RemarkId {
    type Err = uuid::Error;

    fn from_str(raw: &str) -> Result<Self, uuid::Error> {
        raw.parse().map(Self)
    }
}

/// Something said at a clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Its key.
    pub id: RemarkId,
    /// Of which proposal.
    pub proposal: ProposalId,
    /// Its number within the proposal, counted from 1 in the order of receipt; none before it is
    /// confirmed, so that nobody can use numbers up.
    pub number: Option<u32>,
    /// The published version that it was made for.
    pub version: u32,
    /// What it is about.
    pub clause: Clause,
    /// What it is.
    pub kind: RemarkKind,
    /// What is said, as it was typed: plain text with line breaks.
    pub body: String,
    /// Why; the body says it all where nothing is said here.
    pub reasons: Option<String>,
    /// What the clause should say instead, as Markdown, as it was typed.
    pub wording: Option<String>,
    /// What that changes in the text: in amendments only, and to the version it was made for.
    pub amendment: Option<Amendment>,
    /// The remark that this one is a reply to; for an amendment, the amendment that it amends.
    pub reply_to: Option<RemarkId>,
    /// Who says it, as the public reads it.
    pub author: Author,
    /// Whose account it is; none for what came on paper or in a file, and before it is confirmed.
    pub account: Option<AccountId>,
    /// In which language.
    pub lang: Lang,
    /// How it came.
    pub channel: Channel,
    /// When it was received. For paper that is what stands on it.
    pub received_at: Timestamp,
    /// What became of it.
    pub state: RemarkState,
    /// The one that says the same and stands for both, if somebody found that out.
    pub same_as: Option<RemarkId>,
    /// Who of the team sees to its answer.
    pub owner: Option<AccountId>,
    /// The team's answer.
    pub answer: Option<AnswerId>,
    /// What of an amendment the team takes, where that is not all of it.
    pub accepted: Option<Amendment>,
    /// The version into which its wording was merged.
    pub merged_in: Option<u32>,
}

impl Remark {
    /// Whether everybody may read it.
    #[must_use]
    pub const fn is_public(&self) -> bool {
        matches!(self.state, RemarkState::Published { .. })
    }

    /// What the team takes of an amendment: what it said it does, or all of it.
    #[must_use]
    pub const fn taken(&self) -> Option<&Amendment> {
        match &self.accepted {
            Some(accepted) => Some(accepted),
            None => self.amendment.as_ref(),
        }
    }
}

/// What a remark is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RemarkKind {
    /// A remark, neither for nor against.
    Comment,
    /// It is in favour.
    Support,
    /// It asks something.
    Question,
    /// It is against.
    Objection,
    /// It brings another wording.
    Amendment,
}

impl RemarkKind {
    /// All kinds, in the order in which pages offer them.
    pub const ALL: [Self; 5] = [
        Self::Comment,
        Self::Support,
        Self::Question,
        Self::Objection,
        Self::Amendment,
    ];

    /// The key in forms, filters and files: `objection`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Comment => "comment",
            Self::Support => "support",
            Self::Question => "question",
            Self::Objection => "objection",
            Self::Amendment => "amendment",
        }
    }

    /// The kind of this key.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

/// How somebody stands to a remark. Agreeing with a comment is being for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stance {
    /// For it.
    For,
    /// Against it.
    Against,
    /// Neither, said aloud.
    Abstain,
}

impl Stance {
    /// All three.
    pub const ALL: [Self; 3] = [Self::For, Self::Against, Self::Abstain];

    /// The key in forms and files: `for`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::For => "for",
            Self::Against => "against",
            Self::Abstain => "abstain",
        }
    }

    /// The stance of this key.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stance| stance.key() == key)
    }
}

/// How many stand how to one remark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stances {
    /// For it.
    pub supporters: u32,
    /// Against it.
    pub opponents: u32,
    /// Neither.
    pub abstentions: u32,
}

impl Stances {
    /// All who said how they stand.
    #[must_use]
    pub const fn total(self) -> u32 {
        self.supporters + self.opponents + self.abstentions
    }
}
