//! Which rules contradict one another: a smallest set in the sense that without any one of them
//! the sessions concerned could all have a place.
//!
//! First a short search. If it keeps all hard rules, there is no contradiction. If it fails, where
//! it failed shows where to ask: the exact question is put to the sessions that are in trouble,
//! then to more and more of those that have to do with them, until the answer is no. Then sessions
//! and demands are dropped one by one as long as the answer stays no (deletion filtering,
//! Chinneck and Dravnieks 1991).

use serde::Serialize;

use crate::budget::Budget;
use crate::congress::{Frame, Problem, Rule, Rules, Schedule, Strength, solve};
use crate::explain::demand::Demand;
use crate::explain::exact::{Answer, can_be};
use crate::explain::filter::shrink;

/// Demands that cannot all be met.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Contradiction {
    /// The sessions that cannot all have a place.
    pub sessions: Vec<usize>,
    /// The demands that prevent it. Without any one of them these sessions could be placed.
    pub demands: Vec<Demand>,
    /// Whether that is proved of each of them. If not, some may be needless.
    pub proved: bool,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// The hard rules can all hold: a schedule in which they do.
    Possible(Schedule),
    /// They cannot.
    Impossible(Contradiction),
    /// Neither was found in the steps that were allowed.
    Unknown,
}

/// Moves of the first search, for each session.
const MOVES_EACH: u64 = 600;
/// Steps of one question about a few sessions.
const STEPS: u64 = 4_000_000;

/// Looks for a contradiction among the hard rules. `steps` bounds the work: 100 million are some
/// two to four seconds.
pub fn contradiction(problem: &Problem, seed: u64, steps: u64) -> Finding {
    let mut steps = steps;
    let frame = Frame::new(problem);
    let hard = only_hard(problem);
    let moves = 20_000 + MOVES_EACH * problem.sessions.len() as u64;
    let solution = solve(&hard, seed, Budget::Moves(moves), &mut |_| ());
    if solution.breaches.is_empty() {
        return Finding::Possible(solution.schedule);
    }
    let everybody: Vec<usize> = (0..problem.sessions.len()).collect();
    let troubled: Vec<Vec<usize>> = solution
        .breaches
        .iter()
        .map(|it| it.sessions.clone())
        .collect();
    for sessions in circles(problem, &troubled) {
        let demands = Demand::all(problem, &sessions);
        let mut some = STEPS.min(steps);
        let before = some;
        let answer = can_be(problem, &frame, &demands, &sessions, &mut some);
        steps -= before - some;
        match answer {
            Answer::No => {
                return Finding::Impossible(smallest(problem, &frame, sessions, demands, steps));
            }
            Answer::Yes(places) if sessions.len() == everybody.len() => {
                return Finding::Possible(places.into_iter().map(Some).collect());
            }
            _ if steps == 0 => break,
            _ => {}
        }
    }
    Finding::Unknown
}

/// The same congress with nothing to weigh.
fn only_hard(problem: &Problem) -> Problem {
    let mut rules = Rules::default();
    for rule in Rule::ALL {
        let hard = problem.rules.strength(rule) == Strength::Hard;
        rules.set(rule, if hard { Strength::Hard } else { Strength::Off });
    }
    Problem {
        rules,
        ..problem.clone()
    }
}

/// Sets of sessions to ask about: each troubled group, the group with those tied to it, twice as
/// many, and so on to all.
fn circles(problem: &Problem, troubled: &[Vec<usize>]) -> Vec<Vec<usize>> {
    const GROUPS: usize = 12;
    let mut sets: Vec<Vec<usize>> = Vec::new();
    let rows: Vec<Vec<usize>> = troubled
        .iter()
        .take(GROUPS)
        .map(|group| by_nearness(problem, group))
        .collect();
    let mut size = 1;
    while size < problem.sessions.len() {
        for (row, group) in rows.iter().zip(troubled) {
            let mut set = row[..size.max(group.len()).min(row.len())].to_vec();
            set.sort_unstable();
            if !sets.contains(&set) {
                sets.push(set);
            }
        }
        size = size * 3 / 2 + 1;
    }
    sets.push((0..problem.sessions.len()).collect());
    sets
}

/// The sessions of a group, then the others: those with people, tracks, order or rooms in common
/// with somebody before them first, and of those the ones that are least free.
fn by_nearness(problem: &Problem, group: &[usize]) -> Vec<usize> {
    let frame = Frame::new(problem);
    let demands = |session: usize| Demand::all(problem, &[session]);
    let all = 0..problem.sessions.len();
    let places = all.map(|it| Demand::places(problem, &frame, &demands(it), it));
    let places: Vec<_> = places.collect();
    let rooms = |session: usize| {
        let mut rooms: Vec<usize> = places[session].iter().map(|it| it.room).collect();
        rooms.dedup();
        rooms
    };
    let tied = |one: usize, other: usize| {
        let (a, b) = (&problem.sessions[one], &problem.sessions[other]);
        let either = |x: usize, y: usize| (x, y) == (one, other) || (x, y) == (other, one);
        a.people.iter().any(|it| b.people.contains(it))
            || a.track.is_some() && a.track == b.track
            || problem.apart.iter().any(|&(x, y)| either(x, y))
            || problem.order.iter().any(|it| either(it.before, it.after))
    };
    let mut row = group.to_vec();
    let mut crowded: Vec<usize> = group.iter().flat_map(|&it| rooms(it)).collect();
    let mut rest: Vec<usize> = (0..problem.sessions.len())
        .filter(|it| !row.contains(it))
        .collect();
    while !rest.is_empty() {
        let rank = |&&it: &&usize| {
            let near = row.iter().any(|&other| tied(it, other));
            let rivals = rooms(it)
                .iter()
                .filter(|room| crowded.contains(room))
                .count();
            // Rooms in common matter only to who has few places.
            let narrow = rivals > 0 && places[it].len() <= 60;
            (!(near || narrow), places[it].len(), it)
        };
        let next = *rest.iter().min_by_key(rank).expect("it is not empty");
        rest.retain(|&it| it != next);
        crowded.extend(rooms(next));
        crowded.sort_unstable();
        crowded.dedup();
        row.push(next);
    }
    row
}

/// Drops sessions, then demands, then sessions again, as long as the answer stays no.
fn smallest(
    problem: &Problem,
    frame: &Frame,
    mut sessions: Vec<usize>,
    mut demands: Vec<Demand>,
    mut steps: u64,
) -> Contradiction {
    let mut proved = true;
    let mut still_no = |sessions: &[usize], demands: &[Demand]| {
        let mut some = STEPS.min(steps);
        let before = some;
        let answer = can_be(problem, frame, demands, sessions, &mut some);
        steps -= before - some;
        proved &= answer != Answer::Unknown;
        answer == Answer::No
    };
    shrink(&mut sessions, |rest| still_no(rest, &demands));
    let concerned = Demand::all(problem, &sessions);
    demands.retain(|it| concerned.contains(it));
    shrink(&mut demands, |rest| still_no(&sessions, rest));
    shrink(&mut sessions, |rest| still_no(rest, &demands));
    let concerned = Demand::all(problem, &sessions);
    demands.retain(|it| concerned.contains(it));
    Contradiction {
        sessions,
        demands,
        proved,
    }
}
