//! Which reviewers a submission can or must have if its sum is to be high enough.

use crate::matching::Fate;

/// What follows for a submission that lacks `missing` reviewers and has `left` to reach with them,
/// from the open pairs, (score, reviewer) with the highest first. Nothing if it cannot reach that.
pub(crate) fn narrow(
    open: &[(i64, usize)],
    missing: usize,
    left: i64,
) -> Option<Vec<(usize, Fate)>> {
    if open.len() < missing {
        return None;
    }
    let best: i64 = open[..missing].iter().map(|(score, _)| score).sum();
    if best < left {
        return None;
    }
    let mut follows = Vec::new();
    for (at, &(score, reviewer)) in open.iter().enumerate() {
        if at < missing {
            let instead = open.get(missing).map(|(next, _)| best - score + next);
            if instead.is_none_or(|sum| sum < left) {
                follows.push((reviewer, Fate::Set));
            }
        } else {
            let last = missing.checked_sub(1).map(|last| open[last].0);
            if last.is_none_or(|last| best - last + score < left) {
                follows.push((reviewer, Fate::Barred));
            }
        }
    }
    Some(follows)
}
