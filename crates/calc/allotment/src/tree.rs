//! The tree of partial answers that a branch and bound looks at: each has one decision more than
//! its parent.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// A partial answer, by number.
pub(crate) type Node = usize;

struct Branch<D> {
    parent: Option<Node>,
    depth: u32,
    decision: D,
}

pub(crate) struct Tree<D> {
    branches: Vec<Branch<D>>,
    /// What is left to be looked at: the highest bound comes first, then the deepest.
    waiting: BinaryHeap<(i128, u32, Reverse<Node>)>,
    next: Option<(i128, Node)>,
}

impl<D: Copy> Tree<D> {
    pub(crate) fn new() -> Self {
        Self {
            branches: Vec::new(),
            waiting: BinaryHeap::new(),
            next: None,
        }
    }

    /// Grows branches, each with a bound; the one with the highest bound is looked at next, however
    /// high others are: going down soon meets whole answers, and changes little at a time.
    pub(crate) fn grow(
        &mut self,
        parent: Option<Node>,
        parts: impl IntoIterator<Item = (D, i128)>,
    ) {
        let depth = parent.map_or(0, |node| self.branches[node].depth) + 1;
        for (decision, bound) in parts {
            let node = self.branches.len();
            self.branches.push(Branch {
                parent,
                depth,
                decision,
            });
            let later = match self.next {
                Some((known, _)) if known >= bound => Some((bound, node)),
                _ => self.next.replace((bound, node)),
            };
            if let Some((bound, node)) = later {
                let depth = self.branches[node].depth;
                self.waiting.push((bound, depth, Reverse(node)));
            }
        }
    }

    /// What to look at next, with its bound.
    pub(crate) fn next(&mut self) -> Option<(i128, Node)> {
        let waiting = &mut self.waiting;
        let popped = || waiting.pop().map(|(bound, _, Reverse(node))| (bound, node));
        self.next.take().or_else(popped)
    }

    pub(crate) fn decision(&self, node: Node) -> D {
        self.branches[node].decision
    }

    /// The nodes from the first decision to this one.
    pub(crate) fn path(&self, node: Option<Node>) -> Vec<Node> {
        let up = |&node: &Node| self.branches[node].parent;
        let mut path: Vec<Node> = std::iter::successors(node, up).collect();
        path.reverse();
        path
    }
}
