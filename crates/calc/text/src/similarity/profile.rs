//! What a text says, as weighted features that two texts can have in common.
//!
//! Each word gives three features: its first three, four and six letters. `gmina`, `gminie` and
//! `gminami` share the first two, `mieszkanie` and `mieszkań` all three, and `miesiąc` and `mieszkań`
//! half. A stemmer would do better on rare words, and needs tables for each language.

use super::words::{Word, words};

/// How many letters a beginning has, and its share of the word's weight, in hundredths. The first
/// alone says little: too many words begin alike.
const BEGINNINGS: [(usize, u32); 3] = [(3, 15), (4, 35), (6, 50)];

/// A whole word, in hundredths.
const WHOLE: u32 = 100;

/// What a word costs that one text affirms and the other denies, in the unit of weights: as much as
/// six words that only one of them has. Without it, "is enough" and "is not enough" are nearly alike.
const CONTRADICTION: u64 = 600 * WHOLE as u64;

/// One feature and its weight in a text, all its occurrences together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Feature {
    pub(super) key: u64,
    pub(super) weight: u32,
}

/// A text as its features.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Profile {
    /// By rising key, each once.
    pub(super) features: Vec<Feature>,
    /// The sum of their weights.
    pub(super) total: u64,
    /// The keys of words that are affirmed, and of those that are denied: rising, each once.
    affirmed: Vec<u64>,
    denied: Vec<u64>,
}

impl Profile {
    pub(super) fn of(text: &str) -> Self {
        let (mut features, mut affirmed, mut denied) = (Vec::new(), Vec::new(), Vec::new());
        for word in words(text) {
            let whole = key(&word.letters, LONGEST, false);
            let side = if word.is_negated {
                &mut denied
            } else {
                &mut affirmed
            };
            side.push(whole);
            push_features(&word, &mut features);
        }
        for keys in [&mut affirmed, &mut denied] {
            keys.sort_unstable();
            keys.dedup();
        }
        let features = summed(features);
        let total = features.iter().map(|it| u64::from(it.weight)).sum();
        Self {
            features,
            total,
            affirmed,
            denied,
        }
    }

    /// How alike two texts are, from 0 to 1.
    pub(super) fn likeness(&self, other: &Self) -> f64 {
        self.likeness_with(other, self.common(other))
    }

    /// The same, where it is known how much they have in common.
    pub(super) fn likeness_with(&self, other: &Self, common: u64) -> f64 {
        let all = self.total + other.total + CONTRADICTION * self.contradictions(other);
        if all == 0 {
            return 0.0;
        }
        // Both are far below 2^53, so the quotient is the same on every machine.
        (2 * common) as f64 / all as f64
    }

    fn common(&self, other: &Self) -> u64 {
        let (a, b) = (&self.features, &other.features);
        let (mut i, mut j, mut common) = (0, 0, 0);
        while i < a.len() && j < b.len() {
            match a[i].key.cmp(&b[j].key) {
                std::cmp::Ordering::Less => i += 1,
                std::cmp::Ordering::Greater => j += 1,
                std::cmp::Ordering::Equal => {
                    common += u64::from(a[i].weight.min(b[j].weight));
                    (i, j) = (i + 1, j + 1);
                }
            }
        }
        common
    }

    /// How many words one text denies that the other affirms and does not deny anywhere.
    fn contradictions(&self, other: &Self) -> u64 {
        let has = |keys: &[u64], key: &u64| keys.binary_search(key).is_ok();
        let between = |one: &Self, other: &Self| {
            let against = |key: &&u64| has(&other.affirmed, key) && !has(&other.denied, key);
            one.denied.iter().filter(against).count() as u64
        };
        between(self, other) + between(other, self)
    }
}

const LONGEST: usize = 6;

fn push_features(word: &Word, features: &mut Vec<Feature>) {
    if word.letters.iter().any(|it| it.is_numeric()) {
        // Numbers do not inflect: 15 and 150 have nothing in common.
        features.push(Feature {
            key: key(&word.letters, usize::MAX, word.is_negated),
            weight: word.weight * WHOLE,
        });
        return;
    }
    for (length, share) in BEGINNINGS {
        features.push(Feature {
            key: key(&word.letters, length, word.is_negated),
            weight: word.weight * share,
        });
    }
}

/// FNV-1a over the first letters, how many were asked for, and the sign. Two that meet by chance make
/// two texts a little more alike, no more.
fn key(letters: &[char], length: usize, is_negated: bool) -> u64 {
    let mark = if is_negated { '!' } else { ' ' };
    let asked = u32::try_from(length).unwrap_or(u32::MAX);
    let numbers = letters
        .iter()
        .take(length)
        .chain([&mark])
        .map(|&it| u32::from(it));
    let step = |hash: u64, it: u32| (hash ^ u64::from(it)).wrapping_mul(0x0100_0000_01b3);
    numbers.chain([asked]).fold(0xcbf2_9ce4_8422_2325, step)
}

fn summed(mut features: Vec<Feature>) -> Vec<Feature> {
    features.sort_unstable_by_key(|it| it.key);
    let mut summed: Vec<Feature> = Vec::with_capacity(features.len());
    for feature in features {
        match summed.last_mut().filter(|last| last.key == feature.key) {
            Some(last) => last.weight = last.weight.saturating_add(feature.weight),
            None => summed.push(feature),
        }
    }
    summed
}
