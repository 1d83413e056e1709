//! Assignments that serve every submission well enough: any, or one of the highest total.
//!
//! Without the demand on every sum this is a flow. So the demand is put into the weights: what a
//! submission lacks is paid for by weighing it more, and what it has too much is paid back. Any
//! weights give a bound on the total; those that suit the demand give a close one, and often the
//! flow itself is what is looked for. Otherwise the search branches on a submission that lacks.

mod bound;
mod whole;

use std::cmp::Reverse;

use crate::matching::{Fate, Matching, Pair};
use crate::narrow::narrow;
use crate::reviews::Reviews;
use crate::tree::{Node, Tree};

/// What is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Goal {
    /// Any assignment.
    Any,
    /// The one of the highest total, if that is above this one.
    Above(i64),
}

/// A decision, and the number of the weights to begin with.
type Decision = (Pair, Fate, usize);

pub(crate) struct Threshold<'a> {
    reviews: &'a Reviews,
    /// What the scores of every submission must add up to.
    least: i64,
    goal: Goal,
    matching: Matching<'a>,
    fates: Vec<Vec<Fate>>,
    /// What each submission weighs for what it lacks.
    extra: Vec<i128>,
    starts: Vec<Vec<i128>>,
    /// How often a pair was chosen of late.
    chosen: Vec<Vec<u32>>,
    tree: Tree<Decision>,
    applied: Vec<(Node, Vec<(Pair, Fate)>)>,
    pub(crate) found: Option<Vec<Vec<usize>>>,
    /// How many flows may still be solved.
    pub(crate) steps: usize,
}

impl<'a> Threshold<'a> {
    pub(crate) fn new(reviews: &'a Reviews, least: i64, goal: Goal, steps: usize) -> Self {
        let fate = |score: &Option<i32>| match score {
            Some(_) => Fate::Open,
            None => Fate::Barred,
        };
        let rows = reviews.scores.iter();
        let fates = rows.map(|row| row.iter().map(fate).collect()).collect();
        let submissions = reviews.scores.len();
        Self {
            reviews,
            least,
            goal,
            matching: Matching::new(reviews, bound::UNIT, |_, _| true),
            fates,
            extra: vec![0; submissions],
            starts: Vec::new(),
            chosen: vec![vec![0; reviews.loads.len()]; submissions],
            tree: Tree::new(),
            applied: Vec::new(),
            found: None,
            steps,
        }
    }

    /// Looks until what the goal asks for is found and proved, or cannot be; false if steps run out.
    pub(crate) fn run(&mut self) -> bool {
        let extra = self.first_extra();
        self.extra.fill(extra);
        let all: Vec<usize> = (0..self.reviews.scores.len()).collect();
        if !self.follow(all, &mut Vec::new()) {
            return true;
        }
        if !self.prepare() {
            return true;
        }
        self.look(None, i128::MAX);
        while let Some((bound, node)) = self.tree.next() {
            if self.goal == Goal::Any && self.found.is_some() {
                return true;
            }
            if self.is_hopeless(bound) {
                continue;
            }
            if self.steps == 0 {
                return false;
            }
            if self.go(node) {
                self.look(Some(node), bound);
            }
        }
        true
    }

    /// Finds weights, and decides and leaves out what they prove; says whether something is left.
    fn prepare(&mut self) -> bool {
        for _ in 0..3 {
            self.sift();
            let mut fixed = Vec::new();
            if !self.bound(bound::FIRST_ROUNDS) || self.whole(&mut fixed).is_none() {
                return false;
            }
            if fixed.is_empty() {
                return true;
            }
        }
        self.sift();
        true
    }

    /// Solves a partial assignment whose bound is known, and splits it if it is worth it.
    fn look(&mut self, node: Option<Node>, known: i128) {
        if !self.bound(bound::ROUNDS) {
            return;
        }
        let mut undo = Vec::new();
        let whole = self.whole(&mut undo);
        if let Some((_, list)) = self.applied.last_mut() {
            list.extend(undo);
        }
        let Some((bound, pair)) = whole else {
            return;
        };
        self.starts.push(self.extra.clone());
        let start = self.starts.len() - 1;
        if let Some(pair) = pair.or_else(|| self.doubtful()) {
            let part = |fate| ((pair, fate, start), bound.min(known));
            self.tree.grow(node, [Fate::Set, Fate::Barred].map(part));
        }
    }

    /// Leaves out of the flow what is barred.
    fn sift(&mut self) {
        let fates = &self.fates;
        let possible =
            |submission: usize, reviewer: usize| fates[submission][reviewer] != Fate::Barred;
        self.matching = Matching::new(self.reviews, bound::UNIT, possible);
        for (submission, row) in self.fates.iter().enumerate() {
            for reviewer in (0..row.len()).filter(|&reviewer| row[reviewer] == Fate::Set) {
                self.matching.decide((submission, reviewer), Fate::Set);
            }
        }
        self.weigh(&self.extra.clone());
    }

    /// The open pair that flows disagree about most.
    fn doubtful(&self) -> Option<Pair> {
        let open = |submission: usize| {
            let fates = &self.fates[submission];
            let open = move |reviewer: &usize| fates[*reviewer] == Fate::Open;
            self.matching.reviewers(submission).filter(open)
        };
        let submissions = 0..self.fates.len();
        let pairs = submissions.flat_map(|it| open(it).map(move |reviewer| (it, reviewer)));
        pairs.max_by_key(|&pair| {
            let seen = self.chosen[pair.0][pair.1];
            let doubt = seen.min(bound::ROUNDS.saturating_sub(seen));
            (
                self.extra[pair.0] > 0,
                doubt,
                self.extra[pair.0],
                Reverse(pair),
            )
        })
    }

    /// Takes back and makes decisions; says whether they do not contradict each other.
    fn go(&mut self, node: Node) -> bool {
        let path = self.tree.path(Some(node));
        let applied = self.applied.iter().map(|(node, _)| node);
        let same = applied.zip(&path).take_while(|(a, b)| a == b).count();
        for (_, undo) in self.applied.split_off(same).into_iter().rev() {
            for (pair, fate) in undo.into_iter().rev() {
                self.set(pair, fate);
            }
        }
        let mut holds = true;
        for &node in &path[same..] {
            let (pair, fate, start) = self.tree.decision(node);
            let extra = self.starts[start].clone();
            self.weigh(&extra);
            let mut undo = vec![(pair, self.fates[pair.0][pair.1])];
            self.set(pair, fate);
            holds &= self.follow(vec![pair.0], &mut undo);
            self.applied.push((node, undo));
        }
        holds
    }

    fn set(&mut self, pair: Pair, fate: Fate) {
        self.fates[pair.0][pair.1] = fate;
        self.matching.decide(pair, fate);
    }

    /// Decides what follows for some submissions.
    fn follow(&mut self, submissions: Vec<usize>, undo: &mut Vec<(Pair, Fate)>) -> bool {
        for submission in submissions {
            let Some(follows) = self.narrowed(submission) else {
                return false;
            };
            for (reviewer, fate) in follows {
                undo.push(((submission, reviewer), Fate::Open));
                self.set((submission, reviewer), fate);
            }
        }
        true
    }

    fn narrowed(&self, submission: usize) -> Option<Vec<(usize, Fate)>> {
        let (mut open, mut set, mut sum) = (Vec::new(), 0, 0);
        for reviewer in self.matching.reviewers(submission) {
            let score = self.reviews.value(submission, reviewer);
            match self.fates[submission][reviewer] {
                Fate::Open => open.push((score, reviewer)),
                Fate::Set => {
                    set += 1;
                    sum += score;
                }
                Fate::Barred => {}
            }
        }
        open.sort_unstable_by(|a, b| b.cmp(a));
        let missing = (self.reviews.each as usize).checked_sub(set)?;
        narrow(&open, missing, self.least - sum)
    }
}
