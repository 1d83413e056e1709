//! What becomes of a registration: submitted → confirmed | waitlisted | declined | withdrawn |
//! checked in.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What became of a registration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum State {
    /// It was received; nobody has decided.
    Submitted,
    /// There is a place.
    Confirmed {
        /// Since when.
        at: Timestamp,
    },
    /// There is none now, and it is next in its turn when one comes free.
    Waitlisted {
        /// Since when.
        at: Timestamp,
    },
    /// The organisers said no.
    Declined {
        /// When.
        at: Timestamp,
    },
    /// Its owner took it back.
    Withdrawn {
        /// When.
        at: Timestamp,
    },
    /// Its owner is here.
    CheckedIn {
        /// Since when.
        at: Timestamp,
    },
}

/// Something that happens to a registration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// It gets a place.
    Confirm,
    /// It waits for one.
    Waitlist,
    /// The organisers say no.
    Decline,
    /// Its owner takes it back.
    Withdraw,
    /// Its owner comes through the door.
    CheckIn,
    /// Its owner registers again after taking it back.
    Resubmit,
}

/// A step that does not lead on from where a registration is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a registration that is {state} cannot take this step")]
pub struct NotAllowed {
    /// Where it is.
    pub state: &'static str,
}

impl Step {
    /// All steps, for tables over them.
    pub const ALL: [Self; 6] = [
        Self::Confirm,
        Self::Waitlist,
        Self::Decline,
        Self::Withdraw,
        Self::CheckIn,
        Self::Resubmit,
    ];
}

impl State {
    /// The words of all states, in the order in which lists offer them.
    pub const WORDS: [&'static str; 6] = [
        "submitted",
        "confirmed",
        "waitlisted",
        "declined",
        "withdrawn",
        "checked_in",
    ];

    /// The words of those states that take one of the places: see [`State::takes_place`].
    pub const WITH_A_PLACE: [&'static str; 2] = ["confirmed", "checked_in"];

    /// Its word in columns, filters and files: `confirmed`.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Submitted => "submitted",
            Self::Confirmed { .. } => "confirmed",
            Self::Waitlisted { .. } => "waitlisted",
            Self::Declined { .. } => "declined",
            Self::Withdrawn { .. } => "withdrawn",
            Self::CheckedIn { .. } => "checked_in",
        }
    }

    /// Whether it takes one of the places.
    #[must_use]
    pub const fn takes_place(&self) -> bool {
        matches!(self, Self::Confirmed { .. } | Self::CheckedIn { .. })
    }

    /// Since when it is so; a registration that was only received says it elsewhere.
    #[must_use]
    pub const fn since(&self) -> Option<Timestamp> {
        match self {
            Self::Submitted => None,
            Self::Confirmed { at }
            | Self::Waitlisted { at }
            | Self::Declined { at }
            | Self::Withdrawn { at }
            | Self::CheckedIn { at } => Some(*at),
        }
    }

    /// The state of this word, since `at`.
    #[must_use]
    pub fn of(word: &str, at: Timestamp) -> Option<Self> {
        Some(match word {
            "submitted" => Self::Submitted,
            "confirmed" => Self::Confirmed { at },
            "waitlisted" => Self::Waitlisted { at },
            "declined" => Self::Declined { at },
            "withdrawn" => Self::Withdrawn { at },
            "checked_in" => Self::CheckedIn { at },
            _ => return None,
        })
    }

    /// Where a step leads from here.
    ///
    /// # Errors
    ///
    /// [`NotAllowed`] if it does not lead on from here.
    pub const fn after(self, step: Step, at: Timestamp) -> Result<Self, NotAllowed> {
        let state = self.word();
        Ok(match (self, step) {
            (Self::Submitted | Self::Waitlisted { .. } | Self::Declined { .. }, Step::Confirm) => {
                Self::Confirmed { at }
            }
            (Self::Submitted | Self::Confirmed { .. } | Self::Declined { .. }, Step::Waitlist) => {
                Self::Waitlisted { at }
            }
            (Self::Submitted | Self::Waitlisted { .. } | Self::Confirmed { .. }, Step::Decline) => {
                Self::Declined { at }
            }
            (
                Self::Submitted | Self::Waitlisted { .. } | Self::Confirmed { .. },
                Step::Withdraw,
            ) => Self::Withdrawn { at },
            (Self::Confirmed { .. }, Step::CheckIn) => Self::CheckedIn { at },
            (Self::Withdrawn { .. }, Step::Resubmit) => Self::Submitted,
            _ => return Err(NotAllowed { state }),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_state_leads_on_by_exactly_the_steps_in_its_row() {
        let at = Timestamp::UNIX_EPOCH;
        let rows: [(&str, &[Step]); 6] = [
            (
                "submitted",
                &[Step::Confirm, Step::Waitlist, Step::Decline, Step::Withdraw],
            ),
            (
                "confirmed",
                &[Step::Waitlist, Step::Decline, Step::Withdraw, Step::CheckIn],
            ),
            (
                "waitlisted",
                &[Step::Confirm, Step::Decline, Step::Withdraw],
            ),
            ("declined", &[Step::Confirm, Step::Waitlist]),
            ("withdrawn", &[Step::Resubmit]),
            ("checked_in", &[]),
        ];
        assert_eq!(rows.map(|(word, _)| word), State::WORDS);
        for (word, steps) in rows {
            let state = State::of(word, at).unwrap();
            assert_eq!(state.word(), word);
            for step in Step::ALL {
                let leads = state.after(step, at).is_ok();
                assert_eq!(leads, steps.contains(&step), "{word} {step:?}");
            }
        }
    }

    #[test]
    fn a_place_is_taken_by_those_who_have_one_and_those_who_are_here() {
        let taking: Vec<&str> = State::WORDS
            .into_iter()
            .filter(|word| {
                State::of(word, Timestamp::UNIX_EPOCH)
                    .unwrap()
                    .takes_place()
            })
            .collect();
        assert_eq!(taking, ["confirmed", "checked_in"]);
        assert_eq!(taking, State::WITH_A_PLACE);
    }
}
