//! Which wishes of a party cannot both be granted.

use std::collections::BTreeSet;

use crate::places::Question;

/// For each party, for each of its wishes, the ranks of those that clash with it.
pub(crate) struct Clashes(Vec<Vec<Vec<usize>>>);

impl Clashes {
    pub(crate) fn new(question: &Question) -> Self {
        let pairs = question.clashes.iter();
        let pairs: BTreeSet<_> = pairs.flat_map(|&(a, b)| [(a, b), (b, a)]).collect();
        let with = |wishes: &[usize], event| {
            let ranks = 0..wishes.len();
            ranks
                .filter(|&rank| pairs.contains(&(event, wishes[rank])))
                .collect()
        };
        let of_party = |wishes: &[usize]| wishes.iter().map(|&event| with(wishes, event)).collect();
        Self(
            question
                .parties
                .iter()
                .map(|party| of_party(&party.wishes))
                .collect(),
        )
    }

    /// The ranks of wishes that clash with this one.
    pub(crate) fn of(&self, party: usize, rank: usize) -> &[usize] {
        &self.0[party][rank]
    }

    /// Sets of two or more wishes that all clash with each other; no wish is in two of them.
    pub(crate) fn cliques(&self, party: usize) -> Vec<Vec<usize>> {
        let mut cliques: Vec<Vec<usize>> = Vec::new();
        for (rank, clashing) in self.0[party].iter().enumerate() {
            let all = |clique: &&mut Vec<usize>| clique.iter().all(|it| clashing.contains(it));
            match cliques.iter_mut().find(all) {
                Some(clique) => clique.push(rank),
                None => cliques.push(vec![rank]),
            }
        }
        cliques.retain(|clique| clique.len() > 1);
        cliques
    }
}
