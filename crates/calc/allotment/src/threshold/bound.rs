//! Weights of submissions, and what they prove.

use super::{Goal, Threshold};
use crate::matching::Fate;
use crate::repair::Repair;

/// What a submission weighs when nothing is demanded of it.
pub(super) const UNIT: i128 = 1 << 16;

/// How often weights are mended at a branch, and before the first one.
pub(super) const ROUNDS: u32 = 10;
pub(super) const FIRST_ROUNDS: u32 = 80;

impl Threshold<'_> {
    /// How much the total counts beside the demand.
    fn unit(&self) -> i128 {
        match self.goal {
            Goal::Any => 0,
            Goal::Above(_) => UNIT,
        }
    }

    pub(super) fn first_extra(&self) -> i128 {
        UNIT - self.unit()
    }

    /// The bound that what is looked for has at least.
    pub(super) fn needed(&self) -> i128 {
        match self.goal {
            Goal::Any => 0,
            Goal::Above(total) => (i128::from(total) + 1) * UNIT,
        }
    }

    /// Whether nothing that is looked for can be where this is the bound.
    pub(super) fn is_hopeless(&self, bound: i128) -> bool {
        bound < self.needed()
    }

    /// Mends the weights so that the bound comes down, and keeps what is found on the way; says
    /// whether there may be something to be looked for.
    pub(super) fn bound(&mut self, rounds: u32) -> bool {
        self.chosen.iter_mut().for_each(|row| row.fill(0));
        let mut lowest = i128::MAX;
        let mut best = self.extra.clone();
        let (mut part, mut stale) = (64, 0);
        for round in 0..rounds {
            let Some(bound) = self.value() else {
                return false;
            };
            if bound < lowest {
                (lowest, stale) = (bound, 0);
                best.clone_from(&self.extra);
            } else {
                stale += 1;
                part = if stale % 4 == 3 {
                    (part / 2).max(1)
                } else {
                    part
                };
            }
            let lacks = self.note(round % 5 == 4);
            let done = self.goal == Goal::Any && self.found.is_some();
            if done || self.is_hopeless(lowest) {
                return false;
            }
            let gap = bound - self.aim(bound, &lacks);
            if !self.mend(&lacks, gap * part / 64) || self.steps == 0 {
                break;
            }
        }
        self.weigh(&best);
        true
    }

    /// The bound at these weights, unless the decisions allow no assignment.
    pub(super) fn value(&mut self) -> Option<i128> {
        self.steps = self.steps.saturating_sub(1);
        let owed = self.extra.iter().sum::<i128>() * i128::from(self.least);
        Some(self.matching.solve()? - owed)
    }

    /// Counts what the flow chose and gives what it lacks. Offers it if nothing lacks; otherwise
    /// only if `repair` says so, since that takes longer than a flow.
    fn note(&mut self, repair: bool) -> Vec<i128> {
        let chosen = self.matching.chosen();
        for (submission, row) in chosen.iter().enumerate() {
            for &reviewer in row {
                self.chosen[submission][reviewer] += 1;
            }
        }
        let lacks = self.lacks(&chosen);
        if repair || lacks.iter().all(|&lack| lack <= 0) {
            self.offer(chosen);
        }
        lacks
    }

    /// A guess how far the bound can come down.
    fn aim(&self, bound: i128, lacks: &[i128]) -> i128 {
        let short: i128 = lacks.iter().map(|&lack| lack.max(0)).sum();
        match self.goal {
            Goal::Any => -short * UNIT / 4,
            Goal::Above(_) => self.needed().max(bound - 2 * short.max(1) * UNIT),
        }
    }

    /// Keeps an assignment, mended if it lacks something, if it is better than what is known.
    fn offer(&mut self, chosen: Vec<Vec<usize>>) {
        let Some(mended) = Repair::run(self.reviews, self.least, self.open(), chosen) else {
            return;
        };
        let sums = mended.iter().enumerate();
        let total = sums
            .map(|(submission, row)| self.reviews.sum(submission, row))
            .sum();
        match self.goal {
            Goal::Any => self.found = Some(mended),
            Goal::Above(known) if known < total => {
                self.goal = Goal::Above(total);
                self.found = Some(mended);
            }
            Goal::Above(_) => {}
        }
    }

    fn open(&self) -> Vec<Vec<usize>> {
        let of = |(submission, fates): (usize, &Vec<Fate>)| {
            let open = |reviewer: &usize| fates[*reviewer] == Fate::Open;
            self.matching.reviewers(submission).filter(open).collect()
        };
        self.fates.iter().enumerate().map(of).collect()
    }

    /// How much each submission lacks.
    pub(super) fn lacks(&self, chosen: &[Vec<usize>]) -> Vec<i128> {
        let sums = chosen.iter().enumerate();
        sums.map(|(submission, row)| i128::from(self.least - self.reviews.sum(submission, row)))
            .collect()
    }

    /// Moves the weights against what is lacking, as far as that could close the gap (Polyak's
    /// step); says whether they changed.
    fn mend(&mut self, lacks: &[i128], gap: i128) -> bool {
        let both = || lacks.iter().zip(&self.extra);
        let moving = both().filter(|&(&lack, &extra)| lack > 0 || extra > 0);
        let length: i128 = moving.map(|(lack, _)| lack * lack).sum();
        if length == 0 {
            return false;
        }
        let mended: Vec<i128> = both()
            .map(|(lack, extra)| (extra + lack * gap / length).max(0))
            .collect();
        let mended = self.scaled(mended);
        let changed = mended != self.extra;
        self.weigh(&mended);
        changed
    }

    /// Where only the demand counts, only the proportion of weights does: it stays fine.
    fn scaled(&self, extra: Vec<i128>) -> Vec<i128> {
        let sum = extra.iter().sum::<i128>().max(1);
        let to = UNIT * extra.len() as i128;
        match self.goal {
            Goal::Any => extra.into_iter().map(|it| it * to / sum).collect(),
            Goal::Above(_) => extra,
        }
    }

    pub(super) fn weigh(&mut self, extra: &[i128]) {
        let unit = self.unit();
        for (submission, &extra) in extra.iter().enumerate() {
            self.matching.weigh(submission, unit + extra);
        }
        self.extra.copy_from_slice(extra);
    }
}
