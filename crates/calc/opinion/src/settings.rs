//! What may be chosen about a map.

use serde::{Deserialize, Serialize};

/// Whose rules are followed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// Ours: positions that do not depend on how much one voted, intervals, stable groups.
    #[default]
    Standard,
    /// Polis', quirks included, so that published maps can be checked.
    Compat,
}

/// How a map is drawn. `Settings::default()` is what a congress should use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Whose rules are followed.
    pub mode: Mode,
    /// The number of groups, if it is pinned; chosen by silhouette otherwise.
    pub groups: Option<usize>,
    /// Votes after which a participant is placed in a group (fewer if there are fewer statements).
    pub min_votes: u32,
    /// No group with fewer members is ever shown. `Compat` has no such floor.
    pub min_group: usize,
    /// Votes below which a group says nothing about a statement. `Compat` has no such floor.
    pub min_group_votes: u32,
    /// Threads to calculate with. They change the time that it takes and no bit of the result.
    pub threads: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            mode: Mode::Standard,
            groups: None,
            min_votes: 7,
            min_group: 5,
            min_group_votes: 5,
            threads: 1,
        }
    }
}

impl Settings {
    /// Polis' rules.
    #[must_use]
    pub fn compat() -> Self {
        Self {
            mode: Mode::Compat,
            ..Self::default()
        }
    }
}
