//! The plane of Polis: the two principal components of the centred votes, and everybody's
//! projection on it.

use crate::centred::Centred;
use crate::lanczos::{EXACTLY, dot, strongest};
use crate::map::{Plane, Tally};
use crate::matrix::Matrix;
use crate::model::Model;
use crate::points::Point;

/// Positions of everybody. `before` are earlier axes, by column: where to start, and which sign
/// the axes had.
pub(crate) fn components(matrix: &Matrix, tallies: &[Tally], before: &[Vec<f64>]) -> Model {
    let centred = Centred::of(matrix, tallies);
    let active: Vec<bool> = matrix.out.iter().map(|out| !out).collect();
    let mut pairs = strongest(&active, before, EXACTLY, |vector| centred.gram(vector));
    pairs.resize(2, (0.0, vec![0.0; matrix.columns()]));
    for (at, (_, axis)) in pairs.iter_mut().enumerate() {
        turn(axis, before.get(at));
    }
    let degrees = matrix.rows().saturating_sub(1).max(1) as f64;
    let whole = centred.squares(tallies).max(f64::MIN_POSITIVE);
    let explained_variance = [pairs[0].0 / degrees, pairs[1].0 / degrees];
    let explained_share = [pairs[0].0 / whole, pairs[1].0 / whole];
    let [(_, first), (_, second)] = [pairs.remove(0), pairs.remove(0)];
    let axes = [first, second];
    let people = projections(&centred, &axes);
    Model {
        statements: statements(&centred, &axes),
        people: people.into_iter().map(Some).collect(),
        uncertainty: vec![None; matrix.rows()],
        readiness: vec![None; matrix.rows()],
        bridging: vec![None; matrix.columns()],
        completion: None,
        plane: Plane {
            mean: centred.means,
            axes,
            explained_variance,
            explained_share,
        },
    }
}

/// An axis has no sign of its own: it keeps that of the earlier one, or its largest entry is
/// made positive.
pub(crate) fn turn(axis: &mut [f64], before: Option<&Vec<f64>>) {
    let along = match before {
        Some(before) if dot(axis, before) != 0.0 => dot(axis, before),
        _ => axis.iter().copied().fold(
            0.0,
            |most: f64, x| if x.abs() > most.abs() { x } else { most },
        ),
    };
    if along < 0.0 {
        axis.iter_mut().for_each(|value| *value = -*value);
    }
}

/// Polis' scaling: whoever voted on few statements is moved outwards. Columns that are out count
/// as answered, by everybody.
fn projections(centred: &Centred, axes: &[Vec<f64>; 2]) -> Vec<Point> {
    let matrix = centred.matrix;
    let tables = axes.each_ref().map(|axis| centred.table(axis));
    let out = matrix.out.iter().filter(|&&out| out).count();
    let of = |row: usize| {
        let cells = matrix.row(row);
        let known = |&cell: &u32| !matrix.out[(cell >> 2) as usize];
        let answered = out + cells.iter().filter(known).count();
        let scale = (matrix.columns() as f64 / answered.max(1) as f64).sqrt();
        let along = |table: &Vec<f64>| cells.iter().map(|cell| table[cell as usize]).sum::<f64>();
        [scale * along(&tables[0]), scale * along(&tables[1])]
    };
    (0..matrix.rows()).map(of).collect()
}

/// Where somebody would stand who agreed with this statement and said nothing else.
fn statements(centred: &Centred, axes: &[Vec<f64>; 2]) -> Vec<Point> {
    let scale = (centred.means.len() as f64).sqrt();
    let of = |column: usize| {
        let reach = scale * (1.0 - centred.means[column]);
        [reach * axes[0][column], reach * axes[1][column]]
    };
    (0..centred.means.len()).map(of).collect()
}
