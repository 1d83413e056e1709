//! The register: expert teams' proposals under public discussion. A proposal has a text in blocks with
//! lasting anchors; people remark on its clauses; the team answers, and publishes the next version.
//!
//! Here are the values and what follows from them. Who may do what stands in [`crate::rules`], what the
//! law asks of a consultation in [`crate::consultation`].

mod answer;
mod clause;
mod content;
mod discussion;
mod remark;
mod section;
mod team;

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::consultation::Consultation;
use crate::session::Session;
use crate::slug::Slug;
use crate::text::{Lang, Text};

pub use answer::{Answer, AnswerId, Position};
pub use clause::{Clause, NotAClause};
pub use content::{Content, Draft, Version};
pub use discussion::{Authors, Discussion, Gate, Moderation};
pub use remark::{
    Author, Behalf, Channel, Remark, RemarkId, RemarkKind, RemarkState, RemovalReason, Stance,
    Stances,
};
pub use section::{Section, replace_section, sections};
pub use team::{TeamMember, TeamPart};

/// The key of a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ProposalId(pub Uuid);

impl fmt::Display for ProposalId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.simple().fmt(f)
    }
}

impl FromStr for ProposalId {
    type Err = uuid::Error;

    fn from_str(raw: &str) -> Result<Self, uuid::Error> {
        raw.parse().map(Self)
    }
}

/// A proposal of an expert team: everything about it but its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Its key.
    pub id: ProposalId,
    /// Which congress.
    pub congress: Slug,
    /// Its word in addresses, given once.
    pub slug: Slug,
    /// What everybody may know of it.
    pub about: About,
    /// Who may remark on it, when, and how remarks become public.
    pub discussion: Discussion,
    /// What the law asks of its consultation, and what was done. Where it says on which days remarks are
    /// taken, the hours of `discussion` follow from it: see [`Discussion::within`].
    pub consultation: Consultation,
    /// The number of the newest version that was published; none before the first.
    pub current: Option<u32>,
    /// How often `about`, `discussion` or the consultation were changed: whoever writes names the one
    /// they saw.
    pub revision: u32,
    /// When it was made.
    pub created_at: Timestamp,
}

impl Proposal {
    /// Whether the public can read it.
    #[must_use]
    pub const fn is_public(&self) -> bool {
        self.current.is_some()
    }

    /// Whether it is presented or debated in a session: in one that it names, and in one that debates all
    /// proposals of its track.
    #[must_use]
    pub fn is_debated_in(&self, session: &Session) -> bool {
        self.about.sessions.contains(&session.guid)
            || session.proposals_track.as_ref() == Some(&self.about.track)
    }
}

/// What everybody may know of a proposal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// The key of the track it belongs to: the first axis of the register.
    pub track: Slug,
    /// The keys of the goals it serves: the second axis.
    #[serde(default)]
    pub goals: Vec<Slug>,
    /// The language of the text that counts; others are translations.
    pub lang: Lang,
    /// What it is called.
    pub title: Text,
    /// What it is about, in a sentence.
    #[serde(default)]
    pub lead: Option<Text>,
    /// Whose words these are not: ministries' that only observed.
    #[serde(default)]
    pub disclaimer: Option<Text>,
    /// Who wrote it, as the public reads it; who may do so is a matter of roles.
    #[serde(default)]
    pub team: Vec<TeamMember>,
    /// The guids of the sessions in which it is presented and debated.
    #[serde(default)]
    pub sessions: Vec<Uuid>,
}
