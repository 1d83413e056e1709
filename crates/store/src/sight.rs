//! What somebody sees of people who registered: all of it, or nothing, not even that they did.

use sea_orm::{ColumnTrait, Condition, ExprTrait};

use crate::column::word;
use crate::history::Act;

/// What the kinds of all letters to people who registered begin with: `registration-receipt`.
pub const REGISTERED: &str = "registration";

/// The acts that tell who registered, by their doer or by what was written to whom.
const TELLING: [Act; 9] = [
    Act::Register,
    Act::ChangeRegistration,
    Act::Decide,
    Act::Withdraw,
    Act::CheckIn,
    Act::WriteMail,
    Act::SendMail,
    Act::DiscardMail,
    Act::RetryJob,
];

/// Whether somebody sees who registered. That is not for everybody who works in an office.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sight {
    /// Everything.
    #[default]
    All,
    /// Nothing that tells who registered.
    NotRegistered,
}

impl Sight {
    /// Whether letters of this kind are seen.
    #[must_use]
    pub fn sees(self, template: &str) -> bool {
        self == Self::All || !template.starts_with(REGISTERED)
    }

    /// The letters that are seen, as a condition on a column with their kinds.
    pub(crate) fn of_letters(self, template: impl ColumnTrait) -> Condition {
        match self {
            Self::All => Condition::all(),
            Self::NotRegistered => Condition::all().add(template.starts_with(REGISTERED).not()),
        }
    }

    /// The entries of the history that are seen, as a condition on a column with their acts. What was
    /// done to letters is left out whole: to whom a letter went is forgotten before its entry is.
    pub(crate) fn of_acts(self, act: impl ColumnTrait) -> Condition {
        match self {
            Self::All => Condition::all(),
            Self::NotRegistered => {
                Condition::all().add(act.is_not_in(TELLING.map(|telling| word(&telling))))
            }
        }
    }
}
