//! Our rules from end to end.

use crate::centred::Centred;
use crate::factors::{Start, fit, plane};
use crate::groups::{choose, straight_lining};
use crate::in_conversation::in_conversation;
use crate::lanczos::strongest;
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
    let is_in = in_conversation(matrix, settings.min_votes, |id| previous.was_in(id));
    let straight = straight_lining(matrix, tallies);
    let asked: Vec<bool> = straight.iter().map(|is| !is).collect();
    let before = previous.axes(matrix);
    let factors = fit(matrix, tallies, &asked, &start(matrix, tallies, &before));
    let founding: Vec<bool> = is_in.iter().zip(&asked).map(|(a, b)| *a && *b).collect();
    let model = plane(&factors, matrix, tallies, &founding, &before);
    let groups = choose(matrix, &model, (is_in, straight), settings, previous);
    (model, groups)
}

/// The principal components, which are near.
fn start(matrix: &Matrix, tallies: &[Tally], before: &[Vec<f64>]) -> Start {
    let centred = Centred::of(matrix, tallies);
    let active: Vec<bool> = matrix.out.iter().map(|out| !out).collect();
    let mut pairs = strongest(&active, before, |vector| centred.gram(vector));
    pairs.resize(2, (0.0, vec![0.0; matrix.columns()]));
    let scale = (matrix.columns() as f64).sqrt() * 0.4;
    let of = |column: usize| [pairs[0].1[column] * scale, pairs[1].1[column] * scale];
    Start {
        loadings: (0..matrix.columns()).map(of).collect(),
    }
}
