//! Releases: named versions of the schedule that never change.
//!
//! A release is a document of its own: it holds the whole programme as it was, so that no later
//! edit of a title can reach what was once published.

mod affected;
mod preview;

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::addresses::Addresses;
use crate::problems::Problem;
use crate::programme::Programme;
use crate::session::{Session, SessionCode};
use crate::text::Text;

pub use affected::{Affected, How, Move, affected};
pub use preview::Preview;

/// One named version of the schedule, as the public sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Release {
    /// Counted from 1 within the congress.
    pub number: u32,
    /// What the organisers call it: `1.0`, `po korekcie sal`.
    pub name: String,
    /// What the organisers say of it to everyone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// When it was released, by the clock of the congress.
    pub released_at: Timestamp,
    /// The programme: scheduled sessions only, and no proposals (the register publishes those).
    pub programme: Programme,
    /// For every session of the programme, which version of it this is.
    pub issues: BTreeMap<SessionCode, Issue>,
    /// Sessions of earlier releases that this one no longer has, so that calendars can strike them out.
    pub cancelled: Vec<Cancelled>,
    /// Every slug that this release or one before it gave away: it leads to the same thing for ever.
    #[serde(default)]
    pub addresses: Addresses,
}

/// The version of one session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issue {
    /// How often it changed since it was first released: iCalendar's SEQUENCE.
    pub sequence: u32,
    /// The release that changed it last.
    pub changed_at: Timestamp,
}

/// A session that was released once and is no more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cancelled {
    /// The session as it was last released.
    pub session: Session,
    /// Its version: one more than when it was last released.
    pub issue: Issue,
}

/// Why a draft cannot be released.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReleaseError {
    /// No session has a room and a time.
    #[error("no session has a room and a time yet; schedule at least one")]
    NothingScheduled,
    /// Nothing changed since the last release.
    #[error("nothing changed since release {0}")]
    NothingChanged(u32),
    /// The draft contradicts itself.
    #[error("the draft contradicts itself in {} places; the first: {}", .0.len(), .0[0])]
    Contradictory(Vec<Problem>),
    /// The draft gives away addresses that were released as those of others.
    #[error("the draft gives away {} addresses of others; the first: {}", .0.len(), .0[0])]
    AddressTaken(Vec<Problem>),
}

impl Release {
    /// Releases `draft` as the successor of `previous`.
    ///
    /// A session keeps its sequence while it stays as it was, and raises it by one when anything
    /// of it changed, also when it comes back after a cancellation.
    ///
    /// # Errors
    ///
    /// [`ReleaseError`] if the draft has problems, takes addresses away, schedules nothing, or equals
    /// the previous release.
    pub fn of(
        draft: &Programme,
        previous: Option<&Self>,
        name: &str,
        at: Timestamp,
    ) -> Result<Self, ReleaseError> {
        let problems = draft.problems();
        if !problems.is_empty() {
            return Err(ReleaseError::Contradictory(problems));
        }
        let known = previous.map(Addresses::until).unwrap_or_default();
        let taken = known.taken_by(draft);
        if !taken.is_empty() {
            return Err(ReleaseError::AddressTaken(taken));
        }
        let programme = public_part(draft);
        if programme.sessions.is_empty() {
            return Err(ReleaseError::NothingScheduled);
        }
        if let Some(previous) = previous.filter(|previous| previous.programme == programme) {
            return Err(ReleaseError::NothingChanged(previous.number));
        }
        Ok(Self {
            number: previous.map_or(1, |previous| previous.number + 1),
            name: name.to_owned(),
            note: None,
            released_at: at,
            issues: issues(&programme, previous, at),
            cancelled: cancelled(&programme, previous, at),
            addresses: known.with(&programme),
            programme,
        })
    }

    /// The same release, with what the organisers say of it.
    #[must_use]
    pub fn with_note(mut self, note: Option<Text>) -> Self {
        self.note = note;
        self
    }

    /// The version of a session in this release.
    ///
    /// # Panics
    ///
    /// If the session is not of this release.
    #[must_use]
    pub fn issue(&self, session: &Session) -> Issue {
        *self
            .issues
            .get(&session.code)
            .expect("every session of a release has an issue")
    }
}

/// What of a draft the public gets to see.
fn public_part(draft: &Programme) -> Programme {
    let mut programme = draft.clone();
    programme.sessions.retain(|session| session.slot.is_some());
    programme.proposals.clear();
    let seen: std::collections::BTreeSet<_> = programme
        .sessions
        .iter()
        .flat_map(|session| &session.people)
        .map(|appearance| appearance.person)
        .collect();
    programme
        .people
        .retain(|person| seen.contains(&person.guid));
    programme
}

fn issues(
    programme: &Programme,
    previous: Option<&Release>,
    at: Timestamp,
) -> BTreeMap<SessionCode, Issue> {
    programme
        .sessions
        .iter()
        .map(|session| (session.code.clone(), next_issue(session, previous, at)))
        .collect()
}

/// The session is found by its guid: a code may be given anew, and a sequence must not fall for it.
fn next_issue(session: &Session, previous: Option<&Release>, at: Timestamp) -> Issue {
    let last = previous.and_then(|previous| last_issue(previous, session));
    match last {
        Some((Some(known), issue)) if known == session => issue,
        Some((_, issue)) => Issue {
            sequence: issue.sequence + 1,
            changed_at: at,
        },
        None => Issue {
            sequence: 0,
            changed_at: at,
        },
    }
}

/// A session's version in `previous`, and the session as it was unless it was cancelled by then.
fn last_issue<'a>(
    previous: &'a Release,
    session: &Session,
) -> Option<(Option<&'a Session>, Issue)> {
    let listed = previous
        .programme
        .sessions
        .iter()
        .find(|known| known.guid == session.guid)
        .map(|known| (Some(known), previous.issue(known)));
    listed.or_else(|| {
        previous
            .cancelled
            .iter()
            .find(|gone| gone.session.guid == session.guid)
            .map(|gone| (None, gone.issue))
    })
}

fn cancelled(programme: &Programme, previous: Option<&Release>, at: Timestamp) -> Vec<Cancelled> {
    let Some(previous) = previous else {
        return Vec::new();
    };
    let is_gone = |session: &Session| {
        !programme
            .sessions
            .iter()
            .any(|kept| kept.guid == session.guid)
    };
    let long_gone = previous
        .cancelled
        .iter()
        .filter(|gone| is_gone(&gone.session))
        .cloned();
    let just_gone = previous
        .programme
        .sessions
        .iter()
        .filter(|session| is_gone(session))
        .map(|session| Cancelled {
            session: session.clone(),
            issue: Issue {
                sequence: previous.issue(session).sequence + 1,
                changed_at: at,
            },
        });
    long_gone.chain(just_gone).collect()
}
