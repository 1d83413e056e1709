//! What is known of a person, and how it follows from the statements that they voted on.

use super::pass::{add, wide};
use super::small::{Matrix3, Vector3};
use super::{Factors, Priors, StatementFactors};
use crate::cells::Row;

/// Intercept and standpoint, with their covariance.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Person {
    pub(crate) value: Vector3,
    pub(crate) covariance: Matrix3,
}

/// What a cell tells about its person: the vote above what the statement deserves (1), that times
/// the loadings (2), the loadings (2), their squares (3), and 1; all over the statement's noise,
/// so that a vote on a noisy statement tells less.
type Tells = [f64; 9];

/// What each cell tells, for a fitted set of statements.
pub(crate) struct Telling {
    by_cell: Vec<[f32; 12]>,
    priors: Priors,
}

impl Telling {
    pub(crate) fn of(factors: &Factors, out: &[bool]) -> Self {
        let mut by_cell = vec![[0.0; 12]; factors.statements.len() * 4];
        for (column, statement) in factors.statements.iter().enumerate() {
            for code in (0..3).filter(|_| !out[column]) {
                let vote = code as f64 - 1.0 - factors.priors.mean;
                by_cell[column * 4 + code] = wide(&tells(statement, vote));
            }
        }
        Self {
            by_cell,
            priors: factors.priors,
        }
    }

    /// The person with these cells; `None` if none of them is about the matter.
    pub(crate) fn person(&self, cells: Row<'_>) -> Option<Person> {
        let mut sums = [0.0; 12];
        let tell = |cell| add(&mut sums, &self.by_cell[cell as usize]);
        cells.iter().for_each(tell);
        (sums[8] > 0.0).then(|| person(&self.priors, &sums))
    }
}

fn tells(statement: &StatementFactors, vote: f64) -> Tells {
    let [intercept, x, y] = statement.value;
    let m = statement.covariance.moment(statement.value).0;
    [
        vote - intercept,
        vote * x - m[1],
        vote * y - m[2],
        x,
        y,
        m[3],
        m[4],
        m[5],
        1.0,
    ]
    .map(|v| v / statement.noise)
}

fn person(priors: &Priors, sums: &[f32; 12]) -> Person {
    let sums = sums.map(f64::from);
    let mut precision = Matrix3([sums[8], sums[3], sums[4], sums[5], sums[6], sums[7]]);
    precision.0[0] += 1.0 / priors.person;
    precision.0[3] += 1.0;
    precision.0[5] += 1.0;
    let covariance = precision.inverse();
    Person {
        value: covariance.times([sums[0], sums[1], sums[2]]),
        covariance,
    }
}
