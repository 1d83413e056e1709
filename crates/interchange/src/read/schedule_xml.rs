//! `schedule.xml` as a [`Schedule`].

use wiec_model::Programme;

use crate::read::problem::{Place, Problem, Report};
use crate::read::schedule::{
    Event, ForeignDay, ForeignLink, ForeignPerson, ForeignRoom, ForeignTrack, Found, Schedule,
};
use crate::read::xml_tree::{self, Element};
use crate::read::{Hints, assemble};

/// Reads a `schedule.xml`, or says everything that is wrong in it.
pub(crate) fn read(bytes: &[u8], hints: &Hints) -> Result<Programme, Vec<Problem>> {
    let report = Report::default();
    let root = source(bytes, &report).and_then(|source| xml_tree::parse(source, &report));
    let programme = root.and_then(|root| {
        if root.name != "schedule" {
            report.add(
                root.place.clone(),
                format!("should be <schedule>, not <{}>", root.name),
            );
            return None;
        }
        Some(assemble::programme(schedule(&root), hints, &report))
    });
    match programme {
        Some(programme) => report.conclude(programme),
        None => Err(report.conclude(()).err().unwrap_or_default()),
    }
}

fn source<'a>(bytes: &'a [u8], report: &Report) -> Option<&'a str> {
    let parsed = std::str::from_utf8(bytes);
    if let Err(error) = parsed {
        let line = bytes[..error.valid_up_to()]
            .iter()
            .filter(|&&byte| byte == b'\n')
            .count()
            + 1;
        report.add(
            Place::Line { line, column: 1 },
            "is not UTF-8 from here on; save the file in that encoding",
        );
    }
    parsed.ok()
}

fn schedule(root: &Element) -> Schedule {
    let mut schedule = Schedule {
        generator: root
            .child("generator")
            .and_then(|generator| generator.attribute("name"))
            .map(str::to_owned),
        days: root.children("day").map(day).collect(),
        ..Schedule::default()
    };
    if let Some(conference) = root.child("conference") {
        schedule.title = child(conference, "title");
        schedule.acronym = child(conference, "acronym");
        schedule.zone = child(conference, "time_zone_name");
        let base = child(conference, "base_url").or_else(|| child(conference, "url"));
        schedule.base_url = base.map(|base| base.words);
        schedule.tracks = conference.children("track").filter_map(track).collect();
    }
    schedule
}

fn track(element: &Element) -> Option<ForeignTrack> {
    let name = attribute(element, "name").or_else(|| found(element))?;
    Some(ForeignTrack {
        name,
        slug: element.attribute("slug").map(str::to_owned),
    })
}

fn day(element: &Element) -> ForeignDay {
    ForeignDay {
        date: attribute(element, "date"),
        start: attribute(element, "start"),
        rooms: element.children("room").map(room).collect(),
        place: element.place.clone(),
    }
}

fn room(element: &Element) -> (ForeignRoom, Vec<Event>) {
    let room = ForeignRoom {
        name: attribute(element, "name"),
        guid: attribute(element, "guid"),
        capacity: element.attribute("capacity").map(str::to_owned),
        description: None,
        place: element.place.clone(),
    };
    (room, element.children("event").map(event).collect())
}

fn event(element: &Element) -> Event {
    let recording = element.child("recording");
    let optout = recording.and_then(|recording| child(recording, "optout"));
    Event {
        place: element.place.clone(),
        guid: attribute(element, "guid"),
        code: attribute(element, "code"),
        id: attribute(element, "id"),
        date: child(element, "date"),
        start: child(element, "start"),
        end: child(element, "end"),
        duration: child(element, "duration"),
        title: child(element, "title"),
        subtitle: child(element, "subtitle"),
        summary: child(element, "abstract"),
        description: child(element, "description"),
        language: child(element, "language"),
        track: child(element, "track"),
        kind: child(element, "type"),
        persons: element
            .child("persons")
            .into_iter()
            .flat_map(|list| list.children("person"))
            .map(person)
            .collect(),
        do_not_record: optout
            .map(|optout| matches!(optout.words.to_lowercase().as_str(), "true" | "1" | "yes")),
        do_not_stream: false,
        licence: recording
            .and_then(|recording| child(recording, "license"))
            .map(|licence| licence.words),
        links: links(element),
    }
}

fn person(element: &Element) -> ForeignPerson {
    let name = found(element)
        .or_else(|| child(element, "name"))
        .map(|name| name.words);
    ForeignPerson {
        guid: attribute(element, "guid"),
        id: element
            .attribute("code")
            .or_else(|| element.attribute("id"))
            .map(str::to_owned),
        name,
        biography: element.attribute("biography").map(str::to_owned),
    }
}

fn links(event: &Element) -> Vec<ForeignLink> {
    let of = |list: &str, item: &'static str| {
        let lists = event.child(list).into_iter();
        lists
            .flat_map(|list| list.children(item).collect::<Vec<_>>())
            .collect::<Vec<_>>()
    };
    let all = of("links", "link")
        .into_iter()
        .chain(of("attachments", "attachment"));
    all.filter_map(|element| {
        let title = found(element).map(|title| title.words);
        Some(ForeignLink {
            url: attribute(element, "href")?,
            title,
        })
    })
    .collect()
}

fn child(element: &Element, name: &str) -> Option<Found> {
    element.child(name).and_then(found)
}

/// The text of an element, unless it is blank.
fn found(element: &Element) -> Option<Found> {
    let text = element.text();
    let words = text.trim();
    (!words.is_empty()).then(|| Found {
        words: words.to_owned(),
        place: element.place.clone(),
    })
}

/// The value of an attribute, unless it is blank.
fn attribute(element: &Element, name: &str) -> Option<Found> {
    let words = element.attribute(name)?.trim();
    (!words.is_empty()).then(|| Found {
        words: words.to_owned(),
        place: element.place.clone(),
    })
}
