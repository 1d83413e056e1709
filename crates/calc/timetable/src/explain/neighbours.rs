//! What pairs of sessions may not do together, under a set of demands.

use std::collections::BTreeSet;

use crate::congress::{Place, Problem};
use crate::explain::demand::Demand;

/// How two sessions, by their number in the list, hinder one another; rooms come on top.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tie {
    apart: bool,
    one_room: bool,
    /// Minutes that must lie between the first and the second.
    before: Option<u32>,
    after: Option<u32>,
}

/// All ties among some sessions.
pub(crate) struct Ties {
    /// Session × session.
    table: Vec<Option<Tie>>,
    sessions: Vec<usize>,
    room_once: Vec<bool>,
    pub(crate) most_parallel: usize,
}

impl Ties {
    pub(crate) fn new(problem: &Problem, demands: &[Demand], sessions: &[usize]) -> Self {
        let demands: BTreeSet<Demand> = demands.iter().copied().collect();
        let most = problem
            .most_parallel
            .filter(|_| demands.contains(&Demand::MostParallel));
        let mut ties = Self {
            table: vec![None; sessions.len() * sessions.len()],
            sessions: sessions.to_vec(),
            room_once: (0..problem.rooms.len())
                .map(|room| demands.contains(&Demand::RoomOnce(room)))
                .collect(),
            most_parallel: most.unwrap_or(usize::MAX),
        };
        for one in 0..sessions.len() {
            for other in one + 1..sessions.len() {
                let (a, b) = (
                    &problem.sessions[sessions[one]],
                    &problem.sessions[sessions[other]],
                );
                let mut shared = a.people.iter().filter(|it| b.people.contains(it));
                let track = a.track.filter(|_| a.track == b.track);
                let apart = shared.any(|&it| demands.contains(&Demand::PersonOnce(it)))
                    || track.is_some_and(|it| demands.contains(&Demand::TrackParallel(it)));
                let one_room = track.is_some_and(|it| demands.contains(&Demand::TrackRooms(it)));
                ties.add(one, other, |tie| {
                    tie.apart |= apart;
                    tie.one_room |= one_room;
                });
            }
        }
        let at = |session: usize| sessions.iter().position(|&it| it == session);
        for demand in &demands {
            match *demand {
                Demand::Apart(number) => {
                    let (a, b) = problem.apart[number];
                    if let (Some(a), Some(b)) = (at(a), at(b)) {
                        ties.add(a, b, |tie| tie.apart = true);
                    }
                }
                Demand::Order(number) => {
                    let order = problem.order[number];
                    if let (Some(a), Some(b)) = (at(order.before), at(order.after)) {
                        ties.one_way(a, b, |tie| tie.before = Some(order.gap_minutes));
                        ties.one_way(b, a, |tie| tie.after = Some(order.gap_minutes));
                    }
                }
                _ => {}
            }
        }
        ties
    }

    fn one_way(&mut self, one: usize, other: usize, change: impl FnOnce(&mut Tie)) {
        let entry = &mut self.table[one * self.sessions.len() + other];
        let mut tie = entry.unwrap_or_default();
        change(&mut tie);
        *entry = (tie != Tie::default()).then_some(tie);
    }

    fn add(&mut self, one: usize, other: usize, change: impl Fn(&mut Tie)) {
        self.one_way(one, other, &change);
        self.one_way(other, one, &change);
    }

    /// Whether the two have anything with one another but rooms.
    pub(crate) fn tied(&self, one: usize, other: usize) -> bool {
        self.table[one * self.sessions.len() + other].is_some()
    }

    /// Whether the two may be at these places together.
    pub(crate) fn agree(
        &self,
        problem: &Problem,
        (one, a): (usize, Place),
        (other, b): (usize, Place),
    ) -> bool {
        let first = a.span(problem, self.sessions[one]);
        let second = b.span(problem, self.sessions[other]);
        if a.room == b.room && self.room_once[a.room] {
            let turnover = problem.turnover_minutes;
            if first.from < second.to + turnover && second.from < first.to + turnover {
                return false;
            }
        }
        let Some(tie) = self.table[one * self.sessions.len() + other] else {
            return true;
        };
        let hindered = tie.apart && first.meets(second) || tie.one_room && a.room != b.room;
        !hindered
            && tie.before.is_none_or(|gap| first.to + gap <= second.from)
            && tie.after.is_none_or(|gap| second.to + gap <= first.from)
    }
}
