//! Our rules from end to end.

use crate::factors::{fit, plane};
use crate::groups::{choose, straight_lining};
use crate::in_conversation::in_conversation;
use crate::map::Tally;
use crate::matrix::Matrix;
use crate::model::{Groups, Model};
use crate::previous::Previous;
use crate::settings::Settings;

/// Positions and groups.
pub(crate) fn standard(
    matrix: &Matrix,
    tallies: &[Tally],
    settings: &Settings,
    previous: &Previous,
) -> (Model, Groups) {
    let is_in = in_conversation(matrix, settings.min_votes, &previous.were_in(matrix));
    let straight = straight_lining(matrix, tallies);
    let asked: Vec<bool> = straight.iter().map(|is| !is).collect();
    let before = previous.axes(matrix);
    let loadings = previous.loadings(matrix);
    let factors = fit(matrix, &asked, loadings, settings.threads);
    let founding: Vec<bool> = is_in.iter().zip(&asked).map(|(a, b)| *a && *b).collect();
    let model = plane(
        &factors,
        matrix,
        tallies,
        &founding,
        &before,
        settings.threads,
    );
    let groups = choose(matrix, &model, (is_in, straight), settings, previous);
    (model, groups)
}
