//! What is wrong within a programme: keys given twice, keys that lead nowhere, impossible times.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use uuid::Uuid;

use crate::programme::Programme;
use crate::session::Session;
use crate::slug::Slug;

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
        self.check_rooms(&mut found);
        self.check_days(&mut found);
        found.0
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
            check_talks(found, index, session);
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
        let mut solutions: BTreeMap<&str, String> = BTreeMap::new();
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
            for (number, solution) in proposal.solutions.iter().enumerate() {
                let place = format!("proposals[{index}].solutions[{number}]");
                if let Some(first) = solutions.get(solution.code.as_str()) {
                    let message = format!("\"{}\" is already used by {first}", solution.code);
                    found.add(format!("{place}.code"), message);
                } else {
                    solutions.insert(&solution.code, place);
                }
            }
        }
    }

    /// A room listed twice is one mistake: its guid is looked at where its slug differs.
    fn check_rooms(&self, found: &mut Problems) {
        let mut seen: BTreeMap<Uuid, usize> = BTreeMap::new();
        for (index, room) in self.rooms.iter().enumerate() {
            let first = *seen.entry(room.guid).or_insert(index);
            if self.rooms[first].slug != room.slug {
                found.add(
                    format!("rooms[{index}].guid"),
                    format!("\"{}\" is already used by rooms[{first}]", room.guid),
                );
            }
        }
    }

    fn check_days(&self, found: &mut Problems) {
        if self.days.is_empty() {
            found.add(
                "days".to_owned(),
                "a congress needs at least one day".to_owned(),
            );
        }
        let numbers = self.days.iter().map(|day| day.number.to_string());
        found.twice("days", "number", numbers);
        for (before, pair) in self.days.windows(2).enumerate() {
            if pair[1].date < pair[0].date {
                found.add(
                    format!("days[{}].date", before + 1),
                    format!(
                        "{} comes before {}, the day listed above it; list days in order",
                        pair[1].date, pair[0].date
                    ),
                );
            }
        }
    }
}

/// Whoever tells a talk appears in its session: the public finds them among its people.
fn check_talks(found: &mut Problems, index: usize, session: &Session) {
    for (number, talk) in session.talks.iter().enumerate() {
        for (place, person) in talk.people.iter().enumerate() {
            if !session.has_person(*person) {
                let place = format!("sessions[{index}].talks[{number}].people[{place}]");
                let message = format!(
                    "\"{person}\" does not appear in session {}; list them under its people",
                    session.code
                );
                found.add(place, message);
            }
        }
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
