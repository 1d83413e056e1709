//! Roles, and where each of them holds.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::slug::Slug;

/// What someone is to a congress or to a part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Makes the congress: everything of it, also who may do what.
    Organiser,
    /// Edits its contents: programme and letters, but nobody's roles.
    Editor,
    /// Judges what was submitted to a call.
    Committee,
    /// Leads a session while it lasts.
    Chair,
    /// Writes down what a session says.
    Rapporteur,
    /// Belongs to the team of a proposal.
    Expert,
    /// Listens to the team of a proposal and may suggest something: a ministry's official.
    Observer,
    /// Speaks in a session.
    Speaker,
    /// Leads a workshop.
    Facilitator,
    /// Helps at the door.
    Volunteer,
    /// Takes part.
    Participant,
}

impl Role {
    /// All roles, from the one that may most.
    pub const ALL: [Self; 11] = [
        Self::Organiser,
        Self::Editor,
        Self::Committee,
        Self::Chair,
        Self::Rapporteur,
        Self::Expert,
        Self::Observer,
        Self::Speaker,
        Self::Facilitator,
        Self::Volunteer,
        Self::Participant,
    ];

    /// Those that lead into the office.
    pub const STAFF: [Self; 3] = [Self::Organiser, Self::Editor, Self::Volunteer];

    /// The key in forms, files and columns: `organiser`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Organiser => "organiser",
            Self::Editor => "editor",
            Self::Committee => "committee",
            Self::Chair => "chair",
            Self::Rapporteur => "rapporteur",
            Self::Expert => "expert",
            Self::Observer => "observer",
            Self::Speaker => "speaker",
            Self::Facilitator => "facilitator",
            Self::Volunteer => "volunteer",
            Self::Participant => "participant",
        }
    }

    /// Whether the role can hold in `scope`: a session has a chair, a proposal has experts, and
    /// whoever works in the office works there for the whole congress.
    #[must_use]
    pub const fn fits(self, scope: &Scope) -> bool {
        match scope {
            Scope::Installation => matches!(self, Self::Organiser),
            Scope::Congress { .. } => true,
            Scope::Session { .. } => matches!(
                self,
                Self::Chair | Self::Rapporteur | Self::Speaker | Self::Facilitator
            ),
            Scope::Call { .. } => matches!(self, Self::Committee),
            Scope::Proposal { .. } => matches!(self, Self::Expert | Self::Observer),
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}

impl FromStr for Role {
    type Err = UnknownRole;

    fn from_str(raw: &str) -> Result<Self, UnknownRole> {
        Self::ALL
            .into_iter()
            .find(|role| role.key() == raw)
            .ok_or_else(|| UnknownRole(raw.to_owned()))
    }
}

/// There is no such role.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "\"{0}\" is not a role; the roles are organiser, editor, committee, chair, rapporteur, expert, observer, speaker, facilitator, volunteer and participant"
)]
pub struct UnknownRole(pub String);

/// Where a role holds.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "of", rename_all = "snake_case")]
pub enum Scope {
    /// In every congress of the installation.
    Installation,
    /// In a whole congress.
    Congress {
        /// Which.
        congress: Slug,
    },
    /// In one session.
    Session {
        /// Of which congress.
        congress: Slug,
        /// Its guid.
        session: Uuid,
    },
    /// In one call.
    Call {
        /// Of which congress.
        congress: Slug,
        /// Its key.
        call: Slug,
    },
    /// In the team of one proposal.
    Proposal {
        /// Of which congress.
        congress: Slug,
        /// Its code.
        proposal: String,
    },
}

impl Scope {
    /// The congress it lies in; none for the whole installation.
    #[must_use]
    pub const fn congress(&self) -> Option<&Slug> {
        match self {
            Self::Installation => None,
            Self::Congress { congress }
            | Self::Session { congress, .. }
            | Self::Call { congress, .. }
            | Self::Proposal { congress, .. } => Some(congress),
        }
    }

    /// Whether it is the whole of a congress, or more than that.
    #[must_use]
    pub fn covers(&self, congress: &Slug) -> bool {
        match self {
            Self::Installation => true,
            Self::Congress { congress: known } => known == congress,
            Self::Session { .. } | Self::Call { .. } | Self::Proposal { .. } => false,
        }
    }

    /// Whether it holds in one session: by itself, or because it covers the congress.
    #[must_use]
    pub fn reaches_session(&self, congress: &Slug, session: Uuid) -> bool {
        match self {
            Self::Session {
                congress: known,
                session: of,
            } => known == congress && *of == session,
            _ => self.covers(congress),
        }
    }
}

/// A role and where it holds.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Grant {
    /// The role.
    pub role: Role,
    /// Where it holds.
    pub scope: Scope,
}

impl Grant {
    /// A role in a whole congress.
    #[must_use]
    pub const fn of_congress(role: Role, congress: Slug) -> Self {
        Self {
            role,
            scope: Scope::Congress { congress },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_of_the_office_holds_in_a_whole_congress_or_not_at_all() {
        let congress: Slug = "kpm-2019".parse().expect("a slug");
        let parts = [
            Scope::Session {
                congress: congress.clone(),
                session: Uuid::nil(),
            },
            Scope::Call {
                congress: congress.clone(),
                call: congress.clone(),
            },
            Scope::Proposal {
                congress: congress.clone(),
                proposal: "W04".to_owned(),
            },
        ];
        for role in Role::ALL {
            assert!(role.fits(&Scope::Congress {
                congress: congress.clone()
            }));
            let in_parts = parts.iter().filter(|scope| role.fits(scope)).count();
            assert!(in_parts <= 1, "{role}");
            assert!(in_parts == 0 || !Role::STAFF.contains(&role), "{role}");
        }
    }
}
