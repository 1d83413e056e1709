//! Letters: written, queued, sent; and the mailings that they belong to.

mod find;
mod mailings;
mod sending;
mod write;

use wiec_model::mail::{MailId, MailingId};

pub use find::{MailPage, MailSummary, Mails, WantedMail};
pub use mailings::{MailingSummary, NewMailing};
pub use write::{MailEdit, MailEdited, MailWriter};

/// A letter as the subject of an act.
fn subject(mail: MailId) -> String {
    format!("mail {mail}")
}

/// A mailing as the subject of an act.
fn mailing_subject(mailing: MailingId) -> String {
    format!("mailing {mailing}")
}
