//! Favourites alone: events into slots so that people miss as little as possible of what they
//! marked (`fav-json/1`). Rooms are all alike here; a slot has so many.

mod search;

use serde::Deserialize;

use crate::anneal::{Best, Landscape, Start, anneal};
use crate::budget::{Budget, Meter, News};
use crate::chance::Chance;
use crate::error::{Malformed, ensure, parse};
use search::State;

/// A problem: `events` events into `slots` slots of `rooms` rooms.
#[derive(Clone, Debug, Deserialize)]
pub struct Problem {
    /// `fav-json/1`.
    pub format: String,
    /// What the instance is called.
    pub name: String,
    /// How many slots there are.
    pub slots: usize,
    /// How many events fit into each.
    pub rooms: usize,
    /// How many events there are.
    pub events: usize,
    /// For each person: what they marked, and how much they want it.
    pub favourites: Vec<Vec<(usize, i64)>>,
}

/// Reads a problem.
///
/// # Errors
///
/// [`Malformed`] if it is no JSON of this form, the events do not fit, or somebody marked an
/// event that does not exist, twice, or with a weight below 1.
pub fn read(text: &str) -> Result<Problem, Malformed> {
    let problem: Problem = parse(text, "fav-json/1")?;
    ensure(problem.format == "fav-json/1", || {
        format!("the format is {:?}, not \"fav-json/1\"", problem.format)
    })?;
    let places = problem.slots.saturating_mul(problem.rooms);
    ensure(problem.events <= places && places < 1_000_000, || {
        format!("{} events do not fit into {places} places", problem.events)
    })?;
    for (person, marked) in problem.favourites.iter().enumerate() {
        let mut events: Vec<usize> = marked.iter().map(|&(event, _)| event).collect();
        events.sort_unstable();
        events.dedup();
        let fine = marked
            .iter()
            .all(|&(event, weight)| event < problem.events && weight >= 1);
        ensure(fine && events.len() == marked.len(), || {
            format!("person {person} marked what does not exist, something twice, or for nothing")
        })?;
    }
    Ok(problem)
}

/// What people miss: for each person and slot, all that they marked there but the dearest.
pub fn missed(problem: &Problem, slot_of: &[usize]) -> i64 {
    let missed_by = |marked: &Vec<(usize, i64)>| {
        let mut all = vec![0; problem.slots];
        let mut dearest = vec![0; problem.slots];
        for &(event, weight) in marked {
            let slot = slot_of[event];
            all[slot] += weight;
            dearest[slot] = weight.max(dearest[slot]);
        }
        all.iter().sum::<i64>() - dearest.iter().sum::<i64>()
    };
    problem.favourites.iter().map(missed_by).sum()
}

/// The best schedule that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Solution {
    /// The slot of each event.
    pub slot_of: Vec<usize>,
    /// What people miss.
    pub cost: i64,
    /// Nobody can miss less: everything beyond the dearest in each slot.
    pub lower_bound: i64,
    /// Moves that were evaluated.
    pub moves: u64,
}

/// Searches for the slots in which people miss least. Ends early when that is proved.
pub fn solve(
    problem: &Problem,
    seed: u64,
    mut budget: Budget<'_>,
    heard: &mut dyn FnMut(News<'_, i64>),
) -> Solution {
    let mut chance = Chance::new(seed);
    let mut meter = Meter::new(&mut budget);
    let mut state = State::new(problem);
    state.restart(&mut chance);
    let mut best = Best {
        cost: state.cost(),
        memory: Vec::new(),
    };
    state.remember(&mut best.memory);
    let mut tell = |meter: &Meter<'_, '_>, slot_of: &Vec<usize>| {
        let costs = &missed(problem, slot_of);
        heard(News {
            moves: meter.moves(),
            spent: meter.spent(),
            costs,
        });
    };
    tell(&meter, &best.memory);
    let bound = lower_bound(problem);
    anneal(
        &mut state,
        &mut chance,
        &mut meter,
        &mut best,
        (Start::Anywhere, bound),
        &mut tell,
    );
    let cost = missed(problem, &best.memory);
    debug_assert_eq!(cost, best.cost, "the search counts as the objective does");
    Solution {
        slot_of: best.memory,
        cost,
        lower_bound: bound,
        moves: meter.moves(),
    }
}

fn lower_bound(problem: &Problem) -> i64 {
    let beyond = |marked: &Vec<(usize, i64)>| {
        let mut weights: Vec<i64> = marked.iter().map(|&(_, weight)| weight).collect();
        weights.sort_unstable_by(|a, b| b.cmp(a));
        weights.iter().skip(problem.slots).sum::<i64>()
    };
    problem.favourites.iter().map(beyond).sum()
}
