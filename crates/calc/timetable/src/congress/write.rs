//! Writes a congress as its reader reads it.

use crate::congress::file::{FORMAT, File, OrderIn, PersonIn, PlaceIn, RoomIn, SessionIn, Stretch};
use crate::congress::problem::{Day, Problem, Span};
use crate::congress::rules::Rule;

/// Writes a congress as [`read`](crate::congress::read) reads it.
pub fn write(problem: &Problem) -> String {
    let room = |at: usize| problem.rooms[at].id.clone();
    let person = |at: usize| problem.people[at].id.clone();
    let session = |at: usize| problem.sessions[at].id.clone();
    let day = |it: &Day| Stretch {
        id: it.id.clone(),
        from: it.span.from,
        to: it.span.to,
    };
    let file = File {
        format: FORMAT.to_owned(),
        name: problem.name.clone(),
        days: problem.days.iter().map(day).collect(),
        breaks: problem.breaks.iter().map(day).collect(),
        starts: problem.starts.clone(),
        step_minutes: problem.step_minutes,
        turnover_minutes: problem.turnover_minutes,
        most_parallel: problem.most_parallel,
        rooms: problem
            .rooms
            .iter()
            .map(|it| RoomIn {
                id: it.id.clone(),
                capacity: it.capacity,
                features: it.features.clone(),
                open: pairs(&it.open),
            })
            .collect(),
        people: problem
            .people
            .iter()
            .map(|it| PersonIn {
                id: it.id.clone(),
                available: pairs(&it.available),
                favourites: it.favourites.iter().map(|&at| session(at)).collect(),
            })
            .collect(),
        tracks: problem.tracks.iter().map(|it| it.id.clone()).collect(),
        sessions: problem
            .sessions
            .iter()
            .map(|it| SessionIn {
                id: it.id.clone(),
                minutes: it.minutes,
                people: it.people.iter().map(|&at| person(at)).collect(),
                needs: it.needs.clone(),
                rooms: it.rooms.iter().map(|&at| room(at)).collect(),
                windows: pairs(&it.windows),
                audience: it.audience,
                track: it.track.map(|at| problem.tracks[at].id.clone()),
                pinned: it.pinned.map(|pin| PlaceIn {
                    room: room(pin.room),
                    start: pin.start,
                }),
                announced: it.announced,
            })
            .collect(),
        apart: problem
            .apart
            .iter()
            .map(|&(a, b)| (session(a), session(b)))
            .collect(),
        order: problem
            .order
            .iter()
            .map(|it| OrderIn {
                before: session(it.before),
                after: session(it.after),
                gap_minutes: it.gap_minutes,
            })
            .collect(),
        rules: Rule::ALL
            .into_iter()
            .map(|it| (it, problem.rules.strength(it)))
            .collect(),
    };
    serde_json::to_string_pretty(&file).expect("names and numbers can always be written")
}

fn pairs(spans: &[Span]) -> Vec<(u32, u32)> {
    spans.iter().map(|it| (it.from, it.to)).collect()
}
