//! Polis' rules from end to end.

use crate::components::components;
use crate::in_conversation::in_conversation;
use crate::map::Tally;
use crate::matrix::Matrix;
use crate::model::{Groups, Model};
use crate::previous::Previous;
use crate::settings::Settings;
use crate::two_level::two_level;

/// Positions and groups.
pub(crate) fn compat(
    matrix: &Matrix,
    tallies: &[Tally],
    settings: &Settings,
    previous: &Previous,
) -> (Model, Groups) {
    let model = components(matrix, tallies, &previous.axes(matrix));
    let is_in = in_conversation(matrix, settings.min_votes, &previous.were_in(matrix));
    let rows: Vec<usize> = (0..matrix.rows()).filter(|&row| is_in[row]).collect();
    let points: Vec<_> = rows.iter().filter_map(|&row| model.people[row]).collect();
    let mut groups = Groups {
        straight_lining: vec![false; matrix.rows()],
        labels: vec![None; matrix.rows()],
        in_conversation: is_in,
        ..Groups::default()
    };
    if let Some(levels) = two_level(&points) {
        groups.steadiness = previous.steadied(levels.best(), |k| levels.has(k));
        let shown = levels.groups(settings.groups.unwrap_or(groups.steadiness.shown));
        groups.count = shown.count;
        groups.silhouettes = levels.silhouettes();
        for (&row, label) in rows.iter().zip(shown.labels) {
            groups.labels[row] = Some(label);
        }
    }
    (model, groups)
}
