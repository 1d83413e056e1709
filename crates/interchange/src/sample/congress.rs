//! A made-up congress as a programme: rooms full from morning to evening, nothing overlapping.

use jiff::civil::{Date, Time};
use jiff::{Timestamp, ToSpan};
use wiec_model::{Day, Programme, Session, Slot};

use crate::names::Taken;
use crate::sample::chance::Chance;
use crate::sample::parts;
use crate::sample::session::session;

/// The first day of every made-up congress.
const FIRST_DAY: Date = Date::constant(2026, 11, 18);

/// Makes a congress of so many sessions, rooms, days and people.
///
/// Sessions fill the rooms from 8:30 on, one after another with a break between; when there are
/// more than fit into a day, they run into the night, but never overlap within a room. Titles,
/// leads and descriptions have the length that authors give them, in Polish and English; all kinds
/// and tracks occur. The result has no problems, whatever the numbers, if there is a room and a day.
#[must_use]
pub fn generated_congress(
    sessions: usize,
    rooms: usize,
    days: usize,
    people: usize,
    seed: u64,
) -> Programme {
    let mut chance = Chance::new(seed);
    let edition = parts::slug("kongres-probny");
    let people = parts::people(people, &edition, &mut chance);
    let mut programme = Programme {
        congress: parts::congress(edition),
        days: self::days(days.max(1)),
        rooms: Vec::new(),
        tracks: parts::tracks(),
        goals: parts::goals(),
        kinds: parts::kinds(),
        people,
        sessions: Vec::new(),
        proposals: Vec::new(),
    };
    programme.rooms = (0..rooms.max(1))
        .map(|number| parts::room(number, &programme.congress.slug, &mut chance))
        .collect();
    programme.sessions = self::sessions(sessions, &programme, &mut chance);
    programme
}

fn days(count: usize) -> Vec<Day> {
    let date = |number: u16| FIRST_DAY.saturating_add(i64::from(number - 1).days());
    (1..)
        .take(count)
        .map(|number| Day {
            number,
            date: date(number),
            name: None,
        })
        .collect()
}

fn sessions(count: usize, programme: &Programme, chance: &mut Chance) -> Vec<Session> {
    let mut taken = Taken::default();
    let mut grid = Grid::new(programme);
    (0..count)
        .map(|number| {
            // Every kind in its turn, so that all occur; panels fill what is left of a round.
            let kind = &programme.kinds[number % 20 % programme.kinds.len()];
            let slot = grid.place(number, i64::from(kind.default_minutes.unwrap_or(60)));
            session(number, kind, slot, programme, &mut taken, chance)
        })
        .collect()
}

/// The hours at which each room is free again, day by day.
struct Grid<'a> {
    programme: &'a Programme,
    free_at: Vec<Timestamp>,
}

impl<'a> Grid<'a> {
    fn new(programme: &'a Programme) -> Self {
        let opening = Time::constant(8, 30, 0, 0);
        let rules = programme.congress.zone.rules();
        let opens = |day: &Day| {
            rules
                .to_timestamp(day.date.to_datetime(opening))
                .expect("the days are in this century")
        };
        let rooms = programme.rooms.len();
        let free_at = programme
            .days
            .iter()
            .flat_map(|day| std::iter::repeat_n(opens(day), rooms))
            .collect();
        Self { programme, free_at }
    }

    /// The next slot of a room: every room of every day in turn.
    fn place(&mut self, number: usize, minutes: i64) -> Slot {
        let cell = number % self.free_at.len();
        let starts_at = self.free_at[cell];
        let ends_at = starts_at + minutes.minutes();
        self.free_at[cell] = ends_at + 15.minutes();
        Slot {
            room: self.programme.rooms[cell % self.programme.rooms.len()]
                .slug
                .clone(),
            starts_at,
            ends_at,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_congress_of_the_measured_size_has_everything_and_contradicts_itself_nowhere() {
        let programme = generated_congress(300, 12, 4, 240, 1);
        assert_eq!(programme.problems(), []);
        assert_eq!((programme.sessions.len(), programme.rooms.len()), (300, 12));
        assert_eq!((programme.days.len(), programme.people.len()), (4, 240));
        assert!(
            programme
                .sessions
                .iter()
                .all(|session| session.slot.is_some())
        );
        for kind in &programme.kinds {
            assert!(
                programme
                    .sessions
                    .iter()
                    .any(|session| session.kind == kind.slug),
                "{}",
                kind.slug
            );
        }
    }

    #[test]
    fn every_talk_is_told_by_somebody_of_its_session_unless_only_a_moderator_appears_there() {
        let programme = generated_congress(300, 12, 4, 240, 1);
        let mut told = 0;
        for session in &programme.sessions {
            let is_told = session.people.len() > 1;
            for talk in &session.talks {
                assert_eq!(talk.people.len(), usize::from(is_told));
                told += talk.people.len();
            }
        }
        assert!(told > 100, "{told}");
    }

    #[test]
    fn no_two_sessions_overlap_in_a_room() {
        let programme = generated_congress(300, 12, 4, 240, 1);
        let slots: Vec<&Slot> = programme
            .sessions
            .iter()
            .filter_map(|session| session.slot.as_ref())
            .collect();
        for (index, slot) in slots.iter().enumerate() {
            assert!(
                !slots[..index]
                    .iter()
                    .any(|other| other.room == slot.room && other.overlaps(slot))
            );
        }
    }

    #[test]
    fn the_same_seed_gives_the_same_congress_and_another_seed_another() {
        assert_eq!(
            generated_congress(40, 3, 2, 20, 7),
            generated_congress(40, 3, 2, 20, 7)
        );
        assert_ne!(
            generated_congress(40, 3, 2, 20, 7),
            generated_congress(40, 3, 2, 20, 8)
        );
    }

    #[test]
    fn odd_numbers_still_make_a_congress() {
        for (sessions, rooms, days, people) in [(0, 0, 0, 0), (1, 1, 1, 0), (200, 1, 1, 3)] {
            assert_eq!(
                generated_congress(sessions, rooms, days, people, 1).problems(),
                []
            );
        }
    }
}
