//! Letters: what is written to one person, and what became of it.
//!
//! A letter is first a draft in the outbox, with everything that its reader will see; sending it is
//! a second act, except for those that answer what the reader just did.

mod line;
mod placeholders;
mod state;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::account::{AccountId, Email};
use crate::slug::Slug;
use crate::text::Lang;

pub use line::{FileName, LineError, Subject};
pub use placeholders::{Placeholder, UnknownPlaceholder, fill, find_unknown};
pub use state::{Discard, Mail, State, Step};

/// The key of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MailId(pub i64);

/// The key of a mailing: letters that were written together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MailingId(pub i64);

impl std::fmt::Display for MailId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl std::fmt::Display for MailingId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// A letter to one person, as it will be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The congress it is about; none for what concerns the account alone.
    pub congress: Option<Slug>,
    /// To whom.
    pub to: Recipient,
    /// The account of its reader, if they have one.
    pub account: Option<AccountId>,
    /// The language it is in.
    pub lang: Lang,
    /// What kind of letter it is, as lists show it: `sign-in-code`, `registration-confirmed`.
    pub template: String,
    /// Its subject.
    pub subject: Subject,
    /// What it says, in Markdown.
    pub body: String,
    /// Files that come with it.
    pub attachments: Vec<Attachment>,
    /// Whether its reader can have no more of the kind.
    pub need: Need,
    /// Whether it may be read by others than its reader.
    pub secrecy: Secrecy,
    /// What it goes by, where the same letter must not be written twice: `registration/17/confirmed`.
    pub key: Option<String>,
}

/// To whom a letter goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipient {
    email: Email,
    name: Option<String>,
}

impl Recipient {
    /// Someone at this address. What could break a header is taken out of the name; a name of which
    /// nothing is left is none.
    #[must_use]
    pub fn new(email: Email, name: Option<&str>) -> Self {
        let name = name.map(line::cleaned).filter(|name| !name.is_empty());
        Self { email, name }
    }

    /// Their address.
    #[must_use]
    pub const fn email(&self) -> &Email {
        &self.email
    }

    /// What they are called, on one line.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }
}

/// A file that comes with a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// What it is saved as.
    pub name: FileName,
    /// What it is.
    pub media: Media,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The kinds of files that letters bring.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Media {
    /// A calendar entry that is published: something new, or something that moved.
    Calendar,
    /// A calendar entry that is cancelled.
    CalendarCancel,
    /// A page of type: a ticket.
    Pdf,
    /// A table.
    Csv,
}

impl Media {
    /// Its media type, as the header of the part says it.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Calendar => "text/calendar; charset=utf-8; method=PUBLISH",
            Self::CalendarCancel => "text/calendar; charset=utf-8; method=CANCEL",
            Self::Pdf => "application/pdf",
            Self::Csv => "text/csv; charset=utf-8",
        }
    }
}

/// Whether a letter goes to those who want no more letters of the congress.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Need {
    /// It does: its reader waits for it, or must know.
    Essential,
    /// It does not, and it says how to have no more of them.
    Unsubscribable,
}

/// Whether a letter may be read by others than its reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Secrecy {
    /// The office sees it.
    Open,
    /// It holds a way in. The office never sees what it says, and that is wiped when it has been
    /// sent, or is no longer worth sending.
    Secret {
        /// When the way in is shut; it is not sent later.
        until: Timestamp,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_break_a_header() {
        let email: Email = "anna@kielce.eu".parse().unwrap();
        let name = "Anna\r\nBcc: ewa@kielce.eu\u{202e}";
        let to = Recipient::new(email.clone(), Some(name));
        assert_eq!(to.name(), Some("Anna Bcc: ewa@kielce.eu"));
        assert_eq!(Recipient::new(email, Some(" \n\t")).name(), None);
    }
}
