//! What of each thing can be edited: everything but the keys, which are given once.

use jiff::civil::Date;
use uuid::Uuid;

use crate::conflicts::Pace;
use crate::congress::{Congress, Day, Zone};
use crate::person::Person;
use crate::place::{Feature, Room};
use crate::session::{
    Appearance, Booking, Link, Phase, Recording, Session, SessionCode, Story, Stream, Tables, Talk,
    Visit,
};
use crate::slug::{Slug, Slugs};
use crate::text::{LanguageTag, Text};
use crate::theme::{Goal, Kind, MapLine, Track};

/// What is said of an edition as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CongressFields {
    /// What it is called.
    pub name: Text,
    /// Where it meets.
    pub place: Option<Text>,
    /// The zone in which its clocks are read.
    pub zone: Zone,
    /// The languages spoken there.
    pub languages: Vec<LanguageTag>,
    /// A sentence about the contents, shown in the footer.
    pub note: Option<Text>,
    /// The official code of the host city (TERC), for statistics.
    pub host_city_terc: Option<String>,
    /// Whether taking part costs nothing.
    pub free_of_charge: bool,
    /// How many people are expected on site.
    pub expected_participants: Option<u32>,
    /// The hours of its days and the least breaks.
    pub pace: Pace,
}

impl CongressFields {
    /// What is said of this edition.
    #[must_use]
    pub fn of(congress: &Congress) -> Self {
        Self {
            name: congress.name.clone(),
            place: congress.place.clone(),
            zone: congress.zone.clone(),
            languages: congress.languages.clone(),
            note: congress.note.clone(),
            host_city_terc: congress.host_city_terc.clone(),
            free_of_charge: congress.free_of_charge,
            expected_participants: congress.expected_participants,
            pace: Pace::of(congress),
        }
    }
}

/// What is said of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayFields {
    /// By the calendar of the congress' zone.
    pub date: Date,
    /// What the day is about, where it has a name.
    pub name: Option<Text>,
}

impl DayFields {
    /// What is said of this day.
    #[must_use]
    pub fn of(day: &Day) -> Self {
        Self {
            date: day.date,
            name: day.name.clone(),
        }
    }
}

/// What is said of a room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoomFields {
    /// What stands on its plate.
    pub name: Text,
    /// How many people fit in.
    pub capacity: Option<u32>,
    /// Where it is: the floor, or how to get there.
    pub floor: Option<Text>,
    /// What is in it, in words.
    pub equipment: Option<Text>,
    /// What of that can be filtered by.
    pub features: Vec<Feature>,
    /// How to get in and move about in it.
    pub access: Option<Text>,
}

impl RoomFields {
    /// What is said of this room.
    #[must_use]
    pub fn of(room: &Room) -> Self {
        Self {
            name: room.name.clone(),
            capacity: room.capacity,
            floor: room.floor.clone(),
            equipment: room.equipment.clone(),
            features: room.features.clone(),
            access: room.access.clone(),
        }
    }

    pub(super) fn room(self, slug: Slug, guid: Uuid) -> Room {
        Room {
            slug,
            guid,
            name: self.name,
            capacity: self.capacity,
            floor: self.floor,
            equipment: self.equipment,
            features: self.features,
            access: self.access,
        }
    }
}

/// What is said of a track.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrackFields {
    /// Its name.
    pub name: Text,
    /// How it is drawn.
    pub line: MapLine,
}

impl TrackFields {
    /// What is said of this track.
    #[must_use]
    pub fn of(track: &Track) -> Self {
        Self {
            name: track.name.clone(),
            line: track.line,
        }
    }
}

/// What is said of a goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoalFields {
    /// Its name.
    pub name: Text,
}

impl GoalFields {
    /// What is said of this goal.
    #[must_use]
    pub fn of(goal: &Goal) -> Self {
        Self {
            name: goal.name.clone(),
        }
    }
}

/// What is said of a kind of sessions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KindFields {
    /// Its name.
    pub name: Text,
    /// How long one usually takes.
    pub default_minutes: Option<u32>,
    /// Whether places in it are given by signing up.
    pub signup: bool,
}

impl KindFields {
    /// What is said of this kind.
    #[must_use]
    pub fn of(kind: &Kind) -> Self {
        Self {
            name: kind.name.clone(),
            default_minutes: kind.default_minutes,
            signup: kind.signup,
        }
    }
}

/// What is said of a person; a name, a role, or both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonFields {
    /// The name they chose to appear under.
    pub name: Option<String>,
    /// Who they are.
    pub role: Option<Text>,
    /// What they say about themselves, in Markdown.
    pub biography: Option<Text>,
}

impl PersonFields {
    /// What is said of this person.
    #[must_use]
    pub fn of(person: &Person) -> Self {
        Self {
            name: person.name.clone(),
            role: person.role.clone(),
            biography: person.biography.clone(),
        }
    }
}

/// What is said of a session, except its room and time. Its vote is not edited here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionFields {
    /// What it is called.
    pub title: Text,
    /// A line under the title.
    pub subtitle: Option<Text>,
    /// What it is about, in a few sentences.
    pub lead: Option<Text>,
    /// More of it, in Markdown.
    pub description: Option<Text>,
    /// The key of its kind.
    pub kind: Slug,
    /// The key of its track.
    pub track: Option<Slug>,
    /// The languages spoken or signed in it; empty means the congress' first.
    pub languages: Vec<LanguageTag>,
    /// Whether it is streamed.
    pub stream: Stream,
    /// Whether it may be recorded.
    pub recording: Recording,
    /// What people with disabilities should know of it.
    pub accessibility: Option<Text>,
    /// How many people may take part, where it is fewer than the room holds.
    pub capacity: Option<u32>,
    /// How one gets a place.
    pub booking: Booking,
    /// How a study visit travels.
    pub visit: Option<Visit>,
    /// Who appears in it, in the order of appearance.
    pub people: Vec<Appearance>,
    /// Its talks, in running order.
    pub talks: Vec<Talk>,
    /// The steps of its script, in order.
    pub phases: Vec<Phase>,
    /// The tables of a workshop.
    pub tables: Option<Tables>,
    /// The stories of a night of flops, in order.
    pub stories: Vec<Story>,
    /// The track whose proposals it discusses.
    pub proposals_track: Option<Slug>,
    /// What to read beside it.
    pub links: Vec<Link>,
}

impl SessionFields {
    /// What a session begins with: a title and a kind.
    #[must_use]
    pub const fn titled(title: Text, kind: Slug) -> Self {
        Self {
            title,
            subtitle: None,
            lead: None,
            description: None,
            kind,
            track: None,
            languages: Vec::new(),
            stream: Stream::Unstated,
            recording: Recording::Unstated,
            accessibility: None,
            capacity: None,
            booking: Booking::Open,
            visit: None,
            people: Vec::new(),
            talks: Vec::new(),
            phases: Vec::new(),
            tables: None,
            stories: Vec::new(),
            proposals_track: None,
            links: Vec::new(),
        }
    }

    /// What is said of this session.
    #[must_use]
    pub fn of(session: &Session) -> Self {
        let session = session.clone();
        Self {
            title: session.title,
            subtitle: session.subtitle,
            lead: session.lead,
            description: session.description,
            kind: session.kind,
            track: session.track,
            languages: session.languages,
            stream: session.stream,
            recording: session.recording,
            accessibility: session.accessibility,
            capacity: session.capacity,
            booking: session.booking,
            visit: session.visit,
            people: session.people,
            talks: session.talks,
            phases: session.phases,
            tables: session.tables,
            stories: session.stories,
            proposals_track: session.proposals_track,
            links: session.links,
        }
    }

    /// A session of which this is said, known by these keys.
    pub(super) fn session(self, code: SessionCode, guid: Uuid, slug: Slugs) -> Session {
        Session {
            code,
            guid,
            slug,
            title: self.title,
            subtitle: self.subtitle,
            lead: self.lead,
            description: self.description,
            kind: self.kind,
            track: self.track,
            languages: self.languages,
            stream: self.stream,
            recording: self.recording,
            accessibility: self.accessibility,
            capacity: self.capacity,
            booking: self.booking,
            visit: self.visit,
            people: self.people,
            talks: self.talks,
            phases: self.phases,
            tables: self.tables,
            stories: self.stories,
            proposals_track: self.proposals_track,
            vote: None,
            links: self.links,
            slot: None,
        }
    }
}
