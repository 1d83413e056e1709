//! Reviewers for submissions, by cheapest flows.

use serde::{Deserialize, Serialize};

use crate::error::{Malformed, ensure};
use crate::flow::Network;

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
    Ok(reviews.flow(&reviews.open()))
}

/// The assignment whose worst-served submission is served best, and of these the one with the
/// highest total. Solves at most `steps` flows; see [`Assignment::proved`].
pub fn fairest(reviews: &Reviews, steps: usize) -> Result<Option<Assignment>, Malformed> {
    reviews.check()?;
    let mut best: Option<Assignment> = None;
    let mut waiting = vec![reviews.open()];
    let (mut looked, mut proved) = (0, true);
    while let Some(fates) = waiting.pop() {
        let reachable = reviews.reachable(&fates);
        if best.as_ref().is_some_and(|known| reachable < known.least) {
            continue;
        }
        if looked >= steps.max(1) {
            proved = false;
            break;
        }
        looked += 1;
        let Some(found) = reviews.flow(&fates) else {
            continue;
        };
        let known = best.as_ref().map(|known| (known.least, known.total));
        if known.is_some_and(|known| (reachable, found.total) <= known) {
            continue;
        }
        if found.least < reachable {
            waiting.extend(reviews.others(&fates, &found));
        }
        if known.is_none_or(|known| (found.least, found.total) > known) {
            best = Some(found);
        }
    }
    Ok(best.map(|best| Assignment { proved, ..best }))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Open,
    Set,
    Barred,
}

type Fates = Vec<Vec<Fate>>;

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

    fn open(&self) -> Fates {
        let fate = |score: &Option<i32>| {
            if score.is_some() {
                Fate::Open
            } else {
                Fate::Barred
            }
        };
        self.scores
            .iter()
            .map(|row| row.iter().map(fate).collect())
            .collect()
    }

    fn value(&self, submission: usize, reviewer: usize) -> i64 {
        i64::from(self.scores[submission][reviewer].unwrap_or(0))
    }

    /// No assignment can have a better least sum: each submission with its best reviewers.
    fn reachable(&self, fates: &Fates) -> i64 {
        let sums = fates.iter().enumerate().map(|(submission, row)| {
            let with = |fate| move |&reviewer: &usize| row[reviewer] == fate;
            let set = (0..row.len()).filter(with(Fate::Set));
            let mut open: Vec<i64> = (0..row.len())
                .filter(with(Fate::Open))
                .map(|reviewer| self.value(submission, reviewer))
                .collect();
            open.sort_unstable_by(|a, b| b.cmp(a));
            let need = (self.each as usize).saturating_sub(set.clone().count());
            set.map(|reviewer| self.value(submission, reviewer))
                .sum::<i64>()
                + open.iter().take(need).sum::<i64>()
        });
        sums.min().unwrap_or(0)
    }

    /// The highest total with some pairs set and some barred.
    fn flow(&self, fates: &Fates) -> Option<Assignment> {
        let (submissions, reviewers) = (self.scores.len(), self.loads.len());
        let (source, sink) = (submissions + reviewers, submissions + reviewers + 1);
        let mut network = Network::new(sink + 1);
        let mut arcs = Vec::new();
        for (submission, row) in fates.iter().enumerate() {
            network.add(source, submission, self.each, 0);
            for (reviewer, fate) in row
                .iter()
                .enumerate()
                .filter(|(_, fate)| **fate != Fate::Barred)
            {
                let bonus = if *fate == Fate::Set { MUST } else { 0 };
                let cost = -bonus - i128::from(self.value(submission, reviewer));
                arcs.push((
                    submission,
                    reviewer,
                    network.add(submission, submissions + reviewer, 1, cost),
                ));
            }
        }
        let mut musts: i128 = fates
            .iter()
            .flatten()
            .filter(|fate| **fate == Fate::Set)
            .count() as i128;
        for (reviewer, &(least, most)) in self.loads.iter().enumerate() {
            network.add(submissions + reviewer, sink, least, -MUST);
            network.add(submissions + reviewer, sink, most - least, 0);
            musts += i128::from(least);
        }
        let (sent, cost) = network.send(source, sink, false);
        let total = -cost - musts * MUST;
        let complete = sent as usize == submissions * self.each as usize;
        // Whatever must be and is not lacks a bonus that no sum of scores makes up for.
        if !complete || total < -MUST / 2 {
            return None;
        }
        let mut chosen = vec![Vec::new(); submissions];
        for (submission, reviewer, arc) in arcs {
            if network.through(arc) > 0 {
                chosen[submission].push(reviewer);
            }
        }
        Some(self.assignment(chosen))
    }

    fn sum(&self, submission: usize, chosen: &[usize]) -> i64 {
        chosen
            .iter()
            .map(|&reviewer| self.value(submission, reviewer))
            .sum()
    }

    fn assignment(&self, reviewers: Vec<Vec<usize>>) -> Assignment {
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

    /// All assignments in which the worst-served submission has not got exactly these reviewers:
    /// the first is barred, or it is set and the second is barred, and so on.
    fn others(&self, fates: &Fates, found: &Assignment) -> Vec<Fates> {
        let sums = found.reviewers.iter().enumerate();
        let Some((worst, chosen)) =
            sums.min_by_key(|(submission, chosen)| self.sum(*submission, chosen))
        else {
            return Vec::new();
        };
        let mut narrowed = fates.clone();
        let mut others = Vec::new();
        let mut open: Vec<usize> = chosen
            .iter()
            .copied()
            .filter(|&reviewer| fates[worst][reviewer] == Fate::Open)
            .collect();
        open.sort_by_key(|&reviewer| self.value(worst, reviewer));
        for reviewer in open {
            let mut other = narrowed.clone();
            other[worst][reviewer] = Fate::Barred;
            others.push(other);
            narrowed[worst][reviewer] = Fate::Set;
        }
        others.reverse();
        others
    }
}

/// More than all scores together could be.
const MUST: i128 = 1 << 80;
