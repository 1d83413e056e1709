//! Branch and bound: decides how many parties of a size an event takes, until no flow within the
//! decisions is worth more than the best answer known.

use std::cmp::Reverse;

use crate::clashes::Clashes;
use crate::places::Question;
use crate::relaxed::{Fate, Relaxed, Wish};
use crate::tree::{Node, Tree};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Decision {
    /// How many parties a group has at least and at most.
    Limit(usize, (u32, u32)),
    Decide(Wish, Fate),
}

/// A decision in force, and what takes it back.
struct Applied {
    node: Node,
    undo: Vec<Decision>,
}

pub(crate) struct Search<'a> {
    question: &'a Question,
    clashes: &'a Clashes,
    relaxed: Relaxed<'a>,
    best: i128,
    /// The best answer, if it is better than the one known before.
    pub(crate) found: Option<Vec<Vec<usize>>>,
    tree: Tree<Decision>,
    applied: Vec<Applied>,
}

/// Two decisions one of which holds in every answer, and what can be reached with each.
type Split = [(Decision, i128); 2];

/// More than this number of splits are not tried before one is chosen.
const TRIED: usize = 8;

/// More often than this it is not asked what follows from what followed.
const ROUNDS: u32 = 3;

impl<'a> Search<'a> {
    pub(crate) fn new(
        question: &'a Question,
        clashes: &'a Clashes,
        worths: &'a [Vec<i128>],
        best: i128,
    ) -> Self {
        Self {
            question,
            clashes,
            relaxed: Relaxed::new(question, clashes, worths),
            best,
            found: None,
            tree: Tree::new(),
            applied: Vec::new(),
        }
    }

    /// Looks at partial answers; says whether there is nothing better than what is known then.
    pub(crate) fn run(&mut self, steps: usize) -> bool {
        self.look(None);
        let mut looked = 1;
        while let Some((bound, node)) = self.tree.next() {
            if bound <= self.best {
                continue;
            }
            if looked >= steps {
                return false;
            }
            looked += 1;
            self.look(Some(node));
        }
        true
    }

    /// Solves a partial answer, and splits or keeps it if it is worth it.
    fn look(&mut self, node: Option<Node>) {
        self.go(node);
        let Some(worth) = self.hoped_for() else {
            return;
        };
        let mut choices = self.uneven();
        if choices.is_empty() {
            let granted = self.relaxed.granted();
            choices = self.clashing(&granted);
            if choices.is_empty() {
                self.keep(worth, granted);
            }
        }
        if let Some(split) = self.choose(&choices, worth) {
            let hopeful = split.into_iter().filter(|(_, bound)| *bound > self.best);
            self.tree.grow(node, hopeful);
        }
    }

    /// The worth to be hoped for, if it is more than what is known. What follows from that for the
    /// numbers of parties is decided too, and may lower it again.
    fn hoped_for(&mut self) -> Option<i128> {
        for _ in 0..ROUNDS {
            let worth = self.relaxed.solve().filter(|&worth| worth > self.best)?;
            let (loss, ranges) = self.relaxed.whole(worth - self.best - 1)?;
            if ranges.is_empty() {
                return Some(worth - loss);
            }
            for (group, range) in ranges {
                let undo = self.apply(Decision::Limit(group, range));
                if let Some(applied) = self.applied.last_mut() {
                    applied.undo.extend(undo);
                }
            }
        }
        self.relaxed.solve().filter(|&worth| worth > self.best)
    }

    fn keep(&mut self, worth: i128, granted: Vec<Vec<usize>>) {
        let parties = self.question.parties.iter().zip(granted);
        let events = parties.map(|(party, ranks)| {
            let events = ranks.into_iter().map(|rank| party.wishes[rank]);
            events.collect()
        });
        self.found = Some(events.collect());
        self.best = worth;
    }

    /// Takes back and makes decisions until those of a partial answer are in force.
    fn go(&mut self, node: Option<Node>) {
        let path = self.tree.path(node);
        let applied = self.applied.iter().map(|applied| &applied.node);
        let same = applied.zip(&path).take_while(|(a, b)| a == b).count();
        for applied in self.applied.split_off(same).into_iter().rev() {
            self.take_back(applied.undo);
        }
        for &node in &path[same..] {
            let undo = self.apply(self.tree.decision(node));
            self.applied.push(Applied { node, undo });
        }
    }

    /// Makes a decision, and those that follow from it; gives what takes them back.
    fn apply(&mut self, decision: Decision) -> Vec<Decision> {
        match decision {
            Decision::Limit(group, parties) => {
                vec![Decision::Limit(group, self.relaxed.limit(group, parties))]
            }
            Decision::Decide(wish, fate) => {
                let mut undo = vec![Decision::Decide(wish, self.relaxed.decide(wish, fate))];
                if fate == Fate::Granted {
                    for &other in self.clashes.of(wish.0, wish.1) {
                        let wish = (wish.0, other);
                        let before = self.relaxed.decide(wish, Fate::Refused);
                        undo.push(Decision::Decide(wish, before));
                    }
                }
                undo
            }
        }
    }

    fn take_back(&mut self, undo: Vec<Decision>) {
        for decision in undo.into_iter().rev() {
            match decision {
                Decision::Limit(group, parties) => drop(self.relaxed.limit(group, parties)),
                Decision::Decide(wish, fate) => drop(self.relaxed.decide(wish, fate)),
            }
        }
    }

    /// Splits by the number of parties in a group that is not of whole parties, large ones first.
    fn uneven(&self) -> Vec<[Decision; 2]> {
        let groups = &self.relaxed.groups;
        let mut uneven: Vec<usize> = (0..groups.len())
            .filter(|&group| self.relaxed.gathered(group).1 > 0)
            .collect();
        uneven.sort_by_key(|&group| Reverse(groups[group].size));
        let split = |group: usize| {
            let (least, most) = groups[group].parties;
            let (whole, _) = self.relaxed.gathered(group);
            let more = Decision::Limit(group, (whole + 1, most));
            [more, Decision::Limit(group, (least, whole))]
        };
        uneven.into_iter().map(split).collect()
    }

    /// Splits by wishes that are granted although others that clash with them are granted too.
    fn clashing(&self, granted: &[Vec<usize>]) -> Vec<[Decision; 2]> {
        let wishes = granted.iter().enumerate();
        let wishes = wishes.flat_map(|(party, ranks)| ranks.iter().map(move |&rank| (party, rank)));
        let clashing = wishes.filter(|&(party, rank)| {
            let clashing = self.clashes.of(party, rank);
            granted[party].iter().any(|other| clashing.contains(other))
        });
        let split = |wish| [Fate::Granted, Fate::Refused].map(|fate| Decision::Decide(wish, fate));
        clashing.map(split).collect()
    }

    /// Of some splits, the one that leaves the least to be hoped for.
    fn choose(&mut self, splits: &[[Decision; 2]], worth: i128) -> Option<Split> {
        let known = self.best;
        let tried = splits
            .iter()
            .take(TRIED)
            .map(|split| split.map(|decision| (decision, self.try_out(decision).min(worth))));
        tried.min_by_key(|split| {
            let [a, b] = split.map(|(_, bound)| bound.max(known));
            (a.max(b), a.min(b))
        })
    }

    fn try_out(&mut self, decision: Decision) -> i128 {
        let undo = self.apply(decision);
        let worth = self.relaxed.solve();
        self.take_back(undo);
        worth.unwrap_or(i128::MIN)
    }
}
