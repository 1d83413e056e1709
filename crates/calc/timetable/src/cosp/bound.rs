//! What no plan can cost less than.
//!
//! The objective is a sum, and each part of it is at least what it costs alone: every slot of a
//! submission needs a slot of some session, and giving them out at the least cost is an assignment
//! problem; every track needs at least one cell. Parts that could be negative, by a penalty below
//! zero, would spoil the argument: then nothing is claimed.

use crate::assignment::assign;
use crate::cosp::tables::Tables;

/// Beyond so many steps the assignment is left out, and each submission takes its cheapest place.
const MOST_STEPS: usize = 30_000_000;

/// A lower bound of the objective.
pub(crate) fn lower_bound(tables: &Tables) -> i64 {
    let Some(tracks) = tracks(tables) else {
        return i64::MIN;
    };
    let units: usize = tables.slots.iter().map(|&it| it as usize).sum();
    let slots: usize = tables.capacity.iter().map(|&it| it as usize).sum();
    let alone = |session: usize, one: usize| {
        let cells = session * tables.rooms..(session + 1) * tables.rooms;
        cells
            .map(|cell| tables.place_cost(one, cell))
            .min()
            .unwrap_or(0)
    };
    // What a slot of a submission costs in each session; costs of submissions are per slot.
    let cost: Vec<Vec<i64>> = (0..tables.submissions)
        .map(|one| {
            let slots = i64::from(tables.slots[one]);
            (0..tables.sessions)
                .map(|session| alone(session, one) / slots)
                .collect()
        })
        .collect();
    if cost.iter().flatten().any(|&it| it < 0) {
        return i64::MIN;
    }
    let copies = |one: usize| tables.slots[one] as usize;
    if units > slots || units * units * slots > MOST_STEPS {
        let cheapest = |one: usize| cost[one].iter().min().copied().unwrap_or(0);
        let sum = |one: usize| cheapest(one) * copies(one) as i64;
        return tracks + (0..tables.submissions).map(sum).sum::<i64>();
    }
    let row = |one: usize| -> Vec<i64> {
        let cells = 0..tables.cells;
        cells
            .flat_map(|cell| {
                let here = cost[one][tables.session_of[cell] as usize];
                std::iter::repeat_n(here, tables.capacity[cell] as usize)
            })
            .collect()
    };
    let rows: Vec<Vec<i64>> = (0..tables.submissions)
        .flat_map(|one| std::iter::repeat_n(row(one), copies(one)))
        .collect();
    let columns = assign(&rows);
    tracks
        + columns
            .iter()
            .zip(&rows)
            .map(|(&at, row)| row[at])
            .sum::<i64>()
}

/// The cheapest cell of each track that has submissions; `None` if some cell costs less than
/// nothing.
fn tracks(tables: &Tables) -> Option<i64> {
    let mut used = vec![false; tables.tracks];
    tables
        .track_of
        .iter()
        .for_each(|&track| used[track as usize] = true);
    let mut sum = 0;
    for track in (0..tables.tracks).filter(|&it| used[it]) {
        let costs = (0..tables.cells).map(|cell| tables.cell_cost(track, cell));
        sum += costs.min().filter(|&it| it >= 0)?;
    }
    Some(sum)
}
