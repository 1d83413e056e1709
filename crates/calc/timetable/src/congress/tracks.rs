//! What a track costs by its shape: rooms beyond the first, and gaps.

use crate::congress::problem::{Problem, Span};

/// Rooms beyond the first.
pub(crate) fn rooms(placed: &[(Span, usize)]) -> i64 {
    let new = |&(at, &(_, room)): &(usize, &(Span, usize))| {
        placed[..at].iter().all(|&(_, other)| other != room)
    };
    (placed.iter().enumerate().filter(new).count() as i64 - 1).max(0)
}

/// Gaps between sessions on one day, which are in the order of time. Breaks and the time to change
/// over are no gap, and neither is the night.
pub(crate) fn gaps(problem: &Problem, placed: &[(Span, usize)]) -> i64 {
    let mut found = 0;
    for pair in placed.windows(2) {
        let between = Span {
            from: pair[0].0.to,
            to: pair[1].0.from,
        };
        if between.from >= between.to {
            continue;
        }
        let one_day = problem.days.iter().any(|day| day.span.holds(between));
        let breaks: u32 = problem
            .breaks
            .iter()
            .map(|it| shared(it.span, between))
            .sum();
        let left = (between.to - between.from).saturating_sub(breaks);
        found += i64::from(one_day && left > problem.turnover_minutes);
    }
    found
}

/// Minutes that two spans have in common.
fn shared(one: Span, other: Span) -> u32 {
    one.to
        .min(other.to)
        .saturating_sub(one.from.max(other.from))
}
