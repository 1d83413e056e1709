//! What the letters say. What people typed is shown as plain letters: none of it becomes a link or a mark.

use jiff::Timestamp;
use wiec_kit::dates::moment;
use wiec_kit::messages::Messages;
use wiec_kit::paths::Paths;
use wiec_model::Zone;
use wiec_model::calls::{Call, Gate, Required, State, Submission};
use wiec_model::jobs::AboutSubmission;

use crate::tell_remarked::{escaped, quoted, without_links};

/// What is told, and of what.
pub(super) struct Told<'a> {
    /// The call.
    pub call: &'a Call,
    /// The submission.
    pub submission: &'a Submission,
    /// The clocks of the congress.
    pub zone: Zone,
    /// Addresses as they are seen from outside.
    pub paths: Paths,
    /// The words of its language.
    pub m: &'static Messages,
}

/// A letter: subject and body.
type Said = (String, String);

impl Told<'_> {
    /// The letter; none about what is no longer so. `proof` opens the page of the one who is invited.
    pub fn said(&self, about: &AboutSubmission, proof: &str, now: Timestamp) -> Option<Said> {
        match (about, self.submission.state) {
            (AboutSubmission::Receipt, _) => Some(self.receipt(now)),
            (AboutSubmission::Invited { .. }, _) => Some(self.invited(proof)),
            (AboutSubmission::Withdrawn, State::Declined { .. }) => Some(self.declined()),
            (AboutSubmission::Withdrawn, _) => Some(self.withdrawn()),
            (AboutSubmission::MovedUp, State::Accepted { confirm_by, .. }) => {
                Some(self.moved_up(confirm_by))
            }
            (AboutSubmission::ConfirmSoon, State::Accepted { confirm_by, .. }) => {
                Some(self.confirm_soon(confirm_by))
            }
            (AboutSubmission::Expired, _) => Some(self.expired()),
            (AboutSubmission::Missing { question }, _) => self.missing(question),
            _ => None,
        }
    }

    fn receipt(&self, now: Timestamp) -> Said {
        let m = self.m;
        let code = self.submission.code.as_str();
        let mut body = vec![m.submitted_receipt(self.call_name(), code, self.title_escaped())];
        if let Gate::Open {
            closes_at: Some(closes),
        } = self.call.setup.gate(now)
        {
            body.push(m.submitted_receipt_until(self.at(closes)));
        }
        body.push(m.submitted_receipt_next().to_owned());
        body.push(m.submitted_link(self.link()));
        self.letter(m.submitted_receipt_subject(self.title()), body)
    }

    /// The address is nobody's yet, so nothing that was typed may lead anywhere: otherwise strangers could
    /// have letters sent with links of theirs.
    fn invited(&self, proof: &str) -> Said {
        let m = self.m;
        let inviter = self.submission.submitter();
        let inviter = inviter.map_or("", |one| one.about.name.as_str());
        let rights = [
            m.submitted_invited_what().to_owned(),
            m.submitted_invited_source().to_owned(),
            m.submitted_invited_why().to_owned(),
            m.submitted_invited_long().to_owned(),
            m.submitted_invited_rights(self.paths.privacy()),
        ];
        let rights: Vec<String> = rights.iter().map(|one| format!("- {one}")).collect();
        let body = vec![
            m.submitted_invited(self.call_name()),
            quoted(&without_links(inviter)),
            m.submitted_invited_title().to_owned(),
            quoted(&without_links(&self.title())),
            m.submitted_invited_link(self.paths.invitation(proof)),
            m.submitted_invited_else().to_owned(),
            m.submitted_invited_notice().to_owned(),
            rights.join("\n"),
        ];
        let call = self.call.setup.title.words(m.lang());
        self.letter(m.submitted_invited_subject(call), body)
    }

    fn withdrawn(&self) -> Said {
        let m = self.m;
        let body = vec![
            m.submitted_withdrawn(self.call_name(), self.title_escaped()),
            m.submitted_link(self.link()),
        ];
        self.letter(m.submitted_withdrawn_subject(self.title()), body)
    }

    fn declined(&self) -> Said {
        let m = self.m;
        let body = vec![
            m.submitted_declined(self.call_name(), self.title_escaped()),
            m.submitted_link(self.link()),
        ];
        self.letter(m.submitted_declined_subject(self.title()), body)
    }

    fn moved_up(&self, confirm_by: Timestamp) -> Said {
        let m = self.m;
        let body = vec![
            m.submitted_moved_up(self.call_name(), self.title_escaped()),
            m.submitted_confirm(self.link(), self.at(confirm_by)),
            m.submitted_confirm_else().to_owned(),
        ];
        self.letter(m.submitted_moved_up_subject(self.title()), body)
    }

    fn confirm_soon(&self, confirm_by: Timestamp) -> Said {
        let m = self.m;
        let body = vec![
            m.submitted_confirm_soon(self.call_name(), self.title_escaped()),
            m.submitted_confirm(self.link(), self.at(confirm_by)),
            m.submitted_confirm_else().to_owned(),
        ];
        let subject = m.submitted_confirm_soon_subject(self.title(), self.at(confirm_by));
        self.letter(subject, body)
    }

    fn expired(&self) -> Said {
        let m = self.m;
        let body = vec![
            m.submitted_expired(self.call_name(), self.title_escaped()),
            m.submitted_link(self.link()),
        ];
        self.letter(m.submitted_expired_subject(self.title()), body)
    }

    fn missing(&self, question: &wiec_model::Slug) -> Option<Said> {
        let m = self.m;
        let question = self.call.setup.question(question)?;
        let Required::From(due) = question.required else {
            return None;
        };
        let what = question.label.words(m.lang());
        let body = vec![
            m.submitted_missing(self.call_name(), self.title_escaped(), escaped(what)),
            m.submitted_missing_link(self.link(), self.at(due)),
        ];
        Some(self.letter(m.submitted_missing_subject(what, self.at(due)), body))
    }

    fn letter(&self, subject: String, body: Vec<String>) -> Said {
        let greeting = self.m.submitted_greeting().to_owned();
        let parts: Vec<String> = std::iter::once(greeting).chain(body).collect();
        (subject, parts.join("\n\n"))
    }

    fn title(&self) -> String {
        let title = self.submission.words.title.trim();
        if title.is_empty() {
            self.m.submitting_untitled().to_owned()
        } else {
            title.to_owned()
        }
    }

    fn title_escaped(&self) -> String {
        escaped(&self.title())
    }

    fn call_name(&self) -> String {
        escaped(self.call.setup.title.words(self.m.lang()))
    }

    fn link(&self) -> String {
        self.paths.submission(&self.submission.code)
    }

    fn at(&self, at: Timestamp) -> String {
        moment(at, &self.zone, self.m.lang())
    }
}
