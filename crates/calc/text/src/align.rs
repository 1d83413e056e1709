//! Which tokens two texts have in common, so that what differs reads as few, whole changes.
//!
//! The longest common subsequence, which most programs show, is confetti in prose: it keeps every "i",
//! "w" and "the" that happens to stand on both sides. Here each common token counts what it says
//! ([`Token::weight`]), and each stretch of changes costs [`CHANGE`]. The best sum is found exactly; so a
//! short common stretch between two changes is kept only when it says more than one change costs.
//! (Gotoh, "An improved algorithm for matching biological sequences", J. Mol. Biol. 162, 1982: the same
//! recurrence, but deletions and insertions side by side are one stretch, and nothing is substituted.)

use crate::tokens::Token;

/// What one more stretch of changes costs: a little more than a word of five letters with its spaces.
const CHANGE: i32 = 10;

/// Above so many pairs of tokens the texts are first cut at words that each has once. Each pair takes a
/// byte and some nanoseconds.
const MOST_PAIRS: usize = 400_000;

/// Below so many pairs cutting takes longer than trying everything.
const FEW_PAIRS: usize = 2_000;

/// A stretch of changes: `before` is replaced by `after`. One of the two may be empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hunk {
    pub(crate) before: (usize, usize),
    pub(crate) after: (usize, usize),
}

/// The stretches in which the texts differ, in order. Between them they are equal.
pub(crate) fn hunks(before: &[Token<'_>], after: &[Token<'_>]) -> Vec<Hunk> {
    let mut pairs = Vec::new();
    align(before, after, (0, 0), &mut pairs);
    between(&pairs, before.len(), after.len())
}

/// What lies between common tokens.
fn between(pairs: &[(usize, usize)], before: usize, after: usize) -> Vec<Hunk> {
    let mut hunks = Vec::new();
    let mut last = (0, 0);
    for &(i, j) in pairs.iter().chain([&(before, after)]) {
        if last != (i, j) {
            hunks.push(Hunk {
                before: (last.0, i),
                after: (last.1, j),
            });
        }
        last = (i + 1, j + 1);
    }
    hunks
}

fn align(a: &[Token<'_>], b: &[Token<'_>], start: (usize, usize), pairs: &mut Vec<(usize, usize)>) {
    let head = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    pairs.extend((0..head).map(|at| (start.0 + at, start.1 + at)));
    let (a, b) = (&a[head..], &b[head..]);
    let start = (start.0 + head, start.1 + head);

    let tail = a
        .iter()
        .rev()
        .zip(b.iter().rev())
        .take_while(|(x, y)| x == y)
        .count();
    let (a_middle, b_middle) = (&a[..a.len() - tail], &b[..b.len() - tail]);
    middle(a_middle, b_middle, start, pairs);
    let start = (start.0 + a_middle.len(), start.1 + b_middle.len());
    pairs.extend((0..tail).map(|at| (start.0 + at, start.1 + at)));
}

fn middle(
    a: &[Token<'_>],
    b: &[Token<'_>],
    start: (usize, usize),
    pairs: &mut Vec<(usize, usize)>,
) {
    if a.is_empty() || b.is_empty() {
        return;
    }
    let size = a.len() * b.len();
    let cuts = match size {
        0..=FEW_PAIRS => Vec::new(),
        // A landmark within common words would be kept anyway: the cut only saves time.
        _ => landmarks(a, b)
            .into_iter()
            .filter(|&at| is_within_common(a, b, at))
            .collect(),
    };
    // Too long to try everything: every landmark has to do.
    let cuts = if cuts.is_empty() && size > MOST_PAIRS {
        landmarks(a, b)
    } else {
        cuts
    };
    if cuts.is_empty() {
        if size <= MOST_PAIRS {
            let found = best(a, b);
            pairs.extend(found.iter().map(|(i, j)| (start.0 + i, start.1 + j)));
        }
        return;
    }
    let mut last = (0, 0);
    for (i, j) in cuts {
        align(
            &a[last.0..i],
            &b[last.1..j],
            (start.0 + last.0, start.1 + last.1),
            pairs,
        );
        pairs.push((start.0 + i, start.1 + j));
        last = (i + 1, j + 1);
    }
    align(
        &a[last.0..],
        &b[last.1..],
        (start.0 + last.0, start.1 + last.1),
        pairs,
    );
}

/// Whether the landmark stands within five common tokens that say much more than a change costs.
fn is_within_common(a: &[Token<'_>], b: &[Token<'_>], (i, j): (usize, usize)) -> bool {
    let (Some(from_a), Some(from_b)) = (i.checked_sub(2), j.checked_sub(2)) else {
        return false;
    };
    let (Some(of_a), Some(of_b)) = (a.get(from_a..i + 3), b.get(from_b..j + 3)) else {
        return false;
    };
    of_a == of_b && of_a.iter().map(Token::weight).sum::<i32>() > 2 * CHANGE
}

/// Pairs of tokens that each text has once, as many as keep their order.
fn landmarks(a: &[Token<'_>], b: &[Token<'_>]) -> Vec<(usize, usize)> {
    let once = |tokens: &[Token<'_>]| {
        let mut places: Vec<usize> = (0..tokens.len()).collect();
        places.sort_by_key(|&at| (tokens[at], at));
        let same = places.chunk_by(|&x, &y| tokens[x] == tokens[y]);
        same.filter(|it| it.len() == 1)
            .map(|it| it[0])
            .collect::<Vec<_>>()
    };
    let (in_a, in_b) = (once(a), once(b));
    let mut common = Vec::new();
    let (mut x, mut y) = (0, 0);
    while x < in_a.len() && y < in_b.len() {
        match a[in_a[x]].cmp(&b[in_b[y]]) {
            std::cmp::Ordering::Less => x += 1,
            std::cmp::Ordering::Greater => y += 1,
            std::cmp::Ordering::Equal => {
                common.push((in_a[x], in_b[y]));
                (x, y) = (x + 1, y + 1);
            }
        }
    }
    common.sort_unstable();
    let places: Vec<usize> = common.iter().map(|&(_, j)| j).collect();
    let kept = crate::order::longest_rising(&places);
    kept.into_iter().map(|at| common[at]).collect()
}

/// Where a cell's best sum came from. Two decisions fit into one byte.
const COMMON_AFTER_CHANGE: u8 = 1;
const CHANGE_FROM_ABOVE: u8 = 2;
const CHANGE_OPENS: u8 = 4;

/// The best common tokens of two texts that share neither their first token nor their last.
///
/// `common[j]` is the best sum of the texts up to `i` and `j` whose last tokens are kept as common,
/// `change[j]` the best one that ends within a stretch of changes:
///
/// common(i, j) = weight + max(common(i−1, j−1), change(i−1, j−1))  if the tokens are equal
/// change(i, j) = max over (i−1, j) and (i, j−1) of max(change, common − CHANGE)
fn best(a: &[Token<'_>], b: &[Token<'_>]) -> Vec<(usize, usize)> {
    const NEVER: i32 = i32::MIN / 2;
    let width = b.len() + 1;
    let mut from = vec![0u8; (a.len() + 1) * width];
    let (mut common, mut change) = (vec![NEVER; width], vec![-CHANGE; width]);
    // What comes before is common, so the first stretch of changes costs as all others do.
    common[0] = 0;
    change[0] = NEVER;
    let (ids_a, ids_b) = ids(a, b);
    for (i, x) in ids_a.iter().enumerate() {
        let row = (i + 1) * width;
        let weight = a[i].weight();
        let (mut common_diagonal, mut change_diagonal) = (common[0], change[0]);
        common[0] = NEVER;
        change[0] = -CHANGE;
        from[row] = CHANGE_FROM_ABOVE | if i == 0 { CHANGE_OPENS } else { 0 };
        for (j, y) in ids_b.iter().enumerate() {
            let j = j + 1;
            let (above_common, above_change) = (common[j], change[j]);
            let mut decision = 0;
            if x == y {
                if change_diagonal > common_diagonal {
                    decision |= COMMON_AFTER_CHANGE;
                }
                common[j] = weight + common_diagonal.max(change_diagonal);
            } else {
                common[j] = NEVER;
            }
            let ways = [
                (change[j - 1], 0),
                (above_change, CHANGE_FROM_ABOVE),
                (common[j - 1] - CHANGE, CHANGE_OPENS),
                (above_common - CHANGE, CHANGE_OPENS | CHANGE_FROM_ABOVE),
            ];
            let mut way = ways[0];
            for next in &ways[1..] {
                if next.0 > way.0 {
                    way = *next;
                }
            }
            change[j] = way.0;
            from[row + j] = decision | way.1;
            (common_diagonal, change_diagonal) = (above_common, above_change);
        }
    }
    let ends_common = common[b.len()] >= change[b.len()];
    trace(&from, width, (a.len(), b.len()), ends_common)
}

/// Tokens as numbers, which compare faster.
fn ids(a: &[Token<'_>], b: &[Token<'_>]) -> (Vec<usize>, Vec<usize>) {
    let mut all: Vec<Token<'_>> = a.iter().chain(b).copied().collect();
    all.sort_unstable();
    all.dedup();
    let id = |token: &Token<'_>| all.binary_search(token).unwrap_or(all.len());
    (a.iter().map(id).collect(), b.iter().map(id).collect())
}

/// Walks back from the end along the decisions.
fn trace(from: &[u8], width: usize, end: (usize, usize), ends_common: bool) -> Vec<(usize, usize)> {
    let (mut i, mut j) = end;
    let mut is_common = ends_common;
    let mut pairs = Vec::new();
    while i > 0 && j > 0 {
        let decision = from[i * width + j];
        if is_common {
            pairs.push((i - 1, j - 1));
            is_common = decision & COMMON_AFTER_CHANGE == 0;
            (i, j) = (i - 1, j - 1);
        } else {
            is_common = decision & CHANGE_OPENS != 0;
            if decision & CHANGE_FROM_ABOVE != 0 {
                i -= 1
            } else {
                j -= 1
            }
        }
    }
    pairs.reverse();
    pairs
}
