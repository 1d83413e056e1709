//! The question with parties that may be split: a circulation, of people from a source through
//! parties and events back to it.
//!
//! Parties of one size come to an event through a node of their own, a group. Where the people in
//! every group make up whole parties, nobody needs to be split: the flow of each size is then one
//! of whole parties. So a search need only decide how many parties of a size an event takes, and
//! not which.

mod build;
mod fillings;
mod room;
mod whole;

use std::collections::BTreeSet;

use build::Build;
use room::fillable;

use crate::clashes::Clashes;
use crate::flow::Network;
use crate::places::{Party, Question};

/// What is decided of a wish.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    Open,
    Granted,
    Refused,
}

/// A wish: of which party, and its rank.
pub(crate) type Wish = (usize, usize);

/// The parties of one size that wish for one event.
pub(crate) struct Group {
    pub(crate) event: usize,
    pub(crate) size: u32,
    /// How many of them the event takes at least and at most.
    pub(crate) parties: (u32, u32),
    wishes: Vec<Wish>,
    arc: usize,
}

/// The relaxed question with some things decided.
pub(crate) struct Relaxed<'a> {
    question: &'a Question,
    worths: &'a [Vec<i128>],
    network: Network,
    /// The arcs of each party's wishes.
    wishes: Vec<Vec<usize>>,
    fates: Vec<Vec<Fate>>,
    pub(crate) groups: Vec<Group>,
    /// The groups of each event, the smallest parties first.
    of_event: Vec<Vec<usize>>,
    /// The arcs of the events' rooms.
    rooms: Vec<usize>,
}

impl<'a> Relaxed<'a> {
    pub(crate) fn new(question: &'a Question, clashes: &Clashes, worths: &'a [Vec<i128>]) -> Self {
        let mut build = Build::new(question, worths);
        let wishes = (0..question.parties.len())
            .map(|index| build.party(index, clashes))
            .collect();
        let mut of_event = vec![Vec::new(); question.capacity.len()];
        for (index, group) in build.groups.iter().enumerate() {
            of_event[group.event].push(index);
        }
        let mut relaxed = Self {
            question,
            worths,
            network: build.network,
            wishes,
            fates: (question.parties.iter())
                .map(|party| vec![Fate::Open; party.wishes.len()])
                .collect(),
            groups: build.groups,
            of_event,
            rooms: build.rooms,
        };
        for event in 0..question.capacity.len() {
            relaxed.fit(event);
        }
        relaxed
    }

    /// Decides a wish; gives what was decided before.
    pub(crate) fn decide(&mut self, (party, rank): Wish, fate: Fate) -> Fate {
        let size = self.question.parties[party].size;
        let bounds = match fate {
            Fate::Open => (0, size),
            Fate::Granted => (size, size),
            Fate::Refused => (0, 0),
        };
        self.network.bound(self.wishes[party][rank], bounds);
        std::mem::replace(&mut self.fates[party][rank], fate)
    }

    /// Says how many parties of a group its event takes; gives what was said before.
    pub(crate) fn limit(&mut self, group: usize, parties: (u32, u32)) -> (u32, u32) {
        let it = &mut self.groups[group];
        let bounds = (parties.0 * it.size, parties.1 * it.size);
        self.network.bound(it.arc, bounds);
        let event = it.event;
        let before = std::mem::replace(&mut it.parties, parties);
        self.fit(event);
        before
    }

    /// Leaves an event no more room than whole parties of its groups can fill.
    fn fit(&mut self, event: usize) {
        let groups = self.of_event[event].iter();
        let groups = groups.map(|&group| (self.groups[group].size, self.groups[group].parties));
        let room = fillable(self.question.capacity[event], groups);
        self.network.bound(self.rooms[event], (0, room));
    }

    /// The highest worth, unless the decisions contradict each other.
    pub(crate) fn solve(&mut self) -> Option<i128> {
        self.network.settle().then(|| -self.network.cost())
    }

    /// Which ranks each party is granted. Right only where every group is of whole parties.
    pub(crate) fn granted(&self) -> Vec<Vec<usize>> {
        let mut granted = vec![Vec::new(); self.wishes.len()];
        let mut torn = BTreeSet::new();
        for (index, arcs) in self.wishes.iter().enumerate() {
            let size = self.question.parties[index].size;
            for (rank, &arc) in arcs.iter().enumerate() {
                match self.network.through(arc) {
                    0 => {}
                    people if people == size => granted[index].push(rank),
                    _ => drop(torn.insert(size)),
                }
            }
        }
        for size in torn {
            self.mend(size, &mut granted);
        }
        granted
    }

    /// Grants parties of one size anew, as if each were one person: among equally cheap flows
    /// there is one of whole parties, and the flow at hand need not be it.
    fn mend(&self, size: u32, granted: &mut [Vec<usize>]) {
        let of_size = |index: &usize| self.question.parties[*index].size == size;
        let who: Vec<usize> = (0..self.wishes.len()).filter(of_size).collect();
        let mut capacity = vec![0; self.question.capacity.len()];
        for group in self.groups.iter().filter(|group| group.size == size) {
            capacity[group.event] = self.network.through(group.arc) / size;
        }
        let one = |&index: &usize| Party {
            size: 1,
            ..self.question.parties[index].clone()
        };
        let question = Question {
            capacity,
            clashes: self.question.clashes.clone(),
            parties: who.iter().map(one).collect(),
        };
        let clashes = Clashes::new(&question);
        let mut relaxed = Relaxed::new(&question, &clashes, self.worths);
        for (of, &index) in who.iter().enumerate() {
            for (rank, &fate) in self.fates[index].iter().enumerate() {
                relaxed.decide((of, rank), fate);
            }
        }
        relaxed.solve();
        for (of, ranks) in relaxed.granted().into_iter().enumerate() {
            granted[who[of]] = ranks;
        }
    }

    /// How many parties of a group get places, rounded down, and how many people are left over.
    pub(crate) fn gathered(&self, group: usize) -> (u32, u32) {
        let Group { arc, size, .. } = self.groups[group];
        let people = self.network.through(arc);
        (people / size, people % size)
    }
}
