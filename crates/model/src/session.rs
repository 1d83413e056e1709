//! Sessions: the units of the programme.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::person::Part;
use crate::slug::{Slug, Slugs};
use crate::text::{LanguageTag, Text};

/// The longest code of a session.
const MAX_CODE_LENGTH: usize = 32;

/// The short key of a session within its congress: `S31`.
///
/// ASCII letters, digits, hyphens and underscores; never empty.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct SessionCode(String);

impl SessionCode {
    /// The code as it stands in files and forms.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for SessionCode {
    type Err = SessionCodeError;

    fn from_str(raw: &str) -> Result<Self, SessionCodeError> {
        let fits = (1..=MAX_CODE_LENGTH).contains(&raw.len())
            && raw
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
        if fits {
            Ok(Self(raw.to_owned()))
        } else {
            Err(SessionCodeError(raw.to_owned()))
        }
    }
}

impl TryFrom<String> for SessionCode {
    type Error = SessionCodeError;

    fn try_from(raw: String) -> Result<Self, SessionCodeError> {
        raw.parse()
    }
}

impl From<SessionCode> for String {
    fn from(code: SessionCode) -> Self {
        code.0
    }
}

impl fmt::Display for SessionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::borrow::Borrow<str> for SessionCode {
    fn borrow(&self) -> &str {
        &self.0
    }
}

/// What was offered as a session's code is none.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "\"{0}\" is not a session code; use 1 to {MAX_CODE_LENGTH} letters a-z, digits, hyphens or underscores"
)]
pub struct SessionCodeError(pub String);

/// One unit of the programme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// Its key within the congress.
    pub code: SessionCode,
    /// The same session in calendars and other systems' files, for ever.
    pub guid: Uuid,
    /// Its words in addresses.
    pub slug: Slugs,
    /// What it is called.
    pub title: Text,
    /// A line under the title.
    pub subtitle: Option<Text>,
    /// What it is about, in a few sentences.
    pub lead: Option<Text>,
    /// More of it, in Markdown.
    pub description: Option<Text>,
    /// The key of its kind.
    pub kind: Slug,
    /// The key of its track.
    pub track: Option<Slug>,
    /// The languages spoken or signed in it; empty means the congress' first.
    pub languages: Vec<LanguageTag>,
    /// Whether it is streamed.
    pub stream: Stream,
    /// Whether it may be recorded.
    pub recording: Recording,
    /// What people with disabilities should know of it.
    pub accessibility: Option<Text>,
    /// How many people may take part, where it is fewer than the room holds.
    pub capacity: Option<u32>,
    /// How one gets a place.
    pub booking: Booking,
    /// How a study visit travels.
    pub visit: Option<Visit>,
    /// Who appears in it, in the order of appearance.
    pub people: Vec<Appearance>,
    /// Its talks, in running order.
    pub talks: Vec<Talk>,
    /// The steps of its script, in order.
    pub phases: Vec<Phase>,
    /// The tables of a workshop.
    pub tables: Option<Tables>,
    /// The stories of a night of flops, in order.
    pub stories: Vec<Story>,
    /// The track whose proposals it discusses.
    pub proposals_track: Option<Slug>,
    /// How its vote is held; the area that runs votes reads it.
    pub vote: Option<serde_json::Value>,
    /// What to read beside it.
    pub links: Vec<Link>,
    /// When and where it happens, once that is known.
    pub slot: Option<Slot>,
}

impl Session {
    /// Whether a person has any part in it.
    #[must_use]
    pub fn has_person(&self, person: Uuid) -> bool {
        self.people.iter().any(|one| one.person == person)
    }
}

/// A session's room and time.
///
/// Invariant: `starts_at < ends_at`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slot {
    /// The key of the room.
    pub room: Slug,
    /// The first instant.
    pub starts_at: Timestamp,
    /// The first instant after it.
    pub ends_at: Timestamp,
}

impl Slot {
    /// How long it takes.
    #[must_use]
    pub fn duration_minutes(&self) -> i64 {
        self.ends_at.duration_since(self.starts_at).as_mins()
    }

    /// Whether it is in session at `instant`.
    #[must_use]
    pub fn covers(&self, instant: Timestamp) -> bool {
        self.starts_at <= instant && instant < self.ends_at
    }

    /// Whether the two share an instant, wherever they are.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.starts_at < other.ends_at && other.starts_at < self.ends_at
    }
}

/// Whether a session is streamed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stream {
    /// Nobody has said yet.
    Unstated,
    /// It goes out live.
    Streamed,
    /// It is for those in the room.
    RoomOnly,
}

/// Whether a session may be recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "rule")]
pub enum Recording {
    /// Nobody has said yet.
    Unstated,
    /// It may, under the licence stated, if any.
    Allowed {
        /// The licence of the recording.
        licence: Option<String>,
    },
    /// It may not: what is said stays in the room.
    Forbidden,
}

/// How one gets a place in a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "mode")]
pub enum Booking {
    /// One walks in.
    Open,
    /// Whoever signs up first.
    FirstCome {
        /// Whether a list is kept once it is full.
        waitlist: bool,
    },
    /// The organisers choose, and say why.
    OrganiserSelection {
        /// Whether a list is kept once it is full.
        waitlist: bool,
    },
}

/// How a study visit travels.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visit {
    /// `coach`, `walk`.
    pub transport: Option<String>,
    /// Whether one must show an identity document.
    pub needs_id: bool,
}

/// A person's part in a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appearance {
    /// The guid of the person.
    pub person: Uuid,
    /// What they do.
    pub part: Part,
}

/// A short talk within a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Talk {
    /// What it is called.
    pub title: Text,
    /// How long it may take.
    pub minutes: u32,
    /// The guids of those who tell it, who all appear in the session; empty while nobody has said.
    // An empty list is left out, so that what was stored before keeps its fingerprint.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<Uuid>,
}

/// A timed step of a session's script.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phase {
    /// What happens.
    pub name: Text,
    /// How long it takes.
    pub minutes: u32,
    /// How people sit: `all`, `individual`, `1-2-4`, `table`.
    pub grouping: Option<String>,
    /// What comes of it: `cards`, `dots`, `recommendation`.
    pub output: Option<String>,
}

/// The tables of a workshop.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tables {
    /// How many.
    pub count: u32,
    /// For how many people each.
    pub size: Option<u32>,
}

/// A story of the night of flops.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Story {
    /// What it is called.
    pub title: Text,
    /// Who tells it.
    pub role: Option<Text>,
    /// How long it may take.
    pub minutes: u32,
    /// The headings under which it is told: `plan`, `what_happened`, `cost`, `lesson`, `advice`.
    pub fields: Vec<String>,
}

/// Something to read beside a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// An `http` or `https` address.
    pub url: String,
    /// What it is called.
    pub title: Option<String>,
}
