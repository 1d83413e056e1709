//! Whom a release concerns: those whose session, room or time is another than in the last one.
//!
//! What was only reworded concerns nobody by letter. Nor does a first release: nobody has yet been
//! told anything that could have changed.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::Release;
use crate::session::{Session, Slot};

/// Someone whom a release concerns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Affected<'a> {
    /// The guid of the person.
    pub person: Uuid,
    /// What is otherwise for them, in the order of the new programme, what they have no part in any
    /// more last; never empty.
    pub moves: Vec<Move<'a>>,
}

/// What is otherwise for someone about one session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move<'a> {
    /// The session as it is now; one that they have no part in any more, as it was.
    pub session: &'a Session,
    /// What is otherwise.
    pub how: How<'a>,
}

/// What can be otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How<'a> {
    /// They appear in it, and did not before.
    Joined {
        /// Where and when it is.
        at: &'a Slot,
    },
    /// It has another room, another time, or both.
    Moved {
        /// Where and when it was.
        from: &'a Slot,
        /// Where and when it is.
        to: &'a Slot,
    },
    /// They do not appear in it any more, or it does not take place.
    Left {
        /// Where and when it was.
        from: &'a Slot,
        /// Whether it takes place without them.
        goes_on: bool,
    },
}

/// Everyone whom `next` concerns after `previous`, in the order of their guids.
#[must_use]
pub fn affected<'a>(previous: &'a Release, next: &'a Release) -> Vec<Affected<'a>> {
    let before = by_guid(previous);
    let after = by_guid(next);
    let mut found: BTreeMap<Uuid, Vec<Move<'a>>> = BTreeMap::new();
    let mut now: Vec<&Session> = next.programme.sessions.iter().collect();
    next.programme.sort(&mut now);
    for session in now {
        let Some(to) = &session.slot else { continue };
        let was = before.get(&session.guid).copied();
        for person in people(session) {
            let knew = was.filter(|was| was.has_person(person));
            let from = knew.and_then(|was| was.slot.as_ref());
            let how = match from {
                None => How::Joined { at: to },
                Some(from) if from != to => How::Moved { from, to },
                Some(_) => continue,
            };
            found.entry(person).or_default().push(Move { session, how });
        }
    }
    let mut then: Vec<&Session> = previous.programme.sessions.iter().collect();
    previous.programme.sort(&mut then);
    for session in then {
        let Some(from) = &session.slot else { continue };
        let is = after.get(&session.guid).copied();
        for person in people(session) {
            if is.is_some_and(|is| is.has_person(person)) {
                continue;
            }
            let goes_on = is.is_some();
            let how = How::Left { from, goes_on };
            found.entry(person).or_default().push(Move { session, how });
        }
    }
    found
        .into_iter()
        .map(|(person, moves)| Affected { person, moves })
        .collect()
}

fn by_guid(release: &Release) -> BTreeMap<Uuid, &Session> {
    let sessions = release.programme.sessions.iter();
    sessions.map(|session| (session.guid, session)).collect()
}

/// Each once, in whatever number of parts.
fn people(session: &Session) -> impl Iterator<Item = Uuid> {
    let all = session.people.iter().enumerate();
    all.filter(|(at, one)| {
        let earlier = &session.people[..*at];
        !earlier.iter().any(|other| other.person == one.person)
    })
    .map(|(_, one)| one.person)
}
