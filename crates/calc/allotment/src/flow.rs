//! Cheapest circulation, kept cheapest while bounds and costs of single arcs change.
//!
//! Every node passes on what it gets. A search changes one thing at a time, and few paths have to
//! be mended for it: that is some hundred times faster than to begin anew.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// A network; each arc is stored beside its reverse, so `arc ^ 1` leads back.
///
/// Invariant: no arc with room left has a reduced cost below 0. So once every node passes on what
/// it gets, no circulation is cheaper.
#[derive(Default)]
pub(crate) struct Network {
    heads: Vec<usize>,
    room: Vec<u32>,
    costs: Vec<i128>,
    least: Vec<u32>,
    leaving: Vec<Vec<usize>>,
    prices: Vec<i128>,
    surplus: Vec<i64>,
    over: Vec<usize>,
    cost: i128,
    search: Search,
}

/// What a search for a path remembers: for each node the length of the way to it and its last arc.
#[derive(Default)]
struct Search {
    reached: Vec<Option<(i128, usize)>>,
    touched: Vec<usize>,
    heap: BinaryHeap<Reverse<(i128, usize)>>,
}

impl Network {
    /// Adds a node with a price. An arc whose cost is at least the price of its head less that of
    /// its tail begins empty, any other one begins full; good prices save work and change no result.
    pub(crate) fn node(&mut self, price: i128) -> usize {
        self.leaving.push(Vec::new());
        self.prices.push(price);
        self.surplus.push(0);
        self.search.reached.push(None);
        self.prices.len() - 1
    }

    /// Adds an arc that at least and at most so much flows through, and gives its number.
    pub(crate) fn add(&mut self, from: usize, to: usize, bounds: (u32, u32), cost: i128) -> usize {
        let arc = self.heads.len();
        self.heads.extend([to, from]);
        self.room.extend([0, 0]);
        self.costs.extend([cost, -cost]);
        self.least.push(0);
        self.leaving[from].push(arc);
        self.leaving[to].push(arc + 1);
        self.bound(arc, bounds);
        arc
    }

    /// How much flows through an arc.
    pub(crate) fn through(&self, arc: usize) -> u32 {
        self.room[arc ^ 1] + self.least[arc / 2]
    }

    /// What a unit more through an arc would cost, as the prices say.
    pub(crate) fn reduced(&self, arc: usize) -> i128 {
        self.costs[arc] + self.prices[self.heads[arc ^ 1]] - self.prices[self.heads[arc]]
    }

    /// What a unit gains that comes through an arc and then for nothing to a node.
    pub(crate) fn gain(&self, arc: usize, to: usize) -> i128 {
        self.prices[to] - self.costs[arc] - self.prices[self.heads[arc ^ 1]]
    }

    /// The cost of what flows; of the cheapest circulation, after [`Self::settle`].
    pub(crate) fn cost(&self) -> i128 {
        self.cost
    }

    /// Says anew how much flows through an arc at least and at most.
    pub(crate) fn bound(&mut self, arc: usize, (least, most): (u32, u32)) {
        let before = self.through(arc);
        let after = match self.reduced(arc) {
            dear if dear > 0 => least,
            cheap if cheap < 0 => most,
            _ => before.clamp(least, most),
        };
        self.least[arc / 2] = least;
        self.room[arc] = most - after;
        self.room[arc ^ 1] = after - least;
        let more = i64::from(after) - i64::from(before);
        self.cost += i128::from(more) * self.costs[arc];
        self.give(self.heads[arc], more);
        self.give(self.heads[arc ^ 1], -more);
    }

    /// Says anew what a unit through an arc costs.
    pub(crate) fn reprice(&mut self, arc: usize, cost: i128) {
        self.cost += i128::from(self.through(arc)) * (cost - self.costs[arc]);
        self.costs[arc] = cost;
        self.costs[arc ^ 1] = -cost;
        let least = self.least[arc / 2];
        self.bound(arc, (least, least + self.room[arc] + self.room[arc ^ 1]));
    }

    fn give(&mut self, node: usize, more: i64) {
        if self.surplus[node] <= 0 && self.surplus[node] + more > 0 {
            self.over.push(node);
        }
        self.surplus[node] += more;
    }

    /// Mends what the changes broke; says whether the bounds allow any circulation.
    pub(crate) fn settle(&mut self) -> bool {
        while let Some(&node) = self.over.last() {
            if self.surplus[node] <= 0 {
                self.over.pop();
            } else if !self.relieve(node) {
                return false;
            }
        }
        true
    }

    /// Sends surplus of a node on the cheapest way to one that lacks.
    fn relieve(&mut self, from: usize) -> bool {
        let Some(to) = self.nearest(from) else {
            self.forget();
            return false;
        };
        let mut by = self.surplus[from].min(-self.surplus[to]);
        let mut node = to;
        while node != from {
            let arc = self.arc_to(node);
            by = by.min(i64::from(self.room[arc]));
            node = self.heads[arc ^ 1];
        }
        node = to;
        while node != from {
            let arc = self.arc_to(node);
            self.room[arc] -= by as u32;
            self.room[arc ^ 1] += by as u32;
            self.cost += i128::from(by) * self.costs[arc];
            node = self.heads[arc ^ 1];
        }
        self.give(to, by);
        self.give(from, -by);
        self.forget();
        true
    }

    fn arc_to(&self, node: usize) -> usize {
        self.search.reached[node].map_or(usize::MAX, |(_, arc)| arc)
    }

    /// Dijkstra's search over reduced costs, up to the nearest node that lacks. Prices of the nodes
    /// nearer than that are raised so that the way found costs nothing.
    fn nearest(&mut self, from: usize) -> Option<usize> {
        self.reach(from, 0, usize::MAX);
        while let Some(Reverse((length, node))) = self.search.heap.pop() {
            if self.search.reached[node].is_none_or(|(known, _)| known < length) {
                continue;
            }
            if self.surplus[node] < 0 {
                for &near in &self.search.touched {
                    if let Some((known, _)) = self.search.reached[near] {
                        self.prices[near] += (known - length).min(0);
                    }
                }
                return Some(node);
            }
            for at in 0..self.leaving[node].len() {
                let arc = self.leaving[node][at];
                if self.room[arc] > 0 {
                    self.reach(self.heads[arc], length + self.reduced(arc), arc);
                }
            }
        }
        None
    }

    fn reach(&mut self, node: usize, length: i128, arc: usize) {
        match self.search.reached[node] {
            Some((known, _)) if known <= length => return,
            Some(_) => {}
            None => self.search.touched.push(node),
        }
        self.search.reached[node] = Some((length, arc));
        self.search.heap.push(Reverse((length, node)));
    }

    fn forget(&mut self) {
        for node in self.search.touched.drain(..) {
            self.search.reached[node] = None;
        }
        self.search.heap.clear();
    }
}
