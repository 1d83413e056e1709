//! A programme as a congress file.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::ser::PrettyFormatter;
use serde_json::{Map, Serializer, Value};
use uuid::Uuid;
use wiec_model::challenge::{Challenge, LinkKind, Recommendation};
use wiec_model::{
    Congress, Day, Kind, Lang, LanguageTag, Person, Programme, Room, Slug, Slugs, Text, Track,
};

use crate::congress_file::edition::{SETTINGS, weekday};
use crate::congress_file::parts::feature_key;
use crate::congress_file::writer_session;

/// Writes a programme as a congress file: one value a line, in the order of the programme.
///
/// Reading the file gives the same programme again, if it has no [problems](Programme::problems),
/// keeps the invariants that its types state, and its names are as clean as a [`Text`] is.
#[must_use]
pub fn write(programme: &Programme) -> String {
    let people = PeopleByGuid::of(programme);
    let mut root = Entries::default();
    root.put("note", programme.congress.note.as_ref().map(english));
    root.put("congress", Some(congress(&programme.congress)));
    root.list("days", &programme.days, day);
    root.list("rooms", &programme.rooms, room);
    root.list("tracks", &programme.tracks, track);
    root.list("types", &programme.kinds, kind);
    root.list("goals", &programme.goals, |goal| {
        keyed(&goal.slug, &goal.name).value()
    });
    root.list("people", &programme.people, person);
    root.list("sessions", &programme.sessions, |session| {
        writer_session::session(session, programme, &people)
    });
    root.list("proposals", &programme.proposals, proposal);
    pretty(&root.value())
}

/// The entries of an object, in the order in which they are put.
#[derive(Default)]
pub(super) struct Entries(Map<String, Value>);

impl Entries {
    /// Puts an entry, unless there is nothing to put.
    pub(super) fn put(&mut self, key: &str, value: Option<impl Into<Value>>) {
        if let Some(value) = value {
            self.0.insert(key.to_owned(), value.into());
        }
    }

    /// Puts a list, unless it is empty.
    pub(super) fn list<T>(&mut self, key: &str, items: &[T], write: impl FnMut(&T) -> Value) {
        let items: Vec<Value> = items.iter().map(write).collect();
        self.put(key, (!items.is_empty()).then_some(items));
    }

    pub(super) fn value(self) -> Value {
        Value::Object(self.0)
    }
}

/// The words by which sessions refer to people.
pub(super) struct PeopleByGuid<'a>(BTreeMap<Uuid, &'a Person>);

impl<'a> PeopleByGuid<'a> {
    fn of(programme: &'a Programme) -> Self {
        Self(
            programme
                .people
                .iter()
                .map(|person| (person.guid, person))
                .collect(),
        )
    }

    pub(super) fn reference(&self, guid: Uuid) -> String {
        self.0
            .get(&guid)
            .map_or_else(|| guid.to_string(), |person| person.slug.pl.to_string())
    }
}

/// A text in all its languages, those of the interface first, as they stand on the page.
pub(super) fn text(text: &Text) -> Value {
    let mut versions: Vec<(&LanguageTag, &str)> = text.versions().collect();
    let rank = |tag: &LanguageTag| {
        Lang::ALL
            .iter()
            .position(|lang| lang.code() == tag.as_str())
            .unwrap_or(Lang::ALL.len())
    };
    versions.sort_by_key(|(tag, _)| rank(tag));
    Value::Object(
        versions
            .into_iter()
            .map(|(tag, words)| (tag.to_string(), words.into()))
            .collect(),
    )
}

/// The key of a kind as files have it: `expert_debate`.
pub(super) fn kind_key(slug: &Slug) -> String {
    slug.as_str().replace('-', "_")
}

/// One word, or two where the languages differ.
pub(super) fn slugs(slugs: &Slugs) -> Value {
    if slugs.pl == slugs.en {
        return slugs.pl.as_str().into();
    }
    let mut each = Entries::default();
    each.put("pl", Some(slugs.pl.as_str()));
    each.put("en", Some(slugs.en.as_str()));
    each.value()
}

/// A text whose bare words are English, as remarks for organisers are.
fn english(text: &Text) -> Value {
    let versions: Vec<(&LanguageTag, &str)> = text.versions().collect();
    match versions.as_slice() {
        [(tag, words)] if tag.as_str() == Lang::En.code() => (*words).into(),
        _ => self::text(text),
    }
}

fn keyed(slug: &Slug, name: &Text) -> Entries {
    let mut entries = Entries::default();
    entries.put("id", Some(slug.as_str()));
    entries.put("name", Some(text(name)));
    entries
}

fn congress(congress: &Congress) -> Value {
    let mut entries = Entries::default();
    entries.put("name", Some(text(&congress.name)));
    entries.put("slug", Some(congress.slug.as_str()));
    entries.put("place", congress.place.as_ref().map(text));
    entries.put("host_city_terc", congress.host_city_terc.as_deref());
    entries.put("timezone", Some(congress.zone.name()));
    entries.list("languages", &congress.languages, |tag| tag.as_str().into());
    entries.put("free_of_charge", Some(congress.free_of_charge));
    entries.put("expected_participants", congress.expected_participants);
    let mut others = congress.settings.clone();
    for key in SETTINGS {
        // `shift_remove` keeps the order of the others.
        entries.put(key, others.shift_remove(key));
    }
    entries.put("settings", (!others.is_empty()).then_some(others));
    entries.value()
}

fn day(day: &Day) -> Value {
    let mut entries = Entries::default();
    entries.put("day", Some(day.number));
    entries.put("date", Some(day.date.to_string()));
    entries.put("weekday", Some(text(&weekday(day.date))));
    entries.put("name", day.name.as_ref().map(text));
    entries.value()
}

fn room(room: &Room) -> Value {
    let mut entries = keyed(&room.slug, &room.name);
    entries.put("guid", Some(room.guid.to_string()));
    entries.put("capacity", room.capacity);
    entries.put("floor", room.floor.as_ref().map(english));
    entries.put("equipment", room.equipment.as_ref().map(english));
    let features: Vec<&str> = room.features.iter().copied().map(feature_key).collect();
    // Also when empty: left out, the features would be derived from the words above.
    entries.put("features", Some(features));
    entries.put("access", room.access.as_ref().map(text));
    entries.value()
}

fn track(track: &Track) -> Value {
    let mut entries = keyed(&track.slug, &track.name);
    entries.put("line", Some(track.line.key()));
    entries.value()
}

fn kind(kind: &Kind) -> Value {
    let mut entries = Entries::default();
    entries.put("id", Some(kind_key(&kind.slug)));
    entries.put("name", Some(text(&kind.name)));
    entries.put("default_minutes", kind.default_minutes);
    entries.put("signup", Some(kind.signup));
    entries.value()
}

fn person(person: &Person) -> Value {
    let mut entries = Entries::default();
    entries.put("guid", Some(person.guid.to_string()));
    entries.put("slug", Some(slugs(&person.slug)));
    entries.put("name", person.name.as_deref());
    entries.put("role", person.role.as_ref().map(text));
    entries.put("biography", person.biography.as_ref().map(text));
    entries.value()
}

fn proposal(proposal: &Challenge) -> Value {
    let mut entries = Entries::default();
    entries.put("id", Some(proposal.code.as_str()));
    entries.put("theme", Some(proposal.track.as_str()));
    entries.list("goals", &proposal.goals, |goal| goal.as_str().into());
    entries.put("challenge", Some(text(&proposal.challenge)));
    entries.put("evidence", proposal.evidence.as_ref().map(text));
    entries.put("causes", proposal.causes.as_ref().map(text));
    entries.put("affected", proposal.affected.as_ref().map(text));
    entries.list("solutions", &proposal.solutions, solution);
    entries.value()
}

fn solution(solution: &Recommendation) -> Value {
    let mut entries = Entries::default();
    entries.put("id", Some(solution.code.as_str()));
    entries.put("text", Some(text(&solution.text)));
    entries.put("instrument", solution.instrument.as_deref());
    entries.put("addressee", solution.addressee.as_deref());
    entries.put("priority", solution.priority);
    entries.put("horizon", solution.horizon.as_deref());
    entries.put("cost", solution.cost.as_deref());
    for kind in LinkKind::ALL {
        let others: Vec<&str> = solution
            .links
            .iter()
            .filter(|link| link.kind == kind)
            .map(|link| link.code.as_str())
            .collect();
        entries.list(kind.key(), &others, |code| (*code).into());
    }
    entries.value()
}

/// Indented by one space, which keeps a file of this depth narrow.
fn pretty(value: &Value) -> String {
    let mut bytes = Vec::new();
    let mut serializer = Serializer::with_formatter(&mut bytes, PrettyFormatter::with_indent(b" "));
    value
        .serialize(&mut serializer)
        .expect("a value of JSON always serializes into memory");
    bytes.push(b'\n');
    String::from_utf8(bytes).expect("serde_json writes UTF-8")
}
