//! The highest least sum, and then the highest total.

use crate::reviews::{Assignment, Reviews};
use crate::threshold::{Goal, Threshold};

/// How many flows are spent on one sum before a lower one is tried.
const GLANCE: usize = 150;

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
        let reachable = self.glance();
        let mut proved = self.best.least >= reachable;
        while !proved && self.steps > 0 {
            match self.search(self.best.least + 1, Goal::Any, usize::MAX) {
                Some(true) => {}
                Some(false) => proved = true,
                None => break,
            }
            proved = proved || self.best.least >= reachable;
        }
        let total = Goal::Above(self.best.total);
        proved &= self.search(self.best.least, total, usize::MAX).is_some();
        Assignment {
            proved,
            ..self.best
        }
    }

    /// Looks for a high least sum without proof, halving what is unknown; gives a bound that is
    /// proved.
    fn glance(&mut self) -> i64 {
        let mut bound = self.reachable();
        let (mut hope, mut least) = (bound, bound);
        while self.best.least < hope && self.steps > 0 {
            match self.search(least, Goal::Any, GLANCE) {
                Some(true) => {}
                Some(false) => {
                    bound = least - 1;
                    hope = least - 1;
                }
                None => hope = least - 1,
            }
            least = hope - (hope - self.best.least) / 2;
        }
        bound
    }

    /// Whether something was found, unless there were too few steps to tell.
    fn search(&mut self, least: i64, goal: Goal, steps: usize) -> Option<bool> {
        let steps = steps.min(self.steps);
        let mut search = Threshold::new(self.reviews, least, goal, steps);
        let all = search.run();
        self.steps -= steps - search.steps;
        let Some(chosen) = search.found.take() else {
            return all.then_some(false);
        };
        let found = self.reviews.assignment(chosen);
        if (found.least, found.total) > (self.best.least, self.best.total) {
            self.best = found;
        }
        (all || goal == Goal::Any).then_some(true)
    }

    /// No assignment can have a better least sum: each submission with its best reviewers.
    fn reachable(&self) -> i64 {
        let best = |row: &Vec<Option<i32>>| {
            let mut scores: Vec<i64> = row.iter().flatten().map(|&score| score.into()).collect();
            scores.sort_unstable_by(|a, b| b.cmp(a));
            scores.iter().take(self.reviews.each as usize).sum()
        };
        self.reviews.scores.iter().map(best).min().unwrap_or(0)
    }
}
