//! What changed from one release to the next, for the page of changes, the feed and the notices.

use crate::programme::Programme;
use crate::release::Release;
use crate::session::{Session, Slot};

/// What happened to one session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change<'a> {
    /// The session as it is now; for a dropped one, as it was.
    pub session: &'a Session,
    /// What happened, most important first; never empty.
    pub events: Vec<Event<'a>>,
}

/// One thing that happened to a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event<'a> {
    /// It is new.
    Added,
    /// It is no more.
    Dropped,
    /// It has another time.
    Rescheduled {
        /// Where and when it was.
        from: &'a Slot,
        /// Where and when it is.
        to: &'a Slot,
    },
    /// It has another room.
    Relocated {
        /// Where and when it was.
        from: &'a Slot,
        /// Where and when it is.
        to: &'a Slot,
    },
    /// It has another title.
    Retitled {
        /// The session as it was.
        from: &'a Session,
    },
    /// Others appear in it.
    Recast,
    /// Something else of it changed.
    Reworded,
}

/// Compares two releases; a first release has no predecessor and so no changes.
///
/// Sessions come in the order of the new programme, dropped ones after them.
#[must_use]
pub fn changes<'a>(previous: &'a Release, next: &'a Release) -> Vec<Change<'a>> {
    let mut now: Vec<&Session> = next.programme.sessions.iter().collect();
    next.programme.sort(&mut now);
    let mut gone: Vec<&Session> = previous
        .programme
        .sessions
        .iter()
        .filter(|session| same(&next.programme, session).is_none())
        .collect();
    previous.programme.sort(&mut gone);

    let changed = now.into_iter().filter_map(|session| {
        let events = match same(&previous.programme, session) {
            None => vec![Event::Added],
            Some(before) => compare(before, session),
        };
        (!events.is_empty()).then_some(Change { session, events })
    });
    let dropped = gone.into_iter().map(|session| Change {
        session,
        events: vec![Event::Dropped],
    });
    changed.chain(dropped).collect()
}

/// The session with the same guid: a code may be given anew, a guid never is.
fn same<'a>(programme: &'a Programme, session: &Session) -> Option<&'a Session> {
    programme
        .sessions
        .iter()
        .find(|other| other.guid == session.guid)
}

fn compare<'a>(before: &'a Session, after: &'a Session) -> Vec<Event<'a>> {
    let mut events = Vec::new();
    if let (Some(from), Some(to)) = (&before.slot, &after.slot) {
        if (from.starts_at, from.ends_at) != (to.starts_at, to.ends_at) {
            events.push(Event::Rescheduled { from, to });
        }
        if from.room != to.room {
            events.push(Event::Relocated { from, to });
        }
    }
    if before.title != after.title {
        events.push(Event::Retitled { from: before });
    }
    if before.people != after.people {
        events.push(Event::Recast);
    }
    if without_the_above(before) != without_the_above(after) {
        events.push(Event::Reworded);
    }
    events
}

fn without_the_above(session: &Session) -> Session {
    Session {
        slot: None,
        people: Vec::new(),
        title: crate::text::Text::in_language(crate::text::Lang::Pl, "-")
            .expect("a dash is not blank"),
        ..session.clone()
    }
}
