//! Exchanges of reviewers that help a submission which lacks and harm none that has enough.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::reviews::Reviews;

/// An assignment under repair.
pub(crate) struct Repair<'a> {
    reviews: &'a Reviews,
    least: i64,
    /// Whom each submission may get.
    open: Vec<Vec<usize>>,
    chosen: Vec<Vec<usize>>,
    sums: Vec<i64>,
    /// The submissions of each reviewer.
    loads: Vec<Vec<usize>>,
}

/// A submission gets one reviewer instead of another one.
#[derive(Clone, Copy)]
struct Exchange {
    submission: usize,
    out: usize,
    into: usize,
}

impl<'a> Repair<'a> {
    /// Exchanges until every submission reaches `least`; nothing if that does not succeed.
    pub(crate) fn run(
        reviews: &'a Reviews,
        least: i64,
        open: Vec<Vec<usize>>,
        chosen: Vec<Vec<usize>>,
    ) -> Option<Vec<Vec<usize>>> {
        let mut loads = vec![Vec::new(); reviews.loads.len()];
        for (submission, row) in chosen.iter().enumerate() {
            for &reviewer in row {
                loads[reviewer].push(submission);
            }
        }
        let rows = chosen.iter().enumerate();
        let sums = rows.map(|(submission, row)| reviews.sum(submission, row));
        let mut repair = Self {
            reviews,
            least,
            open,
            sums: sums.collect(),
            chosen,
            loads,
        };
        while let Some(worst) = repair.worst() {
            if !repair.help(worst) {
                return None;
            }
        }
        Some(repair.chosen)
    }

    fn worst(&self) -> Option<usize> {
        let lacking = (0..self.sums.len()).filter(|&it| self.sums[it] < self.least);
        lacking.min_by_key(|&it| self.sums[it])
    }

    /// Gives a submission a better reviewer; best one that is good enough at once.
    fn help(&mut self, submission: usize) -> bool {
        let lack = self.least - self.sums[submission];
        let outs = self.chosen[submission].clone();
        for gain in [lack, 1] {
            let ways = outs
                .iter()
                .filter_map(|&out| self.way(submission, out, gain));
            if let Some((_, way)) = ways.min_by_key(|(loss, _)| *loss) {
                return self.apply(&way);
            }
        }
        false
    }

    /// The chain of exchanges that loses least in all: the submission takes a reviewer who gains it
    /// enough, another submission finds one instead, until somebody has load to spare.
    fn way(&self, submission: usize, out: usize, gain: i64) -> Option<(i64, Vec<Exchange>)> {
        let reviewers = self.loads.len();
        let mut losses = vec![i64::MAX; reviewers];
        let mut by: Vec<Option<Exchange>> = vec![None; reviewers];
        let mut heap = BinaryHeap::new();
        let mut reach = |losses: &mut Vec<i64>, heap: &mut BinaryHeap<_>, it: Exchange, loss| {
            if loss < losses[it.into] {
                losses[it.into] = loss;
                by[it.into] = Some(it);
                heap.push(Reverse((loss, it.into)));
            }
        };
        let highest = self.gain(submission, out);
        for (into, gains) in highest.filter(|(_, gains)| *gains >= gain) {
            let it = Exchange {
                submission,
                out,
                into,
            };
            // Ways that gain beyond need are no better than those that do not.
            reach(&mut losses, &mut heap, it, 0.max(gain - gains));
        }
        while let Some(Reverse((loss, at))) = heap.pop() {
            if loss > losses[at] {
                continue;
            }
            if self.ends(out, at) {
                return self.chain(&by, submission, at).map(|chain| (loss, chain));
            }
            for &other in self.loads[at].iter().filter(|&&other| other != submission) {
                let spare = (self.sums[other] - self.least).max(0);
                for (into, gains) in self.gain(other, at).filter(|(_, gains)| -gains <= spare) {
                    let it = Exchange {
                        submission: other,
                        out: at,
                        into,
                    };
                    reach(&mut losses, &mut heap, it, loss + 0.max(-gains) + 1);
                }
            }
        }
        None
    }

    /// What a submission gains from each reviewer it could have instead of one it has.
    fn gain(&self, submission: usize, out: usize) -> impl Iterator<Item = (usize, i64)> {
        let before = self.reviews.value(submission, out);
        let chosen = &self.chosen[submission];
        let others = self.open[submission].iter().copied();
        others
            .filter(|into| !chosen.contains(into))
            .map(move |into| {
                let gain = self.reviews.value(submission, into) - before;
                (into, gain)
            })
    }

    fn ends(&self, out: usize, at: usize) -> bool {
        let load = |reviewer: usize| self.loads[reviewer].len() as u32;
        let spare = load(at) < self.reviews.loads[at].1;
        at == out || spare && load(out) > self.reviews.loads[out].0
    }

    /// The exchanges that lead to a reviewer, if no submission is in two of them.
    fn chain(&self, by: &[Option<Exchange>], first: usize, mut at: usize) -> Option<Vec<Exchange>> {
        let mut chain: Vec<Exchange> = Vec::new();
        loop {
            let it = by[at]?;
            if chain.iter().any(|other| other.submission == it.submission) {
                return None;
            }
            chain.push(it);
            if it.submission == first {
                return Some(chain);
            }
            at = it.out;
        }
    }

    fn apply(&mut self, chain: &[Exchange]) -> bool {
        for it in chain {
            self.chosen[it.submission].retain(|&reviewer| reviewer != it.out);
            self.chosen[it.submission].push(it.into);
            self.chosen[it.submission].sort_unstable();
            self.loads[it.out].retain(|&submission| submission != it.submission);
            self.loads[it.into].push(it.submission);
            self.sums[it.submission] = self.reviews.sum(it.submission, &self.chosen[it.submission]);
        }
        !chain.is_empty()
    }
}
