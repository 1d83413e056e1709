//! The objective from scratch, term by term: slow, plain, and what the search is held against.

use std::collections::BTreeMap;

use crate::cosp::problem::{Place, Plan, Problem, TERMS, Triple};

/// How often each term occurs, unweighted, in the order of [`TERMS`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scores(pub [i64; 16]);

impl Scores {
    /// The objective.
    pub fn total(&self, problem: &Problem) -> i64 {
        self.weighted(problem).iter().map(|(_, value)| value).sum()
    }

    /// Each term with its name and what it adds to the objective.
    pub fn weighted(&self, problem: &Problem) -> [(&'static str, i64); 16] {
        let weights = problem.weights.all();
        std::array::from_fn(|term| (TERMS[term], weights[term] * self.0[term]))
    }
}

/// A hard rule that a plan breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Breach {
    /// The submission has no place.
    Unplaced(usize),
    /// The submission leaves its session.
    TooLong(usize),
    /// The two submissions share a slot.
    Shared(usize, usize),
    /// The two submissions share a cell and are of different tracks.
    TwoTracks(usize, usize),
}

/// Evaluates a plan: its terms, and the hard rules that it breaks.
pub fn evaluate(problem: &Problem, plan: &Plan) -> (Scores, Vec<Breach>) {
    let cells = cells(problem, plan);
    let scores = [
        sum(&problem.penalties.track_session, |t, s| {
            count(&cells, |at, u| at.0 == s && u == t)
        }),
        sum(&problem.penalties.track_room, |t, r| {
            count(&cells, |at, u| at.1 == r && u == t)
        }),
        sum(&problem.penalties.session_room, |s, r| {
            i64::from(cells.contains_key(&(s, r)))
        }),
        similar(problem, &cells),
        rooms(&cells),
        parallel(&cells),
        broken_runs(&cells),
        by_submission(
            problem,
            plan,
            &problem.penalties.submission_timezone,
            |at| at.session,
        ),
        order(problem, plan),
        by_submission(problem, plan, &problem.penalties.submission_session, |at| {
            at.session
        }),
        by_submission(problem, plan, &problem.penalties.submission_room, |at| {
            at.room
        }),
        clashes(plan, &problem.conflicts.presenter),
        clashes(plan, &problem.conflicts.attendee),
        chairs(problem, &cells),
        overlaps(problem, plan, &problem.conflicts.presenter),
        overlaps(problem, plan, &problem.conflicts.attendee),
    ];
    (Scores(scores), breaches(problem, plan))
}

/// The track of each cell in use: session, room → track.
type Cells = BTreeMap<(usize, usize), usize>;

fn cells(problem: &Problem, plan: &Plan) -> Cells {
    let mut cells = Cells::new();
    for (one, place) in problem.submissions.iter().zip(plan) {
        if let Some(at) = place {
            cells.entry((at.session, at.room)).or_insert(one.track);
        }
    }
    cells
}

fn sum(triples: &[Triple], times: impl Fn(usize, usize) -> i64) -> i64 {
    triples
        .iter()
        .map(|&(a, b, penalty)| penalty * times(a, b))
        .sum()
}

fn count(cells: &Cells, holds: impl Fn((usize, usize), usize) -> bool) -> i64 {
    cells
        .iter()
        .filter(|&(&at, &track)| holds(at, track))
        .count() as i64
}

/// Pairs of cells of one session with different tracks.
fn pairs(cells: &Cells) -> impl Iterator<Item = (usize, usize)> {
    cells.iter().flat_map(move |(&at, &track)| {
        let others = cells.range((at.0, at.1 + 1)..(at.0 + 1, 0));
        others.map(move |(_, &other)| (track.min(other), track.max(other)))
    })
}

fn similar(problem: &Problem, cells: &Cells) -> i64 {
    let all: Vec<_> = pairs(cells).collect();
    sum(&problem.penalties.track_track, |a, b| {
        all.iter().filter(|&&pair| a != b && pair == (a, b)).count() as i64
    })
}

fn chairs(problem: &Problem, cells: &Cells) -> i64 {
    let all: Vec<_> = pairs(cells).collect();
    let times = |pair| all.iter().filter(|&&other| other == pair).count() as i64;
    problem
        .conflicts
        .chair
        .iter()
        .map(|&pair| times(pair))
        .sum()
}

/// What each track uses: a set of numbers, one for each cell.
fn by_track(cells: &Cells, what: impl Fn((usize, usize)) -> usize) -> Vec<Vec<usize>> {
    let mut sets: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (&at, &track) in cells {
        sets.entry(track).or_default().push(what(at));
    }
    sets.into_values()
        .map(|mut set| {
            set.sort_unstable();
            set.dedup();
            set
        })
        .collect()
}

fn rooms(cells: &Cells) -> i64 {
    by_track(cells, |at| at.1)
        .iter()
        .map(|set| set.len() as i64 - 1)
        .sum()
}

fn parallel(cells: &Cells) -> i64 {
    let distinct: usize = by_track(cells, |at| at.0).iter().map(Vec::len).sum();
    (cells.len() - distinct) as i64
}

fn broken_runs(cells: &Cells) -> i64 {
    let broken = |set: &Vec<usize>| set[set.len() - 1] - set[0] + 1 != set.len();
    by_track(cells, |at| at.0)
        .iter()
        .filter(|set| broken(set))
        .count() as i64
}

fn by_submission(
    problem: &Problem,
    plan: &Plan,
    triples: &[Triple],
    what: impl Fn(Place) -> usize,
) -> i64 {
    sum(triples, |one, other| match plan[one] {
        Some(at) if what(at) == other => problem.submissions[one].slots as i64,
        _ => 0,
    })
}

/// Submissions of a track that are not at their place among them, and slots that two with a place
/// share in parallel cells.
fn order(problem: &Problem, plan: &Plan) -> i64 {
    let mut total = 0;
    for track in 0..problem.tracks.len() {
        let mut sequence: Vec<(Place, usize)> = Vec::new();
        for (index, one) in problem.submissions.iter().enumerate() {
            if let Some(at) = plan[index].filter(|_| one.track == track) {
                sequence.push((at, index));
            }
        }
        sequence.sort_unstable();
        let place = |index: usize| problem.submissions[index].order;
        for (position, &(_, index)) in sequence.iter().enumerate() {
            total += i64::from(![0, position + 1].contains(&place(index)));
        }
        sequence.retain(|&(_, index)| place(index) != 0);
        for (position, &(_, one)) in sequence.iter().enumerate() {
            for &(_, other) in &sequence[position + 1..] {
                total += overlap(problem, plan, one, other);
            }
        }
    }
    total
}

/// Pairs in the same session and different rooms.
fn clashes(plan: &Plan, pairs: &[(usize, usize)]) -> i64 {
    let clash = |&&(one, other): &&(usize, usize)| match (plan[one], plan[other]) {
        (Some(a), Some(b)) => a.session == b.session && a.room != b.room,
        _ => false,
    };
    pairs.iter().filter(clash).count() as i64
}

fn overlaps(problem: &Problem, plan: &Plan, pairs: &[(usize, usize)]) -> i64 {
    pairs
        .iter()
        .map(|&(one, other)| overlap(problem, plan, one, other))
        .sum()
}

/// Slot numbers that two submissions share in one session.
fn overlap(problem: &Problem, plan: &Plan, one: usize, other: usize) -> i64 {
    match (plan[one], plan[other]) {
        (Some(a), Some(b)) if a.session == b.session => {
            let first = a.slot.max(b.slot);
            let last = (a.slot + problem.submissions[one].slots)
                .min(b.slot + problem.submissions[other].slots);
            last.saturating_sub(first) as i64
        }
        _ => 0,
    }
}

fn breaches(problem: &Problem, plan: &Plan) -> Vec<Breach> {
    let mut found = Vec::new();
    let mut slots: BTreeMap<(usize, usize, usize), usize> = BTreeMap::new();
    let mut owners: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for (index, one) in problem.submissions.iter().enumerate() {
        let Some(at) = plan[index] else {
            found.push(Breach::Unplaced(index));
            continue;
        };
        if at.slot + one.slots > problem.sessions[at.session].slots {
            found.push(Breach::TooLong(index));
        }
        for slot in at.slot..at.slot + one.slots {
            if let Some(other) = slots.insert((at.session, at.room, slot), index) {
                found.push(Breach::Shared(other, index));
            }
        }
        let owner = *owners.entry((at.session, at.room)).or_insert(index);
        if problem.submissions[owner].track != one.track {
            found.push(Breach::TwoTracks(owner, index));
        }
    }
    found
}
