//! A release with its keys resolved, once for all exports.
//!
//! A programme refers by keys, and finding one means walking a list. Ten exports in two languages
//! would walk each of them thousands of times, so the walks are done here.

use std::collections::HashMap;
use std::fmt;
use std::hash::Hash;

use jiff::Timestamp;
use uuid::Uuid;
use wiec_model::release::Issue;
use wiec_model::{
    Day, Kind, Lang, Part, Person, Programme, Release, Room, Session, Slot, Track, Zone,
};

use super::{Addresses, Words, stamp};

/// A release, its addresses and its words, ready to be written down.
pub struct Context<'a> {
    pub(super) release: &'a Release,
    pub(super) addresses: &'a dyn Addresses,
    pub(super) words: &'a dyn Words,
    /// In the order of the programme, the cancelled ones after the others.
    entries: Vec<Entry<'a>>,
    /// How many of the entries are not cancelled.
    kept: usize,
    places: HashMap<Uuid, usize>,
}

/// A session of a release with everything that its keys lead to.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    /// The session.
    pub session: &'a Session,
    /// Its room and time.
    pub slot: &'a Slot,
    /// Its version.
    pub issue: Issue,
    /// Whether it takes place, and as planned.
    pub state: State,
    /// The day of the congress that it belongs to.
    pub day: Option<&'a Day>,
    /// Its room.
    pub room: Option<&'a Room>,
    /// Its track.
    pub track: Option<&'a Track>,
    /// Its kind.
    pub kind: Option<&'a Kind>,
    /// Who appears in it, and as what.
    pub people: Vec<(&'a Person, Part)>,
}

/// Whether a session takes place, and as planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It does.
    Scheduled,
    /// It does, but the release before had it at another time.
    Rescheduled {
        /// When it would have started.
        from: Timestamp,
    },
    /// It does not: an earlier release had it.
    Cancelled,
}

impl<'a> Context<'a> {
    /// Resolves the keys of the first release of a congress.
    #[must_use]
    pub fn of(release: &'a Release, addresses: &'a dyn Addresses, words: &'a dyn Words) -> Self {
        let keys = Keys::of(&release.programme);
        let mut sessions: Vec<&Session> = release.programme.sessions.iter().collect();
        release.programme.sort(&mut sessions);
        let kept = sessions
            .into_iter()
            .filter_map(|session| keys.entry(session, release.issue(session), State::Scheduled));
        let mut entries: Vec<Entry<'a>> = kept.collect();
        let kept = entries.len();
        entries.extend(
            release
                .cancelled
                .iter()
                .filter_map(|gone| keys.entry(&gone.session, gone.issue, State::Cancelled)),
        );
        let places = index(entries.iter().map(|entry| entry.session.guid).zip(0..));
        Self {
            release,
            addresses,
            words,
            entries,
            kept,
            places,
        }
    }

    /// Resolves the keys of a release that followed on `previous`.
    #[must_use]
    pub fn after(
        previous: &Release,
        release: &'a Release,
        addresses: &'a dyn Addresses,
        words: &'a dyn Words,
    ) -> Self {
        let mut context = Self::of(release, addresses, words);
        let starts = index(
            previous
                .programme
                .sessions
                .iter()
                .filter_map(|session| Some((session.guid, session.slot.as_ref()?.starts_at))),
        );
        for entry in &mut context.entries[..context.kept] {
            if let Some(&from) = starts.get(&entry.session.guid)
                && from != entry.slot.starts_at
            {
                entry.state = State::Rescheduled { from };
            }
        }
        context
    }

    /// The sessions that take place, in the order of the programme.
    #[must_use]
    pub fn sessions(&self) -> &[Entry<'a>] {
        &self.entries[..self.kept]
    }

    /// All sessions, the cancelled ones last.
    #[must_use]
    pub fn with_cancelled(&self) -> &[Entry<'a>] {
        &self.entries
    }

    /// The session with this guid, cancelled or not.
    #[must_use]
    pub fn entry(&self, guid: Uuid) -> Option<&Entry<'a>> {
        self.places.get(&guid).map(|&place| &self.entries[place])
    }

    /// The sessions of one day that take place.
    pub(super) fn on(&self, day: &Day) -> impl Iterator<Item = &Entry<'a>> {
        let number = day.number;
        self.sessions()
            .iter()
            .filter(move |entry| entry.day.is_some_and(|its| its.number == number))
    }

    pub(super) fn programme(&self) -> &'a Programme {
        &self.release.programme
    }

    pub(super) fn zone(&self) -> &'a Zone {
        &self.programme().congress.zone
    }

    /// An instant with the offset of the congress' clocks.
    pub(super) fn stamp(&self, instant: Timestamp) -> String {
        stamp(instant, self.zone())
    }

    /// The release as one word for those who compare versions: `3 po korekcie sal`.
    pub(super) fn version(&self) -> String {
        format!("{} {}", self.release.number, self.release.name)
            .trim_end()
            .to_owned()
    }
}

impl fmt::Debug for Context<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Context")
            .field("release", &self.release.number)
            .finish_non_exhaustive()
    }
}

impl Entry<'_> {
    /// Whether an earlier release had it and this one has not.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.state == State::Cancelled
    }

    /// Whether it is a break or a desk.
    #[must_use]
    pub fn is_service(&self) -> bool {
        self.kind.is_some_and(Kind::is_service)
    }
}

/// What a person is called: the name they chose, else their role.
pub(super) fn called(person: &Person, lang: Lang) -> &str {
    let role = || person.role.as_ref().map(|role| role.words(lang));
    person.name.as_deref().or_else(role).unwrap_or_default()
}

/// What the keys of a programme lead to.
struct Keys<'a> {
    programme: &'a Programme,
    rooms: HashMap<&'a str, &'a Room>,
    tracks: HashMap<&'a str, &'a Track>,
    kinds: HashMap<&'a str, &'a Kind>,
    people: HashMap<Uuid, &'a Person>,
}

impl<'a> Keys<'a> {
    fn of(programme: &'a Programme) -> Self {
        Self {
            programme,
            rooms: index(
                programme
                    .rooms
                    .iter()
                    .map(|room| (room.slug.as_str(), room)),
            ),
            tracks: index(
                programme
                    .tracks
                    .iter()
                    .map(|track| (track.slug.as_str(), track)),
            ),
            kinds: index(
                programme
                    .kinds
                    .iter()
                    .map(|kind| (kind.slug.as_str(), kind)),
            ),
            people: index(programme.people.iter().map(|person| (person.guid, person))),
        }
    }

    /// `None` for a session without a slot, of which a release has none.
    fn entry(&self, session: &'a Session, issue: Issue, state: State) -> Option<Entry<'a>> {
        let slot = session.slot.as_ref()?;
        // A cancelled session may have lost its people, its room or its track since.
        let people = session.people.iter().filter_map(|appearance| {
            Some((*self.people.get(&appearance.person)?, appearance.part))
        });
        Some(Entry {
            session,
            slot,
            issue,
            state,
            day: self.programme.day_of(slot.starts_at),
            room: self.rooms.get(slot.room.as_str()).copied(),
            track: session
                .track
                .as_ref()
                .and_then(|key| self.tracks.get(key.as_str()).copied()),
            kind: self.kinds.get(session.kind.as_str()).copied(),
            people: people.collect(),
        })
    }
}

fn index<K: Eq + Hash, V>(pairs: impl Iterator<Item = (K, V)>) -> HashMap<K, V> {
    pairs.collect()
}
