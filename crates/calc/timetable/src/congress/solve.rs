//! The search for a congress' timetable.

use crate::anneal::{Best, Landscape, Start, anneal};
use crate::budget::{Budget, Meter, News};
use crate::chance::Chance;
use crate::congress::costs::{Breach, Costs, breaches, evaluate};
use crate::congress::problem::Problem;
use crate::congress::rules::Strength;
use crate::congress::schedule::Schedule;
use crate::congress::state::State;
use crate::congress::tables::Tables;

/// The best schedule that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Solution {
    /// Where and when each session is.
    pub schedule: Schedule,
    /// What that costs, by rule.
    pub costs: Costs,
    /// Hard rules that are broken, and by which sessions. None, unless they contradict one
    /// another ([`crate::explain`] says which) or the time was too short.
    pub breaches: Vec<Breach>,
    /// Moves that were evaluated.
    pub moves: u64,
}

/// Searches for a schedule that keeps the hard rules and costs little by the others.
pub fn solve(
    problem: &Problem,
    seed: u64,
    budget: Budget<'_>,
    heard: &mut dyn FnMut(News<'_, Costs>),
) -> Solution {
    improve(
        problem,
        &vec![None; problem.sessions.len()],
        seed,
        budget,
        heard,
    )
}

/// The same, from a schedule that is there already: whatever time there is, the answer costs no
/// more. Places that the rules do not allow any more are given up first.
pub fn improve(
    problem: &Problem,
    schedule: &Schedule,
    seed: u64,
    mut budget: Budget<'_>,
    heard: &mut dyn FnMut(News<'_, Costs>),
) -> Solution {
    let tables = Tables::new(problem);
    let mut chance = Chance::new(seed);
    let mut meter = Meter::new(&mut budget);
    let mut state = State::new(&tables);
    start(&mut state, schedule, &mut chance);
    let mut best = Best {
        cost: state.cost,
        memory: state.places.clone(),
    };
    let mut tell = |meter: &Meter<'_, '_>, schedule: &Schedule| {
        let costs = &evaluate(problem, schedule);
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
    let costs = evaluate(problem, &best.memory);
    debug_assert_eq!(
        costs.total(),
        best.cost,
        "the search counts as the rules do"
    );
    let hard = |breach: &Breach| problem.rules.strength(breach.rule) == Strength::Hard;
    let breaches = breaches(problem, &best.memory)
        .into_iter()
        .filter(hard)
        .collect();
    Solution {
        schedule: best.memory,
        costs,
        breaches,
        moves: meter.moves(),
    }
}

/// Takes up what is allowed of a schedule; an empty one is made up.
fn start(state: &mut State<'_, '_>, schedule: &Schedule, chance: &mut Chance) {
    if schedule.iter().all(Option::is_none) {
        state.restart(chance);
        return;
    }
    for (session, place) in schedule.iter().enumerate() {
        let known = place.and_then(|place| Some((place, state.own_cost(session, place)?)));
        let any = state.tables.places[session].first().copied();
        if let Some(place) = known.or(any) {
            state.place(session, Some(place));
        }
    }
    state.forget_journal();
}
