//! A repair is compared with trying everything, and what must stay stays.

use proptest::prelude::*;

use crate::budget::Budget;
use crate::chance::Chance;
use crate::congress::tests::congress;
use crate::congress::*;
use crate::repair::{Repaired, moved, repair};

const STEPS: u64 = 20_000_000;

/// A congress of few places, a schedule that keeps its hard rules, and a change to it.
fn changed(seed: u64) -> Option<(Problem, Schedule)> {
    let mut problem = congress(seed, 4);
    problem.days.truncate(1);
    problem.rooms.truncate(2);
    problem.most_parallel = None;
    problem.step_minutes = 60;
    let rooms = problem.rooms.len();
    for session in &mut problem.sessions {
        session.rooms.retain(|&it| it < rooms);
        session.pinned = session.pinned.filter(|it| it.room < rooms);
    }
    let solution = solve(&problem, seed, Budget::Moves(3_000), &mut |_| ());
    if solution.costs.hard > 0 {
        return None;
    }
    let mut before = solution.schedule;
    let mut chance = Chance::new(seed);
    let one = chance.below(4);
    match chance.below(4) {
        0 => problem.rooms[chance.below(rooms)].open = vec![Span { from: 600, to: 780 }],
        1 => problem.sessions[one].windows = vec![Span { from: 540, to: 660 }],
        2 => before[one] = None,
        _ => problem.sessions[one].minutes += 30,
    }
    problem.sessions[(one + 1) % 4].announced = true;
    Some((problem, before))
}

/// The fewest moves and the best cost with them, over all assignments of places.
fn by_trying(
    problem: &Problem,
    before: &Schedule,
    places: &[Vec<(Place, i64)>],
    schedule: &mut Schedule,
    best: &mut Option<(usize, i64)>,
) {
    let next = schedule.len();
    if next == problem.sessions.len() {
        let costs = evaluate(problem, schedule);
        let found = (moved(before, schedule).len(), costs.soft);
        if costs.hard == 0 && best.is_none_or(|best| found < best) {
            *best = Some(found);
        }
        return;
    }
    for &(place, _) in &places[next] {
        schedule.push(Some(place));
        by_trying(problem, before, places, schedule, best);
        schedule.pop();
    }
}

fn run(problem: &Problem, before: &Schedule) -> Repaired {
    repair(problem, before, 1, STEPS, Budget::Moves(5_000))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn moves_are_the_fewest_and_then_the_cost_is_the_best(seed in any::<u64>()) {
        let Some((problem, before)) = changed(seed) else { return Ok(()) };
        let places = crate::repair::allowed(&problem, &before);
        let mut best = None;
        by_trying(&problem, &before, &places, &mut Vec::new(), &mut best);
        let found = run(&problem, &before);
        match best {
            Some(best) => {
                prop_assert!(found.fewest && found.cheapest, "{:?}", found);
                prop_assert_eq!((found.moved.len(), found.costs.soft), best);
            }
            None => prop_assert!(!found.breaches.is_empty()),
        }
    }

    #[test]
    fn what_is_pinned_or_announced_stays(seed in any::<u64>()) {
        let Some((problem, before)) = changed(seed) else { return Ok(()) };
        let found = run(&problem, &before);
        let frame = Frame::new(&problem);
        for (session, it) in problem.sessions.iter().enumerate() {
            let possible = kept_alone(&problem, &frame, session);
            let stays = possible.iter().any(|(place, _)| before[session] == Some(*place));
            if it.pinned.is_some() {
                prop_assert_eq!(found.schedule[session], it.pinned);
            } else if it.announced && stays {
                prop_assert_eq!(found.schedule[session], before[session]);
            }
        }
    }

    #[test]
    fn where_nothing_changed_nothing_moves(seed in any::<u64>()) {
        let problem = congress(seed, 8);
        let solution = solve(&problem, seed, Budget::Moves(3_000), &mut |_| ());
        if solution.costs.hard == 0 {
            let found = run(&problem, &solution.schedule);
            prop_assert_eq!(found.schedule, solution.schedule);
        }
    }
}
