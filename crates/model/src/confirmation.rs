//! Confirmations: whether those who appear in a session have said that they will.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::programme::Programme;
use crate::session::{Appearance, Session};

/// Where the question stands, for one person and one session.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "state")]
pub enum Confirmation {
    /// Nobody has asked them.
    #[default]
    Unasked,
    /// They were asked and have not answered.
    Asked {
        /// When they were asked last.
        at: Timestamp,
    },
    /// They will be there.
    Confirmed {
        /// When they said so.
        at: Timestamp,
    },
    /// They will not.
    Declined {
        /// When they said so.
        at: Timestamp,
        /// Why, where they said that.
        reason: Option<String>,
    },
}

impl Confirmation {
    /// They are asked, also once more: an answer of before no longer counts.
    #[must_use]
    pub fn ask(self, at: Timestamp) -> Self {
        Self::Asked { at }
    }

    /// They say yes, asked or not; or the organisers write down that they did.
    #[must_use]
    pub fn confirm(self, at: Timestamp) -> Self {
        Self::Confirmed { at }
    }

    /// They say no, asked or not, also after a yes.
    #[must_use]
    pub fn decline(self, at: Timestamp, reason: Option<&str>) -> Self {
        let reason = reason.map(str::trim).filter(|reason| !reason.is_empty());
        Self::Declined {
            at,
            reason: reason.map(str::to_owned),
        }
    }

    /// Whether they have said that they will.
    #[must_use]
    pub const fn is_confirmed(&self) -> bool {
        matches!(self, Self::Confirmed { .. })
    }
}

/// One person in one session, by their guids.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Question {
    /// The session.
    pub session: Uuid,
    /// The person.
    pub person: Uuid,
}

/// Where all questions of an edition stand; those not listed are unasked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Confirmations(pub BTreeMap<Question, Confirmation>);

/// Someone who has not confirmed that they will appear.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unconfirmed<'a> {
    /// Where.
    pub session: &'a Session,
    /// As what.
    pub appearance: &'a Appearance,
    /// What they have said instead, if anything.
    pub confirmation: Confirmation,
}

impl Confirmations {
    /// Where one question stands.
    #[must_use]
    pub fn of(&self, question: Question) -> &Confirmation {
        self.0.get(&question).unwrap_or(&Confirmation::Unasked)
    }

    /// Everyone who appears in a scheduled session and has not confirmed it, in the order of the
    /// programme; who appears in two parts of a session stands here once, in the first.
    #[must_use]
    pub fn unconfirmed<'a>(&self, programme: &'a Programme) -> Vec<Unconfirmed<'a>> {
        let mut scheduled: Vec<&Session> = programme
            .sessions
            .iter()
            .filter(|session| session.slot.is_some())
            .collect();
        programme.sort(&mut scheduled);
        let mut found = Vec::new();
        for session in scheduled {
            for (at, appearance) in session.people.iter().enumerate() {
                let person = appearance.person;
                let confirmation = self.of(Question {
                    session: session.guid,
                    person,
                });
                let is_second = session.people[..at].iter().any(|one| one.person == person);
                if !is_second && !confirmation.is_confirmed() {
                    found.push(Unconfirmed {
                        session,
                        appearance,
                        confirmation: confirmation.clone(),
                    });
                }
            }
        }
        found
    }
}
