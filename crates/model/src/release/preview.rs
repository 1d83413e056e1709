//! What a release would be, before it is one: what the organisers look at before they press the button.

use jiff::Timestamp;

use super::{Affected, Release, ReleaseError, affected};
use crate::availability::Availabilities;
use crate::changes::{Change, changes};
use crate::confirmation::{Confirmations, Unconfirmed};
use crate::conflicts::{Conflict, conflicts};
use crate::edit::Fingerprint;
use crate::programme::Programme;
use crate::session::Session;

/// What a release of a draft would be.
///
/// Only a contradiction stands in its way. Conflicts, and people who have not confirmed, are shown and
/// may be released knowingly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// The draft.
    pub draft: Programme,
    /// The newest release, if there is one.
    pub previous: Option<Release>,
    /// The release that it would become, still without name and note, or why it cannot.
    pub next: Result<Release, ReleaseError>,
    /// Where the draft asks of people or rooms what they cannot do, or should not.
    pub conflicts: Vec<Conflict>,
    /// Who was asked, and what they answered.
    pub confirmations: Confirmations,
}

impl Preview {
    /// Looks at `draft` as the successor of `previous`.
    #[must_use]
    pub fn of(
        draft: Programme,
        previous: Option<Release>,
        availabilities: &Availabilities,
        confirmations: Confirmations,
        at: Timestamp,
    ) -> Self {
        Self {
            next: Release::of(&draft, previous.as_ref(), "", at),
            conflicts: conflicts(&draft, availabilities),
            draft,
            previous,
            confirmations,
        }
    }

    /// What would be otherwise than in the newest release; nothing for a first one.
    #[must_use]
    pub fn changes(&self) -> Vec<Change<'_>> {
        match (&self.previous, &self.next) {
            (Some(previous), Ok(next)) => changes(previous, next),
            _ => Vec::new(),
        }
    }

    /// Whom it would concern, whether or not they can be written to.
    #[must_use]
    pub fn affected(&self) -> Vec<Affected<'_>> {
        match (&self.previous, &self.next) {
            (Some(previous), Ok(next)) => affected(previous, next),
            _ => Vec::new(),
        }
    }

    /// The sessions without room and time, which the public will not see, in the order of their codes.
    #[must_use]
    pub fn unscheduled(&self) -> Vec<&Session> {
        let sessions = self.draft.sessions.iter();
        let mut waiting: Vec<&Session> =
            sessions.filter(|session| session.slot.is_none()).collect();
        self.draft.sort(&mut waiting);
        waiting
    }

    /// Who appears and has not confirmed it.
    #[must_use]
    pub fn unconfirmed(&self) -> Vec<Unconfirmed<'_>> {
        self.confirmations.unconfirmed(&self.draft)
    }

    /// By which releasing knows that the draft is still the one that was looked at.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of(&self.draft)
    }
}
