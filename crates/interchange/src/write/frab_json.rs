//! frab's `schedule.json`, valid against the public schema of voc/schedule.

use serde_json::{Map, Value, json};
use wiec_model::session::{Recording, Stream};
use wiec_model::{Day, Lang, Room, Text, Track};

use super::GENERATOR;
use super::context::{Context, Entry, called};
use super::frab::{self, Numbers};

/// The file's name.
pub const FILE: &str = "schedule.json";

/// The whole programme.
#[must_use]
pub fn schedule(context: &Context<'_>, lang: Lang) -> String {
    let home = context.addresses.home(lang);
    let file = json!({
        "$schema": "https://c3voc.de/schedule/schema.json",
        "generator": { "name": GENERATOR, "version": env!("CARGO_PKG_VERSION") },
        "schedule": {
            "url": context.addresses.file(FILE, lang),
            "version": context.version(),
            "base_url": home,
            "conference": conference(context, &home, lang),
        },
    });
    file.to_string()
}

fn conference(context: &Context<'_>, home: &str, lang: Lang) -> Value {
    let programme = context.programme();
    let acronym = frab::acronym(&programme.congress.slug);
    let numbers = Numbers::of(context);
    let date = |day: Option<&Day>| day.map(|day| day.date.to_string()).unwrap_or_default();
    let days = programme
        .days
        .iter()
        .map(|day| day_value(context, &numbers, &acronym, day, lang));
    let mut conference = json!({
        "acronym": acronym,
        "title": programme.name(lang),
        "start": date(programme.days.first()),
        "end": date(programme.days.last()),
        "daysCount": programme.days.len(),
        "timeslot_duration": frab::TIMESLOT,
        "url": home,
        "tracks": programme.tracks.iter().map(|track| track_value(track, lang)).collect::<Value>(),
        "rooms": programme.rooms.iter().map(|room| room_value(context, room, lang)).collect::<Value>(),
        "days": days.collect::<Value>(),
    });
    if is_zone_name(context.zone().name()) {
        conference["time_zone_name"] = json!(context.zone().name());
    }
    conference
}

fn track_value(track: &Track, lang: Lang) -> Value {
    let mut value = json!({ "name": track.name.words(lang) });
    put_slug(&mut value, track.slug.as_str());
    value
}

fn room_value(context: &Context<'_>, room: &Room, lang: Lang) -> Value {
    let mut value = json!({
        "name": room.name.words(lang),
        "guid": room.guid,
        "description": room.floor.as_ref().map(|floor| floor.words(lang)),
        "capacity": room.capacity,
        "url": context.addresses.room(room, lang),
    });
    put_slug(&mut value, room.slug.as_str());
    value
}

/// Slugs of one character are left out: the schema wants two.
fn put_slug(value: &mut Value, slug: &str) {
    if slug.len() >= 2 {
        value["slug"] = json!(slug);
    }
}

fn day_value(
    context: &Context<'_>,
    numbers: &Numbers,
    acronym: &str,
    day: &Day,
    lang: Lang,
) -> Value {
    let (start, end) = context.programme().bounds_of(day);
    let mut rooms = Map::new();
    for room in &context.programme().rooms {
        let events: Vec<Value> = context
            .on(day)
            .filter(|entry| entry.slot.room == room.slug)
            .map(|entry| event(context, numbers, acronym, entry, lang))
            .collect();
        if !events.is_empty() {
            // Rooms are told apart by name here, so two of one name share a list.
            let list = rooms
                .entry(room.name.words(lang))
                .or_insert_with(|| json!([]));
            list.as_array_mut()
                .expect("only lists are put into it")
                .extend(events);
        }
    }
    json!({
        "index": day.number,
        "date": day.date.to_string(),
        "day_start": context.stamp(start),
        "day_end": context.stamp(end),
        "rooms": rooms,
    })
}

fn event(
    context: &Context<'_>,
    numbers: &Numbers,
    acronym: &str,
    entry: &Entry<'_>,
    lang: Lang,
) -> Value {
    let session = entry.session;
    let url = context.addresses.session(session, lang);
    let mut event = json!({
        "guid": session.guid,
        "id": numbers.session(session.guid),
        "date": context.stamp(entry.slot.starts_at),
        "start": frab::hour(context, entry),
        "end": context.stamp(entry.slot.ends_at),
        "duration": frab::length(entry),
        "room": entry.room.map_or("", |room| room.name.words(lang)),
        "slug": frab::slug(acronym, session, lang),
        "url": url,
        "origin_url": url,
        "title": session.title.words(lang),
        "subtitle": words(session.subtitle.as_ref(), lang),
        "track": words(entry.track.map(|track| &track.name), lang),
        "type": words(entry.kind.map(|kind| &kind.name), lang).unwrap_or_default(),
        "language": frab::language(context, entry),
        "abstract": words(session.lead.as_ref(), lang),
        "description": words(session.description.as_ref(), lang),
        "persons": persons(context, numbers, entry, lang),
        "links": links(entry),
    });
    put_rules(&mut event, entry);
    event
}

/// What may be absent: the code, and what nobody has said about recording and streaming.
fn put_rules(event: &mut Value, entry: &Entry<'_>) {
    let code = entry.session.code.as_str();
    if code
        .chars()
        .all(|c| c.is_ascii_digit() || c.is_ascii_uppercase())
    {
        event["code"] = json!(code);
    }
    match &entry.session.recording {
        Recording::Unstated => {}
        Recording::Forbidden => event["do_not_record"] = json!(true),
        Recording::Allowed { licence } => {
            event["do_not_record"] = json!(false);
            if let Some(licence) = licence {
                event["recording_license"] = json!(licence);
            }
        }
    }
    match entry.session.stream {
        Stream::Unstated => {}
        Stream::Streamed => event["do_not_stream"] = json!(false),
        Stream::RoomOnly => event["do_not_stream"] = json!(true),
    }
}

/// Both shapes of a person that the schema knows are exclusive; this is pretalx's, with a number.
fn persons(context: &Context<'_>, numbers: &Numbers, entry: &Entry<'_>, lang: Lang) -> Value {
    let person = |(person, _): &(&wiec_model::Person, _)| {
        json!({
            "id": numbers.person(person.guid),
            "guid": person.guid,
            "name": called(person, lang),
            "biography": words(person.biography.as_ref(), lang),
            "url": context.addresses.person(person, lang),
        })
    };
    entry.people.iter().map(person).collect()
}

fn links(entry: &Entry<'_>) -> Value {
    let link = |link: &wiec_model::session::Link| json!({ "url": link.url, "title": link.title.as_ref().unwrap_or(&link.url), "type": "related" });
    entry.session.links.iter().map(link).collect()
}

fn words(text: Option<&Text>, lang: Lang) -> Option<&str> {
    text.map(|text| text.words(lang))
}

/// The schema knows `Europe/Warsaw` and `UTC`, but not `Etc/GMT+2`: such a name is left out.
fn is_zone_name(name: &str) -> bool {
    let capitalised = |word: &str| {
        let mut letters = word.chars();
        letters.next().is_some_and(|c| c.is_ascii_uppercase())
            && letters.next().is_some_and(|c| c.is_ascii_lowercase())
    };
    name.ends_with("UTC")
        || name.split_once('/').is_some_and(|(area, city)| {
            area.chars().all(|c| c.is_ascii_alphabetic())
                && area.chars().skip(1).all(|c| c.is_ascii_lowercase())
                && capitalised(area)
                && capitalised(city)
        })
}
