//! What becomes of a letter: draft → queued → sent, or failed, or discarded.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Letter, MailId, MailingId};

/// A letter, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// Its key.
    pub id: MailId,
    /// The mailing it was written with, if it was written with others.
    pub mailing: Option<MailingId>,
    /// What it says. Of a letter that is wiped the body and the attachments are gone.
    pub letter: Letter,
    /// What became of it.
    pub state: State,
    /// When it was written.
    pub created_at: Timestamp,
    /// When its body and attachments were wiped, if they were.
    pub wiped_at: Option<Timestamp>,
    /// Counted up whenever it is edited: whoever edits says which one they saw.
    pub revision: u32,
}

/// What became of a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// It can still be changed; nobody has decided that it goes out.
    Draft,
    /// It goes out as soon as it can.
    Queued {
        /// Since when.
        since: Timestamp,
    },
    /// A mail server took it.
    Sent {
        /// When.
        at: Timestamp,
        /// The identity under which it went, by which a second copy is known as one.
        message_id: String,
    },
    /// No mail server would take it.
    Failed {
        /// When it was given up.
        at: Timestamp,
        /// What the server said, or that none was reached.
        reason: String,
    },
    /// It will not be sent.
    Discarded {
        /// When that was decided.
        at: Timestamp,
        /// By what.
        why: Discard,
    },
}

/// Why a letter is not sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Discard {
    /// Somebody decided so.
    ByHand,
    /// Its reader wants no more letters of the congress.
    Unsubscribed,
    /// The way in that it holds is shut.
    Expired,
}

/// Something that happens to a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// It is changed.
    Edit,
    /// It shall go out.
    Queue,
    /// A mail server takes it.
    Send,
    /// No mail server will.
    Fail,
    /// It shall not go out.
    Discard,
}

impl Step {
    /// All steps, for tables over them.
    pub const ALL: [Self; 5] = [
        Self::Edit,
        Self::Queue,
        Self::Send,
        Self::Fail,
        Self::Discard,
    ];

    /// The words of the states from which it leads on.
    #[must_use]
    pub const fn from(self) -> &'static [&'static str] {
        match self {
            Self::Edit => &["draft"],
            Self::Queue => &["draft", "failed"],
            // What was discarded while a server was taking it is sent all the same.
            Self::Send => &["queued", "discarded"],
            Self::Fail => &["queued"],
            Self::Discard => &["draft", "queued", "failed"],
        }
    }
}

impl State {
    /// The words of all states, in the order in which lists offer them.
    pub const WORDS: [&'static str; 5] = ["draft", "queued", "sent", "failed", "discarded"];

    /// Its word in columns, filters and addresses: `draft`.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Queued { .. } => "queued",
            Self::Sent { .. } => "sent",
            Self::Failed { .. } => "failed",
            Self::Discarded { .. } => "discarded",
        }
    }

    /// Since when it is so; a draft is one since it was written.
    #[must_use]
    pub const fn since(&self) -> Option<Timestamp> {
        match self {
            Self::Draft => None,
            Self::Queued { since } => Some(*since),
            Self::Sent { at, .. } | Self::Failed { at, .. } | Self::Discarded { at, .. } => {
                Some(*at)
            }
        }
    }

    /// Whether this step leads on from here.
    #[must_use]
    pub fn allows(&self, step: Step) -> bool {
        step.from().contains(&self.word())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_state_allows_exactly_what_its_row_says() {
        let at = Timestamp::UNIX_EPOCH;
        let why = Discard::ByHand;
        let (message_id, reason) = ("1@kongres.example".to_owned(), "550 no".to_owned());
        let rows: [(State, &[Step]); 5] = [
            (State::Draft, &[Step::Edit, Step::Queue, Step::Discard]),
            (
                State::Queued { since: at },
                &[Step::Send, Step::Fail, Step::Discard],
            ),
            (State::Sent { at, message_id }, &[]),
            (State::Failed { at, reason }, &[Step::Queue, Step::Discard]),
            (State::Discarded { at, why }, &[Step::Send]),
        ];
        for (state, allowed) in rows {
            assert!(State::WORDS.contains(&state.word()));
            for step in Step::ALL {
                assert_eq!(
                    state.allows(step),
                    allowed.contains(&step),
                    "{step:?} of {state:?}"
                );
            }
        }
    }
}
