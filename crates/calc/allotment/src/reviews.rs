//! Reviewers for submissions, by cheapest flows.

use serde::{Deserialize, Serialize};

use crate::error::{Malformed, ensure};
use crate::fairness::Fairness;
use crate::matching::Matching;

/// Who may review what, and how well it suits.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reviews {
    /// For each submission, for each reviewer: how well it suits, or nothing where interests conflict.
    pub scores: Vec<Vec<Option<i32>>>,
    /// For each reviewer, the least and the most submissions.
    pub loads: Vec<(u32, u32)>,
    /// How many reviewers each submission needs.
    pub each: u32,
}

/// Who reviews what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assignment {
    /// The reviewers of each submission, ascending.
    pub reviewers: Vec<Vec<usize>>,
    /// The sum of all scores.
    pub total: i64,
    /// The smallest sum of a submission's scores; 0 if there are no submissions.
    pub least: i64,
    /// Whether it is proved that there is no better assignment of the kind asked for.
    pub proved: bool,
}

/// The score of a bid and of topics in common, each worth what the organisers say.
pub fn score(bid: i32, topics_in_common: u32, worth_of_topic: i32) -> i32 {
    let topics = i32::try_from(topics_in_common).unwrap_or(i32::MAX);
    bid.saturating_add(topics.saturating_mul(worth_of_topic))
}

/// The assignment with the highest total; nothing if loads and conflicts allow none. Always proved.
pub fn best_total(reviews: &Reviews) -> Result<Option<Assignment>, Malformed> {
    reviews.check()?;
    let mut matching = Matching::new(reviews, 1, |_, _| true);
    let found = matching.solve().map(|_| matching.chosen());
    Ok(found.map(|chosen| reviews.assignment(chosen)))
}

/// The assignment whose worst-served submission is served best, and of these the one with the
/// highest total. Stops when about `steps` flows were solved; see [`Assignment::proved`].
pub fn fairest(reviews: &Reviews, steps: usize) -> Result<Option<Assignment>, Malformed> {
    let first = best_total(reviews)?;
    Ok(first.map(|first| Fairness::new(reviews, steps, first).run()))
}

impl Reviews {
    fn check(&self) -> Result<(), Malformed> {
        let reviewers = self.loads.len();
        ensure(self.scores.iter().all(|row| row.len() == reviewers), || {
            format!(
                "A submission has not got a score or a conflict for each of the {reviewers} reviewers."
            )
        })?;
        ensure(self.loads.iter().all(|(least, most)| least <= most), || {
            "A reviewer's least load is above the most.".to_owned()
        })?;
        ensure(
            self.loads.iter().all(|(_, most)| *most < 1 << 20) && self.each < 1 << 10,
            || "A load or the number of reviewers of a submission is too large.".to_owned(),
        )
    }

    pub(crate) fn value(&self, submission: usize, reviewer: usize) -> i64 {
        i64::from(self.scores[submission][reviewer].unwrap_or(0))
    }

    pub(crate) fn sum(&self, submission: usize, chosen: &[usize]) -> i64 {
        chosen
            .iter()
            .map(|&reviewer| self.value(submission, reviewer))
            .sum()
    }

    pub(crate) fn assignment(&self, reviewers: Vec<Vec<usize>>) -> Assignment {
        let sums = reviewers
            .iter()
            .enumerate()
            .map(|(submission, chosen)| self.sum(submission, chosen));
        let (total, least) = (sums.clone().sum(), sums.min().unwrap_or(0));
        Assignment {
            reviewers,
            total,
            least,
            proved: true,
        }
    }
}
