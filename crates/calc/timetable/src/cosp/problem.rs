//! A problem as its file says it.

use serde::Deserialize;

/// Names of the sixteen terms, in the order of [`Weights`] and [`crate::cosp::Scores`].
pub const TERMS: [&str; 16] = [
    "track_session",
    "track_room",
    "session_room",
    "similar_tracks",
    "rooms_per_track",
    "parallel_tracks",
    "consecutive_tracks",
    "submission_timezone",
    "submission_order",
    "submission_session",
    "submission_room",
    "presenter_conflict_session",
    "attendee_conflict_session",
    "chair_conflict",
    "presenter_conflict_slot",
    "attendee_conflict_slot",
];

/// A first index, a second one, and what that combination costs.
pub type Triple = (usize, usize, i64);

/// Two indices that are in conflict, the smaller one first.
pub type Pair = (usize, usize);

/// A problem. Tracks, sessions, rooms and submissions are known by their index.
#[derive(Clone, Debug, Deserialize)]
pub struct Problem {
    /// `cosp-json/1`.
    pub format: String,
    /// What the instance is called.
    pub name: String,
    /// What each term counts.
    pub weights: Weights,
    /// In the order of time.
    pub sessions: Vec<Session>,
    /// Rooms.
    pub rooms: Vec<Room>,
    /// Subject groupings.
    pub tracks: Vec<Track>,
    /// What is to be placed.
    pub submissions: Vec<Submission>,
    /// Combinations that cost something.
    pub penalties: Penalties,
    /// Who cannot be at two places.
    pub conflicts: Conflicts,
}

/// What each term counts; 0 switches it off.
#[derive(Clone, Copy, Debug, Deserialize)]
#[allow(missing_docs, reason = "the names are those of the benchmark's terms")]
pub struct Weights {
    pub track_session: i64,
    pub track_room: i64,
    pub session_room: i64,
    pub similar_tracks: i64,
    pub rooms_per_track: i64,
    pub parallel_tracks: i64,
    pub consecutive_tracks: i64,
    pub submission_timezone: i64,
    pub submission_order: i64,
    pub submission_session: i64,
    pub submission_room: i64,
    pub presenter_conflict_session: i64,
    pub attendee_conflict_session: i64,
    pub chair_conflict: i64,
    pub presenter_conflict_slot: i64,
    pub attendee_conflict_slot: i64,
}

impl Weights {
    /// In the order of [`TERMS`].
    pub fn all(&self) -> [i64; 16] {
        [
            self.track_session,
            self.track_room,
            self.session_room,
            self.similar_tracks,
            self.rooms_per_track,
            self.parallel_tracks,
            self.consecutive_tracks,
            self.submission_timezone,
            self.submission_order,
            self.submission_session,
            self.submission_room,
            self.presenter_conflict_session,
            self.attendee_conflict_session,
            self.chair_conflict,
            self.presenter_conflict_slot,
            self.attendee_conflict_slot,
        ]
    }
}

/// A stretch of time, the same in all rooms.
#[derive(Clone, Debug, Deserialize)]
pub struct Session {
    /// Its name.
    pub id: String,
    /// How many slots it has.
    pub slots: usize,
}

/// A room.
#[derive(Clone, Debug, Deserialize)]
pub struct Room {
    /// Its name.
    pub id: String,
}

/// A subject grouping.
#[derive(Clone, Debug, Deserialize)]
pub struct Track {
    /// Its name.
    pub id: String,
}

/// What is to be placed.
#[derive(Clone, Debug, Deserialize)]
pub struct Submission {
    /// Its name.
    pub id: String,
    /// Its track.
    pub track: usize,
    /// How many consecutive slots it takes.
    pub slots: usize,
    /// 0, or the place it must have among the submissions of its track.
    pub order: usize,
}

/// Combinations that cost something; what is not listed costs nothing.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Penalties {
    /// A track in a session, for each cell.
    pub track_session: Vec<Triple>,
    /// A track in a room, for each cell.
    pub track_room: Vec<Triple>,
    /// A session in a room, for each cell in use.
    pub session_room: Vec<Triple>,
    /// Two tracks in one session, for each pair of cells.
    pub track_track: Vec<Triple>,
    /// A submission in a session, for each slot it takes.
    pub submission_session: Vec<Triple>,
    /// A submission in a room, for each slot it takes.
    pub submission_room: Vec<Triple>,
    /// A submission in a session, because of the hour where its people are, for each slot.
    pub submission_timezone: Vec<Triple>,
}

/// Who cannot be at two places.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Conflicts {
    /// Pairs of submissions.
    pub presenter: Vec<Pair>,
    /// Pairs of submissions.
    pub attendee: Vec<Pair>,
    /// Pairs of tracks.
    pub chair: Vec<Pair>,
}

/// Where a submission is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Index of the session.
    pub session: usize,
    /// Index of the room.
    pub room: usize,
    /// First slot, from 0.
    pub slot: usize,
}

/// A place for each submission, in the order of [`Problem::submissions`]; `None` if it has none.
pub type Plan = Vec<Option<Place>>;
