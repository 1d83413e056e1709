//! Why an edit is refused, in terms that a page can put into words of either language.

use std::fmt;

use super::Thing;
use crate::problems::Problem;

/// Why nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It is not in the draft, or no longer.
    #[error("{0:?} is not in the draft any more")]
    Gone(Thing),
    /// Something else needs it.
    #[error("{thing:?} is in use by {}", .by.len())]
    InUse {
        /// What was to go.
        thing: Thing,
        /// What needs it, in the order of the programme.
        by: Vec<Thing>,
    },
    /// What was typed cannot stand; never empty.
    #[error("{} fields cannot be so; the first: {}", .0.len(), .0[0])]
    Fields(Vec<FieldProblem>),
    /// The programme would contradict itself where it did not before.
    #[error("the programme would contradict itself; the first place: {}", .0[0])]
    Problems(Vec<Problem>),
}

/// What is wrong at one field of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldProblem {
    /// The field, as the structs of fields call it; of lists with a number: `people.2`.
    pub field: String,
    /// What is wrong there.
    pub reason: Reason,
}

/// What can be wrong at a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Something must stand there.
    Missing,
    /// There is nothing of this key.
    Unknown(String),
    /// Something else has it already.
    Taken(String),
    /// It stands there twice.
    Repeated,
    /// A number must be 1 or more.
    NotPositive,
    /// It ends before it starts, or just then.
    EndsBeforeItStarts,
    /// It is on no day of the congress.
    OnNoDay,
    /// It is no `http` or `https` address.
    NotAnAddress,
}

impl FieldProblem {
    pub(super) fn new(field: impl Into<String>, reason: Reason) -> Self {
        Self {
            field: field.into(),
            reason,
        }
    }
}

impl fmt::Display for FieldProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.field, self.reason)
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("something must stand here"),
            Self::Unknown(key) => write!(f, "there is no \"{key}\""),
            Self::Taken(key) => write!(f, "\"{key}\" is taken"),
            Self::Repeated => f.write_str("it stands here twice"),
            Self::NotPositive => f.write_str("write 1 or more"),
            Self::EndsBeforeItStarts => f.write_str("it must end after it starts"),
            Self::OnNoDay => f.write_str("it must start on a day of the congress"),
            Self::NotAnAddress => f.write_str("write an address that begins with https://"),
        }
    }
}

/// Refuses if there is anything to say.
pub(super) fn unless_fine(problems: Vec<FieldProblem>) -> Result<(), Refusal> {
    if problems.is_empty() {
        Ok(())
    } else {
        Err(Refusal::Fields(problems))
    }
}
