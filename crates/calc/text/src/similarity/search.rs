//! All pairs above a likeness, without comparing every text with every other.
//!
//! Features are put in one order, rare ones first. Two texts that are alike enough must share one of
//! the first features of both, because the rest of either is too light to make up for it; so only
//! those are indexed (prefix filtering: Chaudhuri, Ganti, Kaushik 2006; Bayardo, Ma, Srikant 2007).
//! What is left is bounded by what was found and by what may still come, and then compared exactly:
//! the search saves time and changes nothing.

use super::Pair;
use super::profile::Profile;

/// A text in the order of the search.
struct Ranked {
    /// The features by rising rank, with their weights.
    features: Vec<(u32, u32)>,
    /// How many of them are indexed.
    indexed: usize,
    /// The weight of those that are not.
    rest: u64,
}

impl Ranked {
    /// The last rank that is indexed.
    fn cut(&self) -> u32 {
        let last = self.indexed.checked_sub(1);
        last.map_or(0, |last| self.features[last].0)
    }
}

/// The pairs of at least this likeness, in no particular order.
pub(super) fn pairs(profiles: &[Profile], least: f64) -> Vec<Pair> {
    let least = least.clamp(0.0, 1.0);
    let ranked = ranked(profiles, least);
    let ranks = ranked.iter().filter_map(|it| it.features.last());
    let ranks = ranks.map(|it| it.0 as usize + 1).max().unwrap_or(0);
    let mut postings: Vec<Vec<(u32, u32)>> = vec![Vec::new(); ranks];
    let mut found: Vec<u64> = vec![0; profiles.len()];
    let mut touched: Vec<u32> = Vec::new();
    let mut pairs = Vec::new();
    for (second, text) in ranked.iter().enumerate() {
        for &(rank, weight) in &text.features[..text.indexed] {
            let posting = &mut postings[rank as usize];
            for &(first, other) in posting.iter() {
                if found[first as usize] == 0 {
                    touched.push(first);
                }
                found[first as usize] += u64::from(weight.min(other));
            }
            posting.push((second as u32, weight));
        }
        for first in touched.drain(..).map(|it| it as usize) {
            let so_far = std::mem::take(&mut found[first]);
            let other = &ranked[first];
            // All shared features up to the smaller cut are found; the others are in its rest.
            let rest = if other.cut() <= text.cut() {
                other.rest
            } else {
                text.rest
            };
            let all = profiles[first].total + profiles[second].total;
            if (2 * (so_far + rest)) as f64 >= least * all as f64 {
                let likeness = profiles[first].likeness(&profiles[second]);
                if likeness >= least && likeness > 0.0 {
                    pairs.push(Pair {
                        first,
                        second,
                        likeness,
                    });
                }
            }
        }
    }
    pairs
}

fn ranked(profiles: &[Profile], least: f64) -> Vec<Ranked> {
    let mut entries: Vec<(u64, u32, u32)> = Vec::new();
    for (text, profile) in profiles.iter().enumerate() {
        let features = profile.features.iter();
        entries.extend(features.map(|it| (it.key, text as u32, it.weight)));
    }
    entries.sort_unstable();
    let mut runs: Vec<&[(u64, u32, u32)]> = entries.chunk_by(|a, b| a.0 == b.0).collect();
    runs.sort_by_key(|run| (run.len(), run[0].0));
    let mut features: Vec<Vec<(u32, u32)>> = vec![Vec::new(); profiles.len()];
    for (rank, run) in (0..).zip(runs) {
        for &(_, text, weight) in run {
            features[text as usize].push((rank, weight));
        }
    }
    let texts = features.into_iter().zip(profiles);
    texts
        .map(|(features, profile)| cut(features, profile.total, least))
        .collect()
}

/// Indexes as many of the rarest features as are needed for what is left to be too light.
///
/// With a likeness of at least t, texts of the weights W and V have t·(W + V)/2 or more in common, and
/// V is at least that, so V ≥ W·t/(2 − t), and what they have in common is at least W·t/(2 − t), too.
fn cut(features: Vec<(u32, u32)>, total: u64, least: f64) -> Ranked {
    let needed = total as f64 * least / (2.0 - least);
    let mut rest = total;
    let mut indexed = 0;
    // One unit of slack, so that rounding can only index more.
    while indexed < features.len() && rest as f64 + 1.0 >= needed {
        rest -= u64::from(features[indexed].1);
        indexed += 1;
    }
    Ranked {
        features,
        indexed,
        rest,
    }
}
