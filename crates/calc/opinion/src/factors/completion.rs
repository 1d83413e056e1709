//! How well votes are foretold by the others.
//!
//! Each vote is foretold as if it had not been cast. That needs no second fit: what a vote did to
//! its own prediction is known in closed form, through the person and through the statement.

use super::person::Telling;
use super::{Factors, Person, StatementFactors};
use crate::map::Completion;
use crate::matrix::Matrix;

/// Votes that are asked for, at most; of more, those of every n-th person.
const ASKED: usize = 200_000;
/// Agrees and disagrees below which nothing is said.
const AT_LEAST: u64 = 20;
/// Predictions are told apart as finely as this: from −2 to 2.
const BINS: usize = 4096;

/// How well the agrees and disagrees of people who are asked `about` are foretold.
pub(crate) fn completion(factors: &Factors, matrix: &Matrix, about: &[bool]) -> Option<Completion> {
    let telling = Telling::of(factors, &matrix.out);
    let step = matrix.votes() / ASKED + 1;
    let mut tally = Foretold::default();
    for row in (0..matrix.rows()).step_by(step).filter(|&row| about[row]) {
        let cells = matrix.row(row);
        let Some(person) = telling.person(cells) else {
            continue;
        };
        for cell in cells.iter().filter(|cell| cell & 3 != 1) {
            let column = (cell >> 2) as usize;
            if !matrix.out[column] {
                let vote = f64::from(cell & 3) - 1.0;
                let said = foretold(factors, &factors.statements[column], &person, vote);
                tally.add(said, vote > 0.0);
            }
        }
    }
    tally.completion()
}

/// What would be foretold of this vote without it.
fn foretold(factors: &Factors, statement: &StatementFactors, person: &Person, vote: f64) -> f64 {
    let loadings = [1.0, statement.value[1], statement.value[2]];
    let standpoint = [1.0, person.value[1], person.value[2]];
    let along = loadings[1] * standpoint[1] + loadings[2] * standpoint[2];
    let left = vote - factors.priors.mean - person.value[0] - statement.value[0] - along;
    let of_person = quadratic(loadings, person.covariance.times(loadings));
    let of_statement = quadratic(standpoint, statement.covariance.times(standpoint));
    let own = (of_person + of_statement) / statement.noise;
    vote - left / (1.0 - own).max(0.1)
}

fn quadratic(a: [f64; 3], b: [f64; 3]) -> f64 {
    a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

/// Predictions of agrees and of disagrees, by bin.
struct Foretold {
    agrees: Vec<u64>,
    disagrees: Vec<u64>,
    right: u64,
}

impl Default for Foretold {
    fn default() -> Self {
        Self {
            agrees: vec![0; BINS],
            disagrees: vec![0; BINS],
            right: 0,
        }
    }
}

impl Foretold {
    fn add(&mut self, said: f64, agrees: bool) {
        let bin = ((said + 2.0) / 4.0 * BINS as f64).clamp(0.0, BINS as f64 - 1.0) as usize;
        let of = if agrees {
            &mut self.agrees
        } else {
            &mut self.disagrees
        };
        of[bin] += 1;
        self.right += u64::from((said > 0.0) == agrees);
    }

    fn completion(&self) -> Option<Completion> {
        let (agrees, disagrees) = (sum(&self.agrees), sum(&self.disagrees));
        if agrees.min(disagrees) < AT_LEAST {
            return None;
        }
        let (mut below, mut ordered) = (0, 0.0);
        for (up, down) in self.agrees.iter().zip(&self.disagrees) {
            ordered += *up as f64 * (below as f64 + *down as f64 / 2.0);
            below += down;
        }
        let all = agrees + disagrees;
        Some(Completion {
            auc: ordered / (agrees as f64 * disagrees as f64),
            accuracy: self.right as f64 / all as f64,
            held_out: all as usize,
        })
    }
}

fn sum(bins: &[u64]) -> u64 {
    bins.iter().sum()
}
