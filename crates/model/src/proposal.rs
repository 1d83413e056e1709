//! Expert teams' proposals as they enter the register: a challenge and what is advised against it.

use serde::{Deserialize, Serialize};

use crate::slug::Slug;
use crate::text::Text;

/// A challenge with its solutions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// Its key: `W04`.
    pub code: String,
    /// The key of the track whose team wrote it.
    pub track: Slug,
    /// The keys of the goals it serves.
    pub goals: Vec<Slug>,
    /// The problem.
    pub challenge: Text,
    /// Why it is one.
    pub evidence: Option<Text>,
    /// What is advised.
    pub solutions: Vec<Solution>,
}

/// One thing advised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Solution {
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
}
