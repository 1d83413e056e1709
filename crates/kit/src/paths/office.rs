//! Addresses of the office. They always name the congress, so that one can be worked on before it is released.

use wiec_model::Slug;
use wiec_model::mail::{MailId, MailingId};

use super::Paths;

impl Paths {
    /// The office: the congresses one may work on.
    #[must_use]
    pub fn office(&self) -> String {
        let everywhere = Self {
            edition: None,
            ..self.clone()
        };
        everywhere.join(self.words().office)
    }

    /// The office of one congress.
    #[must_use]
    pub fn office_of(&self, congress: &Slug) -> String {
        format!("{}/{congress}", self.office())
    }

    /// A part of the office of one congress: `in_office(congress, words.rooms)`.
    #[must_use]
    pub fn in_office(&self, congress: &Slug, part: &str) -> String {
        format!("{}/{part}", self.office_of(congress))
    }

    /// Where a new congress is made.
    #[must_use]
    pub fn new_congress(&self) -> String {
        format!("{}/{}", self.office(), self.words().new_congress)
    }

    /// A letter in the outbox of one congress.
    #[must_use]
    pub fn letter(&self, congress: &Slug, letter: MailId) -> String {
        format!("{}/{letter}", self.in_office(congress, self.words().mail))
    }

    /// A file that comes with a letter, by its place.
    #[must_use]
    pub fn letter_file(&self, congress: &Slug, letter: MailId, index: usize) -> String {
        format!("{}/{index}", self.letter(congress, letter))
    }

    /// Where something is done to all drafts of a mailing.
    #[must_use]
    pub fn mailing(&self, congress: &Slug, mailing: MailingId) -> String {
        let words = self.words();
        let outbox = self.in_office(congress, words.mail);
        format!("{outbox}/{}/{mailing}", words.mailing)
    }

    /// Where a mailing is written.
    #[must_use]
    pub fn new_mailing(&self, congress: &Slug) -> String {
        let words = self.words();
        let outbox = self.in_office(congress, words.mail);
        format!("{outbox}/{}", words.new_mailing)
    }
}
