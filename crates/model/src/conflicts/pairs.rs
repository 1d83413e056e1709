//! What two sessions are in conflict about: a room, or a person.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::pace::Pace;
use super::{Clash, Conflict, Placed};
use crate::availability::Window;

/// Two in one room at once, or with too little time between them.
///
/// Breaks and desks may share a room with one another, and study visits their meeting point; before
/// and after them nothing has to be rearranged.
pub(super) fn in_rooms(found: &mut Vec<Conflict>, placed: &[Placed<'_>], pace: &Pace) {
    let mut rooms: BTreeMap<&str, Vec<Placed<'_>>> = BTreeMap::new();
    for one in placed {
        rooms.entry(one.slot.room.as_str()).or_default().push(*one);
    }
    for sessions in rooms.values() {
        meet(sessions, pace.change_over_minutes, |first, second, gap| {
            let room = first.slot.room.clone();
            let is_shared = (first.is_service && second.is_service)
                || (first.session.visit.is_some() && second.session.visit.is_some());
            let is_eased = first.is_service
                || second.is_service
                || first.session.visit.is_some()
                || second.session.visit.is_some();
            let what = match gap {
                Gap::Shared(_) if is_shared => return,
                Gap::Shared(shared) => Clash::RoomTwice { room, shared },
                Gap::Minutes(_) if is_eased => return,
                Gap::Minutes(minutes) => Clash::NoChangeOver {
                    room,
                    minutes,
                    least: pace.change_over_minutes,
                },
            };
            found.push(conflict(first, second, what));
        });
    }
}

/// Someone in two at once, or with too little time from one room to another.
pub(super) fn of_people(found: &mut Vec<Conflict>, placed: &[Placed<'_>], pace: &Pace) {
    let mut people: BTreeMap<Uuid, Vec<Placed<'_>>> = BTreeMap::new();
    for one in placed {
        for (at, appearance) in one.session.people.iter().enumerate() {
            let earlier = &one.session.people[..at];
            // In two parts of a session one is still there once.
            if !earlier.iter().any(|it| it.person == appearance.person) {
                people.entry(appearance.person).or_default().push(*one);
            }
        }
    }
    for (person, sessions) in people {
        meet(&sessions, pace.break_minutes, |first, second, gap| {
            let what = match gap {
                Gap::Shared(shared) => Clash::PersonTwice { person, shared },
                Gap::Minutes(_) if first.slot.room == second.slot.room => return,
                Gap::Minutes(minutes) => Clash::NoBreak {
                    person,
                    minutes,
                    least: pace.break_minutes,
                },
            };
            found.push(conflict(first, second, what));
        });
    }
}

/// How two sessions lie.
enum Gap {
    /// They share this time.
    Shared(Window),
    /// The second begins so many whole minutes after the end of the first.
    Minutes(u32),
}

/// Calls `tell` for every two sessions that overlap or are less than `least` minutes apart.
///
/// Sessions come in order of their starts, so the second of a pair never starts before the first, and
/// the walk from the first ends at a session that starts late enough: all after it do too.
fn meet<'a>(
    sessions: &[Placed<'a>],
    least: u32,
    mut tell: impl FnMut(&Placed<'a>, &Placed<'a>, Gap),
) {
    for (at, first) in sessions.iter().enumerate() {
        let enough = late_enough(first.slot.ends_at, least);
        for second in &sessions[at + 1..] {
            let (ended, starts) = (first.slot.ends_at, second.slot.starts_at);
            if starts < ended {
                let shared = Window::new(starts, ended.min(second.slot.ends_at));
                // A slot without duration is a problem of the programme, not a conflict.
                if let Ok(shared) = shared {
                    tell(first, second, Gap::Shared(shared));
                }
            } else if starts < enough {
                let minutes = starts.duration_since(ended).as_mins();
                tell(
                    first,
                    second,
                    Gap::Minutes(u32::try_from(minutes).unwrap_or(0)),
                );
            } else {
                break;
            }
        }
    }
}

fn late_enough(ended: Timestamp, least: u32) -> Timestamp {
    ended
        .checked_add(SignedDuration::from_mins(i64::from(least)))
        .unwrap_or(Timestamp::MAX)
}

fn conflict(first: &Placed<'_>, second: &Placed<'_>, what: Clash) -> Conflict {
    Conflict {
        at: first.slot.starts_at,
        sessions: vec![first.session.code.clone(), second.session.code.clone()],
        what,
    }
}
