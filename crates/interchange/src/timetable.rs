//! A programme as a timetabling problem, and a timetable as slots of a programme.
//!
//! A programme does not say all that a timetable has to respect, so what it shows is taken for meant:
//! a kind of session keeps to the rooms and to the hours in which the draft has it. A night of flops
//! stays at night, and a workshop in a room with tables. Breaks, desks and study visits are not moved:
//! they bind the rooms and the people that they need.

mod clock;
mod habits;

use std::collections::{BTreeMap, BTreeSet};

use wiec_model::availability::{Availabilities, Whose};
use wiec_model::conflicts::Pace;
use wiec_model::{Lang, Programme, Session, SessionCode, Slot};
use wiec_timetable::congress::{
    Day, Person, Place, Precedence, Problem, Room, Rule, Rules, Schedule, Span, Strength, Track,
};

use clock::Clock;
use habits::Habits;

/// Possible starts are so many minutes apart.
const STEP_MINUTES: u32 = 5;
/// How long a session takes of which neither slot nor kind says it.
const USUAL_MINUTES: u32 = 60;

/// A programme as a problem, with the sessions that can be moved.
#[derive(Clone, Debug)]
pub struct Timetabling {
    /// What the engine solves. Its sessions and rooms have the codes and keys of the programme.
    pub problem: Problem,
    /// Where the draft has them now.
    pub schedule: Schedule,
    clock: Clock,
}

impl Timetabling {
    /// What of a programme can be planned, with these sessions left where they are.
    #[must_use]
    pub fn of(
        programme: &Programme,
        availabilities: &Availabilities,
        pinned: &BTreeSet<SessionCode>,
    ) -> Self {
        let clock = Clock::of(programme);
        let movable: Vec<&Session> = programme
            .sessions
            .iter()
            .filter(|session| is_movable(programme, session))
            .collect();
        let schedule: Schedule = movable
            .iter()
            .map(|session| place(programme, &clock, session))
            .collect();
        let reader = Reader {
            programme,
            availabilities,
            clock: &clock,
        };
        let people = reader.people_of(&movable);
        let habits = Habits::of(programme, &clock);
        let sessions = movable
            .iter()
            .zip(&schedule)
            .map(|(session, place)| {
                let is_pinned = pinned.contains(&session.code);
                reader.session(session, &people, &habits, place.filter(|_| is_pinned))
            })
            .collect();
        let pace = Pace::of(&programme.congress);
        let problem = Problem {
            name: programme.name(Lang::Pl).to_owned(),
            days: reader.days(&pace),
            breaks: Vec::new(),
            starts: Vec::new(),
            step_minutes: STEP_MINUTES,
            turnover_minutes: turnover(&movable, &schedule, programme, pace.change_over_minutes),
            most_parallel: None,
            rooms: reader.rooms(),
            people: people.iter().map(|guid| reader.person(*guid)).collect(),
            tracks: programme
                .tracks
                .iter()
                .map(|track| Track {
                    id: track.slug.to_string(),
                })
                .collect(),
            sessions,
            apart: Vec::new(),
            order: presentations_before_debates(&movable, &schedule),
            rules: rules(),
        };
        Self {
            problem,
            schedule,
            clock,
        }
    }

    /// The programme with the slots of a timetable; what has no place there has no slot.
    #[must_use]
    pub fn apply(&self, programme: &Programme, schedule: &Schedule) -> Programme {
        let planned: BTreeMap<&str, Option<Place>> = self
            .problem
            .sessions
            .iter()
            .map(|session| session.id.as_str())
            .zip(schedule.iter().copied())
            .collect();
        let mut changed = programme.clone();
        for session in &mut changed.sessions {
            if let Some(place) = planned.get(session.code.as_str()) {
                session.slot = place.map(|place| self.slot(programme, session, place));
            }
        }
        changed
    }

    fn slot(&self, programme: &Programme, session: &Session, place: Place) -> Slot {
        let minutes = minutes_of(programme, session);
        Slot {
            room: programme.rooms[place.room].slug.clone(),
            starts_at: self.clock.instant(place.start),
            ends_at: self.clock.instant(place.start + minutes),
        }
    }
}

/// The engine's weights for a programme. More people than seats cannot be, for the office shows it as
/// what cannot be; tracks are matters of taste, since they run through all kinds of sessions.
fn rules() -> Rules {
    let mut rules = Rules::default();
    rules.set(Rule::RoomSeats, Strength::Hard);
    rules.set(Rule::TrackParallel, Strength::Soft(20));
    rules.set(Rule::TrackRooms, Strength::Soft(2));
    rules.set(Rule::TrackGaps, Strength::Off);
    rules
}

/// Breaks and desks are where they are, and study visits leave the house.
fn is_movable(programme: &Programme, session: &Session) -> bool {
    !programme.is_service(session) && session.visit.is_none()
}

/// What the organisers wish between two sessions of a room, unless the draft itself allows less.
fn turnover(sessions: &[&Session], schedule: &Schedule, programme: &Programme, wished: u32) -> u32 {
    let mut stays: Vec<(usize, u32, u32)> = sessions
        .iter()
        .zip(schedule)
        .filter_map(|(session, place)| {
            let place = (*place)?;
            Some((
                place.room,
                place.start,
                place.start + minutes_of(programme, session),
            ))
        })
        .collect();
    stays.sort_unstable();
    let neighbours = stays.windows(2).filter(|pair| pair[0].0 == pair[1].0);
    let gaps = neighbours.filter_map(|pair| pair[1].1.checked_sub(pair[0].2));
    gaps.min().map_or(wished, |least| least.min(wished))
}

fn minutes_of(programme: &Programme, session: &Session) -> u32 {
    let of_kind = || {
        let kind = programme.kind(session.kind.as_str())?;
        kind.default_minutes
    };
    let of_slot = session.slot.as_ref().map(|slot| {
        let seconds = slot.ends_at.duration_since(slot.starts_at).as_secs();
        u32::try_from(seconds / 60).unwrap_or(USUAL_MINUTES).max(1)
    });
    of_slot.or_else(of_kind).unwrap_or(USUAL_MINUTES)
}

fn place(programme: &Programme, clock: &Clock, session: &Session) -> Option<Place> {
    let slot = session.slot.as_ref()?;
    let room = programme
        .rooms
        .iter()
        .position(|room| room.slug == slot.room)?;
    Some(Place {
        room,
        start: clock.minute(slot.starts_at)?,
    })
}

/// What presents the proposals of a theme comes before what debates them, if the draft has it so.
fn presentations_before_debates(sessions: &[&Session], schedule: &Schedule) -> Vec<Precedence> {
    let mut order = Vec::new();
    for (before, one) in sessions.iter().enumerate() {
        for (after, other) in sessions.iter().enumerate() {
            let is_same =
                one.proposals_track.is_some() && one.proposals_track == other.proposals_track;
            let (Some(first), Some(second)) = (schedule[before], schedule[after]) else {
                continue;
            };
            if is_same && first.start < second.start {
                order.push(Precedence {
                    before,
                    after,
                    gap_minutes: 0,
                });
            }
        }
    }
    order
}

/// What all parts of a programme are read with.
struct Reader<'a> {
    programme: &'a Programme,
    availabilities: &'a Availabilities,
    clock: &'a Clock,
}

impl Reader<'_> {
    fn days(&self, pace: &Pace) -> Vec<Day> {
        self.programme
            .days
            .iter()
            .map(|day| Day {
                id: day.date.to_string(),
                span: self.clock.between(day, pace.opens, pace.closes),
            })
            .collect()
    }

    fn rooms(&self) -> Vec<Room> {
        let rooms = self.programme.rooms.iter();
        rooms
            .map(|room| Room {
                id: room.slug.to_string(),
                capacity: room.capacity.unwrap_or(u32::MAX),
                features: Vec::new(),
                open: self.free(&Whose::Room(room.slug.clone()), |session| {
                    session
                        .slot
                        .as_ref()
                        .is_some_and(|slot| slot.room == room.slug)
                }),
            })
            .collect()
    }

    /// Everybody who appears in what can be moved, in the order of the programme.
    fn people_of(&self, movable: &[&Session]) -> Vec<uuid::Uuid> {
        let appearing: BTreeSet<uuid::Uuid> = movable
            .iter()
            .flat_map(|session| session.people.iter().map(|appearance| appearance.person))
            .collect();
        let people = self.programme.people.iter().map(|person| person.guid);
        people.filter(|guid| appearing.contains(guid)).collect()
    }

    fn person(&self, guid: uuid::Uuid) -> Person {
        Person {
            id: self.called(guid),
            available: self.free(&Whose::Person(guid), |session| {
                session
                    .people
                    .iter()
                    .any(|appearance| appearance.person == guid)
            }),
            favourites: Vec::new(),
        }
    }

    /// What somebody is called: by name or role, and where two are alike, by their words in addresses.
    fn called(&self, guid: uuid::Uuid) -> String {
        let Some(person) = self.programme.person(guid) else {
            return guid.to_string();
        };
        let words = |person: &wiec_model::Person| {
            let role = || {
                person
                    .role
                    .as_ref()
                    .map(|role| role.words(Lang::Pl).to_owned())
            };
            person.name.clone().or_else(role)
        };
        let own = words(person);
        let alike = self.programme.people.iter();
        let count = alike.filter(|other| words(other) == own).count();
        match own {
            Some(own) if count == 1 => own,
            Some(own) => format!("{own} ({})", person.slug.get(Lang::Pl)),
            None => person.slug.get(Lang::Pl).to_string(),
        }
    }

    /// When somebody or something can, without what is fixed and needs them. Nothing means always.
    fn free(&self, whose: &Whose, needs: impl Fn(&Session) -> bool) -> Vec<Span> {
        let said = self.availabilities.of(whose);
        let windows = if said.is_said() {
            let windows = said.windows().iter();
            windows
                .filter_map(|window| self.clock.span(window.starts_at(), window.ends_at()))
                .collect()
        } else {
            vec![self.clock.whole()]
        };
        let fixed: Vec<Span> = self
            .programme
            .sessions
            .iter()
            .filter(|session| !is_movable(self.programme, session) && needs(session))
            .filter_map(|session| {
                let slot = session.slot.as_ref()?;
                self.clock.span(slot.starts_at, slot.ends_at)
            })
            .collect();
        if fixed.is_empty() && !said.is_said() {
            return Vec::new();
        }
        clock::without(windows, &fixed)
    }

    fn session(
        &self,
        session: &Session,
        people: &[uuid::Uuid],
        habits: &Habits,
        pinned: Option<Place>,
    ) -> wiec_timetable::congress::Session {
        let track = |slug: &wiec_model::Slug| {
            let mut tracks = self.programme.tracks.iter();
            tracks.position(|track| track.slug == *slug)
        };
        let mut present: Vec<usize> = session
            .people
            .iter()
            .filter_map(|appearance| people.iter().position(|guid| *guid == appearance.person))
            .collect();
        present.sort_unstable();
        present.dedup();
        wiec_timetable::congress::Session {
            id: session.code.to_string(),
            minutes: minutes_of(self.programme, session),
            people: present,
            needs: Vec::new(),
            rooms: habits.rooms(session),
            windows: habits.windows(session, self.programme, self.clock),
            audience: session.capacity.unwrap_or(0),
            track: session.track.as_ref().and_then(track),
            pinned,
            announced: false,
        }
    }
}
