//! Answers: the team's position on remarks, with reasons.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::text::Lang;

/// The key of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AnswerId(pub Uuid);

impl fmt::Display for AnswerId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.simple().fmt(f)
    }
}

impl FromStr for AnswerId {
    type Err = uuid::Error;

    fn from_str(raw: &str) -> Result<Self, uuid::Error> {
        raw.parse().map(Self)
    }
}

/// An answer; one answers all remarks that say the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Its key.
    pub id: AnswerId,
    /// What the team makes of it.
    pub position: Position,
    /// Why. Never empty.
    pub reasons: String,
    /// The language of the reasons.
    pub lang: Lang,
    /// When it was given.
    pub at: Timestamp,
}

/// What a team makes of a remark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Position {
    /// It does what is asked for.
    Accepted,
    /// It does some of it.
    InPart,
    /// It does not.
    Rejected,
    /// Nothing was asked for that one could do: a question is answered, support is noted.
    Explained,
}

impl Position {
    /// All positions, in the order in which pages list them.
    pub const ALL: [Self; 4] = [
        Self::Accepted,
        Self::InPart,
        Self::Rejected,
        Self::Explained,
    ];

    /// The key in forms, filters and files: `in_part`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::InPart => "in_part",
            Self::Rejected => "rejected",
            Self::Explained => "explained",
        }
    }

    /// The position of this key.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|position| position.key() == key)
    }
}
