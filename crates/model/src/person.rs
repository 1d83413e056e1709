//! People who appear in the programme. A role is enough: nobody has to be named.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::slug::Slugs;
use crate::text::Text;

/// Someone in the programme.
///
/// Invariant: a name, a role, or both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Their words in addresses.
    pub slug: Slugs,
    /// The same person in other systems' files.
    pub guid: Uuid,
    /// The name they chose to appear under.
    pub name: Option<String>,
    /// Who they are: `skarbniczka miasta`.
    pub role: Option<Text>,
    /// What they say about themselves, in Markdown.
    pub biography: Option<Text>,
}

/// What someone does in a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Leads the discussion.
    Moderator,
    /// Presents.
    Speaker,
    /// Answers in a panel.
    Panelist,
    /// Answers for a ministry or team.
    Respondent,
    /// Judges a proposal from outside.
    Reviewer,
    /// Leads a workshop.
    Facilitator,
    /// Receives guests at a table or a place.
    Host,
    /// Leads a visit.
    Guide,
    /// Writes down what was said.
    Scribe,
}

impl Part {
    /// All parts, in the order in which they are listed.
    pub const ALL: [Self; 9] = [
        Self::Moderator,
        Self::Speaker,
        Self::Panelist,
        Self::Respondent,
        Self::Reviewer,
        Self::Facilitator,
        Self::Host,
        Self::Guide,
        Self::Scribe,
    ];

    /// The key in files: `moderator`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Moderator => "moderator",
            Self::Speaker => "speaker",
            Self::Panelist => "panelist",
            Self::Respondent => "respondent",
            Self::Reviewer => "reviewer",
            Self::Facilitator => "facilitator",
            Self::Host => "host",
            Self::Guide => "guide",
            Self::Scribe => "scribe",
        }
    }

    /// The part with this key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.key() == key)
    }
}
