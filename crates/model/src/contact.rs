//! Contacts: where letters to a person of the programme go. The public never sees them.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::account::{AccountId, Email};
use crate::text::Lang;

/// How a person of the programme is reached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// The guid of the person.
    pub person: Uuid,
    /// Where letters go. Where there is none they go to the address of the account.
    pub email: Option<Email>,
    /// The account of the person, once they have one.
    pub account: Option<AccountId>,
    /// The language of their letters.
    pub lang: Lang,
}

impl Contact {
    /// Whether it says nothing that letters or pages could use.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.email.is_none() && self.account.is_none()
    }
}

/// A contact with the address at which its person can be written to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reachable {
    /// The contact.
    pub contact: Contact,
    /// Its own address, or else that of its account.
    pub email: Email,
}
