//! Registrations: somebody's place at a congress, from the form to the door.

mod answers;
mod form;
mod state;
pub mod statistics;

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::account::AccountId;
use crate::slug::Slug;
use crate::text::Lang;

pub use answers::{Answers, Environment, Service, Town};
pub use form::{Consent, Gate, Mode, Question, QuestionKind, RegistrationForm};
pub use state::{NotAllowed, State, Step};

/// The key of a registration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RegistrationId(pub Uuid);

impl fmt::Display for RegistrationId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.simple().fmt(f)
    }
}

impl FromStr for RegistrationId {
    type Err = uuid::Error;

    fn from_str(raw: &str) -> Result<Self, uuid::Error> {
        raw.parse().map(Self)
    }
}

/// Somebody's place at a congress, or their wish for one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registration {
    /// Its key.
    pub id: RegistrationId,
    /// Which congress.
    pub congress: Slug,
    /// Whose.
    pub account: AccountId,
    /// Its place in the order of receipt, counted from 1 within the congress.
    pub number: u32,
    /// What became of it.
    pub state: State,
    /// What they said.
    pub answers: Answers,
    /// The language they said it in.
    pub lang: Lang,
    /// When it was received.
    pub received_at: Timestamp,
}
