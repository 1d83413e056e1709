//! The congress as the search reads it: places of each session, and what pairs of sessions cost.

use std::collections::BTreeMap;

use crate::congress::frame::{Frame, kept_alone};
use crate::congress::problem::Problem;
use crate::congress::rules::Rule;
use crate::congress::schedule::Place;

/// What it costs that a session is at the same time as another one. Apart from the order, because
/// there are many of these, and they are looked at with every move.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AtOnce {
    pub(crate) other: u32,
    pub(crate) cost: i64,
}

/// What the order of a session and another one costs.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct InOrder {
    pub(crate) other: u32,
    /// Cost of not ending early enough before the other begins.
    pub(crate) before: i64,
    /// Cost of beginning before the other has ended early enough.
    pub(crate) after: i64,
    pub(crate) gap: u32,
}

pub(crate) struct Tables<'p> {
    pub(crate) problem: &'p Problem,
    /// For each session: where it may be by itself, and what it costs there.
    pub(crate) places: Vec<Vec<(Place, i64)>>,
    pub(crate) at_once: Vec<Vec<AtOnce>>,
    pub(crate) in_order: Vec<Vec<InOrder>>,
    pub(crate) minutes: Vec<u32>,
    pub(crate) room_once: i64,
    pub(crate) most_parallel: Option<usize>,
    pub(crate) parallel: i64,
    pub(crate) track_rooms: i64,
    pub(crate) track_gaps: i64,
    pub(crate) track_sessions: Vec<Vec<usize>>,
}

impl<'p> Tables<'p> {
    pub(crate) fn new(problem: &'p Problem) -> Self {
        let frame = Frame::new(problem);
        let sessions = 0..problem.sessions.len();
        let places = sessions.map(|it| kept_alone(problem, &frame, it)).collect();
        Self::with_places(problem, places)
    }

    /// With other places than those that the rules allow: a repair leaves most sessions one.
    pub(crate) fn with_places(problem: &'p Problem, places: Vec<Vec<(Place, i64)>>) -> Self {
        let weight = |rule| problem.rules.weight(rule);
        Self {
            problem,
            places,
            at_once: at_once(problem),
            in_order: in_order(problem),
            minutes: problem.sessions.iter().map(|it| it.minutes).collect(),
            room_once: weight(Rule::RoomOnce),
            most_parallel: problem
                .most_parallel
                .filter(|_| weight(Rule::MostParallel) > 0),
            parallel: weight(Rule::MostParallel),
            track_rooms: weight(Rule::TrackRooms),
            track_gaps: weight(Rule::TrackGaps),
            track_sessions: (0..problem.tracks.len())
                .map(|it| problem.sessions_of(it))
                .collect(),
        }
    }
}

fn at_once(problem: &Problem) -> Vec<Vec<AtOnce>> {
    let mut found: BTreeMap<(usize, usize), i64> = BTreeMap::new();
    let mut at_once = |one: usize, other: usize, cost: i64| {
        if cost != 0 && one != other {
            *found.entry((one, other)).or_default() += cost;
            *found.entry((other, one)).or_default() += cost;
        }
    };
    let pairs = |list: &[usize], each: &mut dyn FnMut(usize, usize)| {
        for (index, &one) in list.iter().enumerate() {
            list[index + 1..].iter().for_each(|&other| each(one, other));
        }
    };
    let weight = |rule| problem.rules.weight(rule);
    for person in 0..problem.people.len() {
        let all = 0..problem.sessions.len();
        let theirs = all.filter(|&it| problem.sessions[it].people.contains(&person));
        let theirs: Vec<usize> = theirs.collect();
        pairs(&theirs, &mut |one, other| {
            at_once(one, other, weight(Rule::PersonOnce))
        });
        let marked = &problem.people[person].favourites;
        pairs(marked, &mut |one, other| {
            at_once(one, other, weight(Rule::Favourites))
        });
    }
    for track in 0..problem.tracks.len() {
        let theirs = problem.sessions_of(track);
        pairs(&theirs, &mut |one, other| {
            at_once(one, other, weight(Rule::TrackParallel))
        });
    }
    for &(one, other) in &problem.apart {
        at_once(one, other, weight(Rule::Apart));
    }
    let mut lists = vec![Vec::new(); problem.sessions.len()];
    for ((one, other), cost) in found {
        lists[one].push(AtOnce {
            other: other as u32,
            cost,
        });
    }
    lists
}

fn in_order(problem: &Problem) -> Vec<Vec<InOrder>> {
    let cost = problem.rules.weight(Rule::Order);
    let mut lists = vec![Vec::new(); problem.sessions.len()];
    for it in problem.order.iter().filter(|_| cost != 0) {
        let (before, after) = (it.before as u32, it.after as u32);
        let gap = it.gap_minutes;
        lists[it.before].push(InOrder {
            other: after,
            before: cost,
            after: 0,
            gap,
        });
        lists[it.after].push(InOrder {
            other: before,
            before: 0,
            after: cost,
            gap,
        });
    }
    lists
}
