//! frab's `schedule.xml`, as the schedule apps on phones and the video crews read it.
//!
//! Valid against the public schema of voc/schedule. Sessions past midnight stand under the day of
//! the congress that they belong to; cancelled ones do not stand there at all.

use wiec_model::session::Recording;
use wiec_model::{Day, Lang, Room, Text, Track};

use super::GENERATOR;
use super::context::{Context, Entry, called};
use super::frab::{self, Numbers};
use super::xml::Document;

/// The file's name.
pub const FILE: &str = "schedule.xml";

/// The whole programme.
#[must_use]
pub fn schedule(context: &Context<'_>, lang: Lang) -> String {
    let mut xml = Document::new();
    xml.open("schedule", &[]);
    xml.empty(
        "generator",
        &[("name", GENERATOR), ("version", env!("CARGO_PKG_VERSION"))],
    );
    xml.plain("url", &context.addresses.file(FILE, lang));
    xml.plain("version", &context.version());
    conference(&mut xml, context, lang);
    let numbers = Numbers::of(context);
    for day in &context.programme().days {
        write_day(&mut xml, context, &numbers, day, lang);
    }
    xml.finish()
}

fn conference(xml: &mut Document<'_>, context: &Context<'_>, lang: Lang) {
    let programme = context.programme();
    let home = context.addresses.home(lang);
    xml.open("conference", &[]);
    xml.plain("title", programme.name(lang));
    xml.plain("acronym", &frab::acronym(&programme.congress.slug));
    if let (Some(first), Some(last)) = (programme.days.first(), programme.days.last()) {
        xml.plain("start", &first.date.to_string());
        xml.plain("end", &last.date.to_string());
    }
    xml.plain("days", &programme.days.len().to_string());
    xml.plain("timeslot_duration", frab::TIMESLOT);
    xml.plain("base_url", &home);
    xml.plain("url", &home);
    xml.plain("time_zone_name", context.zone().name());
    for track in &programme.tracks {
        write_track(xml, track, lang);
    }
    xml.close();
}

fn write_track(xml: &mut Document<'_>, track: &Track, lang: Lang) {
    let (name, slug) = (track.name.words(lang), track.slug.as_str());
    // The schema wants a letter first and two characters at least; the slug may be left out.
    if slug.len() >= 2 && slug.starts_with(|c: char| c.is_ascii_lowercase()) {
        xml.leaf("track", &[("name", name), ("slug", slug)], name);
    } else {
        xml.leaf("track", &[("name", name)], name);
    }
}

fn write_day(
    xml: &mut Document<'_>,
    context: &Context<'_>,
    numbers: &Numbers,
    day: &Day,
    lang: Lang,
) {
    let (start, end) = context.programme().bounds_of(day);
    xml.open(
        "day",
        &[
            ("index", &day.number.to_string()),
            ("date", &day.date.to_string()),
            ("start", &context.stamp(start)),
            ("end", &context.stamp(end)),
        ],
    );
    for room in &context.programme().rooms {
        let sessions: Vec<&Entry<'_>> = context
            .on(day)
            .filter(|entry| entry.slot.room == room.slug)
            .collect();
        if !sessions.is_empty() {
            xml.open(
                "room",
                &[
                    ("name", room.name.words(lang)),
                    ("guid", &room.guid.to_string()),
                ],
            );
            sessions
                .iter()
                .for_each(|entry| event(xml, context, numbers, entry, room, lang));
            xml.close();
        }
    }
    xml.close();
}

fn event(
    xml: &mut Document<'_>,
    context: &Context<'_>,
    numbers: &Numbers,
    entry: &Entry<'_>,
    room: &Room,
    lang: Lang,
) {
    let session = entry.session;
    let (guid, number) = (
        session.guid.to_string(),
        numbers.session(session.guid).to_string(),
    );
    let (code, identity) = (session.code.as_str(), [("guid", &*guid), ("id", &*number)]);
    if is_code(code) {
        xml.open("event", &[identity[0], identity[1], ("code", code)]);
    } else {
        xml.open("event", &identity);
    }
    let url = context.addresses.session(session, lang);
    let acronym = frab::acronym(&context.programme().congress.slug);
    xml.plain("room", room.name.words(lang));
    xml.plain("title", session.title.words(lang));
    xml.plain("subtitle", words(session.subtitle.as_ref(), lang));
    xml.plain("type", entry.kind.map_or("", |kind| kind.name.words(lang)));
    xml.plain("date", &context.stamp(entry.slot.starts_at));
    xml.plain("start", &frab::hour(context, entry));
    xml.plain("duration", &frab::length(entry));
    xml.plain("abstract", words(session.lead.as_ref(), lang));
    xml.plain("slug", &frab::slug(&acronym, session, lang));
    xml.plain(
        "track",
        entry.track.map_or("", |track| track.name.words(lang)),
    );
    persons(xml, numbers, entry, lang);
    xml.plain(
        "language",
        frab::language(context, entry).unwrap_or_default(),
    );
    xml.plain("description", words(session.description.as_ref(), lang));
    recording(xml, &session.recording);
    links(xml, entry);
    xml.plain("url", &url);
    xml.plain("origin_url", &url);
    xml.close();
}

fn persons(xml: &mut Document<'_>, numbers: &Numbers, entry: &Entry<'_>, lang: Lang) {
    xml.open("persons", &[]);
    for (person, _) in &entry.people {
        let (guid, id) = (
            person.guid.to_string(),
            numbers.person(person.guid).to_string(),
        );
        xml.leaf(
            "person",
            &[("id", &id), ("guid", &guid)],
            called(person, lang),
        );
    }
    xml.close();
}

/// Nothing is written while nobody has said whether a session may be recorded.
fn recording(xml: &mut Document<'_>, rule: &Recording) {
    let (licence, optout) = match rule {
        Recording::Unstated => return,
        Recording::Allowed { licence } => (licence.as_deref().unwrap_or_default(), "false"),
        Recording::Forbidden => ("", "true"),
    };
    xml.open("recording", &[]);
    xml.plain("license", licence);
    xml.plain("optout", optout);
    xml.close();
}

fn links(xml: &mut Document<'_>, entry: &Entry<'_>) {
    xml.open("links", &[]);
    for link in &entry.session.links {
        let title = link.title.as_deref().unwrap_or(&link.url);
        xml.leaf("link", &[("href", &link.url), ("type", "related")], title);
    }
    xml.close();
}

fn words(text: Option<&Text>, lang: Lang) -> &str {
    text.map_or("", |text| text.words(lang))
}

/// The schema knows only codes in pretalx's shape.
fn is_code(code: &str) -> bool {
    code.len() == 6
        && code
            .chars()
            .all(|c| c.is_ascii_digit() || c.is_ascii_uppercase())
}
