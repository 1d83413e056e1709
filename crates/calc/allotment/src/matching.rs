//! Reviewers for submissions as a circulation, where each submission has a weight.

use crate::flow::Network;
use crate::reviews::Reviews;

/// What is decided of a submission and a reviewer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    Open,
    Set,
    Barred,
}

/// A submission and a reviewer.
pub(crate) type Pair = (usize, usize);

pub(crate) struct Matching<'a> {
    reviews: &'a Reviews,
    network: Network,
    /// For each submission, its possible reviewers with their arcs.
    arcs: Vec<Vec<(usize, usize)>>,
    weights: Vec<i128>,
}

const SOURCE: usize = 0;
const SINK: usize = 1;
const REVIEWERS: usize = 2;

impl<'a> Matching<'a> {
    /// All submissions weigh the same; only some pairs are possible, and none that conflict are.
    pub(crate) fn new(
        reviews: &'a Reviews,
        weight: i128,
        possible: impl Fn(usize, usize) -> bool,
    ) -> Self {
        let scores = reviews.scores.iter().flatten().flatten();
        let highest = scores
            .max()
            .map_or(0, |&score| i128::from(score).max(0) * weight);
        let mut network = Network::default();
        network.node(0);
        network.node(-highest);
        for &loads in &reviews.loads {
            let reviewer = network.node(-highest);
            network.add(reviewer, SINK, loads, 0);
        }
        let needed = reviews.scores.len() as u32 * reviews.each;
        network.add(SINK, SOURCE, (0, needed), 0);
        let mut matching = Self {
            reviews,
            network,
            arcs: Vec::new(),
            weights: vec![weight; reviews.scores.len()],
        };
        for submission in 0..reviews.scores.len() {
            matching.submission(submission, |reviewer| possible(submission, reviewer));
        }
        matching
    }

    fn submission(&mut self, submission: usize, possible: impl Fn(usize) -> bool) {
        let node = self.network.node(0);
        let each = self.reviews.each;
        self.network.add(SOURCE, node, (each, each), 0);
        let mut arcs = Vec::new();
        for (reviewer, score) in self.reviews.scores[submission].iter().enumerate() {
            if let Some(score) = score.filter(|_| possible(reviewer)) {
                let cost = -i128::from(score) * self.weights[submission];
                let arc = self.network.add(node, REVIEWERS + reviewer, (0, 1), cost);
                arcs.push((reviewer, arc));
            }
        }
        self.arcs.push(arcs);
    }

    /// The possible reviewers of a submission.
    pub(crate) fn reviewers(&self, submission: usize) -> impl Iterator<Item = usize> {
        self.arcs[submission].iter().map(|&(reviewer, _)| reviewer)
    }

    /// Decides a pair that is possible.
    pub(crate) fn decide(&mut self, (submission, reviewer): Pair, fate: Fate) {
        let bounds = match fate {
            Fate::Open => (0, 1),
            Fate::Set => (1, 1),
            Fate::Barred => (0, 0),
        };
        let arcs = &self.arcs[submission];
        if let Ok(at) = arcs.binary_search_by_key(&reviewer, |&(reviewer, _)| reviewer) {
            self.network.bound(arcs[at].1, bounds);
        }
    }

    /// Changes how much a submission weighs.
    pub(crate) fn weigh(&mut self, submission: usize, weight: i128) {
        if std::mem::replace(&mut self.weights[submission], weight) == weight {
            return;
        }
        for &(reviewer, arc) in &self.arcs[submission] {
            let score = self.reviews.value(submission, reviewer);
            self.network.reprice(arc, -i128::from(score) * weight);
        }
    }

    /// The highest total of the sums times weights, unless the decisions allow no assignment.
    pub(crate) fn solve(&mut self) -> Option<i128> {
        self.network.settle().then(|| -self.network.cost())
    }

    /// The reviewers of each submission.
    pub(crate) fn chosen(&self) -> Vec<Vec<usize>> {
        let with = |arcs: &Vec<(usize, usize)>| {
            let through = arcs
                .iter()
                .filter(|(_, arc)| self.network.through(*arc) > 0);
            through.map(|&(reviewer, _)| reviewer).collect()
        };
        self.arcs.iter().map(with).collect()
    }

    /// The reduced costs of a submission's possible reviewers.
    pub(crate) fn reduced(&self, submission: usize) -> impl Iterator<Item = (usize, i128)> {
        let arcs = self.arcs[submission].iter();
        arcs.map(|&(reviewer, arc)| (reviewer, self.network.reduced(arc)))
    }
}
