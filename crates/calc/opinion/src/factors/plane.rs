//! From factors to a plane with axes of its own. Factors are known up to a turn and a stretch;
//! the axes are made perpendicular of unit length, the first in the direction in which people
//! differ most, so that positions are in the same units as Polis'.

use super::completion::completion;
use super::person::Telling;
use super::{Factors, Matrix3, Person, StatementFactors};
use crate::cells::Row;
use crate::components::turn;
use crate::map::{Estimate, Plane, Tally};
use crate::matrix::Matrix;
use crate::model::Model;
use crate::parts::each_row;

/// A 2 × 2 matrix by rows.
type Turn = [[f64; 2]; 2];

/// Positions of everybody. Axes are those in which the people that `count` differ; `before` are
/// earlier axes, whose directions are kept.
pub(crate) fn plane(
    factors: &Factors,
    matrix: &Matrix,
    tallies: &[Tally],
    count: &[bool],
    before: &[Vec<f64>],
    threads: usize,
) -> Model {
    let telling = Telling::of(factors, &matrix.out);
    let people = each_row(threads, matrix.rows(), |row| {
        telling.person(matrix.row(row))
    });
    let counted =
        || (people.iter().zip(count)).filter_map(|(it, &count)| it.as_ref().filter(|_| count));
    let centre = centre(counted());
    let (mut onto, mut loadings, variance) = turned(&factors.statements, counted(), centre);
    let mut axes = [0, 1].map(|axis| {
        factors
            .statements
            .iter()
            .map(|it| apply(loadings, it)[axis])
            .collect::<Vec<f64>>()
    });
    for axis in 0..2 {
        let unturned = axes[axis].clone();
        turn(&mut axes[axis], before.get(axis));
        if unturned != axes[axis] {
            onto[axis] = onto[axis].map(|x| -x);
            loadings[axis] = loadings[axis].map(|x| -x);
        }
    }
    let place = |person: &Person| {
        product(
            onto,
            [person.value[1] - centre[1], person.value[2] - centre[2]],
        )
    };
    let deserved = |it: &StatementFactors| {
        factors.priors.mean
            + centre[0]
            + it.value[0]
            + it.value[1] * centre[1]
            + it.value[2] * centre[2]
    };
    let alone = |column: usize| {
        telling
            .person(Row::Wide(&[(column as u32) << 2 | 2]))
            .map_or([0.0; 2], |it| product(onto, [it.value[1], it.value[2]]))
    };
    let whole = whole_variance(matrix, tallies).max(f64::MIN_POSITIVE);
    let known = |column: usize| !matrix.out[column];
    let columns = 0..matrix.columns();
    Model {
        people: people.iter().map(|it| it.as_ref().map(place)).collect(),
        uncertainty: people
            .iter()
            .map(|it| it.as_ref().map(|it| deviations(onto, it.covariance)))
            .collect(),
        readiness: people
            .iter()
            .map(|it| it.as_ref().map(|it| it.value[0] - centre[0]))
            .collect(),
        statements: columns.clone().map(alone).collect(),
        bridging: columns
            .clone()
            .map(|column| {
                known(column).then(|| Estimate {
                    value: deserved(&factors.statements[column]),
                    deviation: factors.statements[column].covariance.0[0].sqrt(),
                })
            })
            .collect(),
        completion: completion(factors, matrix, count),
        plane: Plane {
            mean: columns
                .map(|column| {
                    if known(column) {
                        deserved(&factors.statements[column])
                    } else {
                        0.0
                    }
                })
                .collect(),
            axes,
            explained_variance: variance,
            explained_share: variance.map(|it| it / whole),
        },
    }
}

fn centre<'a>(people: impl Iterator<Item = &'a Person>) -> [f64; 3] {
    let (mut sum, mut count) = ([0.0; 3], 0.0);
    for person in people {
        sum.iter_mut()
            .zip(person.value)
            .for_each(|(to, from)| *to += from);
        count += 1.0;
    }
    sum.map(|it| it / f64::max(count, 1.0))
}

/// How standpoints become positions, how loadings become axes, and the variance along each.
fn turned<'a>(
    statements: &[StatementFactors],
    people: impl Iterator<Item = &'a Person>,
    centre: [f64; 3],
) -> (Turn, Turn, [f64; 2]) {
    let squares = moments(statements.iter().map(|it| [it.value[1], it.value[2]]));
    let mut count = 0.0;
    let spread = moments(people.map(|it| {
        count += 1.0;
        [it.value[1] - centre[1], it.value[2] - centre[2]]
    }))
    .map(|it| it / f64::max(count, 1.0));
    // squares = L L′; positions L′ f have the covariance L′ spread L, which is then made diagonal.
    let first = squares[0].max(1e-300).sqrt();
    let beside = squares[1] / first;
    let second = (squares[2] - beside * beside).max(1e-300).sqrt();
    let stretch = [[first, beside], [0.0, second]];
    let unstretch = [
        [1.0 / first, 0.0],
        [-beside / (first * second), 1.0 / second],
    ];
    let [a, b, c] = spread;
    let inner = [
        a * first * first + 2.0 * b * first * beside + c * beside * beside,
        second * (b * first + c * beside),
        c * second * second,
    ];
    let (rotation, variance) = diagonal(inner);
    (
        times(rotation, stretch),
        times(rotation, unstretch),
        variance,
    )
}

/// Sums of x², xy, y².
fn moments(points: impl Iterator<Item = [f64; 2]>) -> [f64; 3] {
    points.fold([0.0; 3], |s, [x, y]| {
        [s[0] + x * x, s[1] + x * y, s[2] + y * y]
    })
}

/// The rows are the directions of a symmetric matrix, the strongest first.
fn diagonal([a, b, c]: [f64; 3]) -> (Turn, [f64; 2]) {
    let half = (a - c) / 2.0;
    let root = (half * half + b * b).sqrt();
    let (high, low) = (f64::midpoint(a, c) + root, f64::midpoint(a, c) - root);
    let (x, y) = if half >= 0.0 {
        (root + half, b)
    } else {
        (b, root - half)
    };
    let length = (x * x + y * y).sqrt();
    let (x, y) = if length > 0.0 {
        (x / length, y / length)
    } else {
        (1.0, 0.0)
    };
    ([[x, y], [-y, x]], [high, low.max(0.0)])
}

fn times(a: Turn, b: Turn) -> Turn {
    let entry = |row: usize, column: usize| a[row][0] * b[0][column] + a[row][1] * b[1][column];
    [[entry(0, 0), entry(0, 1)], [entry(1, 0), entry(1, 1)]]
}

fn product(turn: Turn, [x, y]: [f64; 2]) -> [f64; 2] {
    turn.map(|row| row[0] * x + row[1] * y)
}

fn apply(turn: Turn, statement: &StatementFactors) -> [f64; 2] {
    product(turn, [statement.value[1], statement.value[2]])
}

fn deviations(turn: Turn, covariance: Matrix3) -> [f64; 2] {
    let [.., a, b, c] = covariance.0;
    turn.map(|[x, y]| (x * x * a + 2.0 * x * y * b + y * y * c).max(0.0).sqrt())
}

/// Variance of the votes, summed over statements.
fn whole_variance(matrix: &Matrix, tallies: &[Tally]) -> f64 {
    let of = |(votes, &out): (&Tally, &bool)| {
        let seen = f64::from(votes.seen).max(1.0);
        let (up, down) = (
            f64::from(votes.agrees) / seen,
            f64::from(votes.disagrees) / seen,
        );
        if out {
            0.0
        } else {
            up + down - (up - down) * (up - down)
        }
    };
    tallies.iter().zip(&matrix.out).map(of).sum()
}
