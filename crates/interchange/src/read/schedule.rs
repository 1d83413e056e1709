//! A foreign schedule as its file has it: words with their places, nothing understood yet.
//!
//! XML and JSON are read into this one shape, so that what the words mean is decided once, in
//! [`assemble`](crate::read::assemble).

use crate::read::problem::Place;

/// Words, and where they stand.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub(crate) words: String,
    pub(crate) place: Place,
}

/// The whole file.
#[derive(Debug, Default)]
pub(crate) struct Schedule {
    pub(crate) generator: Option<String>,
    pub(crate) title: Option<Found>,
    pub(crate) acronym: Option<Found>,
    pub(crate) zone: Option<Found>,
    /// Where relative links begin.
    pub(crate) base_url: Option<String>,
    pub(crate) tracks: Vec<ForeignTrack>,
    /// Rooms listed apart from the days, as pretalx does in JSON.
    pub(crate) rooms: Vec<ForeignRoom>,
    pub(crate) days: Vec<ForeignDay>,
}

impl Schedule {
    /// Whether pretalx wrote it, which has habits of its own.
    pub(crate) fn is_of_pretalx(&self) -> bool {
        let generator = self.generator.as_deref().unwrap_or_default();
        generator.eq_ignore_ascii_case("pretalx")
    }
}

#[derive(Debug)]
pub(crate) struct ForeignTrack {
    pub(crate) name: Found,
    pub(crate) slug: Option<String>,
}

#[derive(Debug)]
pub(crate) struct ForeignRoom {
    pub(crate) name: Option<Found>,
    pub(crate) guid: Option<Found>,
    pub(crate) capacity: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) place: Place,
}

#[derive(Debug)]
pub(crate) struct ForeignDay {
    pub(crate) date: Option<Found>,
    /// The first instant of the day; sessions that start earlier by the clock come after midnight.
    pub(crate) start: Option<Found>,
    pub(crate) rooms: Vec<(ForeignRoom, Vec<Event>)>,
    pub(crate) place: Place,
}

/// What our programme calls a session.
#[derive(Debug)]
pub(crate) struct Event {
    pub(crate) place: Place,
    pub(crate) guid: Option<Found>,
    pub(crate) code: Option<Found>,
    pub(crate) id: Option<Found>,
    /// The start with its date, as `date` has it.
    pub(crate) date: Option<Found>,
    pub(crate) start: Option<Found>,
    pub(crate) end: Option<Found>,
    pub(crate) duration: Option<Found>,
    pub(crate) title: Option<Found>,
    pub(crate) subtitle: Option<Found>,
    pub(crate) summary: Option<Found>,
    pub(crate) description: Option<Found>,
    pub(crate) language: Option<Found>,
    pub(crate) track: Option<Found>,
    pub(crate) kind: Option<Found>,
    pub(crate) persons: Vec<ForeignPerson>,
    pub(crate) do_not_record: Option<bool>,
    pub(crate) do_not_stream: bool,
    pub(crate) licence: Option<String>,
    pub(crate) links: Vec<ForeignLink>,
}

#[derive(Debug)]
pub(crate) struct ForeignPerson {
    pub(crate) guid: Option<Found>,
    /// A number or a code of the other system.
    pub(crate) id: Option<String>,
    pub(crate) name: Option<String>,
    pub(crate) biography: Option<String>,
}

#[derive(Debug)]
pub(crate) struct ForeignLink {
    pub(crate) url: Found,
    pub(crate) title: Option<String>,
}
