//! Habits: in which rooms and at which hours the draft has sessions of each kind.

use std::collections::{BTreeMap, BTreeSet};

use wiec_model::{Programme, Session, Slug};
use wiec_timetable::congress::Span;

use super::clock::Clock;

/// What the draft shows of a kind.
#[derive(Debug, Default)]
struct Habit {
    rooms: BTreeSet<usize>,
    /// From the earliest minute of a day to the latest.
    hours: Option<(u32, u32)>,
}

pub(super) struct Habits(BTreeMap<Slug, Habit>);

impl Habits {
    pub(super) fn of(programme: &Programme, clock: &Clock) -> Self {
        let mut habits: BTreeMap<Slug, Habit> = BTreeMap::new();
        for session in &programme.sessions {
            let Some(slot) = &session.slot else { continue };
            let habit = habits.entry(session.kind.clone()).or_default();
            let mut rooms = programme.rooms.iter();
            habit
                .rooms
                .extend(rooms.position(|room| room.slug == slot.room));
            let (from, to) = (
                clock.minute_of_day(slot.starts_at),
                clock.minute_of_day(slot.ends_at),
            );
            let (earliest, latest) = habit.hours.unwrap_or((from, to));
            habit.hours = Some((earliest.min(from), latest.max(to)));
        }
        Self(habits)
    }

    /// The rooms of its kind; empty where the kind has none yet, which means any.
    pub(super) fn rooms(&self, session: &Session) -> Vec<usize> {
        let habit = self.0.get(&session.kind);
        habit.map_or_else(Vec::new, |habit| habit.rooms.iter().copied().collect())
    }

    /// The hours of its kind on every day; empty where the kind has none yet, which means any.
    pub(super) fn windows(
        &self,
        session: &Session,
        programme: &Programme,
        clock: &Clock,
    ) -> Vec<Span> {
        let hours = self.0.get(&session.kind).and_then(|habit| habit.hours);
        let Some((from, to)) = hours else {
            return Vec::new();
        };
        let days = programme.days.iter();
        days.map(|day| {
            let midnight = clock.midnight(day);
            Span {
                from: midnight + from,
                to: midnight + to,
            }
        })
        .collect()
    }
}
