//! Weights of submissions, and what they prove.

use super::{Goal, Threshold};
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

    /// Mends the weights so that the bound comes down. Nothing if there is nothing to be looked for;
    /// else the bound, and what was chosen last.
    pub(super) fn bound(&mut self, rounds: u32) -> Option<(i128, Vec<Vec<usize>>)> {
        for row in &mut self.chosen {
            row.fill(0);
        }
        let mut lowest = i128::MAX;
        let mut best = self.extra.clone();
        let mut last = Vec::new();
        let (mut part, mut stale) = (64, 0);
        for round in 0..rounds {
            self.steps = self.steps.saturating_sub(1);
            let bound =
                self.matching.solve()? - self.extra.iter().sum::<i128>() * i128::from(self.least);
            if bound < lowest {
                lowest = bound;
                best.clone_from(&self.extra);
                stale = 0;
            } else {
                stale += 1;
                if stale % 4 == 3 {
                    part = (part / 2).max(1);
                }
            }
            let chosen = self.matching.chosen();
            for (submission, row) in chosen.iter().enumerate() {
                for &reviewer in row {
                    self.chosen[submission][reviewer] += 1;
                }
            }
            let lacks = self.lacks(&chosen);
            if round + 10 >= rounds || round % 4 == 3 {
                self.offer(&chosen);
            }
            last = chosen;
            if self.goal == Goal::Any && self.found.is_some() {
                return None;
            }
            if self.is_hopeless(lowest) {
                return None;
            }
            let short: i128 = lacks.iter().map(|&lack| lack.max(0)).sum();
            let mut goal = bound - 2 * short.max(1) * UNIT;
            if let Goal::Above(total) = self.goal {
                goal = goal.max(i128::from(total) * UNIT);
            }
            if !self.mend(&lacks, (bound - goal) * part / 64) || self.steps == 0 {
                break;
            }
        }
        self.weigh(&best);
        Some((lowest, last))
    }

    /// Keeps an assignment, mended if it lacks something, if it is better than what is known.
    fn offer(&mut self, chosen: &[Vec<usize>]) {
        let Some(mended) = Repair::run(self.reviews, self.least, chosen.to_vec()) else {
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
        let changed = mended != self.extra;
        self.weigh(&mended);
        changed
    }

    pub(super) fn weigh(&mut self, extra: &[i128]) {
        let unit = self.unit();
        for (submission, &extra) in extra.iter().enumerate() {
            self.matching.weigh(submission, unit + extra);
        }
        self.extra.copy_from_slice(extra);
    }
}
