//! A congress as the engine sees it. Rooms, people, tracks and sessions are known by their index.

use crate::congress::rules::Rules;

/// A stretch of time, in minutes; `from` belongs to it and `to` does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// First minute.
    pub from: u32,
    /// First minute after it.
    pub to: u32,
}

impl Span {
    /// Whether the two have a minute in common.
    #[inline]
    pub fn meets(self, other: Span) -> bool {
        self.from < other.to && other.from < self.to
    }

    /// Whether all of the other lies within.
    pub fn holds(self, other: Span) -> bool {
        self.from <= other.from && other.to <= self.to
    }
}

/// Whether a span lies within one of these. No list at all means that there is no limit.
pub(crate) fn within(spans: &[Span], span: Span) -> bool {
    spans.is_empty() || spans.iter().any(|it| it.holds(span))
}

/// Whether at most so many run at once at the start of one of these spans and at the starts that it
/// covers. `spans` holds it too.
pub(crate) fn run_at_most(most: usize, span: Span, spans: &[Span]) -> bool {
    let starts = spans
        .iter()
        .map(|it| it.from)
        .filter(|&it| span.from <= it && it < span.to);
    let running = |minute: u32| {
        spans
            .iter()
            .filter(|it| it.from <= minute && minute < it.to)
            .count()
    };
    starts.into_iter().all(|minute| running(minute) <= most)
}

/// What is to be scheduled, where, when, and by which rules.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// What the congress is called.
    pub name: String,
    /// When there may be sessions at all.
    pub days: Vec<Day>,
    /// When there may be none, within the days.
    pub breaks: Vec<Day>,
    /// When sessions may start. Empty: every [`Problem::step_minutes`] from the opening of a day.
    pub starts: Vec<u32>,
    /// Distance of possible starts, if none are listed. 1 is no grid at all.
    pub step_minutes: u32,
    /// Minutes that a room stays empty between two sessions.
    pub turnover_minutes: u32,
    /// How many sessions may run at once.
    pub most_parallel: Option<usize>,
    /// Rooms.
    pub rooms: Vec<Room>,
    /// Everybody who must be somewhere or wants to.
    pub people: Vec<Person>,
    /// Tracks.
    pub tracks: Vec<Track>,
    /// Sessions.
    pub sessions: Vec<Session>,
    /// Pairs of sessions that are not at the same time.
    pub apart: Vec<(usize, usize)>,
    /// Sessions that come before others.
    pub order: Vec<Precedence>,
    /// How strong each rule is.
    pub rules: Rules,
}

/// A named stretch of time: a day of the congress, or a break.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// Its name.
    pub id: String,
    /// When it is.
    pub span: Span,
}

/// A room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Room {
    /// Its name.
    pub id: String,
    /// Seats.
    pub capacity: u32,
    /// What it has: a loop, a stage, tables.
    pub features: Vec<String>,
    /// When it is open. Empty: always.
    pub open: Vec<Span>,
}

/// Somebody who must be in sessions, or wants to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Their name or code.
    pub id: String,
    /// When they can be in sessions. Empty: always.
    pub available: Vec<Span>,
    /// Sessions they marked.
    pub favourites: Vec<usize>,
}

/// A subject grouping.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Track {
    /// Its name.
    pub id: String,
}

/// A session: one unit of the programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Its name or code.
    pub id: String,
    /// How long it takes.
    pub minutes: u32,
    /// Who must be there.
    pub people: Vec<usize>,
    /// Features that its room must have.
    pub needs: Vec<String>,
    /// The only rooms in which it may be. Empty: any.
    pub rooms: Vec<usize>,
    /// When it may be. Empty: any time.
    pub windows: Vec<Span>,
    /// How many people are expected.
    pub audience: u32,
    /// Its track.
    pub track: Option<usize>,
    /// Where and when it must be, whatever else.
    pub pinned: Option<Pin>,
    /// Its place is known to the public: a repair leaves it there.
    pub announced: bool,
}

/// Where and when a session is fixed.
pub type Pin = crate::congress::schedule::Place;

/// One session ends before another begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Precedence {
    /// The earlier session.
    pub before: usize,
    /// The later one.
    pub after: usize,
    /// Minutes between them, at least.
    pub gap_minutes: u32,
}
