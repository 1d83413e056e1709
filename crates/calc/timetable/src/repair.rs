//! Repair: after a change, the fewest moves first, then the best cost.
//!
//! The congress is given as it is now, and the schedule as it was: a room may be closed, a person
//! away, a session new or of another length. Pinned sessions stay. Announced ones stay too, unless
//! their own place has become impossible.

mod chain;

use crate::anneal::{Best, Landscape, Start, anneal};
use crate::budget::{Budget, Meter};
use crate::chance::Chance;
use crate::congress::{
    Breach, Costs, Frame, HARD, Place, Problem, Schedule, State, Strength, Tables, breaches,
    evaluate, kept_alone,
};
use chain::Chains;

/// A repaired schedule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repaired {
    /// Where and when each session is now.
    pub schedule: Schedule,
    /// Sessions that had a place and have another one now.
    pub moved: Vec<usize>,
    /// Whether it is proved that fewer moves do not suffice.
    pub fewest: bool,
    /// Whether it is proved too that no schedule with so few moves costs less.
    pub cheapest: bool,
    /// What the schedule costs.
    pub costs: Costs,
    /// Hard rules that are still broken; [`crate::explain::contradiction`] says why.
    pub breaches: Vec<Breach>,
}

/// What a move costs while the search weighs it: less than a hard breach, more than all that is
/// only weighed.
const MOVE: i64 = HARD / 1_000;

/// Repairs a schedule. `steps` bounds the exact part: 20 million are about a second. `budget` is
/// for the search afterwards: for a better cost, or for a schedule at all where the exact part
/// found none.
pub fn repair(
    problem: &Problem,
    before: &Schedule,
    seed: u64,
    steps: u64,
    mut budget: Budget<'_>,
) -> Repaired {
    let places = allowed(problem, before);
    let tables = Tables::with_places(problem, places);
    let mut chains = Chains::new(problem, &tables, before, steps);
    let exact = chains.shortest();
    let (schedule, fewest, cheapest) = match exact {
        Some((schedule, true)) => (schedule, true, true),
        Some((schedule, false)) => (
            search(problem, before, Some(&schedule), seed, &mut budget),
            chains.complete(),
            false,
        ),
        None => (
            search(problem, before, None, seed, &mut budget),
            false,
            false,
        ),
    };
    let hard = |it: &Breach| problem.rules.strength(it.rule) == Strength::Hard;
    Repaired {
        moved: moved(before, &schedule),
        fewest,
        cheapest,
        costs: evaluate(problem, &schedule),
        breaches: breaches(problem, &schedule)
            .into_iter()
            .filter(hard)
            .collect(),
        schedule,
    }
}

/// Sessions that had a place and do not have it any more.
fn moved(before: &Schedule, after: &Schedule) -> Vec<usize> {
    let all = 0..before.len();
    all.filter(|&it| before[it].is_some() && before[it] != after[it])
        .collect()
}

/// Where each session may be: announced ones only where they are, if they still may.
fn allowed(problem: &Problem, before: &Schedule) -> Vec<Vec<(Place, i64)>> {
    let frame = Frame::new(problem);
    let of = |session: usize| {
        let mut places = kept_alone(problem, &frame, session);
        let here = |it: &(Place, i64)| Some(it.0) == before[session];
        if problem.sessions[session].announced && places.iter().any(here) {
            places.retain(here);
        }
        places
    };
    (0..problem.sessions.len()).map(of).collect()
}

/// Searches with moves at their price, from a repaired schedule or from the old one.
fn search(
    problem: &Problem,
    before: &Schedule,
    repaired: Option<&Schedule>,
    seed: u64,
    budget: &mut Budget<'_>,
) -> Schedule {
    let mut places = allowed(problem, before);
    for (list, old) in places.iter_mut().zip(before) {
        let elsewhere = list
            .iter_mut()
            .filter(|it| old.is_some_and(|old| old != it.0));
        elsewhere.for_each(|it| it.1 += MOVE);
    }
    let tables = Tables::with_places(problem, places);
    let mut state = State::new(&tables);
    for (session, place) in repaired.unwrap_or(before).iter().enumerate() {
        let known = place.and_then(|place| Some((place, state.own_cost(session, place)?)));
        if let Some(place) = known.or_else(|| tables.places[session].first().copied()) {
            state.place(session, Some(place));
        }
    }
    state.forget_journal();
    let mut best = Best {
        cost: state.cost(),
        memory: state.places.clone(),
    };
    // Hot enough to move somebody now and then, and not to forget where everybody was.
    let begin = Start::Here(MOVE as f64 / 3.0);
    let mut chance = Chance::new(seed);
    let mut meter = Meter::new(budget);
    anneal(
        &mut state,
        &mut chance,
        &mut meter,
        &mut best,
        (begin, 0),
        &mut |_, _| (),
    );
    best.memory
}

#[cfg(test)]
mod tests;
