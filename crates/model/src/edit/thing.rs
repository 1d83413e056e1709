//! What can be edited, by its key.

use jiff::civil::Date;
use serde_json::{Value as Json, json};
use uuid::Uuid;

use crate::programme::Programme;
use crate::session::{Session, SessionCode};
use crate::slug::Slug;

/// One thing of a draft.
///
/// A session's words and its room and time are two things: whoever moves it in the grid does not
/// stand in the way of whoever writes its description.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Thing {
    /// What is said of the edition as a whole.
    Congress,
    /// A day.
    Day(Date),
    /// A room.
    Room(Slug),
    /// The order of the rooms.
    Rooms,
    /// A track.
    Track(Slug),
    /// The order of the tracks.
    Tracks,
    /// A kind of sessions.
    Kind(Slug),
    /// A goal.
    Goal(Slug),
    /// A person.
    Person(Uuid),
    /// A session, except its room and time.
    Session(SessionCode),
    /// The room and time of a session.
    Slot(SessionCode),
    /// A session with its room and time.
    WholeSession(SessionCode),
}

impl Thing {
    /// What the history calls it: `session S31`, `room kadzielnia`.
    ///
    /// A person is called by their word in Polish addresses, which stays when their name changes.
    #[must_use]
    pub fn subject(&self, programme: &Programme) -> String {
        match self {
            Self::Congress => "congress".to_owned(),
            Self::Day(date) => format!("day {date}"),
            Self::Room(slug) => format!("room {slug}"),
            Self::Rooms => "rooms".to_owned(),
            Self::Track(slug) => format!("track {slug}"),
            Self::Tracks => "tracks".to_owned(),
            Self::Kind(slug) => format!("kind {slug}"),
            Self::Goal(slug) => format!("goal {slug}"),
            Self::Person(guid) => programme.person(*guid).map_or_else(
                || format!("person {guid}"),
                |person| format!("person {}", person.slug.pl),
            ),
            Self::Session(code) | Self::Slot(code) | Self::WholeSession(code) => {
                format!("session {code}")
            }
        }
    }

    /// All that is said of it, as an object, where it is in the programme.
    #[must_use]
    pub fn said(&self, programme: &Programme) -> Option<Json> {
        match self {
            Self::Congress => Some(json!(programme.congress)),
            Self::Day(date) => programme
                .days
                .iter()
                .find(|day| day.date == *date)
                // Its number follows from the other days.
                .map(|day| json!({ "date": day.date, "name": day.name })),
            Self::Room(slug) => programme.room(slug.as_str()).map(|room| json!(room)),
            Self::Rooms => {
                let slugs: Vec<&Slug> = programme.rooms.iter().map(|room| &room.slug).collect();
                Some(json!({ "order": slugs }))
            }
            Self::Track(slug) => programme.track(slug.as_str()).map(|track| json!(track)),
            Self::Tracks => {
                let slugs: Vec<&Slug> = programme.tracks.iter().map(|track| &track.slug).collect();
                Some(json!({ "order": slugs }))
            }
            Self::Kind(slug) => programme.kind(slug.as_str()).map(|kind| json!(kind)),
            Self::Goal(slug) => programme
                .goals
                .iter()
                .find(|goal| goal.slug == *slug)
                .map(|goal| json!(goal)),
            Self::Person(guid) => programme.person(*guid).map(|person| json!(person)),
            Self::Session(code) => programme.session(code.as_str()).map(|session| {
                json!(Session {
                    slot: None,
                    ..session.clone()
                })
            }),
            Self::Slot(code) => programme
                .session(code.as_str())
                .map(|session| json!({ "slot": session.slot })),
            Self::WholeSession(code) => programme
                .session(code.as_str())
                .map(|session| json!(session)),
        }
    }
}
