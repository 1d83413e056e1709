//! Which statements stand in which table, and in which order.

use wiec_opinion::{Consensus, ConsensusStatement, OpinionMap, StatementResult};

use crate::figures::decimal;
use crate::rows::{Row, figure, row};
use crate::subject::Subject;
use crate::text::Text;

/// More than this nobody reads; the table of all statements has the rest.
const MOST: usize = 10;
/// A group that cast fewer votes on a statement says nothing about it here.
const MIN_GROUP_VOTES: u32 = 5;
/// Below this everybody is about of one mind.
const LEAST_DIVISIVENESS: f64 = 0.2;

/// Everybody together for something, strongest first.
pub(crate) fn agreed(subject: &Subject<'_>) -> Vec<Row> {
    let consensus = |it: &Consensus| it.agree.clone();
    of_everybody(subject, consensus, |it| it.agree)
}

/// Everybody together against something, strongest first.
pub(crate) fn disagreed(subject: &Subject<'_>) -> Vec<Row> {
    let consensus = |it: &Consensus| it.disagree.clone();
    of_everybody(subject, consensus, |it| it.disagree)
}

fn of_everybody(
    subject: &Subject<'_>,
    side: impl Fn(&Consensus) -> Vec<ConsensusStatement>,
    share: impl Fn(&StatementResult) -> wiec_opinion::Share,
) -> Vec<Row> {
    let map = subject.map();
    let row = |it: ConsensusStatement| {
        let found = map
            .statements
            .binary_search_by_key(&it.statement, |it| it.id);
        let statement = &map.statements[found.ok()?];
        Some(Row {
            id: it.statement,
            text: Text::of(subject, it.statement),
            figures: vec![figure(subject, share(statement), statement.votes.seen)],
            dots: None,
            score: String::new(),
        })
    };
    side(&map.consensus).into_iter().filter_map(row).collect()
}

/// What every group rather agrees with than not, the most agreed first.
pub(crate) fn across(subject: &Subject<'_>) -> Vec<Row> {
    let all_rather_agree =
        |it: &&StatementResult| it.groups.iter().all(|group| group.agree.value > 0.5);
    let chosen = judged_by_all(subject.map()).filter(all_rather_agree);
    ranked(subject, chosen, |it| it.group_aware_consensus)
}

/// What the groups differ on most.
pub(crate) fn divisive(subject: &Subject<'_>) -> Vec<Row> {
    let chosen = judged_by_all(subject.map()).filter(|it| it.divisiveness >= LEAST_DIVISIVENESS);
    ranked(subject, chosen, |it| it.divisiveness)
}

/// What is agreed with by more than standpoints explain; by the lower end of what is sure.
pub(crate) fn bridging(subject: &Subject<'_>) -> Vec<Row> {
    let sure = |it: &StatementResult| it.bridging.map_or(0.0, |it| it.value - it.deviation);
    let chosen = subject
        .map()
        .statements
        .iter()
        .filter(|it| !it.out && sure(it) > 0.0);
    let mut chosen: Vec<&StatementResult> = chosen.collect();
    chosen.sort_by(|a, b| sure(b).total_cmp(&sure(a)));
    let written = |it: &StatementResult| {
        let estimate = it.bridging.unwrap_or_default();
        let [value, deviation] =
            [estimate.value, estimate.deviation].map(|number| decimal(number, subject.lang));
        row(subject, it, format!("{value}\u{a0}±\u{a0}{deviation}"))
    };
    chosen.into_iter().take(MOST).map(written).collect()
}

/// Statements on which every group cast votes enough to be heard.
fn judged_by_all(map: &OpinionMap) -> impl Iterator<Item = &StatementResult> {
    let heard = |it: &&StatementResult| {
        let enough = it
            .groups
            .iter()
            .all(|group| group.votes.seen >= MIN_GROUP_VOTES);
        !it.out && enough && it.groups.len() > 1
    };
    map.statements.iter().filter(heard)
}

fn ranked<'a>(
    subject: &Subject<'_>,
    chosen: impl Iterator<Item = &'a StatementResult>,
    by: impl Fn(&StatementResult) -> f64,
) -> Vec<Row> {
    let mut chosen: Vec<&StatementResult> = chosen.collect();
    // Stable: of equal scores the lower id comes first.
    chosen.sort_by(|a, b| by(b).total_cmp(&by(a)));
    let written = |it: &StatementResult| row(subject, it, decimal(by(it), subject.lang));
    chosen.into_iter().take(MOST).map(written).collect()
}
