//! What a bound loses because every submission has whole reviewers who must be good enough.
//!
//! At the prices of reviewers in a flow every submission can choose by itself. The weights let it
//! choose too poor a combination one time and too good a one another; but of the combinations that
//! are good enough, even the cheapest may lose. These losses add up over submissions.

use super::Threshold;
use crate::combinations::{Combinations, Common, Offer};
use crate::matching::{Fate, Pair};

/// A submission's open offers, how many it takes of them, and what they must reach.
struct Open {
    offers: Vec<Offer>,
    missing: usize,
    left: i64,
}

impl Threshold<'_> {
    /// Lowers the bound by what submissions lose, and decides every pair that nothing looked for
    /// has otherwise. Nothing if there is nothing left; else the bound, and a pair to branch on.
    pub(super) fn whole(&mut self, undo: &mut Vec<(Pair, Fate)>) -> Option<(i128, Option<Pair>)> {
        let bound = self.value()?;
        let spare = bound - self.needed();
        let (losses, pair) = self.losses(spare)?;
        let loss: i128 = losses.iter().sum();
        if loss > spare {
            return None;
        }
        for (submission, own) in losses.into_iter().enumerate() {
            let limit = spare - loss + own;
            for (reviewer, fate) in self.sure(submission, limit)? {
                undo.push(((submission, reviewer), Fate::Open));
                self.set((submission, reviewer), fate);
            }
        }
        let pair = pair.filter(|pair| self.fates[pair.0][pair.1] == Fate::Open);
        Some((bound - loss, pair))
    }

    /// What each submission loses, unless one loses more than can be spared; and of the one that
    /// loses most, a pair that would avoid it and is not in the flow.
    fn losses(&self, spare: i128) -> Option<(Vec<i128>, Option<Pair>)> {
        let chosen = self.matching.chosen();
        let lacks = self.lacks(&chosen);
        let mut losses = vec![0; lacks.len()];
        let (mut most, mut pair) = (0, None);
        for (submission, lack) in lacks.into_iter().enumerate() {
            let weight = self.extra[submission];
            if lack == 0 || lack < 0 && weight == 0 {
                continue;
            }
            let open = self.offers(submission);
            let all = Combinations::new(&open.offers, open.missing, weight, spare);
            let (loss, best) = all.least(open.left)?;
            losses[submission] = loss;
            let other = |reviewer: &usize| !chosen[submission].contains(reviewer);
            let other = best.into_iter().find(other);
            if let Some(reviewer) = other.filter(|_| loss > most) {
                (most, pair) = (loss, Some((submission, reviewer)));
            }
        }
        Some((losses, pair))
    }

    /// What all combinations that lose no more than that have in common, or nothing if there are none.
    fn sure(&self, submission: usize, limit: i128) -> Option<Vec<(usize, Fate)>> {
        let Open {
            offers,
            missing,
            left,
        } = self.offers(submission);
        let all = Combinations::new(&offers, missing, self.extra[submission], limit);
        let Common::Uses(uses, count) = all.common(left) else {
            return Some(Vec::new());
        };
        if count == 0 {
            return None;
        }
        let offers = offers.iter().zip(uses);
        let sure = offers.filter_map(|(offer, uses)| match uses {
            0 => Some((offer.reviewer, Fate::Barred)),
            uses if uses == count => Some((offer.reviewer, Fate::Set)),
            _ => None,
        });
        Some(sure.collect())
    }

    fn offers(&self, submission: usize) -> Open {
        let (mut missing, mut left) = (self.reviews.each as usize, self.least);
        let mut offers = Vec::new();
        for (reviewer, loss) in self.matching.reduced(submission) {
            let score = self.reviews.value(submission, reviewer);
            match self.fates[submission][reviewer] {
                Fate::Open => offers.push(Offer {
                    reviewer,
                    score,
                    loss,
                }),
                Fate::Set => {
                    missing = missing.saturating_sub(1);
                    left -= score;
                }
                Fate::Barred => {}
            }
        }
        offers.sort_unstable_by_key(|offer| (offer.loss, offer.reviewer));
        Open {
            offers,
            missing,
            left,
        }
    }
}
