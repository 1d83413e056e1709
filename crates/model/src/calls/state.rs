//! What becomes of a submission: draft → submitted → accepted | rejected | reserve → confirmed |
//! declined; its authors may withdraw it until they are out.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::gate::{Entry, Gate};

/// What became of a submission.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum State {
    /// Its authors write it; nobody else sees it.
    Draft,
    /// It is sent; nobody has decided, or nobody has told what was decided.
    Submitted {
        /// Since when.
        at: Timestamp,
    },
    /// Its authors took it back.
    Withdrawn {
        /// When.
        at: Timestamp,
    },
    /// It was chosen; its authors have to say that they come.
    Accepted {
        /// Since when.
        at: Timestamp,
        /// Until when they have to say so.
        confirm_by: Timestamp,
    },
    /// It was not chosen.
    Rejected {
        /// Since when.
        at: Timestamp,
    },
    /// It is chosen when one that was accepted falls out.
    Reserve {
        /// Since when.
        at: Timestamp,
        /// Its place, counted from 1.
        rank: u32,
    },
    /// Its authors come.
    Confirmed {
        /// Since when.
        at: Timestamp,
    },
    /// It was chosen, and its authors do not come.
    Declined {
        /// When.
        at: Timestamp,
    },
}

/// Something that happens to a submission.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Its authors send it, or send it again after taking it back.
    Submit,
    /// Its authors take it back.
    Withdraw,
    /// It is chosen: by a decision, or as the next of the reserve.
    Accept {
        /// Until when its authors have to say that they come.
        confirm_by: Timestamp,
    },
    /// It is not chosen.
    Reject,
    /// It is put in reserve, or elsewhere in it.
    Reserve {
        /// Its place, counted from 1.
        rank: u32,
    },
    /// Its authors say that they come.
    Confirm,
    /// Its authors say that they do not, or said nothing until it was too late.
    Decline,
}

/// A step that does not lead on from where a submission is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a submission that is {state} cannot take this step")]
pub struct NoSuchStep {
    /// Where it is.
    pub state: &'static str,
}

/// Why the words, the authors and the files of a submission are not to be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unchangeable {
    /// It was sent, and its call takes no changes of it: any more, or yet.
    #[error("the call takes no changes of what was sent: {0:?}")]
    NotTaken(Gate),
    /// It is withdrawn, or out, or in reserve.
    #[error("there is nothing to change in a submission that is {state}")]
    Over {
        /// Where it is.
        state: &'static str,
    },
}

impl State {
    /// The words of all states, in the order in which lists offer them.
    pub const WORDS: [&'static str; 8] = [
        "draft",
        "submitted",
        "withdrawn",
        "accepted",
        "rejected",
        "reserve",
        "confirmed",
        "declined",
    ];

    /// The words of those states that the committee and the decision table see.
    pub const JUDGED: [&'static str; 6] = [
        "submitted",
        "accepted",
        "rejected",
        "reserve",
        "confirmed",
        "declined",
    ];

    /// The words of those states that [`State::is_chosen`] holds of.
    pub const CHOSEN: [&'static str; 2] = ["accepted", "confirmed"];

    /// The words of those states that count towards the limit of a person.
    pub const COUNTED: [&'static str; 6] = Self::JUDGED;

    /// Its word in columns, filters and files: `submitted`.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Submitted { .. } => "submitted",
            Self::Withdrawn { .. } => "withdrawn",
            Self::Accepted { .. } => "accepted",
            Self::Rejected { .. } => "rejected",
            Self::Reserve { .. } => "reserve",
            Self::Confirmed { .. } => "confirmed",
            Self::Declined { .. } => "declined",
        }
    }

    /// Since when it is so; a draft says it elsewhere.
    #[must_use]
    pub const fn since(&self) -> Option<Timestamp> {
        match self {
            Self::Draft => None,
            Self::Submitted { at }
            | Self::Withdrawn { at }
            | Self::Accepted { at, .. }
            | Self::Rejected { at }
            | Self::Reserve { at, .. }
            | Self::Confirmed { at }
            | Self::Declined { at } => Some(*at),
        }
    }

    /// Whether it has, or is offered, a place in the programme.
    #[must_use]
    pub const fn is_chosen(&self) -> bool {
        matches!(self, Self::Accepted { .. } | Self::Confirmed { .. })
    }

    /// Whether its words can be changed after the deadline too, each change on record: what is chosen is
    /// prepared for the congress.
    #[must_use]
    pub const fn is_prepared(&self) -> bool {
        self.is_chosen()
    }

    /// Whether its words, authors and files can be changed while its call stands at `gate`: those of a
    /// draft whenever, for nobody is judging it; of what was sent, while the call is open; of what was
    /// chosen, as it is prepared.
    ///
    /// # Errors
    ///
    /// [`Unchangeable::NotTaken`] if it was sent and the call is not open; [`Unchangeable::Over`] in every
    /// other state.
    pub fn changeable(&self, gate: Gate) -> Result<(), Unchangeable> {
        match self {
            Self::Draft => Ok(()),
            Self::Submitted { .. } if gate.lets_in(Entry::Submitted) => Ok(()),
            Self::Submitted { .. } => Err(Unchangeable::NotTaken(gate)),
            prepared if prepared.is_prepared() => Ok(()),
            _ => Err(Unchangeable::Over { state: self.word() }),
        }
    }

    /// Where a step leads from here.
    ///
    /// # Errors
    ///
    /// [`NoSuchStep`] if it does not lead on from here.
    pub const fn after(self, step: Step, at: Timestamp) -> Result<Self, NoSuchStep> {
        let state = self.word();
        Ok(match (self, step) {
            (Self::Draft | Self::Withdrawn { .. }, Step::Submit) => Self::Submitted { at },
            (
                Self::Submitted { .. }
                | Self::Accepted { .. }
                | Self::Reserve { .. }
                | Self::Confirmed { .. },
                Step::Withdraw,
            ) => Self::Withdrawn { at },
            (
                Self::Submitted { .. } | Self::Rejected { .. } | Self::Reserve { .. },
                Step::Accept { confirm_by },
            ) => Self::Accepted { at, confirm_by },
            (
                Self::Submitted { .. } | Self::Accepted { .. } | Self::Reserve { .. },
                Step::Reject,
            ) => Self::Rejected { at },
            (
                Self::Submitted { .. }
                | Self::Accepted { .. }
                | Self::Rejected { .. }
                | Self::Reserve { .. },
                Step::Reserve { rank },
            ) => Self::Reserve { at, rank },
            (Self::Accepted { .. }, Step::Confirm) => Self::Confirmed { at },
            (Self::Accepted { .. } | Self::Confirmed { .. }, Step::Decline) => {
                Self::Declined { at }
            }
            _ => return Err(NoSuchStep { state }),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const AT: Timestamp = Timestamp::UNIX_EPOCH;
    const LATER: Timestamp = Timestamp::MAX;

    const STATES: [State; 8] = [
        State::Draft,
        State::Submitted { at: AT },
        State::Withdrawn { at: AT },
        State::Accepted {
            at: AT,
            confirm_by: AT,
        },
        State::Rejected { at: AT },
        State::Reserve { at: AT, rank: 1 },
        State::Confirmed { at: AT },
        State::Declined { at: AT },
    ];

    const STEPS: [Step; 7] = [
        Step::Submit,
        Step::Withdraw,
        Step::Accept { confirm_by: LATER },
        Step::Reject,
        Step::Reserve { rank: 2 },
        Step::Confirm,
        Step::Decline,
    ];

    #[test]
    fn each_state_leads_on_by_exactly_the_steps_in_its_row() {
        // Columns: submit, withdraw, accept, reject, reserve, confirm, decline.
        let rows = [
            ("draft", "s......"),
            ("submitted", ".warv.."),
            ("withdrawn", "s......"),
            ("accepted", ".w.rvcd"),
            ("rejected", "..a.v.."),
            ("reserve", ".warv.."),
            ("confirmed", ".w....d"),
            ("declined", "......."),
        ];
        assert_eq!(rows.map(|(word, _)| word), State::WORDS);
        for (state, (word, row)) in STATES.into_iter().zip(rows) {
            assert_eq!(state.word(), word);
            for (step, mark) in STEPS.into_iter().zip(row.chars()) {
                let leads = state.after(step, LATER).is_ok();
                assert_eq!(leads, mark != '.', "{word} {step:?}");
            }
        }
    }

    #[test]
    fn what_was_sent_is_changed_while_the_call_is_open_and_drafts_and_the_chosen_whenever() {
        let closed = Gate::Closed { closed_at: AT };
        let (until, closed_at) = (LATER, AT);
        let gates = [
            Gate::NotYet { opens_at: None },
            Gate::Open { closes_at: None },
            Gate::Grace { until, closed_at },
            closed,
        ];
        // Columns: not yet, open, grace, closed.
        let rows = [
            "++++", "-+--", "    ", "++++", "    ", "    ", "++++", "    ",
        ];
        for (state, row) in STATES.into_iter().zip(rows) {
            for (gate, mark) in gates.into_iter().zip(row.chars()) {
                let expected = match mark {
                    '+' => Ok(()),
                    '-' => Err(Unchangeable::NotTaken(gate)),
                    _ => Err(Unchangeable::Over {
                        state: state.word(),
                    }),
                };
                assert_eq!(state.changeable(gate), expected, "{state:?} {gate:?}");
            }
        }
    }

    #[test]
    fn what_a_step_says_stands_in_the_state_after_it() {
        let submitted = State::Submitted { at: AT };
        let confirm_by = LATER;
        assert_eq!(
            submitted.after(Step::Accept { confirm_by }, AT),
            Ok(State::Accepted { at: AT, confirm_by })
        );
        assert_eq!(
            submitted.after(Step::Reserve { rank: 4 }, LATER),
            Ok(State::Reserve { at: LATER, rank: 4 })
        );
        assert_eq!(
            State::Draft.after(Step::Confirm, AT),
            Err(NoSuchStep { state: "draft" })
        );
    }
}
