//! A first schedule: tracks in an order drawn by lot, their long submissions first, each cell
//! filled before the next is opened.

use crate::chance::Chance;
use crate::cosp::state::{NONE, State};

/// How often to begin anew until everything is placed. What then is still without a place is
/// placed by the search, which pushes others out for it.
const TRIES: usize = 20;

/// Fills an empty schedule.
pub(crate) fn fill(state: &mut State<'_>, chance: &mut Chance) {
    for _ in 0..TRIES {
        once(state, chance);
        state.journal.clear();
        if state.unplaced.is_empty() {
            return;
        }
        *state = State::new(state.tables);
    }
    once(state, chance);
    state.journal.clear();
}

fn once(state: &mut State<'_>, chance: &mut Chance) {
    let tables = state.tables;
    let mut left = vec![0_u16; tables.tracks];
    for (track, slots) in tables.track_of.iter().zip(&tables.slots) {
        left[*track as usize] += slots;
    }
    let mut submissions: Vec<u16> = (0..tables.submissions as u16).collect();
    chance.shuffle(&mut submissions);
    let mut tracks: Vec<usize> = (0..tables.tracks).collect();
    chance.shuffle(&mut tracks);
    let rank = |track: u16| tracks.iter().position(|&it| it == track as usize);
    submissions.sort_by_cached_key(|&one| {
        let slots = tables.slots[one as usize];
        (
            rank(tables.track_of[one as usize]),
            std::cmp::Reverse(slots),
        )
    });
    for one in submissions {
        let one = one as usize;
        let track = tables.track_of[one] as usize;
        let own = state.tracks[track].cells.iter().map(|&cell| cell as usize);
        let cell = own
            .filter(|&cell| state.fits(one, cell))
            .min_by_key(|&cell| state.free(cell));
        let cell = cell.or_else(|| open(state, one, left[track], chance));
        if let Some(cell) = cell {
            state.put(one, cell);
            left[track] -= tables.slots[one];
        }
    }
}

/// A free cell that is no longer than what is left of the track, if there is one; else any.
fn open(state: &State<'_>, one: usize, left: u16, chance: &mut Chance) -> Option<usize> {
    let tables = state.tables;
    let free = |cell: &usize| state.owner[*cell] == NONE && state.fits(one, *cell);
    let track = tables.track_of[one] as usize;
    let cells = (0..tables.cells).filter(free);
    let waste = |cell: usize| {
        let capacity = tables.capacity[cell];
        (
            capacity.saturating_sub(left),
            tables.cell_cost(track, cell) + tables.place_cost(one, cell),
        )
    };
    cells.min_by_key(|&cell| (waste(cell), chance.bits()))
}
