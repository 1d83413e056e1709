//! The team of a proposal, as the public reads it.

use serde::{Deserialize, Serialize};

/// Somebody of a team. A role is enough, nobody has to be named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamMember {
    /// Who: a name, or what they are.
    pub name: String,
    /// Where they come from.
    #[serde(default)]
    pub body: Option<String>,
    /// What they are in the team.
    pub part: TeamPart,
}

/// What somebody is in a team.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TeamPart {
    /// Leads it.
    Leader,
    /// Writes with the others.
    Expert,
    /// Listens and may say something; the words are not theirs.
    Observer,
}

impl TeamPart {
    /// All parts, in the order in which pages list them.
    pub const ALL: [Self; 3] = [Self::Leader, Self::Expert, Self::Observer];

    /// The key in forms and files: `leader`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Leader => "leader",
            Self::Expert => "expert",
            Self::Observer => "observer",
        }
    }
}
