//! What expert teams found: a challenge, and what is recommended against it.
//!
//! A draft holds those that came with its file, until a proposal of the register takes them over.

use serde::{Deserialize, Serialize};

use crate::slug::Slug;
use crate::text::Text;

/// A challenge with what is recommended against it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Challenge {
    /// Its key: `W04`.
    pub code: String,
    /// The key of the track whose team wrote it.
    pub track: Slug,
    /// The keys of the goals it serves.
    pub goals: Vec<Slug>,
    /// The problem.
    pub challenge: Text,
    /// What shows that it is one.
    pub evidence: Option<Text>,
    /// Where it comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub causes: Option<Text>,
    /// Whom it concerns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub affected: Option<Text>,
    /// What is recommended.
    pub solutions: Vec<Recommendation>,
}

/// One thing recommended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recommendation {
    /// Its key: `W04.R1`.
    pub code: String,
    /// What to do.
    pub text: Text,
    /// By what means: `legal`, `financial`, `organisational`, `information`.
    pub instrument: Option<String>,
    /// Who should do it: `government`, `region`, `commune`, `association`.
    pub addressee: Option<String>,
    /// How urgent it is; 1 comes first.
    pub priority: Option<u32>,
    /// By when: `short` (two years), `medium` (five), `long`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub horizon: Option<String>,
    /// What it costs public budgets: `none`, `low`, `medium`, `high`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost: Option<String>,
    /// How it stands to others.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<CrossLink>,
}

/// How a recommendation stands to another one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CrossLink {
    /// In which way.
    pub kind: LinkKind,
    /// The key of the other: `W07.R2`.
    pub code: String,
}

/// In which way a recommendation stands to another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkKind {
    /// The other has to come first.
    DependsOn,
    /// Not both can be done.
    ConflictsWith,
    /// The other says the same.
    Duplicates,
}

impl LinkKind {
    /// All kinds, in the order in which pages list them.
    pub const ALL: [Self; 3] = [Self::DependsOn, Self::ConflictsWith, Self::Duplicates];

    /// The key in forms and files: `depends_on`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::DependsOn => "depends_on",
            Self::ConflictsWith => "conflicts_with",
            Self::Duplicates => "duplicates",
        }
    }
}

/// The keys of instruments, in the order in which pages offer them.
pub const INSTRUMENTS: [&str; 4] = ["legal", "financial", "organisational", "information"];
/// The keys of addressees.
pub const ADDRESSEES: [&str; 4] = ["government", "region", "commune", "association"];
/// The keys of horizons.
pub const HORIZONS: [&str; 3] = ["short", "medium", "long"];
/// The keys of classes of cost.
pub const COSTS: [&str; 4] = ["none", "low", "medium", "high"];
