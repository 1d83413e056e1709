//! A release written down for other programs: calendars, frab's files, tables, linked data, a feed.
//!
//! Everything here is made from a [`Context`], once per release, and is the same bytes every time:
//! no clock, no chance, no order of a hash table. Texts come in the language asked for, and in
//! their fallback where that is missing, for these formats have nowhere to say so.

use jiff::Timestamp;
use wiec_model::changes::Event;
use wiec_model::{Day, Lang, Part, Person, Room, Session, Slot, Zone};

pub mod context;

pub mod discussion_feed;
pub mod feed;
pub mod frab_json;
pub mod frab_xml;
pub mod ical;
pub mod linked_data;
pub mod table;

mod frab;
mod xml;

pub use context::{Context, Entry, State};

/// Absolute addresses, `http` or `https`, under which people find things.
///
/// The site implements it: this crate knows what is published, not where.
pub trait Addresses {
    /// The front page of the edition.
    fn home(&self, lang: Lang) -> String;
    /// The programme.
    fn programme(&self, lang: Lang) -> String;
    /// One day of the programme.
    fn day(&self, day: &Day, lang: Lang) -> String;
    /// A session, also one that a later release dropped.
    fn session(&self, session: &Session, lang: Lang) -> String;
    /// A room.
    fn room(&self, room: &Room, lang: Lang) -> String;
    /// A person.
    fn person(&self, person: &Person, lang: Lang) -> String;
    /// What changed between releases.
    fn changes(&self, lang: Lang) -> String;
    /// One of the files made here, by the name that its module calls `FILE`.
    fn file(&self, name: &str, lang: Lang) -> String;
}

/// The words of the interface that stand in exports, where contents alone would not be understood.
pub trait Words {
    /// What someone does in a session, before their name: `prowadzi`, `moderator`.
    fn part(&self, part: Part, lang: Lang) -> String;
    /// The heading of what people with disabilities should know.
    fn accessibility(&self, lang: Lang) -> String;
    /// What the feed of changes is called.
    fn feed_title(&self, congress: &str, lang: Lang) -> String;
    /// A change as a headline: `Nowa godzina: Transport publiczny`.
    fn change(&self, event: &Event<'_>, title: &str, lang: Lang) -> String;
    /// A release as a headline: `Wersja 1.1`.
    fn release(&self, name: &str, lang: Lang) -> String;
    /// A date and the hours: `14 listopada, 10:40–12:10`.
    fn when(&self, slot: &Slot, zone: &Zone, lang: Lang) -> String;
    /// How it was and how it is: `było: sala Wielka; jest: Kadzielnia`.
    fn instead(&self, before: &str, after: &str, lang: Lang) -> String;
}

/// Who makes the files, as far as they ask.
const GENERATOR: &str = "wiec";

/// An instant with the offset of the congress' clocks: `2019-11-14T10:40:00+01:00`.
fn stamp(instant: Timestamp, zone: &Zone) -> String {
    let instant = Timestamp::from_second(instant.as_second()).unwrap_or(instant);
    instant
        .display_with_offset(zone.rules().to_offset(instant))
        .to_string()
}
