//! What became of one statement.

use crate::conversation::Statement;
use crate::map::{GroupStatistics, Share, StatementResult, Tally};
use crate::model::Model;
use crate::priority;
use crate::settings::{Mode, Settings};
use crate::statistics::{of_group, smoothed, sum};

/// A statement and who voted how on it.
pub(crate) struct Seen {
    pub(crate) described: Statement,
    pub(crate) votes: Tally,
    pub(crate) by_group: Vec<Tally>,
}

/// Everything about the statement in one column.
pub(crate) fn result(
    seen: &Seen,
    model: &Model,
    column: usize,
    settings: &Settings,
) -> StatementResult {
    let votes = seen.votes;
    let position = model.statements[column];
    let extremity = (position[0] * position[0] + position[1] * position[1]).sqrt();
    let grouped = sum(seen.by_group.iter().copied());
    let mut result = StatementResult {
        id: seen.described.id,
        out: seen.described.is_out(),
        is_meta: seen.described.is_meta,
        votes,
        agree: Share::of(votes.agrees, votes.seen),
        disagree: Share::of(votes.disagrees, votes.seen),
        pass: Share::of(votes.seen - votes.agrees - votes.disagrees, votes.seen),
        position,
        extremity,
        divisiveness: divisiveness(&seen.by_group),
        groups: statistics(&seen.by_group, grouped),
        group_aware_consensus: across(&seen.by_group, settings.mode, |of| of.agrees),
        group_aware_consensus_disagree: across(&seen.by_group, settings.mode, |of| of.disagrees),
        bridging: model.bridging[column],
        priority: priority::polis(grouped, extremity, seen.described.is_meta),
    };
    if settings.mode == Mode::Standard {
        result.priority = priority::by_uncertainty(&result);
    }
    result
}

fn statistics(by_group: &[Tally], all: Tally) -> Vec<GroupStatistics> {
    let others = |own: &Tally| Tally {
        agrees: all.agrees - own.agrees,
        disagrees: all.disagrees - own.disagrees,
        seen: all.seen - own.seen,
    };
    let of = |own: &Tally| of_group(*own, others(own));
    by_group.iter().map(of).collect()
}

/// Agreement across groups. The plain product shrinks with every group, and in small groups with
/// the prior; the geometric mean of shares with a weaker prior can be compared across maps.
fn across(by_group: &[Tally], mode: Mode, side: impl Fn(&Tally) -> u32) -> f64 {
    match mode {
        Mode::Compat => by_group
            .iter()
            .map(|of| smoothed(side(of), of.seen))
            .product(),
        Mode::Standard => {
            let share = |of: &Tally| (f64::from(side(of)) + 0.5) / (f64::from(of.seen) + 1.0);
            let logs: f64 = by_group.iter().map(|of| libm::log(share(of))).sum();
            match by_group.len() {
                0 => 0.5,
                groups => libm::exp(logs / groups as f64),
            }
        }
    }
}

/// Standard deviation, over groups, of the mean vote, where each group has two passes more so
/// that a group of few is not taken at its word.
fn divisiveness(by_group: &[Tally]) -> f64 {
    let mean_vote =
        |of: &Tally| (f64::from(of.agrees) - f64::from(of.disagrees)) / (f64::from(of.seen) + 2.0);
    let votes: Vec<f64> = by_group.iter().map(mean_vote).collect();
    let count = votes.len().max(1) as f64;
    let mean = votes.iter().sum::<f64>() / count;
    let squares = votes
        .iter()
        .fold(0.0, |sum, vote| sum + (vote - mean) * (vote - mean));
    (squares / count).sqrt()
}
