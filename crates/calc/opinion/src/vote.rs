//! What somebody said about a statement, and when.

use serde::{Deserialize, Serialize};

/// An answer to a statement. "Has not voted" is not an answer: it is the absence of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Vote {
    /// Against it; −1 in every sum of this crate.
    Disagree,
    /// Seen, without taking a side; 0.
    Pass,
    /// For it; +1.
    Agree,
}

impl Vote {
    /// +1 for agree, 0 for pass, −1 for disagree: the signs of Polis' exports. (Polis' own
    /// database has them the other way round; whoever reads that must turn them first.)
    #[must_use]
    pub const fn sign(self) -> i8 {
        match self {
            Self::Disagree => -1,
            Self::Pass => 0,
            Self::Agree => 1,
        }
    }

    /// The vote with this sign, if there is one.
    #[must_use]
    pub const fn from_sign(sign: i8) -> Option<Self> {
        match sign {
            -1 => Some(Self::Disagree),
            0 => Some(Self::Pass),
            1 => Some(Self::Agree),
            _ => None,
        }
    }
}

/// One line of the log of votes. The latest event of a participant on a statement counts;
/// of events with equal times, the one that was added later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct VoteEvent {
    /// The caller's id of the participant.
    pub participant: u64,
    /// The caller's id of the statement.
    pub statement: u64,
    /// What was said.
    pub vote: Vote,
    /// When, in milliseconds of any epoch: times are only compared.
    pub at_ms: i64,
}
