//! Limited places: who wishes for what, and who gets it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::error::{Malformed, ensure};

/// People who stay together: all get a place at something, or none of them does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// How many people they are.
    pub size: u32,
    /// What they wish for, dearest first, as indices into [`Question::capacity`].
    pub wishes: Vec<usize>,
    /// How many of their wishes they may be granted.
    pub quota: u32,
    /// Class 0 comes before class 1, and so on.
    pub class: usize,
}

/// Everything that the allotment depends on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// How many people each event takes.
    pub capacity: Vec<u32>,
    /// Pairs of events that nobody can attend both.
    pub clashes: Vec<(usize, usize)>,
    /// The parties. Among equally good answers their order has a say, so draw it by lot.
    pub parties: Vec<Party>,
}

/// Who gets what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The events that each party is granted, in the order of its wishes.
    pub granted: Vec<Vec<usize>>,
    /// Whether it is proved that there is no better answer.
    pub proved: bool,
}

impl Question {
    /// Refuses what means nothing: events that do not exist, wishes told twice, parties of nobody.
    pub fn check(&self) -> Result<(), Malformed> {
        let events = self.capacity.len();
        for &(a, b) in &self.clashes {
            ensure(a < events && b < events && a != b, || {
                format!(
                    "Events {a} and {b} are said to clash, and are not two events of the {events}."
                )
            })?;
        }
        for (index, party) in self.parties.iter().enumerate() {
            ensure(party.size > 0, || format!("Party {index} has no people."))?;
            let distinct: BTreeSet<_> = party.wishes.iter().collect();
            ensure(distinct.len() == party.wishes.len(), || {
                format!("Party {index} names an event twice.")
            })?;
            ensure(party.wishes.iter().all(|&event| event < events), || {
                format!("Party {index} wishes for an event that does not exist.")
            })?;
        }
        let people: u64 = self.parties.iter().map(|party| u64::from(party.size)).sum();
        ensure(people < 1 << 24, || {
            format!("{people} people are too many.")
        })
    }

    /// Whether nobody can attend both.
    pub fn clash(&self, a: usize, b: usize) -> bool {
        self.clashes.contains(&(a, b)) || self.clashes.contains(&(b, a))
    }

    /// How many people of a class are granted their first wish, their second, and so on.
    pub fn profile(&self, answer: &Answer, class: usize) -> Vec<u32> {
        let of_class = || {
            self.parties
                .iter()
                .zip(&answer.granted)
                .filter(|(party, _)| party.class == class)
        };
        let ranks = of_class()
            .map(|(party, _)| party.wishes.len())
            .max()
            .unwrap_or(0);
        let mut counts = vec![0; ranks];
        for (party, granted) in of_class() {
            for (rank, event) in party.wishes.iter().enumerate() {
                if granted.contains(event) {
                    counts[rank] += party.size;
                }
            }
        }
        counts
    }
}
