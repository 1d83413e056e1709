//! `schedule.json` as a [`Schedule`]: today's schema, pretalx's extras, and frab's older shapes.
//!
//! Keys that are not taken are passed over: the format is extended by everyone who writes it.

use serde_json::{Map, Value};
use wiec_model::Programme;

use crate::read::json::{self, step};
use crate::read::problem::{Place, Problem, Report};
use crate::read::schedule::{
    Event, ForeignDay, ForeignLink, ForeignPerson, ForeignRoom, ForeignTrack, Found, Schedule,
};
use crate::read::{Hints, assemble};

/// Reads a `schedule.json`, or says everything that is wrong in it.
pub(crate) fn read(bytes: &[u8], hints: &Hints) -> Result<Programme, Vec<Problem>> {
    let report = Report::default();
    let root = json::parse(bytes, &report);
    let programme = root.as_ref().and_then(|root| {
        let root = Node {
            value: root,
            pointer: String::new(),
            of: None,
            report: &report,
        };
        let outer = root.get("schedule");
        let Some(conference) = outer.as_ref().unwrap_or(&root).get("conference") else {
            report.add(Place::File, "has no \"conference\"; is it a schedule.json?");
            return None;
        };
        let schedule = schedule(&root, outer.as_ref(), &conference);
        Some(assemble::programme(schedule, hints, &report))
    });
    match programme {
        Some(programme) => report.conclude(programme),
        None => Err(report.conclude(()).err().unwrap_or_default()),
    }
}

fn schedule(root: &Node<'_>, outer: Option<&Node<'_>>, conference: &Node<'_>) -> Schedule {
    let generator = root.get("generator").or_else(|| outer?.get("generator"));
    let base_url = outer.and_then(|outer| outer.string("base_url"));
    Schedule {
        generator: generator.and_then(|generator| generator.string("name")),
        title: conference.found("title"),
        acronym: conference.found("acronym"),
        zone: conference.found("time_zone_name"),
        base_url: base_url
            .or_else(|| conference.string("base_url"))
            .or_else(|| conference.string("url")),
        tracks: conference
            .items("tracks")
            .iter()
            .filter_map(track)
            .collect(),
        rooms: conference.items("rooms").iter().map(room).collect(),
        days: conference.items("days").iter().map(day).collect(),
    }
}

fn track(node: &Node<'_>) -> Option<ForeignTrack> {
    Some(ForeignTrack {
        name: node.found("name")?,
        slug: node.string("slug"),
    })
}

fn room(node: &Node<'_>) -> ForeignRoom {
    ForeignRoom {
        name: node.found("name"),
        guid: node.found("guid"),
        capacity: node.string("capacity"),
        description: node.string("description"),
        place: node.place(),
    }
}

fn day(node: &Node<'_>) -> ForeignDay {
    let start = node.found("day_start");
    ForeignDay {
        date: node.found("date"),
        start,
        rooms: rooms(node),
        place: node.place(),
    }
}

/// Rooms are the keys of an object, so their order is that of the file.
fn rooms(day: &Node<'_>) -> Vec<(ForeignRoom, Vec<Event>)> {
    let Some(rooms) = day.get("rooms") else {
        return Vec::new();
    };
    let Some(entries) = rooms.object() else {
        return Vec::new();
    };
    let of = |name: &String| {
        let place = Place::Value {
            pointer: step(&rooms.pointer, name),
            of: None,
        };
        let words = name.trim().to_owned();
        let name_found = (!words.is_empty()).then(|| Found {
            words,
            place: place.clone(),
        });
        let room = ForeignRoom {
            name: name_found,
            guid: None,
            capacity: None,
            description: None,
            place,
        };
        (room, rooms.items(name).into_iter().map(event).collect())
    };
    entries.keys().map(of).collect()
}

fn event(node: Node<'_>) -> Event {
    let node = &Node {
        of: node.string("code").or_else(|| node.string("id")),
        ..node
    };
    let people = if node.has("persons") {
        node.items("persons")
    } else {
        node.items("speakers")
    };
    Event {
        place: node.place(),
        guid: node.found("guid"),
        code: node.found("code"),
        id: node.found("id"),
        date: node.found("date"),
        start: node.found("start"),
        end: node.found("end"),
        duration: node.found("duration"),
        title: node.found("title"),
        subtitle: node.found("subtitle"),
        summary: node.found("abstract"),
        description: node.found("description"),
        language: node.found("language"),
        track: node.found("track"),
        kind: node.found("type"),
        persons: people.iter().map(person).collect(),
        do_not_record: node.flag("do_not_record"),
        do_not_stream: node.flag("do_not_stream").unwrap_or_default(),
        licence: node.string("recording_license"),
        links: ["links", "attachments"]
            .iter()
            .flat_map(|list| node.items(list))
            .filter_map(|link| self::link(&link))
            .collect(),
    }
}

fn person(node: &Node<'_>) -> ForeignPerson {
    let names = ["public_name", "full_public_name", "name"];
    ForeignPerson {
        guid: node.found("guid"),
        id: node.string("code").or_else(|| node.string("id")),
        name: names.iter().find_map(|key| node.string(key)),
        biography: node
            .string("biography")
            .or_else(|| node.string("description")),
    }
}

fn link(node: &Node<'_>) -> Option<ForeignLink> {
    let url = node.found("url").or_else(|| node.found("href"))?;
    Some(ForeignLink {
        url,
        title: node.string("title").or_else(|| node.string("name")),
    })
}

/// A value of the file, read leniently: what is of another sort than expected is a problem, what
/// is missing or null is not.
struct Node<'a> {
    value: &'a Value,
    pointer: String,
    /// The code or number of the event that it belongs to.
    of: Option<String>,
    report: &'a Report,
}

impl<'a> Node<'a> {
    fn place(&self) -> Place {
        Place::Value {
            pointer: self.pointer.clone(),
            of: self.of.clone(),
        }
    }

    fn object(&self) -> Option<&'a Map<String, Value>> {
        if !self.value.is_object() {
            self.report.add(self.place(), "should be an object {…}");
        }
        self.value.as_object()
    }

    fn has(&self, key: &str) -> bool {
        self.value.get(key).is_some_and(|value| !value.is_null())
    }

    fn get(&self, key: &str) -> Option<Self> {
        let value = self.value.get(key).filter(|value| !value.is_null())?;
        Some(Self {
            value,
            pointer: step(&self.pointer, key),
            of: self.of.clone(),
            report: self.report,
        })
    }

    /// Words, or a number as words; of words per language those that come first.
    fn found(&self, key: &str) -> Option<Found> {
        let node = self.get(key)?;
        let words = match node.value {
            Value::String(words) => words.trim().to_owned(),
            Value::Number(number) => number.to_string(),
            Value::Object(versions) => versions.values().find_map(Value::as_str)?.trim().to_owned(),
            _ => {
                node.report.add(node.place(), "should be words");
                return None;
            }
        };
        (!words.is_empty()).then(|| Found {
            words,
            place: node.place(),
        })
    }

    fn string(&self, key: &str) -> Option<String> {
        self.found(key).map(|found| found.words)
    }

    /// Yes or no; anything else, such as the words "no stream, please", counts as yes.
    fn flag(&self, key: &str) -> Option<bool> {
        match self.get(key)?.value {
            Value::Bool(flag) => Some(*flag),
            Value::String(words) => Some(!matches!(
                words.trim().to_lowercase().as_str(),
                "" | "false" | "no" | "0"
            )),
            Value::Number(number) => Some(number.as_i64() != Some(0)),
            _ => Some(true),
        }
    }

    fn items(&self, key: &str) -> Vec<Self> {
        let Some(list) = self.get(key) else {
            return Vec::new();
        };
        let Some(items) = list.value.as_array() else {
            list.report.add(list.place(), "should be a list […]");
            return Vec::new();
        };
        let node = |(index, value)| {
            let pointer = format!("{}/{index}", list.pointer);
            Node {
                value,
                pointer,
                of: self.of.clone(),
                report: self.report,
            }
        };
        items
            .iter()
            .enumerate()
            .map(node)
            .filter(|node| node.object().is_some())
            .collect()
    }
}
