//! What is on now in each room, and what comes next.

use jiff::Timestamp;

use crate::place::Room;
use crate::programme::Programme;
use crate::session::Session;

/// One room at one instant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoomNow<'a> {
    /// The room.
    pub room: &'a Room,
    /// The sessions in it now, by start; more than one only where several set off from one place.
    pub now: Vec<&'a Session>,
    /// The session that starts next in it on the same day.
    pub next: Option<&'a Session>,
}

/// Every room of the programme at `instant`, in the order of the programme.
#[must_use]
pub fn rooms_now(programme: &Programme, instant: Timestamp) -> Vec<RoomNow<'_>> {
    programme
        .rooms
        .iter()
        .map(|room| room_now(programme, room, instant))
        .collect()
}

/// One room of the programme at `instant`.
#[must_use]
pub fn room_now<'a>(programme: &'a Programme, room: &'a Room, instant: Timestamp) -> RoomNow<'a> {
    let today = programme
        .day_of(instant)
        .map(|day| programme.bounds_of(day));
    let mut here: Vec<&Session> = programme
        .sessions
        .iter()
        .filter(|session| {
            session
                .slot
                .as_ref()
                .is_some_and(|slot| slot.room == room.slug)
        })
        .collect();
    programme.sort(&mut here);
    let next = here.iter().copied().find(|session| {
        let Some(slot) = &session.slot else {
            return false;
        };
        slot.starts_at > instant && today.is_some_and(|(_, end)| slot.starts_at < end)
    });
    here.retain(|session| {
        session
            .slot
            .as_ref()
            .is_some_and(|slot| slot.covers(instant))
    });
    RoomNow {
        room,
        now: here,
        next,
    }
}
