//! The frame: all places that there are, and what a session breaks at a place by itself, whatever
//! the others do.

use crate::congress::problem::{Problem, within};
use crate::congress::rules::{HARD, Rule};
use crate::congress::schedule::Place;

/// The minutes at which sessions may start, ascending.
pub(crate) struct Frame {
    pub(crate) starts: Vec<u32>,
}

impl Frame {
    pub(crate) fn new(problem: &Problem) -> Self {
        let mut starts = problem.starts.clone();
        if starts.is_empty() {
            for day in &problem.days {
                let step = problem.step_minutes.max(1) as usize;
                starts.extend((day.span.from..day.span.to).step_by(step));
                // After a break the grid begins anew, or half a step would be lost each time.
                for it in problem.breaks.iter().filter(|it| day.span.holds(it.span)) {
                    starts.extend((it.span.to..day.span.to).step_by(step));
                }
            }
        }
        starts.sort_unstable();
        starts.dedup();
        Self { starts }
    }

    /// Every place of the congress.
    pub(crate) fn places(&self, problem: &Problem) -> impl Iterator<Item = Place> {
        let rooms = 0..problem.rooms.len();
        rooms.flat_map(|room| self.starts.iter().map(move |&start| Place { room, start }))
    }
}

/// What a session breaks at a place by itself.
pub(crate) fn alone(
    problem: &Problem,
    frame: &Frame,
    session: usize,
    place: Place,
) -> Vec<(Rule, i64)> {
    let (it, room) = (&problem.sessions[session], &problem.rooms[place.room]);
    let span = place.span(problem, session);
    let absent = |&&person: &&usize| !within(&problem.people[person].available, span);
    let elsewhere = it.pinned.is_some_and(|pin| pin != place);
    let found = [
        (Rule::Pinned, i64::from(elsewhere)),
        (
            Rule::Hours,
            i64::from(!in_hours(problem, frame, session, place)),
        ),
        (Rule::RoomOpen, i64::from(!within(&room.open, span))),
        (
            Rule::RoomSuits,
            i64::from(!suits(problem, session, place.room)),
        ),
        (
            Rule::RoomSeats,
            i64::from(it.audience.saturating_sub(room.capacity)),
        ),
        (
            Rule::PersonAvailable,
            it.people.iter().filter(absent).count() as i64,
        ),
    ];
    found.into_iter().filter(|&(_, times)| times > 0).collect()
}

/// Within a day, outside of breaks, within its own times, at a possible start. A pinned session
/// may start at any minute: whoever pinned it knew.
fn in_hours(problem: &Problem, frame: &Frame, session: usize, place: Place) -> bool {
    let it = &problem.sessions[session];
    let span = place.span(problem, session);
    let possible = it.pinned == Some(place) || frame.starts.binary_search(&place.start).is_ok();
    possible
        && problem.days.iter().any(|day| day.span.holds(span))
        && !problem.breaks.iter().any(|it| it.span.meets(span))
        && within(&it.windows, span)
}

fn suits(problem: &Problem, session: usize, room: usize) -> bool {
    let it = &problem.sessions[session];
    let features = &problem.rooms[room].features;
    it.needs.iter().all(|need| features.contains(need))
        && (it.rooms.is_empty() || it.rooms.contains(&room))
}

/// What a session costs at a place by itself.
pub(crate) fn weigh(problem: &Problem, frame: &Frame, session: usize, place: Place) -> i64 {
    let found = alone(problem, frame, session, place);
    found
        .iter()
        .map(|&(rule, times)| problem.rules.weight(rule) * times)
        .sum()
}

/// Places at which a session breaks no hard rule by itself, with what it costs there: by room,
/// then by time. A pinned session has one.
pub(crate) fn kept_alone(problem: &Problem, frame: &Frame, session: usize) -> Vec<(Place, i64)> {
    let weighed = |place: Place| (place, weigh(problem, frame, session, place));
    match problem.sessions[session].pinned {
        Some(pin) => vec![weighed(pin)],
        None => {
            let all = frame.places(problem).map(weighed);
            all.filter(|&(_, cost)| cost < HARD).collect()
        }
    }
}
