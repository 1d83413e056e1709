//! The last check of a merge: each word is counted in all four texts. It finds what no rule for single
//! blocks can see, such as a sentence that one side moved into another paragraph and the other struck.

use std::collections::BTreeMap;

use crate::document::Content;
use crate::tokens::{Sort, tokens};

type Counts = BTreeMap<String, usize>;

/// Words that the merged text has more or less often than the two changes together account for.
///
/// Words of conflicts are left out: about those somebody decides anyway.
pub(super) fn unaccounted<'a>(
    base: impl Iterator<Item = &'a Content>,
    left: impl Iterator<Item = &'a Content>,
    right: impl Iterator<Item = &'a Content>,
    merged: impl Iterator<Item = &'a Content>,
    contested: impl Iterator<Item = &'a Content>,
) -> Vec<String> {
    let (base, left, right, merged) = (counts(base), counts(left), counts(right), counts(merged));
    let contested = counts(contested);
    let mut words: Vec<&String> = [&base, &left, &right, &merged]
        .iter()
        .flat_map(|it| it.keys())
        .collect();
    words.sort_unstable();
    words.dedup();
    let is_wrong = |word: &&&String| {
        let count = |counts: &Counts| counts.get(word.as_str()).copied().unwrap_or(0);
        !contested.contains_key(word.as_str())
            && !agrees(count(&base), count(&left), count(&right), count(&merged))
    };
    words
        .iter()
        .filter(is_wrong)
        .map(|word| (*word).clone())
        .collect()
}

/// What only one side changed counts; what both changed is the sum of the changes, or, if it was the same
/// change, that change once.
fn agrees(base: usize, left: usize, right: usize, merged: usize) -> bool {
    let sum = (left + right).saturating_sub(base);
    if left == base {
        return merged == right;
    }
    if right == base {
        return merged == left;
    }
    merged == sum
        || (left == right && merged == left)
        || (merged > sum && merged <= left.min(right))
}

fn counts<'a>(contents: impl Iterator<Item = &'a Content>) -> Counts {
    let mut counts = Counts::new();
    for content in contents {
        for token in tokens(&content.text) {
            if matches!(token.sort(), Sort::Word | Sort::Number) {
                *counts.entry(token.letters.to_owned()).or_insert(0) += 1;
            }
        }
    }
    counts
}
