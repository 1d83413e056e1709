//! What a speaker says on the way to the congress: what they need, when they can, whether they may be
//! recorded. Each author of what was chosen says it for themselves.

use serde::{Deserialize, Serialize};

use crate::availability::Availability;

/// What a speaker says on the way to the congress.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preparation {
    /// What they need: an interpreter, a lectern that can be lowered, a stage without steps. May tell of
    /// somebody's health: the office alone reads it, and it is forgotten soon after the congress.
    #[serde(default)]
    pub needs: String,
    /// When they can.
    #[serde(default)]
    pub availability: Availability,
    /// Whether they may be recorded.
    #[serde(default)]
    pub recording: RecordingConsent,
}

/// Whether somebody may be recorded while they speak.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum RecordingConsent {
    /// They have not said; that is no consent.
    #[default]
    Unsaid,
    /// They may.
    Yes,
    /// They may not.
    No,
}

impl RecordingConsent {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Unsaid, Self::Yes, Self::No];

    /// The key in forms and files: `unsaid`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Unsaid => "unsaid",
            Self::Yes => "yes",
            Self::No => "no",
        }
    }

    /// The one of this key.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.key() == key)
    }
}
