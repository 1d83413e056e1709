//! Exact polishing: with everything else fixed, who gets which room of a session is an
//! assignment problem, and it is solved as one.

use crate::assignment::assign;
use crate::cosp::state::State;

/// Gives each session its best rooms, session after session, until nothing gets better.
pub(crate) fn polish(state: &mut State<'_>) {
    let mut before = state.cost + 1;
    while state.cost < before {
        before = state.cost;
        for session in 0..state.tables.sessions {
            rooms_of_session(state, session);
        }
    }
}

fn rooms_of_session(state: &mut State<'_>, session: usize) {
    let rooms = state.tables.rooms;
    let first = session * rooms;
    // What the content of one room would cost in another: tried out, and taken back.
    let mut cost = vec![vec![0; rooms]; rooms];
    for (from, row) in cost.iter_mut().enumerate() {
        for (to, entry) in row.iter_mut().enumerate() {
            *entry = alone_in(state, first + from, first + to);
        }
    }
    let goal = assign(&cost);
    let before = state.cost;
    // Walks the permutation cycle by cycle: each exchange puts one content where it belongs.
    let mut content: Vec<usize> = (0..rooms).collect();
    for room in 0..rooms {
        while goal[content[room]] != room {
            let to = goal[content[room]];
            state.exchange(first + room, first + to);
            content.swap(room, to);
        }
    }
    // A track with two cells in the session makes the costs depend on one another.
    if state.cost > before {
        state.rewind(0);
    }
    state.journal.clear();
}

/// What the content of a cell costs by itself in another cell of the session.
fn alone_in(state: &State<'_>, from: usize, to: usize) -> i64 {
    let tables = state.tables;
    let Some(&first) = state.members(from).first() else {
        return 0;
    };
    let track = tables.track_of[first as usize] as usize;
    let room = tables.room_of[to];
    let known = |&cell: &u16| cell as usize != from && tables.room_of[cell as usize] == room;
    let another = !state.tracks[track].cells.iter().any(known);
    let members = state.members(from).iter();
    tables.cell_cost(track, to)
        + i64::from(another) * tables.another_room
        + members
            .map(|&one| tables.place_cost(one as usize, to))
            .sum::<i64>()
}
