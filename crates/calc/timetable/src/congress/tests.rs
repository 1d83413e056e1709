//! What holds for every congress and every move.

use proptest::prelude::*;

use crate::anneal::Landscape;
use crate::budget::Budget;
use crate::chance::Chance;
use crate::congress::*;

fn spans(chance: &mut Chance, likely: usize) -> Vec<Span> {
    match chance.percent(likely) {
        true => {
            let from = 540 + 30 * chance.below(8) as u32;
            vec![Span {
                from,
                to: from + 120 + 30 * chance.below(10) as u32,
            }]
        }
        false => Vec::new(),
    }
}

/// A small congress that may or may not be possible.
pub(crate) fn congress(seed: u64, sessions: usize) -> Problem {
    let mut chance = Chance::new(seed);
    let chance = &mut chance;
    let rooms = 1 + chance.below(3);
    let people = 2 + chance.below(5);
    let tracks = 1 + chance.below(3);
    let day = |id: &str, from, to| Day {
        id: id.to_owned(),
        span: Span { from, to },
    };
    let some = |chance: &mut Chance, of: usize, most: usize| {
        let mut all: Vec<usize> = (0..of).collect();
        chance.shuffle(&mut all);
        all.truncate(chance.below(most + 1));
        all
    };
    let mut rules = Rules::default();
    for rule in Rule::ALL {
        match chance.below(8) {
            0 if rule.may_be_soft() => rules.set(rule, Strength::Soft(3)),
            1 if rule.may_be_hard() => rules.set(rule, Strength::Hard),
            2 if rule.may_be_soft() => rules.set(rule, Strength::Off),
            _ => {}
        }
    }
    Problem {
        name: format!("made from {seed}"),
        days: vec![day("first", 540, 780), day("second", 1980, 2160)],
        breaks: vec![day("coffee", 660, 690)],
        starts: Vec::new(),
        step_minutes: 30,
        turnover_minutes: [0, 10][chance.below(2)],
        most_parallel: [None, Some(2)][chance.below(2)],
        rooms: (0..rooms)
            .map(|it| Room {
                id: format!("room {it}"),
                capacity: 20 + 20 * it as u32,
                features: ["loop", "stage"][..chance.below(3)]
                    .iter()
                    .map(|&it| it.into())
                    .collect(),
                open: spans(chance, 20),
            })
            .collect(),
        people: (0..people)
            .map(|it| Person {
                id: format!("person {it}"),
                available: spans(chance, 20),
                favourites: some(chance, sessions, 3),
            })
            .collect(),
        tracks: (0..tracks)
            .map(|it| Track {
                id: format!("track {it}"),
            })
            .collect(),
        sessions: (0..sessions)
            .map(|it| Session {
                id: format!("session {it}"),
                minutes: 30 * (1 + chance.below(2) as u32),
                people: some(chance, people, 2),
                needs: ["loop", "stage"][..chance.below(8) / 6]
                    .iter()
                    .map(|&it| it.into())
                    .collect(),
                rooms: match chance.percent(15) {
                    true => vec![chance.below(rooms)],
                    false => Vec::new(),
                },
                windows: spans(chance, 15),
                audience: 10 * chance.below(6) as u32,
                track: chance.percent(60).then(|| chance.below(tracks)),
                pinned: chance.percent(10).then(|| Place {
                    room: chance.below(rooms),
                    start: 540 + 30 * chance.below(4) as u32,
                }),
                announced: false,
            })
            .collect(),
        apart: vec![(0, 1)],
        order: vec![Precedence {
            before: 0,
            after: 2,
            gap_minutes: 15,
        }],
        rules,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn after_every_move_the_cost_is_the_one_from_scratch(seed in any::<u64>()) {
        let problem = congress(seed, 3 + seed as usize % 9);
        let tables = Tables::new(&problem);
        let mut state = State::new(&tables);
        let mut chance = Chance::new(seed);
        state.restart(&mut chance);
        prop_assert_eq!(state.cost, evaluate(&problem, &state.places).total());
        for _ in 0..150 {
            let before = state.cost;
            if let Some(delta) = state.propose(&mut chance, i64::MAX) {
                prop_assert_eq!(state.cost, before + delta);
                if chance.percent(50) {
                    state.accept();
                    prop_assert_eq!(state.cost, evaluate(&problem, &state.places).total());
                } else {
                    state.undo();
                }
            }
        }
    }

    #[test]
    fn hard_rules_hold_unless_a_breach_is_named(seed in any::<u64>()) {
        let problem = congress(seed, 8);
        let solution = solve(&problem, seed, Budget::Moves(5_000), &mut |_| ());
        prop_assert_eq!(solution.costs.hard == 0, solution.breaches.is_empty());
        for (session, place) in problem.sessions.iter().zip(&solution.schedule) {
            prop_assert!(session.pinned.is_none() || session.pinned == *place);
        }
        if solution.breaches.is_empty() && problem.rules.strength(Rule::RoomOnce) == Strength::Hard {
            let placed = solution.schedule.iter().zip(&problem.sessions);
            let placed: Vec<_> = placed
                .filter_map(|(place, it)| place.map(|at| (at.room, at.start, at.start + it.minutes)))
                .collect();
            for (index, one) in placed.iter().enumerate() {
                for other in &placed[index + 1..] {
                    prop_assert!(one.0 != other.0 || one.2 <= other.1 || other.2 <= one.1);
                }
            }
        }
    }

    #[test]
    fn a_congress_survives_its_file(seed in any::<u64>()) {
        let problem = congress(seed, 6);
        prop_assert_eq!(read(&write(&problem)).unwrap(), problem.clone());
        let schedule = solve(&problem, 1, Budget::Moves(500), &mut |_| ()).schedule;
        let again = read_schedule(&problem, &write_schedule(&problem, &schedule)).unwrap();
        prop_assert_eq!(again, schedule);
    }

    #[test]
    fn the_same_seed_and_budget_give_the_same_schedule(seed in any::<u64>()) {
        let problem = congress(seed, 8);
        let one = solve(&problem, seed, Budget::Moves(2_000), &mut |_| ());
        prop_assert_eq!(one, solve(&problem, seed, Budget::Moves(2_000), &mut |_| ()));
    }
}

#[test]
fn a_session_without_any_place_is_named() {
    let mut problem = congress(1, 5);
    problem.sessions[4].pinned = None;
    problem.sessions[4].needs = vec!["a swimming pool".to_owned()];
    problem.rules.set(Rule::RoomSuits, Strength::Hard);
    let solution = solve(&problem, 1, Budget::Moves(1_000), &mut |_| ());
    let expected = Breach {
        rule: Rule::Placed,
        sessions: vec![4],
        times: 1,
    };
    assert!(
        solution.breaches.contains(&expected),
        "{:?}",
        solution.breaches
    );
}
