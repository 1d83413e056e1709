//! The highest least sum, and then the highest total.

use crate::reviews::{Assignment, Reviews};
use crate::threshold::{Goal, Threshold};

pub(crate) struct Fairness<'a> {
    reviews: &'a Reviews,
    steps: usize,
    best: Assignment,
}

impl<'a> Fairness<'a> {
    pub(crate) fn new(reviews: &'a Reviews, steps: usize, first: Assignment) -> Self {
        Self {
            reviews,
            steps,
            best: first,
        }
    }

    pub(crate) fn run(mut self) -> Assignment {
        let mut reachable = self.reachable();
        let mut proved = true;
        let mut least = reachable;
        while self.best.least < reachable && proved {
            match self.search(least, i128::MIN, &Goal::Any) {
                Some(true) => {}
                Some(false) => reachable = least - 1,
                None => proved = false,
            }
            least = reachable - (reachable - self.best.least) / 2;
        }
        let total = i128::from(self.best.total);
        proved = proved && self.search(self.best.least, total, &Goal::Best).is_some();
        Assignment {
            proved,
            ..self.best
        }
    }

    /// Whether something was found, unless there were too few steps to tell.
    fn search(&mut self, least: i64, total: i128, goal: &Goal) -> Option<bool> {
        let mut search = Threshold::new(self.reviews, least, total, self.steps);
        let all = search.run(goal);
        self.steps = search.steps;
        let found = search.found.take();
        let some = found.is_some();
        if let Some(chosen) = found {
            let found = self.reviews.assignment(chosen);
            if (found.least, found.total) > (self.best.least, self.best.total) {
                self.best = found;
            }
        }
        if some && matches!(goal, Goal::Any) {
            return Some(true);
        }
        all.then_some(some)
    }

    /// No assignment can have a better least sum: each submission with its best reviewers.
    fn reachable(&self) -> i64 {
        let best = |row: &Vec<Option<i32>>| {
            let mut scores: Vec<i64> = row
                .iter()
                .flatten()
                .map(|&score| i64::from(score))
                .collect();
            scores.sort_unstable_by(|a, b| b.cmp(a));
            scores.iter().take(self.reviews.each as usize).sum()
        };
        self.reviews.scores.iter().map(best).min().unwrap_or(0)
    }
}
