//! What a submission's own page says first: where it stands, until when something can be done, and what is
//! asked of its authors.

use jiff::Timestamp;
use wiec_kit::edition::Edition;
use wiec_kit::messages::Messages;
use wiec_model::calls::{Call, Entry, FileInfo, Gate, State, Submission};

use super::questions::missing;
use super::view;

/// A note.
pub(super) struct Note {
    /// The class of its colour.
    pub sign: &'static str,
    /// The icon.
    pub icon: &'static str,
    /// In a few words.
    pub title: String,
    /// In a sentence or two.
    pub text: String,
}

/// What a submission is looked at with.
#[derive(Clone, Copy)]
pub(super) struct Standing<'a> {
    /// The words of the page.
    pub m: &'static Messages,
    /// The edition.
    pub edition: &'a Edition,
    /// The call.
    pub call: &'a Call,
    /// The submission.
    pub submission: &'a Submission,
    /// Its files.
    pub files: &'a [FileInfo],
    /// When it is looked at.
    pub now: Timestamp,
}

impl Standing<'_> {
    fn at(&self, moment: Timestamp) -> String {
        view::moment(moment, self.edition, self.m.lang())
    }

    /// Where it stands.
    pub fn note(&self) -> Note {
        let m = self.m;
        let (sign, icon, title, text) = match &self.submission.state {
            State::Draft => self.of_draft(),
            State::Submitted { at } => {
                let text = match self.call.setup.gate(self.now) {
                    Gate::Open {
                        closes_at: Some(closes),
                    } => m.submitting_changeable_until(self.at(closes)),
                    Gate::Open { closes_at: None } => m.submitting_changeable().to_owned(),
                    _ => m.submitting_judged().to_owned(),
                };
                let title = m.submitting_sent_at(self.at(*at));
                ("is-ok", "check", title, text)
            }
            State::Withdrawn { at } => {
                let text = if self.can_be_sent() {
                    m.submitting_withdrawn_again()
                } else {
                    m.submitting_withdrawn_over()
                };
                let title = m.submitting_withdrawn_at(self.at(*at));
                ("", "undo", title, text.to_owned())
            }
            State::Accepted { confirm_by, .. } => {
                let title = m.submitting_accepted().to_owned();
                let text = m.submitting_confirm_by(self.at(*confirm_by));
                ("is-warn", "question", title, text)
            }
            State::Rejected { .. } => {
                let text = m.submitting_rejected_text().to_owned();
                ("", "info", m.submitting_rejected().to_owned(), text)
            }
            State::Reserve { rank, .. } => {
                let text = m.submitting_reserve_text().to_owned();
                ("is-warn", "clock", m.submitting_reserve(*rank), text)
            }
            State::Confirmed { .. } => {
                let text = m.submitting_confirmed_text().to_owned();
                ("is-ok", "check", m.submitting_confirmed().to_owned(), text)
            }
            State::Declined { at } => {
                let text = m.submitting_declined_text().to_owned();
                ("", "info", m.submitting_declined_at(self.at(*at)), text)
            }
        };
        Note {
            sign,
            icon,
            title,
            text,
        }
    }

    fn of_draft(&self) -> (&'static str, &'static str, String, String) {
        let m = self.m;
        let gate = self.call.setup.gate(self.now);
        match gate {
            Gate::Open {
                closes_at: Some(closes),
            } => {
                let text = m.submitting_draft_until(self.at(closes));
                ("", "edit", m.submitting_draft().to_owned(), text)
            }
            Gate::Open { closes_at: None } => {
                let text = m.submitting_draft_open().to_owned();
                ("", "edit", m.submitting_draft().to_owned(), text)
            }
            Gate::Grace { until, closed_at } if self.can_be_sent() => {
                let title = m.submitting_grace(self.at(closed_at));
                let text = m.submitting_grace_until(self.at(until));
                ("is-warn", "clock", title, text)
            }
            gate => {
                let title = view::shut(m, gate, self.edition, m.lang());
                let text = m.submitting_draft_kept().to_owned();
                ("is-warn", "lock", title, text)
            }
        }
    }

    /// Whether it can be sent now, or again.
    pub fn can_be_sent(&self) -> bool {
        let state = &self.submission.state;
        let entry = Entry::Draft(self.submission.begun_at);
        matches!(state, State::Draft | State::Withdrawn { .. })
            && self.call.setup.lets_in(entry, self.now)
    }

    /// Whether its words can be changed now.
    pub fn can_be_changed(&self) -> bool {
        let gate = self.call.setup.gate(self.now);
        self.submission.state.changeable(gate).is_ok()
    }

    /// What is asked of its authors, each with the day by which.
    pub fn asks(&self) -> Vec<String> {
        let m = self.m;
        let confirm = match &self.submission.state {
            State::Accepted { confirm_by, .. } => {
                Some(m.submitting_ask_confirm(self.at(*confirm_by)))
            }
            State::Draft if self.can_be_sent() => match self.call.setup.gate(self.now) {
                Gate::Open {
                    closes_at: Some(closes),
                } => Some(m.submitting_ask_send(self.at(closes))),
                Gate::Grace { until, .. } => Some(m.submitting_ask_send(self.at(until))),
                _ => None,
            },
            _ => None,
        };
        let missing = missing(self.call, self.submission, self.files).map(|(question, due)| {
            let label = question.label.words(m.lang());
            m.submitting_ask_missing(label, self.at(due))
        });
        confirm.into_iter().chain(missing).collect()
    }
}
