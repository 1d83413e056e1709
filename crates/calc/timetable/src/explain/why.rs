//! Why a session is where it is: what it costs there, and what the best other places would cost.

use serde::Serialize;

use crate::congress::{Costs, Place, Problem, Rule, Schedule, State, Tables, evaluate};

/// Why a session is where it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Why {
    /// In how many places it may be by itself.
    pub places: usize,
    /// What the whole schedule would save without the session, by rule: breaches and their cost.
    pub here: Vec<(Rule, i64, i64)>,
    /// The best other places with everybody else where they are, best first; at most three.
    pub elsewhere: Vec<Elsewhere>,
}

/// Another place for a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Elsewhere {
    /// Where and when.
    pub place: Place,
    /// Hard rules that would be broken more often than now.
    pub hard: i64,
    /// What the schedule would cost more than now; negative if less.
    pub soft: i64,
    /// By rule: how many more breaches, and what they cost.
    pub rules: Vec<(Rule, i64, i64)>,
}

/// How many other places are told.
const TOLD: usize = 3;

/// Explains the place of a session. `None` if it has none.
pub fn why(problem: &Problem, schedule: &Schedule, session: usize) -> Option<Why> {
    let place = schedule[session]?;
    let tables = Tables::new(problem);
    let mut state = State::new(&tables);
    state.take_up(problem, schedule);
    state.place(session, None);
    let places = &tables.places[session];
    let others = places.iter().filter(|(it, _)| *it != place);
    let mut others: Vec<(i64, Place)> = others
        .map(|&(it, own)| {
            state.place(session, Some((it, own)));
            (state.cost, it)
        })
        .collect();
    others.sort_unstable();
    let now = evaluate(problem, schedule);
    let with = |place: Option<Place>| {
        let mut changed = schedule.clone();
        changed[session] = place;
        evaluate(problem, &changed)
    };
    let elsewhere = others.iter().take(TOLD).map(|&(_, place)| {
        let then = with(Some(place));
        Elsewhere {
            place,
            hard: then.hard - now.hard,
            soft: then.soft - now.soft,
            rules: difference(&now, &then),
        }
    });
    let without = with(None);
    let here = difference(&without, &now)
        .into_iter()
        .filter(|it| it.0 != Rule::Placed);
    Some(Why {
        places: places.len(),
        here: here.collect(),
        elsewhere: elsewhere.collect(),
    })
}

/// By rule: what the second has more than the first.
fn difference(first: &Costs, second: &Costs) -> Vec<(Rule, i64, i64)> {
    let of = |costs: &Costs, rule: Rule| {
        let found = costs.rules.iter().find(|it| it.0 == rule);
        found.map_or((0, 0), |&(_, times, cost)| (times, cost))
    };
    let each = Rule::ALL.into_iter().map(|rule| {
        let (a, b) = (of(first, rule), of(second, rule));
        (rule, b.0 - a.0, b.1 - a.1)
    });
    each.filter(|it| it.1 != 0).collect()
}
