//! When a person of the programme, or a room, can: said in windows, or not said at all.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::session::Slot;
use crate::slug::Slug;

/// A stretch of time.
///
/// Invariant: `starts_at < ends_at`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "(Timestamp, Timestamp)", into = "(Timestamp, Timestamp)")]
pub struct Window {
    starts_at: Timestamp,
    ends_at: Timestamp,
}

impl Window {
    /// The time from one instant to another, without the other.
    ///
    /// # Errors
    ///
    /// [`WindowError`] if it does not end after it starts.
    pub fn new(starts_at: Timestamp, ends_at: Timestamp) -> Result<Self, WindowError> {
        if starts_at < ends_at {
            Ok(Self { starts_at, ends_at })
        } else {
            Err(WindowError { starts_at, ends_at })
        }
    }

    /// The first instant.
    #[must_use]
    pub const fn starts_at(self) -> Timestamp {
        self.starts_at
    }

    /// The first instant after it.
    #[must_use]
    pub const fn ends_at(self) -> Timestamp {
        self.ends_at
    }
}

impl TryFrom<(Timestamp, Timestamp)> for Window {
    type Error = WindowError;

    fn try_from((starts_at, ends_at): (Timestamp, Timestamp)) -> Result<Self, WindowError> {
        Self::new(starts_at, ends_at)
    }
}

impl From<Window> for (Timestamp, Timestamp) {
    fn from(window: Window) -> Self {
        (window.starts_at, window.ends_at)
    }
}

/// What was offered as a window is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the time ends at {ends_at}, but starts at {starts_at}; it must end after it starts")]
pub struct WindowError {
    /// Where it should start.
    pub starts_at: Timestamp,
    /// Where it should end.
    pub ends_at: Timestamp,
}

/// When someone, or something, can. Without windows nothing was said, and that means always.
///
/// Invariant: windows in order of time, none touching the next.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<Window>", into = "Vec<Window>")]
pub struct Availability(Vec<Window>);

impl Availability {
    /// The time of all these windows together, in whatever order and however they overlap.
    #[must_use]
    pub fn of(windows: impl IntoIterator<Item = Window>) -> Self {
        let mut windows: Vec<Window> = windows.into_iter().collect();
        windows.sort();
        let mut joined: Vec<Window> = Vec::with_capacity(windows.len());
        for window in windows {
            match joined.last_mut() {
                Some(last) if window.starts_at <= last.ends_at => {
                    last.ends_at = last.ends_at.max(window.ends_at);
                }
                _ => joined.push(window),
            }
        }
        Self(joined)
    }

    /// Its windows, in order; none means always.
    #[must_use]
    pub fn windows(&self) -> &[Window] {
        &self.0
    }

    /// Whether anything was said.
    #[must_use]
    pub fn is_said(&self) -> bool {
        !self.0.is_empty()
    }

    /// Whether all of a slot's time lies in one of the windows.
    #[must_use]
    pub fn covers(&self, slot: &Slot) -> bool {
        let holds =
            |window: &Window| window.starts_at <= slot.starts_at && slot.ends_at <= window.ends_at;
        !self.is_said() || self.0.iter().any(holds)
    }
}

impl From<Vec<Window>> for Availability {
    fn from(windows: Vec<Window>) -> Self {
        Self::of(windows)
    }
}

impl From<Availability> for Vec<Window> {
    fn from(availability: Availability) -> Self {
        availability.0
    }
}

/// Of whom, or of what, it is said when they can.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Whose {
    /// Of the person with this guid.
    Person(Uuid),
    /// Of the room with this key.
    Room(Slug),
}

/// Everything that was said of an edition's people and rooms.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Availabilities(pub BTreeMap<Whose, Availability>);

impl Availabilities {
    /// What was said of one of them; nothing, if nothing was.
    #[must_use]
    pub fn of(&self, whose: &Whose) -> &Availability {
        static ALWAYS: Availability = Availability(Vec::new());
        self.0.get(whose).unwrap_or(&ALWAYS)
    }
}
