//! A plan in which every event has a place, and hard rules may be broken at a price: the way to
//! a plan that keeps them all leads through plans that do not.

use crate::anneal::Landscape;
use crate::chance::Chance;
use crate::enrolment::objective::of_day;
use crate::enrolment::{DAYS, Problem, SLOTS, SLOTS_A_DAY};

/// An empty place.
const NOBODY: u16 = u16::MAX;
/// What a broken hard rule costs, for each pair of events. A move of one event changes the soft
/// cost by a few times ten; several times that, and no plan is better for breaking a rule.
const BREACH: i64 = 400;

pub(super) struct State<'p> {
    problem: &'p Problem,
    rooms: usize,
    /// Event × event: whether they share a person.
    shares: Vec<bool>,
    earlier: Vec<Vec<u16>>,
    later: Vec<Vec<u16>>,
    /// Places that suit an event by themselves.
    fitting: Vec<Vec<u16>>,
    /// What a person's day costs, by the bits of its slots.
    day_cost: Vec<i16>,
    /// Slot × room.
    event_at: Vec<u16>,
    place_of: Vec<u16>,
    /// Person × slot: how many events.
    visits: Vec<u8>,
    /// Person × day: the slots with events, one bit each.
    days: Vec<u16>,
    cost: i64,
    exchanged: Option<(u16, u16)>,
}

impl<'p> State<'p> {
    pub(super) fn new(problem: &'p Problem) -> Self {
        let events = problem.attending.len();
        let mut events_of = vec![Vec::new(); problem.people];
        for (event, people) in problem.attending.iter().enumerate() {
            people
                .iter()
                .for_each(|&person| events_of[person].push(event));
        }
        let mut shares = vec![false; events * events];
        for list in &events_of {
            for &one in list {
                list.iter()
                    .filter(|&&it| it != one)
                    .for_each(|it| shares[one * events + it] = true);
            }
        }
        let mut earlier = vec![Vec::new(); events];
        let mut later = vec![Vec::new(); events];
        for &(first, second) in &problem.precedences {
            later[first].push(second as u16);
            earlier[second].push(first as u16);
        }
        let fits = |event: usize, place: usize| {
            problem.available[event][place / problem.rooms]
                && problem.suitable[event][place % problem.rooms]
        };
        let places = SLOTS * problem.rooms;
        let fitting = |event| {
            let all = (0..places).filter(|&place| fits(event, place));
            all.map(|place| place as u16).collect::<Vec<u16>>()
        };
        let day_cost = |taken| {
            let (last, row, single) = of_day(taken);
            (last + row + single) as i16
        };
        Self {
            problem,
            rooms: problem.rooms,
            shares,
            earlier,
            later,
            fitting: (0..events).map(fitting).collect(),
            day_cost: (0..1 << SLOTS_A_DAY).map(day_cost).collect(),
            event_at: vec![NOBODY; places],
            place_of: vec![NOBODY; events],
            visits: vec![0; problem.people * SLOTS],
            days: vec![0; problem.people * DAYS],
            cost: 0,
            exchanged: None,
        }
    }

    fn slot(&self, place: u16) -> usize {
        place as usize / self.rooms
    }

    /// Rules that an event breaks at a place, with everybody else where they are now, but for
    /// `aside`, which is on its way elsewhere.
    fn broken(&self, event: usize, place: u16, aside: u16) -> i64 {
        let slot = self.slot(place);
        let problem = self.problem;
        let mut broken = i64::from(!problem.available[event][slot])
            + i64::from(!problem.suitable[event][place as usize % self.rooms]);
        let row = &self.shares[event * self.place_of.len()..(event + 1) * self.place_of.len()];
        for &other in &self.event_at[slot * self.rooms..(slot + 1) * self.rooms] {
            if other != NOBODY && other != aside && other as usize != event {
                broken += i64::from(row[other as usize]);
            }
        }
        for &other in &self.earlier[event] {
            let theirs = self.place_of[other as usize];
            broken += i64::from(other != aside && theirs != NOBODY && self.slot(theirs) >= slot);
        }
        for &other in &self.later[event] {
            let theirs = self.place_of[other as usize];
            broken += i64::from(other != aside && theirs != NOBODY && self.slot(theirs) <= slot);
        }
        broken
    }

    /// Everybody at an event goes there in one slot instead of another.
    fn people_move(&mut self, event: usize, from: usize, to: usize) {
        for &person in &self.problem.attending[event] {
            self.leave(person, from);
            self.come(person, to);
        }
    }

    #[inline]
    fn come(&mut self, person: usize, slot: usize) {
        let visits = &mut self.visits[person * SLOTS + slot];
        *visits += 1;
        if *visits == 1 {
            self.turn(person, slot);
        }
    }

    #[inline]
    fn leave(&mut self, person: usize, slot: usize) {
        let visits = &mut self.visits[person * SLOTS + slot];
        *visits -= 1;
        if *visits == 0 {
            self.turn(person, slot);
        }
    }

    #[inline]
    fn turn(&mut self, person: usize, slot: usize) {
        let day = &mut self.days[person * DAYS + slot / SLOTS_A_DAY];
        self.cost -= i64::from(self.day_cost[*day as usize]);
        *day ^= 1 << (slot % SLOTS_A_DAY);
        self.cost += i64::from(self.day_cost[*day as usize]);
    }

    /// By how much the number of broken rules changes if two places exchange their events.
    fn change_of_breaches(&self, one: u16, other: u16) -> i64 {
        let (a, b) = (self.event_at[one as usize], self.event_at[other as usize]);
        let mut change = 0;
        for (event, from, to, aside) in [(a, one, other, b), (b, other, one, a)] {
            if event != NOBODY {
                change += self.broken(event as usize, to, aside)
                    - self.broken(event as usize, from, aside);
            }
        }
        // What the two have with one another only matters by which is earlier.
        if a != NOBODY && b != NOBODY {
            change += self.out_of_order(a, b, other, one) - self.out_of_order(a, b, one, other);
        }
        change
    }

    fn out_of_order(&self, a: u16, b: u16, at: u16, bt: u16) -> i64 {
        let (at, bt) = (self.slot(at), self.slot(bt));
        i64::from(self.later[a as usize].contains(&b) && at >= bt)
            + i64::from(self.later[b as usize].contains(&a) && bt >= at)
    }

    fn exchange(&mut self, one: u16, other: u16) {
        let (a, b) = (self.event_at[one as usize], self.event_at[other as usize]);
        let (from, to) = (self.slot(one), self.slot(other));
        self.event_at.swap(one as usize, other as usize);
        for (event, place, from, to) in [(a, other, from, to), (b, one, to, from)] {
            if event != NOBODY {
                self.place_of[event as usize] = place;
                if from != to {
                    self.people_move(event as usize, from, to);
                }
            }
        }
    }

    fn clear(&mut self) {
        self.event_at.fill(NOBODY);
        self.place_of.fill(NOBODY);
        self.visits.fill(0);
        self.days.fill(0);
        self.cost = 0;
    }

    fn put(&mut self, event: usize, place: u16) {
        self.cost += BREACH * self.broken(event, place, NOBODY);
        self.event_at[place as usize] = event as u16;
        self.place_of[event] = place;
        for &person in &self.problem.attending[event] {
            self.come(person, place as usize / self.rooms);
        }
    }
}

impl Landscape for State<'_> {
    type Memory = Vec<u16>;

    fn cost(&self) -> i64 {
        self.cost
    }

    fn size(&self) -> usize {
        self.place_of.len()
    }

    fn propose(&mut self, chance: &mut Chance, limit: i64) -> Option<i64> {
        let event = chance.below(self.place_of.len());
        if self.fitting[event].is_empty() {
            return None;
        }
        let one = self.place_of[event];
        let other = chance.pick(&self.fitting[event]);
        if one == other {
            return None;
        }
        let before = self.cost;
        self.exchanged = None;
        let breaches = BREACH * self.change_of_breaches(one, other);
        // The price of broken rules decides most moves; people are counted only if it does not.
        if breaches > limit.saturating_add(BREACH / 2) {
            return Some(i64::MAX);
        }
        self.exchange(one, other);
        self.cost += breaches;
        self.exchanged = Some((one, other));
        Some(self.cost - before)
    }

    fn accept(&mut self) {
        self.exchanged = None;
    }

    fn undo(&mut self) {
        if let Some((one, other)) = self.exchanged.take() {
            let breaches = BREACH * self.change_of_breaches(one, other);
            self.exchange(one, other);
            self.cost += breaches;
        }
    }

    fn remember(&self, into: &mut Vec<u16>) {
        into.clone_from(&self.place_of);
    }

    fn recall(&mut self, places: &Vec<u16>) {
        self.clear();
        for (event, &place) in places.iter().enumerate() {
            self.put(event, place);
        }
    }

    /// Events with the fewest places first, each where it breaks the fewest rules.
    fn restart(&mut self, chance: &mut Chance) {
        self.clear();
        let mut events: Vec<usize> = (0..self.place_of.len()).collect();
        chance.shuffle(&mut events);
        events.sort_by_key(|&event| self.fitting[event].len());
        for event in events {
            let free = |place: &u16| self.event_at[*place as usize] == NOBODY;
            let fitting = self.fitting[event].iter().copied().filter(free);
            let best =
                fitting.min_by_key(|&place| (self.broken(event, place, NOBODY), chance.bits()));
            let any = || (0..self.event_at.len() as u16).find(free);
            self.put(
                event,
                best.or_else(any)
                    .expect("there are as many places as events"),
            );
        }
    }
}
