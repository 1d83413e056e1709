//! The highest total among assignments that serve every submission well enough.
//!
//! Without the demand on every sum this is a flow. So the demand is put into the prices: what a
//! submission lacks is paid for by weighing it more, and what it has too much is paid back. Any
//! weights give a bound on the total; those that suit the demand give a close one, and often the
//! flow itself is what is looked for. Otherwise the search branches on a submission that lacks.

use crate::matching::{Fate, Matching, Pair};
use crate::narrow::narrow;
use crate::reviews::Reviews;
use crate::tree::{Node, Tree};

/// What a submission weighs when nothing is demanded; a finer one would cost exactness nothing.
const UNIT: i128 = 1 << 16;

/// How often weights are mended, first and at every branch.
const ROUNDS: (u32, u32) = (150, 12);

/// A decision, and the number of the weights to begin with.
type Decision = (Pair, Fate, usize);

pub(crate) enum Goal {
    Any,
    Best,
}

pub(crate) struct Threshold<'a> {
    reviews: &'a Reviews,
    /// What the scores of every submission must add up to.
    least: i64,
    matching: Matching<'a>,
    fates: Vec<Vec<Fate>>,
    extra: Vec<i128>,
    starts: Vec<Vec<i128>>,
    tree: Tree<Decision>,
    applied: Vec<(Node, Vec<(Pair, Fate)>)>,
    /// A total that is known to be reached, or that all must exceed.
    pub(crate) total: i128,
    pub(crate) found: Option<Vec<Vec<usize>>>,
    pub(crate) steps: usize,
}

impl<'a> Threshold<'a> {
    pub(crate) fn new(reviews: &'a Reviews, least: i64, total: i128, steps: usize) -> Self {
        let submissions = reviews.scores.len();
        Self {
            reviews,
            least,
            matching: Matching::new(reviews, UNIT, |_, _| true),
            fates: (reviews.scores.iter())
                .map(|row| {
                    row.iter()
                        .map(|score| match score {
                            Some(_) => Fate::Open,
                            None => Fate::Barred,
                        })
                        .collect()
                })
                .collect(),
            extra: vec![0; submissions],
            starts: Vec::new(),
            tree: Tree::new(),
            applied: Vec::new(),
            total: total.max(i128::from(least) * submissions as i128 - 1),
            found: None,
            steps,
        }
    }

    /// Whether everything was looked at that the goal asks for.
    pub(crate) fn run(&mut self, goal: &Goal) -> bool {
        let all: Vec<usize> = (0..self.reviews.scores.len()).collect();
        let mut undo = Vec::new();
        if !self.follow(all, &mut undo) {
            return true;
        }
        self.look(None, ROUNDS.0);
        while let Some((bound, node)) = self.tree.next() {
            if matches!(goal, Goal::Any) && self.found.is_some() {
                return true;
            }
            if bound <= self.total {
                continue;
            }
            if self.steps == 0 {
                return false;
            }
            if self.go(node) {
                self.look(Some(node), ROUNDS.1);
            }
        }
        true
    }

    fn look(&mut self, node: Option<Node>, rounds: u32) {
        let Some((bound, chosen)) = self.bound(rounds) else {
            return;
        };
        self.starts.push(self.extra.clone());
        let start = self.starts.len() - 1;
        if let Some(pair) = self.branch(&chosen) {
            let parts = [Fate::Set, Fate::Barred].map(|fate| ((pair, fate, start), bound));
            self.tree.grow(node, parts);
        }
    }

    /// Mends the weights so that the bound comes down. Nothing if no assignment is better than what
    /// is known; else the bound, and what was chosen last.
    fn bound(&mut self, rounds: u32) -> Option<(i128, Vec<Vec<usize>>)> {
        let mut lowest = i128::MAX;
        let mut best_extra = self.extra.clone();
        let mut last = Vec::new();
        let (mut part, mut stale) = (64, 0);
        for _ in 0..rounds {
            self.steps = self.steps.saturating_sub(1);
            let value = self.matching.solve()?;
            let owed: i128 = self.extra.iter().sum::<i128>() * i128::from(self.least);
            let bound = value - owed;
            if bound < lowest {
                lowest = bound;
                best_extra.clone_from(&self.extra);
                stale = 0;
            } else {
                stale += 1;
                if stale % 4 == 3 {
                    part = (part / 2).max(1);
                }
            }
            let chosen = self.matching.chosen();
            let lacks = self.lacks(&chosen);
            if lacks.iter().all(|&lack| lack <= 0) {
                let total: i128 = (0..chosen.len())
                    .map(|it| i128::from(self.reviews.sum(it, &chosen[it])))
                    .sum();
                if total > self.total {
                    self.total = total;
                    self.found = Some(chosen.clone());
                }
            }
            last = chosen;
            if lowest.div_euclid(UNIT) <= self.total {
                return None;
            }
            let short: i128 = lacks.iter().map(|&lack| lack.max(0)).sum();
            let goal = (self.total * UNIT).max(bound - 2 * short.max(1) * UNIT);
            if !self.mend(&lacks, (bound - goal) * part / 64) {
                break;
            }
        }
        self.weigh(&best_extra);
        Some((lowest.div_euclid(UNIT), last))
    }

    /// How much each submission lacks.
    fn lacks(&self, chosen: &[Vec<usize>]) -> Vec<i128> {
        let sums = chosen.iter().enumerate();
        sums.map(|(submission, chosen)| {
            i128::from(self.least - self.reviews.sum(submission, chosen))
        })
        .collect()
    }

    fn mend(&mut self, lacks: &[i128], gap: i128) -> bool {
        let moves = |(lack, extra): (&i128, &i128)| *lack > 0 || *extra > 0;
        let length: i128 = lacks
            .iter()
            .zip(&self.extra)
            .filter(|it| moves(*it))
            .map(|(lack, _)| lack * lack)
            .sum();
        if length == 0 {
            return false;
        }
        let mended: Vec<i128> = lacks
            .iter()
            .zip(&self.extra)
            .map(|(lack, extra)| (extra + lack * gap / length).max(0))
            .collect();
        let changed = mended != self.extra;
        self.weigh(&mended);
        changed
    }

    fn weigh(&mut self, extra: &[i128]) {
        for (submission, &extra) in extra.iter().enumerate() {
            self.matching.weigh(submission, UNIT + extra);
        }
        self.extra.copy_from_slice(extra);
    }

    /// The open pair to decide.
    fn branch(&self, chosen: &[Vec<usize>]) -> Option<Pair> {
        let lacks = self.lacks(chosen);
        let mut worst: Vec<usize> = (0..chosen.len()).collect();
        worst.sort_by_key(|&submission| std::cmp::Reverse(lacks[submission]));
        worst.into_iter().find_map(|submission| {
            let open = self.matching.regrets(submission).filter(|(reviewer, _)| {
                self.fates[submission][*reviewer] == Fate::Open
                    && !chosen[submission].contains(reviewer)
            });
            let best = open.min_by_key(|&(reviewer, regret)| {
                (
                    regret,
                    std::cmp::Reverse(self.reviews.value(submission, reviewer)),
                )
            });
            best.map(|(reviewer, _)| (submission, reviewer))
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
            holds = self.follow(vec![pair.0], &mut undo);
            self.applied.push((node, undo));
        }
        holds
    }

    fn set(&mut self, pair: Pair, fate: Fate) {
        self.fates[pair.0][pair.1] = fate;
        self.matching.decide(pair, fate);
    }

    /// Decides what follows for some submissions and, from reviewers who have enough, for others.
    fn follow(&mut self, mut submissions: Vec<usize>, undo: &mut Vec<(Pair, Fate)>) -> bool {
        while let Some(submission) = submissions.pop() {
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
