//! The exact question: can these sessions all have a place under these demands?
//!
//! Backtracking with forward checking: the session with the fewest places left comes next, and
//! what its place forbids is struck from the others. Sessions that often ran out of places count
//! as narrower (Boussemart, Hemery, Lecoutre and Sais 2004), and the search starts over from time
//! to time, so that it soon turns to the few sessions that cause the trouble.

use crate::congress::{Frame, Place, Problem, run_at_most};
use crate::explain::demand::Demand;
use crate::explain::neighbours::Ties;

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    /// Yes: the place of each session of the list.
    Yes(Vec<Place>),
    /// No, and that is proved.
    No,
    /// The steps were used up.
    Unknown,
}

/// Asks, and spends at most so many steps (places that are looked at or struck).
pub(crate) fn can_be(
    problem: &Problem,
    frame: &Frame,
    demands: &[Demand],
    sessions: &[usize],
    steps: &mut u64,
) -> Answer {
    let places = sessions
        .iter()
        .map(|&it| Demand::places(problem, frame, demands, it));
    let places: Vec<Vec<Place>> = places.collect();
    let cost: usize = places.iter().map(Vec::len).sum();
    *steps = steps.saturating_sub(cost as u64);
    if places.iter().any(Vec::is_empty) {
        return Answer::No;
    }
    let mut search = Search {
        problem,
        twin: twins(problem, demands, &places),
        taken: vec![0; problem.rooms.len()],
        ties: Ties::new(problem, demands, sessions),
        sessions,
        struck: places.iter().map(|it| vec![0; it.len()]).collect(),
        left: places.iter().map(Vec::len).collect(),
        chosen: vec![None; sessions.len()],
        trouble: vec![1; sessions.len()],
        places,
        steps,
        pause: 0,
    };
    let mut length = 20_000;
    loop {
        search.pause = search.steps.saturating_sub(length);
        match search.descend() {
            Some(true) => {
                let chosen = search.chosen.iter().zip(&search.places);
                let places = chosen.map(|(at, places)| places[at.expect("all have a place")]);
                return Answer::Yes(places.collect());
            }
            Some(false) => return Answer::No,
            None if *search.steps == 0 => return Answer::Unknown,
            None => length = length * 3 / 2,
        }
    }
}

/// For each room, the last one before it in which everybody could be at the same times. Rooms that
/// are alike would be tried one after another for nothing.
fn twins(problem: &Problem, demands: &[Demand], places: &[Vec<Place>]) -> Vec<Option<usize>> {
    let times = |room: usize| -> Vec<Vec<u32>> {
        let here = |list: &Vec<Place>| {
            list.iter()
                .filter(|it| it.room == room)
                .map(|it| it.start)
                .collect()
        };
        places.iter().map(here).collect()
    };
    let all: Vec<_> = (0..problem.rooms.len())
        .map(|room| (demands.contains(&Demand::RoomOnce(room)), times(room)))
        .collect();
    (0..all.len())
        .map(|room| (0..room).rev().find(|&it| all[it] == all[room]))
        .collect()
}

struct Search<'a> {
    problem: &'a Problem,
    ties: Ties,
    sessions: &'a [usize],
    places: Vec<Vec<Place>>,
    /// For each place: how many chosen ones forbid it.
    struck: Vec<Vec<u16>>,
    /// Places not struck.
    left: Vec<usize>,
    chosen: Vec<Option<usize>>,
    /// How often each session ran out of places.
    trouble: Vec<u64>,
    /// For each room: the one before it that is just like it.
    twin: Vec<Option<usize>>,
    /// For each room: how many are in it.
    taken: Vec<u16>,
    steps: &'a mut u64,
    /// At so many steps left the search starts over.
    pause: u64,
}

impl Search<'_> {
    /// Whether the rest can be placed; `None` if it is time to start over. Choices are kept only
    /// after a yes.
    fn descend(&mut self) -> Option<bool> {
        let open = (0..self.sessions.len()).filter(|&it| self.chosen[it].is_none());
        // Few places and much trouble first: places over trouble, compared without division.
        let Some(next) = open.min_by(|&a, &b| {
            let (x, y) = (self.left[a] as u64, self.left[b] as u64);
            (x * self.trouble[b]).cmp(&(y * self.trouble[a]))
        }) else {
            return Some(true);
        };
        for at in 0..self.places[next].len() {
            let place = self.places[next][at];
            // An empty room is as good as an empty twin, which was tried before it.
            let same_again = self.taken[place.room] == 0
                && self.twin[place.room].is_some_and(|it| self.taken[it] == 0);
            if self.struck[next][at] > 0 || same_again || !self.parallel_allows(next, place) {
                continue;
            }
            if *self.steps <= self.pause {
                return None;
            }
            self.chosen[next] = Some(at);
            self.taken[place.room] += 1;
            let found = match self.strike(next, at, true) {
                true => self.descend(),
                false => Some(false),
            };
            if found == Some(true) {
                return found;
            }
            // Taken back while it is still chosen: nobody strikes their own places.
            self.strike(next, at, false);
            self.chosen[next] = None;
            self.taken[place.room] -= 1;
            found?;
        }
        self.trouble[next] += 1;
        Some(false)
    }

    /// Strikes what a choice forbids to the others, or takes that back. False if somebody has no
    /// place left.
    fn strike(&mut self, one: usize, at: usize, on: bool) -> bool {
        let place = self.places[one][at];
        let mut all_can = true;
        for other in 0..self.sessions.len() {
            if self.chosen[other].is_some() {
                continue;
            }
            // Without a tie only the same room matters, and places are sorted by room.
            let places = &self.places[other];
            let range = match self.ties.tied(one, other) {
                true => 0..places.len(),
                false => {
                    let first = places.partition_point(|it| it.room < place.room);
                    first..first + places[first..].partition_point(|it| it.room == place.room)
                }
            };
            *self.steps = self.steps.saturating_sub(1 + range.len() as u64 / 4);
            for theirs in range {
                if self
                    .ties
                    .agree(self.problem, (one, place), (other, places[theirs]))
                {
                    continue;
                }
                let count = &mut self.struck[other][theirs];
                match on {
                    true => {
                        self.left[other] -= usize::from(*count == 0);
                        *count += 1;
                    }
                    false => {
                        *count -= 1;
                        self.left[other] += usize::from(*count == 0);
                    }
                }
            }
            if on && self.left[other] == 0 {
                self.trouble[other] += 1;
                self.trouble[one] += 1;
                all_can = false;
            }
        }
        all_can
    }

    /// Whether one more may run, at its own start and at those that it covers.
    fn parallel_allows(&self, next: usize, place: Place) -> bool {
        let most = self.ties.most_parallel;
        if most == usize::MAX {
            return true;
        }
        let span = place.span(self.problem, self.sessions[next]);
        let chosen = (0..self.sessions.len()).filter_map(|it| {
            let place = self.places[it][self.chosen[it]?];
            Some(place.span(self.problem, self.sessions[it]))
        });
        let spans: Vec<_> = chosen.chain([span]).collect();
        run_at_most(most, span, &spans)
    }
}
