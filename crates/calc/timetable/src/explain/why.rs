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
    /// The best other places with everybody else where they are, best first; at most three, and no two
    /// of them nearly the same where there are others.
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
    let told = apart(problem, session, place, &others);
    let now = evaluate(problem, schedule);
    let with = |place: Option<Place>| {
        let mut changed = schedule.clone();
        changed[session] = place;
        evaluate(problem, &changed)
    };
    let elsewhere = told.into_iter().map(|place| {
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

/// The best places that are really others: five minutes later in the same room is none, as long as
/// there is something else to tell.
fn apart(problem: &Problem, session: usize, here: Place, others: &[(i64, Place)]) -> Vec<Place> {
    let same = |a: Place, b: Place| {
        a.room == b.room && a.span(problem, session).meets(b.span(problem, session))
    };
    let mut told: Vec<Place> = Vec::new();
    let (mut near, mut far) = (Vec::new(), others.iter().map(|&(_, it)| it));
    while told.len() < TOLD {
        let Some(it) = far.next() else { break };
        if same(it, here) || told.iter().any(|&known| same(it, known)) {
            near.push(it);
        } else {
            told.push(it);
        }
    }
    let missing = TOLD - told.len();
    told.extend(near.into_iter().take(missing));
    told
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
