//! The model of `Standard` maps: a vote is what the statement deserves, plus how readily the
//! person agrees with anything, plus how the person's standpoint meets the statement's side,
//! plus noise:
//!
//! x = mean + person's intercept + statement's intercept + standpoint · loadings + noise.
//!
//! Only votes that were cast count; nothing is put where there is none. Every quantity carries
//! its uncertainty (variational Bayes), and noise is learnt for each statement: persons and statements have normal priors whose variances
//! are learnt from the conversation, so there is nothing to tune. The fit goes round between
//! persons and statements; each round is one pass over the votes.

mod completion;
mod coordinates;
mod fit;
mod pass;
mod person;
mod plane;
mod small;
mod statement;

use coordinates::Coordinates;
pub(crate) use fit::fit;
use person::Person;
pub(crate) use plane::plane;
use small::Matrix3;
use statement::StatementFactors;

/// What is known of votes in general.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Priors {
    /// The mean of all votes.
    pub(crate) mean: f64,
    /// Variance of what the model does not explain.
    pub(crate) noise: f64,
    /// Variance of persons' intercepts.
    pub(crate) person: f64,
    /// Variance of statements' intercepts.
    pub(crate) statement: f64,
    /// Variance of statements' loadings; that of standpoints is 1.
    pub(crate) loading: f64,
}

/// A fitted model; statements by column. Persons follow from it and their votes.
#[derive(Debug, Clone)]
pub(crate) struct Factors {
    pub(crate) priors: Priors,
    pub(crate) statements: Vec<StatementFactors>,
}
