//! Where and when sessions are.

use serde::Serialize;

use crate::congress::problem::{Problem, Span};

/// A room and a minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Place {
    /// Index of the room.
    pub room: usize,
    /// When the session starts.
    pub start: u32,
}

impl Place {
    /// The time that a session takes there.
    pub(crate) fn span(self, problem: &Problem, session: usize) -> Span {
        let to = self.start.saturating_add(problem.sessions[session].minutes);
        Span {
            from: self.start,
            to,
        }
    }
}

/// A place for each session, in the order of [`Problem::sessions`]; `None` if it has none.
pub type Schedule = Vec<Option<Place>>;
