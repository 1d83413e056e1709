//! The search for a problem of this benchmark.

use crate::anneal::{Best, Landscape, Start, anneal};
use crate::budget::{Budget, Meter, News};
use crate::chance::Chance;
use crate::cosp::bound::lower_bound;
use crate::cosp::construct::fill;
use crate::cosp::moves::Memory;
use crate::cosp::objective::{Breach, Scores, evaluate};
use crate::cosp::polish::polish;
use crate::cosp::problem::{Place, Plan, Problem};
use crate::cosp::state::State;
use crate::cosp::tables::Tables;

/// The best plan that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Solution {
    /// Where each submission is.
    pub plan: Plan,
    /// Its terms.
    pub scores: Scores,
    /// The objective.
    pub cost: i64,
    /// Hard rules that it breaks: none, unless there is too little space.
    pub breaches: Vec<Breach>,
    /// Moves that were evaluated.
    pub moves: u64,
    /// No plan costs less than this: if it is the cost, the plan is proved to be the best.
    pub lower_bound: i64,
}

/// Searches for a plan that breaks no hard rule and costs little. `heard` is told of each first
/// and each better plan.
pub fn solve(
    problem: &Problem,
    seed: u64,
    mut budget: Budget<'_>,
    heard: &mut dyn FnMut(News<'_, Scores>),
) -> Solution {
    let tables = Tables::new(problem);
    let mut chance = Chance::new(seed);
    let mut meter = Meter::new(&mut budget);
    let mut state = State::new(&tables);
    fill(&mut state, &mut chance);
    let mut best = Best {
        cost: state.cost,
        memory: Memory::default(),
    };
    state.remember(&mut best.memory);
    let mut tell = |meter: &Meter<'_, '_>, memory: &Memory| {
        let mut found = State::new(&tables);
        found.recall(memory);
        let (costs, _) = evaluate(problem, &plan(&found));
        heard(News {
            moves: meter.moves(),
            spent: meter.spent(),
            costs: &costs,
        });
    };
    tell(&meter, &best.memory);
    let lower_bound = lower_bound(&tables);
    anneal(
        &mut state,
        &mut chance,
        &mut meter,
        &mut best,
        (Start::Anywhere, lower_bound),
        &mut tell,
    );
    state.recall(&best.memory);
    polish(&mut state);
    let plan = plan(&state);
    let (scores, breaches) = evaluate(problem, &plan);
    let cost = scores.total(problem);
    debug_assert!(
        !breaches.is_empty() || cost == state.cost,
        "{cost} is not {}",
        state.cost
    );
    Solution {
        plan,
        scores,
        cost,
        breaches,
        moves: meter.moves(),
        lower_bound,
    }
}

pub(crate) fn plan(state: &State<'_>) -> Plan {
    let mut plan = vec![None; state.tables.submissions];
    for track in 0..state.tables.tracks {
        state.arrange(track, |cell, submission, start| {
            let (session, room) = state.session_and_room(cell as usize);
            plan[submission as usize] = Some(Place {
                session,
                room,
                slot: start as usize,
            });
        });
    }
    plan
}
