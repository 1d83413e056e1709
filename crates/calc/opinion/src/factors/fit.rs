//! Going round between persons and statements until neither moves.

use super::person::Telling;
use super::statement::{Sums, share_of, statement};
use super::{Factors, Matrix3, Priors, StatementFactors};
use crate::map::Tally;
use crate::matrix::Matrix;

/// Rounds after which the fit is taken as it is.
const MOST_ROUNDS: usize = 60;
/// The fit has settled when no statement's mean effect moved as far as this.
const SETTLED: f64 = 1e-3;

/// Where a fit begins.
pub(crate) struct Start {
    /// Loadings of each column.
    pub(crate) loadings: Vec<[f64; 2]>,
}

/// The model of these votes. Rows that `count` says no to are not asked about statements.
pub(crate) fn fit(matrix: &Matrix, tallies: &[Tally], count: &[bool], start: &Start) -> Factors {
    let votes = counted(matrix, tallies, count);
    let mut factors = first(matrix, &votes, start);
    for _ in 0..MOST_ROUNDS {
        let (next, moved) = round(matrix, &votes, count, &factors);
        factors = next;
        if moved < SETTLED {
            break;
        }
    }
    factors
}

/// The tallies of those who count.
fn counted(matrix: &Matrix, tallies: &[Tally], count: &[bool]) -> Vec<Tally> {
    let mut left: Vec<[u32; 3]> = (tallies.iter())
        .map(|it| [it.disagrees, it.seen - it.agrees - it.disagrees, it.agrees])
        .collect();
    for row in (0..matrix.rows()).filter(|&row| !count[row]) {
        for &cell in matrix.row(row) {
            left[(cell >> 2) as usize][(cell & 3) as usize] -= 1;
        }
    }
    let tally = |(column, of): (usize, [u32; 3])| match matrix.out[column] {
        true => Tally::default(),
        false => Tally {
            agrees: of[2],
            disagrees: of[0],
            seen: of.iter().sum(),
        },
    };
    left.into_iter().enumerate().map(tally).collect()
}

fn first(matrix: &Matrix, votes: &[Tally], start: &Start) -> Factors {
    let seen: f64 = votes.iter().map(|it| f64::from(it.seen)).sum();
    let sum: f64 = votes.iter().map(signs).sum();
    let priors = Priors {
        mean: sum / seen.max(1.0),
        noise: 0.5,
        person: 0.1,
        statement: 0.3,
        loading: 0.2,
    };
    let of = |column: usize| {
        let [x, y] = start.loadings[column];
        let deserved = (signs(&votes[column]) - priors.mean * f64::from(votes[column].seen))
            / (f64::from(votes[column].seen) + 1.0);
        if matrix.out[column] {
            return StatementFactors::OUT;
        }
        StatementFactors {
            value: [deserved, x, y],
            covariance: Matrix3::default(),
            noise: priors.noise,
        }
    };
    Factors {
        priors,
        statements: (0..matrix.columns()).map(of).collect(),
    }
}

fn signs(votes: &Tally) -> f64 {
    f64::from(votes.agrees) - f64::from(votes.disagrees)
}

/// What one pass over the persons gathers.
struct Gathered {
    sums: Vec<Sums>,
    /// Sum of squared intercepts of persons, and how many they are.
    intercepts: f64,
    people: f64,
}

/// One round, and how far the statements moved.
fn round(matrix: &Matrix, votes: &[Tally], count: &[bool], factors: &Factors) -> (Factors, f64) {
    let gathered = gather(matrix, count, factors);
    let priors = learnt(matrix, votes, factors, &gathered);
    let of = |column: usize| match matrix.out[column] {
        true => StatementFactors::OUT,
        false => statement(
            &priors,
            votes[column],
            &gathered.sums[column * 4..column * 4 + 3],
            factors.statements[column].noise,
        ),
    };
    let statements: Vec<_> = (0..matrix.columns()).map(of).collect();
    let moved = moved(&factors.statements, &statements);
    (Factors { priors, statements }, moved)
}

fn gather(matrix: &Matrix, count: &[bool], factors: &Factors) -> Gathered {
    let telling = Telling::of(factors, &matrix.out);
    let mut gathered = Gathered {
        sums: vec![[0.0; 9]; matrix.columns() * 4],
        intercepts: 0.0,
        people: 0.0,
    };
    for row in (0..matrix.rows()).filter(|&row| count[row]) {
        let cells = matrix.row(row);
        let Some(person) = telling.person(cells) else {
            continue;
        };
        let share = share_of(&person);
        for &cell in cells {
            let sums = &mut gathered.sums[cell as usize];
            for (sum, value) in sums.iter_mut().zip(share) {
                *sum += value;
            }
        }
        gathered.intercepts += person.covariance.0[0] + person.value[0] * person.value[0];
        gathered.people += 1.0;
    }
    gathered
}

/// The priors that fit what was gathered. Each variance is told two things more than the votes
/// tell, so that it is defined for the smallest conversation.
fn learnt(matrix: &Matrix, votes: &[Tally], factors: &Factors, gathered: &Gathered) -> Priors {
    let old = factors.priors;
    let mut squares = 0.0;
    let (mut intercepts, mut loadings, mut columns, mut seen) = (0.0, 0.0, 0.0, 0.0);
    for (column, statement) in factors.statements.iter().enumerate() {
        if matrix.out[column] {
            continue;
        }
        let moments = statement.covariance.moment(statement.value).0;
        squares += statement.noise * f64::from(votes[column].seen);
        intercepts += moments[0];
        loadings += moments[3] + moments[5];
        columns += 1.0;
        seen += f64::from(votes[column].seen);
    }
    Priors {
        mean: old.mean,
        noise: (squares + 2.0 * 0.5) / (seen + 2.0),
        person: (gathered.intercepts + 2.0 * 0.05) / (gathered.people + 2.0),
        statement: (intercepts + 2.0 * 0.3) / (columns + 2.0),
        loading: (loadings + 4.0 * 0.2) / (2.0 * columns + 4.0),
    }
}

fn moved(before: &[StatementFactors], after: &[StatementFactors]) -> f64 {
    let of = |(a, b): (&StatementFactors, &StatementFactors)| {
        let squares = a.value.iter().zip(b.value).map(|(a, b)| (a - b) * (a - b));
        squares.sum::<f64>().sqrt()
    };
    before.iter().zip(after).map(of).fold(0.0, f64::max)
}
