//! The schedule of events in slots, with what people miss kept up to date.

use crate::anneal::Landscape;
use crate::chance::Chance;
use crate::favourites::Problem;

pub(super) struct State {
    slots: usize,
    /// Different weights, ascending.
    levels: usize,
    weights: Vec<i64>,
    /// For each event: who marked it, and at which level.
    fans: Vec<Vec<(u32, u32)>>,
    /// Person × slot × level: how many of their favourites are there.
    marked: Vec<u16>,
    slot_of: Vec<usize>,
    /// Slot × room; places beyond the last event are empty.
    places: Vec<usize>,
    place_of: Vec<usize>,
    rooms: usize,
    cost: i64,
    /// The exchange of places that can be taken back.
    exchanged: Option<(usize, usize)>,
}

impl State {
    pub(super) fn new(problem: &Problem) -> Self {
        let all = problem.favourites.iter().flatten();
        let mut weights: Vec<i64> = all.map(|&(_, weight)| weight).collect();
        weights.sort_unstable();
        weights.dedup();
        let mut fans = vec![Vec::new(); problem.events];
        for (person, marked) in problem.favourites.iter().enumerate() {
            for (event, weight) in marked {
                let level = weights.partition_point(|it| it < weight);
                fans[*event].push((person as u32, level as u32));
            }
        }
        let places = problem.slots * problem.rooms;
        Self {
            slots: problem.slots,
            levels: weights.len(),
            marked: vec![0; problem.favourites.len() * problem.slots * weights.len()],
            weights,
            fans,
            slot_of: vec![0; problem.events],
            places: (0..places).collect(),
            place_of: (0..places).collect(),
            rooms: problem.rooms,
            cost: 0,
            exchanged: None,
        }
    }

    fn events(&self) -> usize {
        self.fans.len()
    }

    /// The weight of what a person would choose in a slot.
    #[inline]
    fn dearest(&self, first: usize) -> i64 {
        for level in (0..self.levels).rev() {
            if self.marked[first + level] > 0 {
                return self.weights[level];
            }
        }
        0
    }

    /// An event comes into a slot or leaves it; `direction` is 1 or −1.
    #[inline]
    fn shift(&mut self, event: usize, slot: usize, enters: bool) {
        let fans = std::mem::take(&mut self.fans[event]);
        for &(person, level) in &fans {
            let first = (person as usize * self.slots + slot) * self.levels;
            let entry = first + level as usize;
            // Missed is everything but the dearest.
            let before = self.dearest(first);
            let weight = self.weights[level as usize];
            if enters {
                self.marked[entry] += 1;
                self.cost += weight + before - self.dearest(first);
            } else {
                self.marked[entry] -= 1;
                self.cost += before - self.dearest(first) - weight;
            }
        }
        self.fans[event] = fans;
    }

    /// Two places exchange what is in them.
    fn exchange(&mut self, one: usize, other: usize) {
        let (a, b) = (one / self.rooms, other / self.rooms);
        for (place, from, to) in [(one, a, b), (other, b, a)] {
            let event = self.places[place];
            if event < self.events() {
                self.shift(event, from, false);
                self.shift(event, to, true);
                self.slot_of[event] = to;
            }
        }
        self.places.swap(one, other);
        self.place_of[self.places[one]] = one;
        self.place_of[self.places[other]] = other;
    }

    fn recount(&mut self) {
        self.marked.fill(0);
        self.cost = 0;
        for place in 0..self.places.len() {
            self.place_of[self.places[place]] = place;
        }
        for event in 0..self.events() {
            self.slot_of[event] = self.place_of[event] / self.rooms;
            self.shift(event, self.slot_of[event], true);
        }
    }
}

impl Landscape for State {
    type Memory = Vec<usize>;

    fn cost(&self) -> i64 {
        self.cost
    }

    fn size(&self) -> usize {
        self.events()
    }

    fn propose(&mut self, chance: &mut Chance, _limit: i64) -> Option<i64> {
        let one = self.place_of[chance.below(self.events())];
        let other = chance.below(self.places.len());
        if one / self.rooms == other / self.rooms {
            return None;
        }
        let before = self.cost;
        self.exchange(one, other);
        self.exchanged = Some((one, other));
        Some(self.cost - before)
    }

    fn accept(&mut self) {
        self.exchanged = None;
    }

    fn undo(&mut self) {
        if let Some((one, other)) = self.exchanged.take() {
            self.exchange(one, other);
        }
    }

    fn remember(&self, into: &mut Vec<usize>) {
        into.clone_from(&self.slot_of);
    }

    fn recall(&mut self, slot_of: &Vec<usize>) {
        let mut taken = vec![0; self.slots];
        let mut free: Vec<usize> = (self.events()..self.places.len()).collect();
        self.places.fill(usize::MAX);
        for (event, &slot) in slot_of.iter().enumerate() {
            self.places[slot * self.rooms + taken[slot]] = event;
            taken[slot] += 1;
        }
        for place in &mut self.places {
            if *place == usize::MAX {
                *place = free
                    .pop()
                    .expect("events and free places are as many as places");
            }
        }
        self.recount();
    }

    fn restart(&mut self, chance: &mut Chance) {
        chance.shuffle(&mut self.places);
        self.recount();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::favourites::missed;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn after_every_move_people_miss_what_they_miss_from_scratch(
            seed in any::<u64>(),
            favourites in proptest::collection::vec(
                proptest::collection::btree_map(0_usize..10, 1_i64..4, 0..7), 1..6)
        ) {
            let problem = Problem {
                format: String::new(),
                name: String::new(),
                slots: 4,
                rooms: 3,
                events: 10,
                favourites: favourites.into_iter().map(|it| it.into_iter().collect()).collect(),
            };
            let mut chance = Chance::new(seed);
            let mut state = State::new(&problem);
            state.restart(&mut chance);
            for _ in 0..200 {
                let before = state.cost();
                if state.propose(&mut chance, i64::MAX).is_some() {
                    prop_assert_eq!(state.cost(), missed(&problem, &state.slot_of));
                    if chance.percent(50) {
                        state.undo();
                        prop_assert_eq!(state.cost(), before);
                    }
                }
            }
            let (cost, slots) = (state.cost(), state.slot_of.clone());
            state.recall(&slots);
            prop_assert_eq!(state.cost(), cost);
        }
    }
}
