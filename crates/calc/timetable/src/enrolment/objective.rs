//! What a plan costs, from scratch, by the rules of the competition.

use serde::Serialize;

use crate::enrolment::{DAYS, Plan, Problem, SLOTS, SLOTS_A_DAY};

/// What a plan costs. Plans are compared by distance first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Costs {
    /// Hard rules that placed events break.
    pub breaches: i64,
    /// Distance to feasibility: people of the events that have no place.
    pub distance: i64,
    /// Events in the last slot of a day, counted for each person.
    pub last_slot: i64,
    /// Third and further events in a row, counted for each person.
    pub in_a_row: i64,
    /// Days with a single event, counted for each person.
    pub single: i64,
}

impl Costs {
    /// The soft rules together.
    pub fn soft(&self) -> i64 {
        self.last_slot + self.in_a_row + self.single
    }
}

/// Evaluates a plan.
pub fn evaluate(problem: &Problem, plan: &Plan) -> Costs {
    let mut costs = Costs {
        breaches: breaches(problem, plan),
        ..Costs::default()
    };
    let mut busy = vec![0_u64; problem.people];
    for (event, place) in plan.iter().enumerate() {
        match place {
            Some((slot, _)) => {
                problem.attending[event]
                    .iter()
                    .for_each(|&person| busy[person] |= 1 << slot);
            }
            None => costs.distance += problem.attending[event].len() as i64,
        }
    }
    for slots in busy {
        for day in 0..DAYS {
            let taken = (slots >> (day * SLOTS_A_DAY)) as usize & ((1 << SLOTS_A_DAY) - 1);
            let (last, row, single) = of_day(taken);
            costs.last_slot += last;
            costs.in_a_row += row;
            costs.single += single;
        }
    }
    costs
}

/// A person's day, one bit a slot: in the last slot, third and further in a row, single.
pub(super) fn of_day(taken: usize) -> (i64, i64, i64) {
    let last = taken >> (SLOTS_A_DAY - 1) & 1;
    let row = (taken & taken >> 1 & taken >> 2).count_ones();
    (
        last as i64,
        i64::from(row),
        i64::from(taken.count_ones() == 1),
    )
}

fn breaches(problem: &Problem, plan: &Plan) -> i64 {
    let mut found = 0;
    let mut at = vec![0_i64; problem.people * SLOTS];
    let mut in_room = vec![0_i64; problem.rooms * SLOTS];
    for (event, place) in plan.iter().enumerate() {
        let Some((slot, room)) = *place else { continue };
        found += i64::from(!problem.suitable[event][room]);
        found += i64::from(!problem.available[event][slot]);
        found += in_room[room * SLOTS + slot];
        in_room[room * SLOTS + slot] += 1;
        for &person in &problem.attending[event] {
            found += at[person * SLOTS + slot];
            at[person * SLOTS + slot] += 1;
        }
    }
    let slot = |event: usize| plan[event].map(|(slot, _)| slot);
    let early = |&&(first, second): &&(usize, usize)| match (slot(first), slot(second)) {
        (Some(first), Some(second)) => first >= second,
        _ => false,
    };
    found + problem.precedences.iter().filter(early).count() as i64
}

/// The plan of a search, which may break hard rules, without the events that break them: the
/// event with most breaches goes first, and of equal ones that with the fewest people.
pub(super) fn kept(problem: &Problem, places: &[u16]) -> Plan {
    let split = |place: u16| {
        (
            place as usize / problem.rooms,
            place as usize % problem.rooms,
        )
    };
    let mut plan: Plan = places.iter().map(|&place| Some(split(place))).collect();
    for (event, place) in plan.iter_mut().enumerate() {
        // Nobody else's leaving mends a place that is wrong by itself.
        *place = place.filter(|&(slot, room)| {
            problem.available[event][slot] && problem.suitable[event][room]
        });
    }
    let mut quarrels = quarrels(problem, &plan);
    loop {
        let rank = |event: usize| {
            (
                quarrels[event].len(),
                std::cmp::Reverse(problem.attending[event].len()),
            )
        };
        let worst = (0..plan.len()).max_by_key(|&event| rank(event));
        let Some(worst) = worst.filter(|&event| !quarrels[event].is_empty()) else {
            return plan;
        };
        plan[worst] = None;
        for other in std::mem::take(&mut quarrels[worst]) {
            quarrels[other].retain(|&it| it != worst);
        }
    }
}

/// For each event: the others with which it breaks a rule.
fn quarrels(problem: &Problem, plan: &Plan) -> Vec<Vec<usize>> {
    let mut found = vec![Vec::new(); plan.len()];
    let mut both = |one: usize, other: usize| {
        found[one].push(other);
        found[other].push(one);
    };
    let slot = |event: usize| plan[event].map(|(slot, _)| slot);
    let mut in_slot = vec![Vec::new(); SLOTS];
    for event in 0..plan.len() {
        let Some(slot) = slot(event) else { continue };
        for &other in &in_slot[slot] {
            if plan[event] == plan[other] || shared(problem, event, other) {
                both(event, other);
            }
        }
        in_slot[slot].push(event);
    }
    for &(first, second) in &problem.precedences {
        if slot(first)
            .zip(slot(second))
            .is_some_and(|(first, second)| first >= second)
        {
            both(first, second);
        }
    }
    found
}

fn shared(problem: &Problem, one: usize, other: usize) -> bool {
    let theirs = &problem.attending[other];
    problem.attending[one]
        .iter()
        .any(|person| theirs.binary_search(person).is_ok())
}
