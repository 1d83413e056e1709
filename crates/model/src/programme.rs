//! The programme of one edition, whole: one value that files, releases and pages are made from.
//!
//! Parts refer to one another by their keys (a session names its room's slug), so that the value
//! is the same in a file, in the database and in memory. [`Programme::problems`] says where a key
//! leads nowhere.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use jiff::civil::{Date, Time};
use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::congress::{Congress, Day};
use crate::person::Person;
use crate::place::{Feature, Room};
use crate::proposal::Proposal;
use crate::session::Session;
use crate::slug::Slug;
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
    pub proposals: Vec<Proposal>,
}

/// What is wrong within a programme, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The place in the programme: `sessions[12].slot.room`.
    pub place: String,
    /// What is wrong there and what would be right.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.message)
    }
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

    /// Everything that contradicts itself: keys given twice, keys that lead nowhere, impossible times.
    #[must_use]
    pub fn problems(&self) -> Vec<Problem> {
        let mut found = Problems::default();
        found.twice(
            "rooms",
            "slug",
            self.rooms.iter().map(|room| room.slug.to_string()),
        );
        found.twice(
            "tracks",
            "slug",
            self.tracks.iter().map(|track| track.slug.to_string()),
        );
        found.twice(
            "goals",
            "slug",
            self.goals.iter().map(|goal| goal.slug.to_string()),
        );
        found.twice(
            "kinds",
            "slug",
            self.kinds.iter().map(|kind| kind.slug.to_string()),
        );
        found.twice(
            "people",
            "guid",
            self.people.iter().map(|person| person.guid.to_string()),
        );
        found.twice(
            "people",
            "slug.pl",
            self.people.iter().map(|person| person.slug.pl.to_string()),
        );
        found.twice(
            "people",
            "slug.en",
            self.people.iter().map(|person| person.slug.en.to_string()),
        );
        found.twice(
            "days",
            "date",
            self.days.iter().map(|day| day.date.to_string()),
        );
        found.twice(
            "sessions",
            "code",
            self.sessions.iter().map(|session| session.code.to_string()),
        );
        found.twice(
            "sessions",
            "guid",
            self.sessions.iter().map(|session| session.guid.to_string()),
        );
        found.twice(
            "sessions",
            "slug.pl",
            self.sessions
                .iter()
                .map(|session| session.slug.pl.to_string()),
        );
        found.twice(
            "sessions",
            "slug.en",
            self.sessions
                .iter()
                .map(|session| session.slug.en.to_string()),
        );
        found.twice(
            "proposals",
            "code",
            self.proposals.iter().map(|proposal| proposal.code.clone()),
        );
        self.check_sessions(&mut found);
        self.check_proposals(&mut found);
        if self.days.is_empty() {
            found.add(
                "days".to_owned(),
                "a congress needs at least one day".to_owned(),
            );
        }
        found.0
    }

    /// The name of the congress as words in one language.
    #[must_use]
    pub fn name(&self, lang: Lang) -> &str {
        self.congress.name.words(lang)
    }

    fn check_sessions(&self, found: &mut Problems) {
        let rooms: BTreeSet<&Slug> = self.rooms.iter().map(|room| &room.slug).collect();
        let tracks: BTreeSet<&Slug> = self.tracks.iter().map(|track| &track.slug).collect();
        let kinds: BTreeSet<&Slug> = self.kinds.iter().map(|kind| &kind.slug).collect();
        let people: BTreeSet<Uuid> = self.people.iter().map(|person| person.guid).collect();
        for (index, session) in self.sessions.iter().enumerate() {
            let at = |field: &str| format!("sessions[{index}].{field}");
            found.unknown(
                kinds.contains(&session.kind),
                at("kind"),
                "kind",
                &session.kind,
            );
            for (field, track) in [
                ("track", &session.track),
                ("proposals_track", &session.proposals_track),
            ] {
                if let Some(track) = track {
                    found.unknown(tracks.contains(track), at(field), "track", track);
                }
            }
            for (place, appearance) in session.people.iter().enumerate() {
                let known = people.contains(&appearance.person);
                found.unknown(
                    known,
                    at(&format!("people[{place}]")),
                    "person",
                    &appearance.person,
                );
            }
            if let Some(slot) = &session.slot {
                found.unknown(
                    rooms.contains(&slot.room),
                    at("slot.room"),
                    "room",
                    &slot.room,
                );
                self.check_times(found, index, session);
            }
        }
    }

    fn check_times(&self, found: &mut Problems, index: usize, session: &Session) {
        let Some(slot) = &session.slot else { return };
        if slot.ends_at <= slot.starts_at {
            let message = format!(
                "session {} ends at {} but starts at {}",
                session.code, slot.ends_at, slot.starts_at
            );
            found.add(format!("sessions[{index}].slot"), message);
        }
        if self.day_of(slot.starts_at).is_none() {
            let message = format!(
                "session {} starts at {}, on no day of the congress",
                session.code, slot.starts_at
            );
            found.add(format!("sessions[{index}].slot.starts_at"), message);
        }
    }

    fn check_proposals(&self, found: &mut Problems) {
        for (index, proposal) in self.proposals.iter().enumerate() {
            let place = format!("proposals[{index}].track");
            found.unknown(
                self.track(proposal.track.as_str()).is_some(),
                place,
                "track",
                &proposal.track,
            );
            for goal in &proposal.goals {
                let known = self.goals.iter().any(|known| known.slug == *goal);
                found.unknown(known, format!("proposals[{index}].goals"), "goal", goal);
            }
        }
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

#[derive(Default)]
struct Problems(Vec<Problem>);

impl Problems {
    fn add(&mut self, place: String, message: String) {
        self.0.push(Problem { place, message });
    }

    fn unknown(&mut self, known: bool, place: String, what: &str, key: &dyn fmt::Display) {
        if !known {
            self.add(place, format!("there is no {what} \"{key}\""));
        }
    }

    fn twice(&mut self, list: &str, field: &str, keys: impl Iterator<Item = String>) {
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        for (index, key) in keys.enumerate() {
            if let Some(first) = seen.get(&key) {
                self.add(
                    format!("{list}[{index}].{field}"),
                    format!("\"{key}\" is already used by {list}[{first}]"),
                );
            } else {
                seen.insert(key, index);
            }
        }
    }
}
