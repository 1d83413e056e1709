//! Post-enrolment course timetabling, track 2 of the International Timetabling Competition 2007:
//! events into 45 slots and rooms, for people who chose them. Nearer to a congress than its name
//! says: persons at one place at a time, capacities, equipment, availability, order.

mod objective;
mod read;
mod search;

pub use objective::{Costs, evaluate};
pub use read::read;

use crate::anneal::{Best, Landscape, Start, anneal};
use crate::budget::{Budget, Meter, News};
use crate::chance::Chance;
use search::State;

/// Slots in a day.
pub const SLOTS_A_DAY: usize = 9;
/// Days.
pub const DAYS: usize = 5;
/// Slots of the week.
pub const SLOTS: usize = SLOTS_A_DAY * DAYS;

/// A problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// How many rooms there are.
    pub rooms: usize,
    /// How many people there are.
    pub people: usize,
    /// For each event: who attends it.
    pub attending: Vec<Vec<usize>>,
    /// For each event: in which rooms there are seats and equipment for it.
    pub suitable: Vec<Vec<bool>>,
    /// For each event: in which slots it can be.
    pub available: Vec<Vec<bool>>,
    /// Pairs of events of which the first must be in an earlier slot than the second.
    pub precedences: Vec<(usize, usize)>,
}

/// Slot and room of each event; `None` if it has none.
pub type Plan = Vec<Option<(usize, usize)>>;

/// The best plan that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Solution {
    /// Where each event is. All that are placed keep all hard rules.
    pub plan: Plan,
    /// What it costs.
    pub costs: Costs,
    /// Moves that were evaluated.
    pub moves: u64,
}

/// Searches for a plan: as few people as possible with an event that has no place, then the best
/// days for all.
pub fn solve(
    problem: &Problem,
    seed: u64,
    mut budget: Budget<'_>,
    heard: &mut dyn FnMut(News<'_, Costs>),
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
    let mut tell = |meter: &Meter<'_, '_>, places: &Vec<u16>| {
        let costs = &evaluate(problem, &objective::kept(problem, places));
        heard(News {
            moves: meter.moves(),
            spent: meter.spent(),
            costs,
        });
    };
    tell(&meter, &best.memory);
    anneal(
        &mut state,
        &mut chance,
        &mut meter,
        &mut best,
        (Start::Anywhere, 0),
        &mut tell,
    );
    let plan = objective::kept(problem, &best.memory);
    let costs = evaluate(problem, &plan);
    Solution {
        plan,
        costs,
        moves: meter.moves(),
    }
}
