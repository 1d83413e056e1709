//! Calls: participants offer their own talks, practices, posters and flops; a committee judges them,
//! and the organisers choose.
//!
//! Here are the values and what follows from them. Who may do what stands in [`crate::rules`].

mod author;
mod blinded;
mod decision;
mod gate;
mod grouping;
mod interest;
mod letters;
mod preparation;
mod problems;
mod question;
mod redaction;
mod review;
mod reviewing;
mod scores;
mod setup;
mod state;
mod submission;

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::slug::Slug;

pub use author::{AboutAuthor, Anonymity, Author, AuthorId, AuthorStanding};
pub use blinded::{BlindFile, Blinded};
pub use decision::{Decision, MayDecide, Pending, confirm_by, may_decide};
pub use gate::{Entry, Gate, Window};
pub use grouping::{Group, Grouping, Member as GroupMember, Sizes, Why, group};
pub use interest::{CoAuthors, Interest, Judge, interests, normalised};
pub use letters::count as count_letters;
pub use preparation::{Preparation, RecordingConsent};
pub use problems::{Fault, Field, Moment, Offered, Problem, problems};
pub use question::{Question, QuestionKind, Required, Visible};
pub use redaction::{RedactedField, Redaction, mentions, occurrences};
pub use review::{Bid, Mark, Recommendation, Review, ReviewId, ReviewState};
pub use reviewing::{
    Barred, Criterion, Load, Own, Phased, ReviewPhase, ReviewPlan, SeesOthers, Sight, sees_others,
};
pub use scores::{Aggregate, aggregate, weighted_mean};
pub use setup::{
    Access, CallKind, CallSetup, Committee, ConfirmationRule, Licence, Limits, Quota, QuotaOf, Tier,
};
pub use state::{NoSuchStep, State, Step, Unchangeable};
pub use submission::{FileInfo, Submission, SubmissionCode, SubmissionId, Words};

macro_rules! key {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.simple().fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(raw: &str) -> Result<Self, uuid::Error> {
                raw.parse().map(Self)
            }
        }
    };
}

key! {
    /// The key of a call.
    CallId
}

key! {
    /// The key of an access code of a call. The code itself is known by its digest only.
    AccessCode
}

key! {
    /// The key of a file that belongs to a submission.
    FileId
}

/// An invitation to submit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// Its key.
    pub id: CallId,
    /// Of which congress.
    pub congress: Slug,
    /// Its word in addresses, given once.
    pub slug: Slug,
    /// Everything that the organisers say of it.
    pub setup: CallSetup,
    /// How often it was changed: whoever writes names the one they saw.
    pub revision: u32,
    /// When it was made.
    pub created_at: Timestamp,
}

impl Call {
    /// Whether the public knows of it: somebody said when it opens.
    #[must_use]
    pub const fn is_announced(&self) -> bool {
        self.setup.window.opens_at.is_some()
    }

    /// Whether the committee sees who stands behind a submission in this state: never where the authors
    /// asked that nobody but the office knows, and in a blind call not before the choice was told.
    #[must_use]
    pub const fn shows_authors(&self, anonymity: Anonymity, state: &State) -> bool {
        match (anonymity, self.setup.review.sight) {
            (Anonymity::Committee, _) => false,
            (_, Sight::Open) => true,
            (_, Sight::Blind) => !matches!(state, State::Submitted { .. }),
        }
    }
}
