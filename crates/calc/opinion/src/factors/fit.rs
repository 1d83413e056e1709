//! Going round between persons and statements until neither moves.

use super::pass::Asked;
use super::{Coordinates, Factors, Matrix3, Priors, StatementFactors, statement};
use crate::centred::Centred;
use crate::lanczos::{ROUGHLY, strongest};
use crate::map::Tally;
use crate::matrix::Matrix;

/// Rounds after which the fit is taken as it is.
const MOST_ROUNDS: usize = 60;
/// The fit has settled when no effect of a statement moved as far as this, on the scale of votes.
/// Going on from there fits the noise of small conversations: votes held out are foretold worse.
/// It was chosen by how well hidden votes of five real conversations are foretold; others may differ.
const SETTLED: f64 = 5e-2;
/// So many votes are enough to come near; all others are asked only then.
const SAMPLE: usize = 1_000_000;
/// Rounds with all votes, where there are more. Each leaves an eighth of what the sample is off
/// by; after an earlier map, one will do.
const FULL_ROUNDS: usize = 2;
const FULL_ROUNDS_AFTER: usize = 1;

/// The model of these votes. Rows that `counts` says no to are not asked about statements.
/// `before` are the loadings of an earlier fit, by column, if there is one.
pub(crate) fn fit(
    matrix: &Matrix,
    counts: &[bool],
    before: Option<Vec<[f64; 2]>>,
    threads: usize,
) -> Factors {
    let step = matrix.votes() / SAMPLE + 1;
    let sample = (step > 1).then(|| matrix.sample(step));
    let some: Vec<bool> = counts.iter().copied().step_by(step).collect();
    let near = Asked {
        matrix: sample.as_ref().unwrap_or(matrix),
        counts: &some,
        threads,
    };
    let votes = near.tallies();
    let full_rounds = match before {
        None => FULL_ROUNDS,
        Some(_) => FULL_ROUNDS_AFTER,
    };
    let start = before.unwrap_or_else(|| components(near.matrix, &votes));
    let factors = rounds(
        &near,
        &votes,
        first(near.matrix, &votes, &start),
        MOST_ROUNDS,
    );
    if step == 1 {
        return factors;
    }
    let all = Asked {
        matrix,
        counts,
        threads,
    };
    rounds(&all, &all.tallies(), factors, full_rounds)
}

/// The principal components, which are near.
fn components(matrix: &Matrix, votes: &[Tally]) -> Vec<[f64; 2]> {
    let centred = Centred::of(matrix, votes);
    let active: Vec<bool> = matrix.out.iter().map(|out| !out).collect();
    let mut pairs = strongest(&active, &[], ROUGHLY, |vector| centred.gram(vector));
    pairs.resize(2, (0.0, vec![0.0; matrix.columns()]));
    let people = matrix.rows().max(1) as f64;
    let [x, y] = [0, 1].map(|at| (&pairs[at].1, (pairs[at].0 / people).sqrt()));
    let of = |column: usize| [x.0[column] * x.1, y.0[column] * y.1];
    (0..matrix.columns()).map(of).collect()
}

fn rounds(asked: &Asked, votes: &[Tally], mut factors: Factors, most: usize) -> Factors {
    for _ in 0..most {
        let (next, moved) = round(asked, votes, &factors);
        factors = next;
        if moved < SETTLED {
            break;
        }
    }
    factors
}

fn first(matrix: &Matrix, votes: &[Tally], start: &[[f64; 2]]) -> Factors {
    let seen: f64 = votes.iter().map(|it| f64::from(it.seen)).sum();
    let priors = Priors {
        mean: votes.iter().map(signs).sum::<f64>() / seen.max(1.0),
        noise: 0.5,
        person: 0.1,
        statement: 0.3,
        loading: 0.2,
    };
    let of = |column: usize| {
        let ([x, y], seen) = (start[column], f64::from(votes[column].seen));
        let deserved = (signs(&votes[column]) - priors.mean * seen) / (seen + 1.0);
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

/// One round, and how far the statements moved.
fn round(asked: &Asked, votes: &[Tally], factors: &Factors) -> (Factors, f64) {
    let gathered = asked.gather(factors);
    let to = Coordinates::of(&gathered.all, gathered.people);
    let out = &asked.matrix.out;
    let priors = learnt(out, votes, factors, (to.person, gathered.people));
    let of = |column: usize| {
        let (old, sums) = (
            factors.statements[column],
            &gathered.sums[column * 4..][..3],
        );
        match out[column] {
            true => old,
            false => statement::statement(&priors, votes[column], sums, old.noise).moved(&to),
        }
    };
    let statements: Vec<_> = (0..votes.len()).map(of).collect();
    let moved = moved(&factors.statements, &statements);
    let priors = Priors {
        mean: priors.mean + to.readiness,
        ..priors
    };
    (Factors { priors, statements }, moved)
}

/// The priors that fit: those of persons from the variance of so many. Each variance is told
/// two things more than the votes tell, so that it is defined for the smallest conversation.
fn learnt(
    out: &[bool],
    votes: &[Tally],
    factors: &Factors,
    (person, people): (f64, f64),
) -> Priors {
    let (mut squares, mut intercepts, mut loadings) = (0.0, 0.0, 0.0);
    let (mut columns, mut seen) = (0.0, 0.0);
    for (column, statement) in factors.statements.iter().enumerate() {
        if out[column] {
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
        mean: factors.priors.mean,
        noise: (squares + 2.0 * 0.5) / (seen + 2.0),
        person: (person * people + 2.0 * 0.05) / (people + 2.0),
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
