//! The programme of one edition, whole: one value that files, releases and pages are made from.
//!
//! Parts refer to one another by their keys (a session names its room's slug), so that the value
//! is the same in a file, in the database and in memory. [`Programme::problems`] says where a key
//! leads nowhere.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, Time};
use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::challenge::Challenge;
use crate::congress::{Congress, Day};
use crate::person::Person;
use crate::place::{Feature, Room};
use crate::session::Session;
use crate::text::Lang;
use crate::theme::{Goal, Kind, MapLine, Track};

/// A night that ends before this hour still belongs to the evening's day.
const DAY_TURNS_AT: i8 = 5;

/// Everything an edition consists of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Programme {
    /// The edition.
    pub congress: Congress,
    /// Its days, in order.
    pub days: Vec<Day>,
    /// Its rooms, in the order of the grid's columns.
    pub rooms: Vec<Room>,
    /// Its tracks, in the order of the legend.
    pub tracks: Vec<Track>,
    /// The goals of its register.
    pub goals: Vec<Goal>,
    /// The kinds of its sessions.
    pub kinds: Vec<Kind>,
    /// Who appears in it.
    pub people: Vec<Person>,
    /// Its sessions, scheduled or not.
    pub sessions: Vec<Session>,
    /// The expert teams' proposals.
    pub proposals: Vec<Challenge>,
}

impl Programme {
    /// The room with this key.
    #[must_use]
    pub fn room(&self, slug: &str) -> Option<&Room> {
        self.rooms.iter().find(|room| room.slug.as_str() == slug)
    }

    /// The track with this key.
    #[must_use]
    pub fn track(&self, slug: &str) -> Option<&Track> {
        self.tracks.iter().find(|track| track.slug.as_str() == slug)
    }

    /// The kind with this key.
    #[must_use]
    pub fn kind(&self, slug: &str) -> Option<&Kind> {
        self.kinds.iter().find(|kind| kind.slug.as_str() == slug)
    }

    /// The person with this guid.
    #[must_use]
    pub fn person(&self, guid: Uuid) -> Option<&Person> {
        self.people.iter().find(|person| person.guid == guid)
    }

    /// The session with this code.
    #[must_use]
    pub fn session(&self, code: &str) -> Option<&Session> {
        self.sessions
            .iter()
            .find(|session| session.code.as_str() == code)
    }

    /// The line that a session is drawn with.
    #[must_use]
    pub fn line_of(&self, session: &Session) -> MapLine {
        session
            .track
            .as_ref()
            .and_then(|slug| self.track(slug.as_str()))
            .map_or(MapLine::Brak, |track| track.line)
    }

    /// Whether a session is a break or a desk.
    #[must_use]
    pub fn is_service(&self, session: &Session) -> bool {
        self.kind(session.kind.as_str())
            .is_some_and(Kind::is_service)
    }

    /// What makes a session accessible: its own languages, and the equipment of its room.
    #[must_use]
    pub fn features_of(&self, session: &Session) -> BTreeSet<Feature> {
        let room = session
            .slot
            .as_ref()
            .and_then(|slot| self.room(slot.room.as_str()));
        let mut features: BTreeSet<Feature> = room
            .map(|room| room.features.iter().copied().collect())
            .unwrap_or_default();
        // A lit place for an interpreter is not yet an interpreter.
        features.remove(&Feature::SignLanguage);
        if session
            .languages
            .iter()
            .any(|language| language.is_sign_language())
        {
            features.insert(Feature::SignLanguage);
        }
        features
    }

    /// The day that an instant belongs to; a late night belongs to its evening.
    #[must_use]
    pub fn day_of(&self, instant: Timestamp) -> Option<&Day> {
        let local = self.congress.zone.rules().to_datetime(instant);
        let mut date = local.date();
        if local.hour() < DAY_TURNS_AT {
            date = date.yesterday().unwrap_or(date);
        }
        self.days.iter().find(|day| day.date == date)
    }

    /// The first instant of a day and the first after it, as [`Programme::day_of`] draws them.
    #[must_use]
    pub fn bounds_of(&self, day: &Day) -> (Timestamp, Timestamp) {
        let next = day.date.tomorrow().unwrap_or(day.date);
        (self.turn_of(day.date), self.turn_of(next))
    }

    /// The instant at which the clocks of the congress show `time` on a day: an hour after midnight is
    /// the late night of that day. Of an hour that the clocks show twice the first is meant.
    #[must_use]
    pub fn instant_on(&self, day: &Day, time: Time) -> Timestamp {
        let date = if time.hour() < DAY_TURNS_AT {
            day.date.tomorrow().unwrap_or(day.date)
        } else {
            day.date
        };
        self.congress
            .zone
            .rules()
            .to_timestamp(date.to_datetime(time))
            .unwrap_or(Timestamp::MAX)
    }

    /// The scheduled sessions of a day, by start, then in the order of the rooms, then by code.
    #[must_use]
    pub fn sessions_on(&self, day: &Day) -> Vec<&Session> {
        let (from, to) = self.bounds_of(day);
        let mut sessions: Vec<&Session> = self
            .sessions
            .iter()
            .filter(|session| {
                session
                    .slot
                    .as_ref()
                    .is_some_and(|slot| from <= slot.starts_at && slot.starts_at < to)
            })
            .collect();
        self.sort(&mut sessions);
        sessions
    }

    /// Puts sessions in the order of the programme; those without a slot come last.
    pub fn sort(&self, sessions: &mut [&Session]) {
        let columns: BTreeMap<&str, usize> = self
            .rooms
            .iter()
            .enumerate()
            .map(|(column, room)| (room.slug.as_str(), column))
            .collect();
        sessions.sort_by_cached_key(|session| {
            let slot = session.slot.as_ref();
            let column = slot.and_then(|slot| columns.get(slot.room.as_str()).copied());
            (
                slot.is_none(),
                slot.map(|slot| slot.starts_at),
                column,
                session.code.clone(),
            )
        });
    }

    /// The name of the congress as words in one language.
    #[must_use]
    pub fn name(&self, lang: Lang) -> &str {
        self.congress.name.words(lang)
    }

    /// The instant at which `date` begins for the congress.
    fn turn_of(&self, date: Date) -> Timestamp {
        let turn = date
            .to_datetime(Time::midnight())
            .saturating_add(DAY_TURNS_AT.hours());
        self.congress
            .zone
            .rules()
            .to_timestamp(turn)
            .unwrap_or(Timestamp::MAX)
    }
}
