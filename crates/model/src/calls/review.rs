//! One member's judgement of one submission.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::submission::SubmissionId;
use crate::account::AccountId;
use crate::slug::Slug;

/// The key of a review.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ReviewId(pub Uuid);

impl fmt::Display for ReviewId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.simple().fmt(f)
    }
}

impl FromStr for ReviewId {
    type Err = uuid::Error;

    fn from_str(raw: &str) -> Result<Self, uuid::Error> {
        raw.parse().map(Self)
    }
}

/// One member's judgement of one submission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// Its key.
    pub id: ReviewId,
    /// Of which submission.
    pub submission: SubmissionId,
    /// Whose; none after their account was erased.
    pub account: AccountId,
    /// Marks by the keys of the criteria.
    pub marks: BTreeMap<Slug, Mark>,
    /// What the committee and the office read.
    pub for_committee: String,
    /// What the authors may be told.
    pub for_authors: String,
    /// What should be done.
    pub recommendation: Option<Recommendation>,
    /// Whether it is given.
    pub state: ReviewState,
    /// How often it was saved: whoever writes names the one they saw.
    pub revision: u32,
}

/// A judgement by one criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// So many points of its scale.
    Points(u32),
    /// The member cannot judge that.
    CannotJudge,
}

/// What should be done with a submission.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Recommendation {
    /// Choose it.
    Accept,
    /// Choose it if there is room.
    Maybe,
    /// Do not choose it.
    Reject,
}

impl Recommendation {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Accept, Self::Maybe, Self::Reject];

    /// The key in forms, columns and files: `maybe`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Accept => "accept",
            Self::Maybe => "maybe",
            Self::Reject => "reject",
        }
    }

    /// The one of this key.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.key() == key)
    }
}

/// Whether a review is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReviewState {
    /// Its member writes it; nobody else sees it, and it counts for nothing.
    Draft,
    /// It is given.
    Given {
        /// When it was given first.
        at: Timestamp,
    },
}

/// How gladly a member would judge a submission.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bid {
    /// Gladly.
    Yes,
    /// If need be.
    Maybe,
    /// Rather not.
    No,
}

impl Bid {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Yes, Self::Maybe, Self::No];

    /// The key in forms, columns and files: `yes`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Maybe => "maybe",
            Self::No => "no",
        }
    }

    /// The one of this key.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.key() == key)
    }
}
