//! Cheapest flow by successive shortest paths.

use std::collections::VecDeque;

/// A network; each arc is stored beside its reverse, so `arc ^ 1` leads back.
pub(crate) struct Network {
    heads: Vec<usize>,
    room: Vec<u32>,
    costs: Vec<i128>,
    leaving: Vec<Vec<usize>>,
}

impl Network {
    pub(crate) fn new(nodes: usize) -> Self {
        Self {
            heads: Vec::new(),
            room: Vec::new(),
            costs: Vec::new(),
            leaving: vec![Vec::new(); nodes],
        }
    }

    /// Adds an arc and gives its number. Costs may be negative, cycles of negative cost not.
    pub(crate) fn add(&mut self, from: usize, to: usize, room: u32, cost: i128) -> usize {
        let arc = self.heads.len();
        self.heads.extend([to, from]);
        self.room.extend([room, 0]);
        self.costs.extend([cost, -cost]);
        self.leaving[from].push(arc);
        self.leaving[to].push(arc + 1);
        arc
    }

    /// How much flows through an arc.
    pub(crate) fn through(&self, arc: usize) -> u32 {
        self.room[arc ^ 1]
    }

    /// Sends as much as fits, or only what lowers the cost; gives the amount and the cost.
    pub(crate) fn send(&mut self, source: usize, sink: usize, only_gains: bool) -> (u32, i128) {
        let (mut amount, mut cost) = (0, 0);
        while let Some((arcs, length)) = self.shortest(source, sink) {
            if only_gains && length >= 0 {
                break;
            }
            let by = arcs.iter().map(|&arc| self.room[arc]).min().unwrap_or(0);
            for arc in arcs {
                self.room[arc] -= by;
                self.room[arc ^ 1] += by;
            }
            amount += by;
            cost += i128::from(by) * length;
        }
        (amount, cost)
    }

    /// The arcs of a cheapest way with room left, and its cost. A queue and not Dijkstra's heap:
    /// costs are negative, and the networks are shallow.
    fn shortest(&self, source: usize, sink: usize) -> Option<(Vec<usize>, i128)> {
        let mut reached: Vec<Option<i128>> = vec![None; self.leaving.len()];
        let mut by = vec![usize::MAX; self.leaving.len()];
        let mut waits = vec![false; self.leaving.len()];
        let mut queue = VecDeque::from([source]);
        reached[source] = Some(0);
        while let Some(node) = queue.pop_front() {
            waits[node] = false;
            let so_far = reached[node]?;
            for &arc in &self.leaving[node] {
                let (next, length) = (self.heads[arc], so_far + self.costs[arc]);
                if self.room[arc] == 0 || reached[next].is_some_and(|known| known <= length) {
                    continue;
                }
                reached[next] = Some(length);
                by[next] = arc;
                if !std::mem::replace(&mut waits[next], true) {
                    queue.push_back(next);
                }
            }
        }
        let length = reached[sink]?;
        let (mut arcs, mut node) = (Vec::new(), sink);
        while node != source {
            arcs.push(by[node]);
            node = self.heads[by[node] ^ 1];
        }
        Some((arcs, length))
    }
}
