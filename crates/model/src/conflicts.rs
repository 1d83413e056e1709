//! Conflicts: where a schedule asks of people or rooms what they cannot do, or should not.
//!
//! A conflict is not a problem: the programme says what it means, and the organisers may know better.
//! They are shown, and may be released knowingly.

mod alone;
mod pace;
mod pairs;

use jiff::Timestamp;
use uuid::Uuid;

use crate::availability::{Availabilities, Window};
use crate::programme::Programme;
use crate::session::{Session, SessionCode, Slot};
use crate::slug::Slug;

pub use pace::Pace;

/// One thing that cannot be, or should not.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Conflict {
    /// When it happens: the start of the first session in it.
    pub at: Timestamp,
    /// The sessions in it, one or two, in the order in which they start.
    pub sessions: Vec<SessionCode>,
    /// What it is.
    pub what: Clash,
}

/// What cannot be, or should not.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Clash {
    /// Two sessions are in one room at the same time.
    RoomTwice {
        /// The room.
        room: Slug,
        /// The time that they share.
        shared: Window,
    },
    /// Someone appears in two sessions at the same time.
    PersonTwice {
        /// The guid of the person.
        person: Uuid,
        /// The time that they share.
        shared: Window,
    },
    /// Someone cannot come then.
    PersonUnavailable {
        /// The guid of the person.
        person: Uuid,
    },
    /// The room cannot be had then.
    RoomUnavailable {
        /// The room.
        room: Slug,
    },
    /// More people may take part than the room holds.
    TooManyPeople {
        /// The room.
        room: Slug,
        /// How many it holds.
        holds: u32,
        /// How many may take part.
        wanted: u32,
    },
    /// It starts before the day opens, or ends after it closes.
    OutsideTheDay {
        /// When the day opens.
        opens_at: Timestamp,
        /// When it closes.
        closes_at: Timestamp,
    },
    /// Someone must be in another room almost at once.
    NoBreak {
        /// The guid of the person.
        person: Uuid,
        /// How long they have.
        minutes: u32,
        /// How long they should have.
        least: u32,
    },
    /// The next session begins in the room almost at once.
    NoChangeOver {
        /// The room.
        room: Slug,
        /// How long there is.
        minutes: u32,
        /// How long there should be.
        least: u32,
    },
    /// It must not be recorded, and it goes out live, where anyone can.
    StreamedUnrecorded,
    /// It must not be recorded, and its room records or streams: someone must see to it.
    RecordingRoom {
        /// The room.
        room: Slug,
    },
}

/// Whether a conflict cannot be or only should not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// It cannot be.
    Hard,
    /// It should not.
    Soft,
}

impl Clash {
    /// Whether it cannot be or only should not.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        match self {
            Self::RoomTwice { .. }
            | Self::PersonTwice { .. }
            | Self::PersonUnavailable { .. }
            | Self::RoomUnavailable { .. }
            | Self::TooManyPeople { .. }
            | Self::StreamedUnrecorded => Severity::Hard,
            Self::OutsideTheDay { .. }
            | Self::NoBreak { .. }
            | Self::NoChangeOver { .. }
            | Self::RecordingRoom { .. } => Severity::Soft,
        }
    }

    /// Its key in class names and addresses: `room-twice`.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::RoomTwice { .. } => "room-twice",
            Self::PersonTwice { .. } => "person-twice",
            Self::PersonUnavailable { .. } => "person-unavailable",
            Self::RoomUnavailable { .. } => "room-unavailable",
            Self::TooManyPeople { .. } => "too-many-people",
            Self::OutsideTheDay { .. } => "outside-the-day",
            Self::NoBreak { .. } => "no-break",
            Self::NoChangeOver { .. } => "no-change-over",
            Self::StreamedUnrecorded => "streamed-unrecorded",
            Self::RecordingRoom { .. } => "recording-room",
        }
    }
}

impl Conflict {
    /// Whether it cannot be or only should not.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        self.what.severity()
    }

    /// Whether this session is in it.
    #[must_use]
    pub fn involves(&self, code: &SessionCode) -> bool {
        self.sessions.contains(code)
    }
}

/// All conflicts of a draft, by time, then by the codes of their sessions.
///
/// The order of the programme's lists changes nothing. Pairs are found by walking the sessions of each
/// room and of each person in order of time, so the work grows with sessions and conflicts, not with
/// the square of sessions.
#[must_use]
pub fn conflicts(programme: &Programme, availabilities: &Availabilities) -> Vec<Conflict> {
    let pace = Pace::of(&programme.congress);
    let placed: Vec<Placed<'_>> = placed(programme);
    let mut found = Vec::new();
    alone::find(&mut found, programme, &placed, availabilities, &pace);
    pairs::in_rooms(&mut found, &placed, &pace);
    pairs::of_people(&mut found, &placed, &pace);
    found.sort();
    found.dedup();
    found
}

/// A session with its slot, and whether it is a break or a desk.
#[derive(Clone, Copy)]
struct Placed<'a> {
    session: &'a Session,
    slot: &'a Slot,
    is_service: bool,
}

/// In the order of time.
fn placed(programme: &Programme) -> Vec<Placed<'_>> {
    let mut placed: Vec<Placed<'_>> = programme
        .sessions
        .iter()
        .filter_map(|session| {
            Some(Placed {
                session,
                slot: session.slot.as_ref()?,
                is_service: programme.is_service(session),
            })
        })
        .collect();
    placed.sort_by_key(|one| (one.slot.starts_at, one.slot.ends_at, &one.session.code));
    placed
}
