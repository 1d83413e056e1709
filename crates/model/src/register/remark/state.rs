//! What becomes of a remark: unconfirmed → waiting | published → removed | withdrawn.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What became of a remark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RemarkState {
    /// It waits for its author to open the link in a letter; nobody else knows of it.
    Unconfirmed,
    /// It waits to be read by somebody of the office.
    Waiting {
        /// Since when.
        at: Timestamp,
    },
    /// Everybody may read it.
    Published {
        /// Since when.
        at: Timestamp,
    },
    /// The office took it down, or did not publish it. The log says when and why, and not what it said.
    Removed {
        /// When.
        at: Timestamp,
        /// Why.
        reason: RemovalReason,
        /// What else there is to say of it.
        words: Option<String>,
    },
    /// Its author took it back.
    Withdrawn {
        /// When.
        at: Timestamp,
    },
}

impl RemarkState {
    /// The words of all states.
    pub const WORDS: [&'static str; 5] = [
        "unconfirmed",
        "waiting",
        "published",
        "removed",
        "withdrawn",
    ];

    /// Its word in columns and filters: `published`.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Unconfirmed => "unconfirmed",
            Self::Waiting { .. } => "waiting",
            Self::Published { .. } => "published",
            Self::Removed { .. } => "removed",
            Self::Withdrawn { .. } => "withdrawn",
        }
    }

    /// Since when it is so; what was only received says it elsewhere.
    #[must_use]
    pub const fn since(&self) -> Option<Timestamp> {
        match self {
            Self::Unconfirmed => None,
            Self::Waiting { at }
            | Self::Published { at }
            | Self::Removed { at, .. }
            | Self::Withdrawn { at } => Some(*at),
        }
    }

    /// Whether the office can make it public from here: what waits, and what was taken down by mistake.
    #[must_use]
    pub const fn can_be_published(&self) -> bool {
        matches!(self, Self::Waiting { .. } | Self::Removed { .. })
    }

    /// Whether the office can take it down from here.
    #[must_use]
    pub const fn can_be_removed(&self) -> bool {
        matches!(self, Self::Waiting { .. } | Self::Published { .. })
    }

    /// Whether its author can take it back from here.
    #[must_use]
    pub const fn can_be_withdrawn(&self) -> bool {
        matches!(self, Self::Waiting { .. } | Self::Published { .. })
    }
}

/// Why a remark is not public, as the rules of the discussion list it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RemovalReason {
    /// It is not about the proposal.
    OffTopic,
    /// It insults, threatens or discriminates.
    Abuse,
    /// It tells private things of somebody.
    PrivateData,
    /// It advertises.
    Advertising,
    /// It breaks the law in another way.
    Unlawful,
    /// It was sent many times by the same author.
    Repetition,
}

impl RemovalReason {
    /// All reasons, in the order of the rules.
    pub const ALL: [Self; 6] = [
        Self::OffTopic,
        Self::Abuse,
        Self::PrivateData,
        Self::Advertising,
        Self::Unlawful,
        Self::Repetition,
    ];

    /// The key in forms and columns: `off_topic`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::OffTopic => "off_topic",
            Self::Abuse => "abuse",
            Self::PrivateData => "private_data",
            Self::Advertising => "advertising",
            Self::Unlawful => "unlawful",
            Self::Repetition => "repetition",
        }
    }

    /// The reason of this key.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.key() == key)
    }
}
