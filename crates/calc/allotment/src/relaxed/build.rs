//! The network of a question: source, parties, wishes that share a time, groups, events, sink.

use std::collections::BTreeMap;

use super::{Group, Wish};
use crate::clashes::Clashes;
use crate::flow::Network;
use crate::places::Question;

pub(super) struct Build<'a> {
    question: &'a Question,
    worths: &'a [Vec<i128>],
    pub(super) network: Network,
    pub(super) groups: Vec<Group>,
    /// The nodes of groups, by event and size.
    nodes: BTreeMap<(usize, u32), usize>,
    pub(super) rooms: Vec<usize>,
    dearest: i128,
}

const SOURCE: usize = 0;
pub(super) const SINK: usize = 1;
const EVENTS: usize = 2;

impl<'a> Build<'a> {
    /// Priced so that to begin with nobody takes a place.
    pub(super) fn new(question: &'a Question, worths: &'a [Vec<i128>]) -> Self {
        let dearest = worths.iter().flatten().max().copied().unwrap_or(0);
        let mut network = Network::default();
        network.node(0);
        network.node(-dearest);
        let mut rooms = Vec::new();
        let mut people = 0_u32;
        for &room in &question.capacity {
            let event = network.node(-dearest);
            rooms.push(network.add(event, SINK, (0, room), 0));
        }
        for party in &question.parties {
            let quota = quota(party.quota, party.wishes.len());
            people = quota.saturating_mul(party.size).saturating_add(people);
        }
        network.add(SINK, SOURCE, (0, people), 0);
        let mut build = Self {
            question,
            worths,
            network,
            groups: Vec::new(),
            nodes: BTreeMap::new(),
            rooms,
            dearest,
        };
        build.gather();
        build
    }

    fn gather(&mut self) {
        let mut wishers = BTreeMap::new();
        for (index, party) in self.question.parties.iter().enumerate() {
            for (rank, &event) in party.wishes.iter().enumerate() {
                let wishers: &mut Vec<Wish> = wishers.entry((event, party.size)).or_default();
                wishers.push((index, rank));
            }
        }
        for ((event, size), wishes) in wishers {
            let parties = wishes.len() as u32;
            let node = self.network.node(-self.dearest);
            self.nodes.insert((event, size), node);
            let arc = self
                .network
                .add(node, EVENTS + event, (0, parties * size), 0);
            self.groups.push(Group {
                event,
                size,
                parties: (0, parties),
                wishes,
                arc,
            });
        }
    }

    /// Wishes that all clash with each other share a node: of them only one can be granted.
    pub(super) fn party(&mut self, index: usize, clashes: &Clashes) -> Vec<usize> {
        let party = &self.question.parties[index];
        let node = self.network.node(0);
        let quota = quota(party.quota, party.wishes.len());
        self.network
            .add(SOURCE, node, (0, quota.saturating_mul(party.size)), 0);
        let mut from = vec![node; party.wishes.len()];
        if quota > 1 {
            for clique in clashes.cliques(index) {
                let one = self.network.node(0);
                self.network.add(node, one, (0, party.size), 0);
                for rank in clique {
                    from[rank] = one;
                }
            }
        }
        let wishes = party.wishes.iter().enumerate();
        wishes
            .map(|(rank, &event)| {
                let worth = self.worths[party.class][rank];
                let to = self.nodes[&(event, party.size)];
                self.network.add(from[rank], to, (0, party.size), -worth)
            })
            .collect()
    }
}

fn quota(quota: u32, wishes: usize) -> u32 {
    quota.min(wishes as u32)
}
