//! What is known of a statement, and how it follows from the persons who voted on it.

use super::small::{Matrix3, Vector3};
use super::{Coordinates, Person, Priors};
use crate::map::Tally;

/// How many votes it takes to believe a statement's own noise as much as that of all statements.
const BELIEF: f64 = 100.0;

/// Intercept and two loadings, with their covariance.
#[derive(Debug, Clone, Copy)]
pub(crate) struct StatementFactors {
    pub(crate) value: Vector3,
    pub(crate) covariance: Matrix3,
    /// Variance of what the model does not explain of the votes on it.
    pub(crate) noise: f64,
}

impl StatementFactors {
    /// A statement that is out.
    pub(crate) const OUT: Self = Self {
        value: [0.0; 3],
        covariance: Matrix3([0.0; 6]),
        noise: 1.0,
    };

    /// The same statement in other coordinates of standpoints.
    pub(crate) fn moved(&self, to: &Coordinates) -> Self {
        let [intercept, x, y] = self.value;
        let ([mean_x, mean_y], [first, beside, second]) = (to.mean, to.spread);
        let (leaning_x, leaning_y) = (x + to.leaning[0], y + to.leaning[1]);
        Self {
            value: [
                intercept + x * mean_x + y * mean_y,
                first * leaning_x + beside * leaning_y,
                second * leaning_y,
            ],
            covariance: self.covariance.moved(to.mean, to.spread),
            noise: self.noise,
        }
    }
}

/// Sums over those who gave one answer to a statement, of: standpoint (2), intercept, intercept
/// times standpoint (2), squares of the standpoint (3) and of the intercept. How many they are
/// is known.
pub(crate) type Sums = [f64; 9];

/// What one person adds to the sums of each of their cells.
pub(crate) fn share_of(person: &Person) -> Sums {
    let m = person.covariance.moment(person.value).0;
    let [intercept, x, y] = person.value;
    [x, y, intercept, m[1], m[2], m[3], m[4], m[5], m[0]]
}

/// The statement with these votes and these sums by answer (disagree, pass, agree); `noise` is
/// what was thought of it so far.
pub(crate) fn statement(
    priors: &Priors,
    votes: Tally,
    sums: &[Sums],
    noise: f64,
) -> StatementFactors {
    let told = told(priors, votes, sums);
    let mut precision = told.evidence;
    precision.0[0] += noise / priors.statement;
    precision.0[3] += noise / priors.loading;
    precision.0[5] += noise / priors.loading;
    let inverse = precision.inverse();
    let value = inverse.times(told.votes);
    let covariance = inverse.scaled(noise);
    let along: f64 = value.iter().zip(told.votes).map(|(a, b)| a * b).sum();
    let explained = 2.0 * along - told.evidence.trace_with(covariance.moment(value));
    StatementFactors {
        value,
        covariance,
        noise: (told.squares - explained + BELIEF * priors.noise)
            / (f64::from(votes.seen) + BELIEF),
    }
}

/// What the voters tell about their statement.
struct Told {
    /// Second moments of (1, standpoint).
    evidence: Matrix3,
    /// Votes above the person's intercept, times (1, standpoint).
    votes: Vector3,
    /// Squares of the votes above the person's intercept.
    squares: f64,
}

fn told(priors: &Priors, votes: Tally, sums: &[Sums]) -> Told {
    let passes = votes.seen - votes.agrees - votes.disagrees;
    let mut all = [0.0; 9];
    let mut told = [0.0; 3];
    let mut squares = 0.0;
    for (code, count) in [votes.disagrees, passes, votes.agrees]
        .into_iter()
        .enumerate()
    {
        let above = code as f64 - 1.0 - priors.mean;
        let of = &sums[code];
        all.iter_mut().zip(of).for_each(|(to, from)| *to += from);
        told[0] += above * f64::from(count) - of[2];
        told[1] += above * of[0] - of[3];
        told[2] += above * of[1] - of[4];
        squares += above * (above * f64::from(count) - 2.0 * of[2]) + of[8];
    }
    let seen = f64::from(votes.seen);
    Told {
        evidence: Matrix3([seen, all[0], all[1], all[5], all[6], all[7]]),
        votes: told,
        squares,
    }
}
