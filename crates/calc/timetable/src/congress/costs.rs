//! What a schedule costs, from scratch, rule by rule, and which sessions break which rule.

use serde::Serialize;

use crate::congress::frame::{Frame, alone};
use crate::congress::problem::Problem;
use crate::congress::rules::{Rule, Strength};
use crate::congress::schedule::Schedule;
use crate::congress::tracks::{gaps, rooms};

/// What a schedule costs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Costs {
    /// Breaches of hard rules.
    pub hard: i64,
    /// Weighted breaches of the others.
    pub soft: i64,
    /// For each rule that is broken: how often, and what that costs; a hard rule costs nothing
    /// that could be weighed, and its cost stands as 0.
    pub rules: Vec<(Rule, i64, i64)>,
}

impl Costs {
    /// Hard and soft in one number, as the search counts.
    pub(crate) fn total(&self) -> i64 {
        self.hard * crate::congress::rules::HARD + self.soft
    }

    /// How often a rule is broken.
    pub fn times(&self, rule: Rule) -> i64 {
        let found = self.rules.iter().find(|it| it.0 == rule);
        found.map_or(0, |&(_, times, _)| times)
    }
}

/// A rule, broken by these sessions so many times.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Breach {
    /// Which rule.
    pub rule: Rule,
    /// The sessions that break it together.
    pub sessions: Vec<usize>,
    /// How often, or for how many people.
    pub times: i64,
}

/// Evaluates a schedule.
pub fn evaluate(problem: &Problem, schedule: &Schedule) -> Costs {
    let mut times = [0_i64; Rule::ALL.len()];
    for breach in breaches(problem, schedule) {
        times[breach.rule as usize] += breach.times;
    }
    let mut costs = Costs::default();
    for (rule, &times) in Rule::ALL.iter().zip(&times) {
        if times == 0 {
            continue;
        }
        let cost = match problem.rules.strength(*rule) {
            Strength::Hard => {
                costs.hard += times;
                0
            }
            Strength::Soft(weight) => i64::from(weight) * times,
            Strength::Off => continue,
        };
        costs.soft += cost;
        costs.rules.push((*rule, times, cost));
    }
    costs
}

/// Every breach of every rule, also of those that are off.
pub fn breaches(problem: &Problem, schedule: &Schedule) -> Vec<Breach> {
    let mut found = Vec::new();
    let mut add = |rule: Rule, sessions: Vec<usize>, times: i64| {
        if times > 0 {
            found.push(Breach {
                rule,
                sessions,
                times,
            });
        }
    };
    let frame = Frame::new(problem);
    for (session, place) in schedule.iter().enumerate() {
        match place {
            Some(place) => {
                for (rule, times) in alone(problem, &frame, session, *place) {
                    add(rule, vec![session], times);
                }
                let running = running_at(problem, schedule, place.start);
                let beyond = running.saturating_sub(problem.most_parallel.unwrap_or(usize::MAX));
                add(Rule::MostParallel, vec![session], beyond as i64);
            }
            None => add(Rule::Placed, vec![session], 1),
        }
    }
    for one in 0..schedule.len() {
        for other in one + 1..schedule.len() {
            for (rule, times) in together(problem, schedule, one, other) {
                add(rule, vec![one, other], times);
            }
        }
    }
    for &(one, other) in &problem.apart {
        add(
            Rule::Apart,
            vec![one, other],
            i64::from(at_once(problem, schedule, one, other)),
        );
    }
    for order in &problem.order {
        let late = match (schedule[order.before], schedule[order.after]) {
            (Some(before), Some(after)) => {
                before.span(problem, order.before).to + order.gap_minutes > after.start
            }
            _ => false,
        };
        add(
            Rule::Order,
            vec![order.before, order.after],
            i64::from(late),
        );
    }
    for person in &problem.people {
        for (index, &one) in person.favourites.iter().enumerate() {
            for &other in &person.favourites[index + 1..] {
                let missed = at_once(problem, schedule, one, other);
                add(Rule::Favourites, vec![one, other], i64::from(missed));
            }
        }
    }
    for track in 0..problem.tracks.len() {
        let sessions = problem.sessions_of(track);
        let placed = sessions.iter().filter_map(|&it| Some((schedule[it]?, it)));
        let mut placed: Vec<_> = placed
            .map(|(at, it)| (at.span(problem, it), at.room))
            .collect();
        placed.sort_unstable();
        add(Rule::TrackRooms, sessions.clone(), rooms(&placed));
        add(Rule::TrackGaps, sessions, gaps(problem, &placed));
    }
    found
}

fn running_at(problem: &Problem, schedule: &Schedule, minute: u32) -> usize {
    let spans = schedule.iter().enumerate();
    let spans = spans.filter_map(|(session, place)| Some((*place)?.span(problem, session)));
    spans
        .filter(|span| span.from <= minute && minute < span.to)
        .count()
}

fn at_once(problem: &Problem, schedule: &Schedule, one: usize, other: usize) -> bool {
    match (schedule[one], schedule[other]) {
        (Some(a), Some(b)) => a.span(problem, one).meets(b.span(problem, other)),
        _ => false,
    }
}

/// What two sessions break because of where they are.
fn together(problem: &Problem, schedule: &Schedule, one: usize, other: usize) -> Vec<(Rule, i64)> {
    let (Some(a), Some(b)) = (schedule[one], schedule[other]) else {
        return Vec::new();
    };
    let (mut first, mut second) = (a.span(problem, one), b.span(problem, other));
    let at_once = first.meets(second);
    first.to += problem.turnover_minutes;
    second.to += problem.turnover_minutes;
    let (x, y) = (&problem.sessions[one], &problem.sessions[other]);
    let shared = x.people.iter().filter(|it| y.people.contains(it)).count() as i64;
    let track = x.track.is_some() && x.track == y.track;
    vec![
        (
            Rule::RoomOnce,
            i64::from(a.room == b.room && first.meets(second)),
        ),
        (Rule::PersonOnce, i64::from(at_once) * shared),
        (Rule::TrackParallel, i64::from(at_once && track)),
    ]
}

impl Problem {
    /// Sessions of a track.
    pub(crate) fn sessions_of(&self, track: usize) -> Vec<usize> {
        let all = 0..self.sessions.len();
        all.filter(|&session| self.sessions[session].track == Some(track))
            .collect()
    }
}
