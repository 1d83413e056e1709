//! What holds for every problem and every move.

use proptest::prelude::*;

use crate::anneal::Landscape;
use crate::chance::Chance;
use crate::cosp::bound::lower_bound;
use crate::cosp::construct::fill;
use crate::cosp::moves::Memory;
use crate::cosp::problem::{
    Conflicts, Penalties, Problem, Room, Session, Submission, Track, Weights,
};
use crate::cosp::solve::plan;
use crate::cosp::state::{State, UNPLACED};
use crate::cosp::tables::Tables;
use crate::cosp::{Breach, evaluate};

/// Sometimes a weight is off, so that terms are seen alone too.
fn weight(chance: &mut Chance) -> i64 {
    [0, 1, 3, 100][chance.below(4)]
}

fn problem(seed: u64) -> Problem {
    let mut chance = Chance::new(seed);
    let chance = &mut chance;
    let (sessions, rooms) = (2 + chance.below(4), 1 + chance.below(4));
    let (tracks, submissions) = (1 + chance.below(5), 1 + chance.below(24));
    let triples = |chance: &mut Chance, a: usize, b: usize| {
        let mut all: Vec<_> = (0..a).flat_map(|x| (0..b).map(move |y| (x, y))).collect();
        all.retain(|_| chance.percent(30));
        all.into_iter()
            .map(|(x, y)| (x, y, 1 + chance.below(9) as i64))
            .collect::<Vec<_>>()
    };
    let pairs = |chance: &mut Chance, n: usize| {
        let mut all: Vec<_> = (0..n).flat_map(|y| (0..y).map(move |x| (x, y))).collect();
        all.retain(|_| chance.percent(20));
        all
    };
    let mut similar = triples(chance, tracks, tracks);
    similar.retain(|(a, b, _)| a < b);
    Problem {
        format: "cosp-json/1".to_owned(),
        name: format!("made from {seed}"),
        weights: Weights {
            track_session: weight(chance),
            track_room: weight(chance),
            session_room: weight(chance),
            similar_tracks: weight(chance),
            rooms_per_track: weight(chance),
            parallel_tracks: weight(chance),
            consecutive_tracks: weight(chance),
            submission_timezone: weight(chance),
            submission_order: weight(chance),
            submission_session: weight(chance),
            submission_room: weight(chance),
            presenter_conflict_session: weight(chance),
            attendee_conflict_session: weight(chance),
            chair_conflict: weight(chance),
            presenter_conflict_slot: weight(chance),
            attendee_conflict_slot: weight(chance),
        },
        sessions: (0..sessions)
            .map(|it| Session {
                id: format!("S{it}"),
                slots: 3 + chance.below(4),
            })
            .collect(),
        rooms: (0..rooms)
            .map(|it| Room {
                id: format!("R{it}"),
            })
            .collect(),
        tracks: (0..tracks)
            .map(|it| Track {
                id: format!("T{it}"),
            })
            .collect(),
        submissions: (0..submissions)
            .map(|it| Submission {
                id: format!("P{it}"),
                track: chance.below(tracks),
                slots: 1 + chance.below(8) / 6,
                order: chance.below(6) * chance.below(2),
            })
            .collect(),
        penalties: Penalties {
            track_session: triples(chance, tracks, sessions),
            track_room: triples(chance, tracks, rooms),
            session_room: triples(chance, sessions, rooms),
            track_track: similar,
            submission_session: triples(chance, submissions, sessions),
            submission_room: triples(chance, submissions, rooms),
            submission_timezone: triples(chance, submissions, sessions),
        },
        conflicts: Conflicts {
            presenter: pairs(chance, submissions),
            attendee: pairs(chance, submissions),
            chair: pairs(chance, tracks),
        },
    }
}

/// The cost from scratch; only missing submissions may be amiss.
fn from_scratch(problem: &Problem, state: &State<'_>) -> i64 {
    let (scores, breaches) = evaluate(problem, &plan(state));
    let missing = breaches.iter().map(|breach| match breach {
        Breach::Unplaced(one) => problem.submissions[*one].slots as i64,
        other => panic!("the search never breaks {other:?}"),
    });
    scores.total(problem) + missing.sum::<i64>() * UNPLACED
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn after_every_move_the_cost_is_the_one_from_scratch(seed in any::<u64>()) {
        let problem = problem(seed);
        let tables = Tables::new(&problem);
        let bound = lower_bound(&tables);
        let mut state = State::new(&tables);
        let mut chance = Chance::new(seed ^ 1);
        fill(&mut state, &mut chance);
        prop_assert_eq!(state.cost, from_scratch(&problem, &state));
        for step in 0..300 {
            let before = state.cost;
            let Some(delta) = state.propose(&mut chance, i64::MAX) else {
                prop_assert_eq!(state.cost, before);
                continue;
            };
            prop_assert_eq!(state.cost, before + delta);
            prop_assert!(bound <= state.cost);
            if chance.percent(50) {
                state.accept();
                prop_assert_eq!(state.cost, from_scratch(&problem, &state), "move {}", step);
            } else {
                state.undo();
                prop_assert_eq!(state.cost, before);
            }
        }
        let mut memory = Memory::default();
        state.remember(&mut memory);
        let cost = state.cost;
        state.recall(&memory);
        prop_assert_eq!((state.cost, from_scratch(&problem, &state)), (cost, cost));
    }
}
