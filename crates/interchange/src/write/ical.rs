//! iCalendar (RFC 5545, with the names and refresh times of RFC 7986).
//!
//! Written here rather than with a library: a release must give the same bytes every time, while
//! libraries bring a second calendar arithmetic, order properties by their letters and make up what
//! is missing. What is left to write is small: lines, zones, events.

use jiff::Timestamp;
use uuid::Uuid;
use wiec_model::{Day, Lang, Room, Session};

use super::context::Context;
use lines::Lines;

mod deadline;
mod event;
mod lines;
mod notice;
mod zone;

pub use deadline::{Deadline, deadline};
pub use notice::{Method, notice};

/// The calendar of the whole programme, as a file.
pub const FILE: &str = "schedule.ics";

/// Which sessions a calendar shows. Those that a later release dropped belong where they were.
#[derive(Clone, Copy, Debug)]
pub enum Selection<'a> {
    /// All.
    All,
    /// Those of one day.
    Day(&'a Day),
    /// Those in one room.
    Room(&'a Room),
    /// One.
    Session(&'a Session),
    /// Somebody's own choice, in any order; guids that are not of the release are passed over.
    Sessions(&'a [Uuid]),
}

/// All calendars of one release in one language.
///
/// Every session stands in several calendars, so each is written once and then only copied. The
/// value borrows nothing: it can be kept beside the release and asked for favourites.
#[derive(Clone, Debug)]
pub struct Calendars {
    head: String,
    zone: String,
    events: Vec<Event>,
}

/// A written session with what calendars choose it by.
#[derive(Clone, Debug)]
struct Event {
    guid: Uuid,
    day: Option<u16>,
    room: String,
    text: String,
}

/// One calendar, where only one is needed; see [`Calendars`] for several.
#[must_use]
pub fn calendar(context: &Context<'_>, lang: Lang, which: Selection<'_>, name: &str) -> String {
    Calendars::of(context, lang).calendar(which, name)
}

impl Calendars {
    /// Writes all sessions of a release.
    #[must_use]
    pub fn of(context: &Context<'_>, lang: Lang) -> Self {
        let events = context.with_cancelled().iter().map(|entry| Event {
            guid: entry.session.guid,
            day: entry.day.map(|day| day.number),
            room: entry.slot.room.to_string(),
            text: event::write(context, entry, lang),
        });
        Self {
            head: head(context, lang),
            zone: zone_of(context),
            events: events.collect(),
        }
    }

    /// The calendar of some sessions under a name that people see in their list of calendars.
    #[must_use]
    pub fn calendar(&self, which: Selection<'_>, name: &str) -> String {
        let mut lines = Lines::new();
        lines.put("BEGIN", "VCALENDAR");
        lines.append(&self.head);
        lines.text("NAME", name);
        // What readers knew before RFC 7986 gave the name a property.
        lines.text("X-WR-CALNAME", name);
        lines.append(&self.zone);
        for event in self.events.iter().filter(|event| event.is_in(which)) {
            lines.append(&event.text);
        }
        lines.put("END", "VCALENDAR");
        lines.finish()
    }
}

impl Event {
    fn is_in(&self, which: Selection<'_>) -> bool {
        match which {
            Selection::All => true,
            Selection::Day(day) => self.day == Some(day.number),
            Selection::Room(room) => self.room == room.slug.as_str(),
            Selection::Session(session) => self.guid == session.guid,
            Selection::Sessions(guids) => guids.contains(&self.guid),
        }
    }
}

/// What all calendars of a release begin with.
fn head(context: &Context<'_>, lang: Lang) -> String {
    let mut lines = Lines::new();
    lines.put("VERSION", "2.0");
    lines.put(
        "PRODID",
        &format!("-//Wiec//Wiec//{}", lang.code().to_uppercase()),
    );
    lines.put("CALSCALE", "GREGORIAN");
    lines.put("METHOD", "PUBLISH");
    lines.put("URL", &context.addresses.home(lang));
    lines.put("LAST-MODIFIED", &utc(context.release.released_at));
    lines.text("X-WR-TIMEZONE", context.zone().name());
    // A changed room must reach a phone within the congress, so readers are asked to look hourly.
    lines.put("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
    lines.put("X-PUBLISHED-TTL", "PT1H");
    lines.finish()
}

fn zone_of(context: &Context<'_>) -> String {
    let slots = || context.with_cancelled().iter().map(|entry| entry.slot);
    let released = context.release.released_at;
    let from = slots().map(|slot| slot.starts_at).min().unwrap_or(released);
    let to = slots().map(|slot| slot.ends_at).max().unwrap_or(released);
    zone::write(context.zone(), from, to)
}

/// `20191114T094000Z`
fn utc(instant: Timestamp) -> String {
    instant.strftime("%Y%m%dT%H%M%SZ").to_string()
}
