//! Remarks that say the same as others of their proposal. It only puts them side by side: people decide.

use std::collections::{BTreeMap, BTreeSet};

use wiec_model::register::{ProposalId, Remark, RemarkId};
use wiec_text::{SAME, similar};

/// So many are shown beside one; more of them are found by joining these.
const MOST: usize = 3;

/// What is known of a queue's proposals, and which of it says the same.
pub struct Beside<'a> {
    by_id: BTreeMap<RemarkId, &'a Remark>,
    /// For each, those that are like it, the most alike first.
    like: BTreeMap<RemarkId, Vec<RemarkId>>,
}

impl<'a> Beside<'a> {
    /// Compares the remarks of each proposal with one another.
    pub fn of(known: &'a [Remark]) -> Self {
        let mut by_proposal: BTreeMap<ProposalId, Vec<&Remark>> = BTreeMap::new();
        for remark in known {
            by_proposal.entry(remark.proposal).or_default().push(remark);
        }
        let mut like: BTreeMap<RemarkId, Vec<RemarkId>> = BTreeMap::new();
        for theirs in by_proposal.values() {
            let says: Vec<String> = theirs.iter().map(|it| says(it)).collect();
            let says: Vec<&str> = says.iter().map(String::as_str).collect();
            for pair in similar(&says, SAME) {
                let (one, other) = (theirs[pair.first].id, theirs[pair.second].id);
                like.entry(one).or_default().push(other);
                like.entry(other).or_default().push(one);
            }
        }
        Self {
            by_id: known.iter().map(|it| (it.id, it)).collect(),
            like,
        }
    }

    /// Those that say the same and are not joined with it yet, the most alike first.
    pub fn like(&self, remark: &Remark) -> Vec<&'a Remark> {
        let stands_for = |it: &Remark| it.same_as.unwrap_or(it.id);
        let ids = self.like.get(&remark.id).into_iter().flatten();
        let others = ids.filter_map(|id| self.by_id.get(id).copied());
        others
            .filter(|other| stands_for(other) != stands_for(remark))
            .take(MOST)
            .collect()
    }

    /// The number of a remark.
    pub fn number(&self, id: RemarkId) -> Option<u32> {
        self.by_id.get(&id)?.number
    }

    /// The rows of a queue, those that say the same behind the first of them; whether a row is such.
    pub fn in_order(&self, rows: Vec<Remark>) -> Vec<(Remark, bool)> {
        let mut placed: BTreeSet<RemarkId> = BTreeSet::new();
        let mut rest: BTreeMap<RemarkId, Remark> =
            rows.iter().map(|it| (it.id, it.clone())).collect();
        let mut ordered = Vec::with_capacity(rows.len());
        for first in rows {
            if !placed.insert(first.id) {
                continue;
            }
            let alike = self.like.get(&first.id).cloned().unwrap_or_default();
            rest.remove(&first.id);
            ordered.push((first, false));
            for id in alike {
                if let Some(other) = rest.remove(&id) {
                    placed.insert(id);
                    ordered.push((other, true));
                }
            }
        }
        ordered
    }
}

fn says(remark: &Remark) -> String {
    let wording = remark.wording.as_deref().unwrap_or_default();
    format!("{} {wording}", remark.body)
}
