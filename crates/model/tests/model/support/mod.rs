//! A small congress of two November days in Warsaw's time, built up from its sessions.

pub mod history;

use jiff::Timestamp;
use jiff::civil::DateTime;
use uuid::Uuid;
use wiec_model::challenge::Challenge;
use wiec_model::session::{Appearance, Recording, Stream, Talk};
use wiec_model::{
    Booking, Congress, Day, Feature, Goal, Kind, Lang, MapLine, Part, Person, Programme, Release,
    Room, Session, Slot, Slug, Slugs, Text, Track, Zone,
};

pub fn slug(words: &str) -> Slug {
    words.parse().unwrap()
}

pub fn text(words: &str) -> Text {
    Text::in_language(Lang::Pl, words).unwrap()
}

pub fn guid(what: &str) -> Uuid {
    Uuid::new_v5(&Uuid::NAMESPACE_URL, what.as_bytes())
}

/// An instant by the clocks of Kielce: `2026-11-14 10:00`.
pub fn at(local: &str) -> Timestamp {
    let local: DateTime = local.parse().unwrap();
    let warsaw = Zone::named("Europe/Warsaw").unwrap();
    warsaw.rules().to_timestamp(local).unwrap()
}

/// The day of the congress' zone that is written so: `2026-11-14`.
pub fn day(number: u16, date: &str) -> Day {
    Day {
        number,
        date: date.parse().unwrap(),
        name: None,
    }
}

/// A session that has neither room nor time yet.
pub fn waiting(code: &str) -> Session {
    let word = slug(&code.to_lowercase());
    Session {
        code: code.parse().unwrap(),
        guid: guid(code),
        slug: Slugs {
            pl: word.clone(),
            en: word,
        },
        title: text(&format!("Spotkanie {code}")),
        subtitle: None,
        lead: None,
        description: None,
        kind: slug("debate"),
        track: Some(slug("mie")),
        languages: Vec::new(),
        stream: Stream::Unstated,
        recording: Recording::Unstated,
        accessibility: None,
        capacity: None,
        booking: Booking::Open,
        visit: None,
        people: vec![speaks("skarbniczka")],
        talks: Vec::new(),
        phases: Vec::new(),
        tables: None,
        stories: Vec::new(),
        proposals_track: None,
        vote: None,
        links: Vec::new(),
        slot: None,
    }
}

/// A session in `room`, between two times of the clocks of Kielce.
pub fn scheduled(code: &str, room: &str, starts: &str, ends: &str) -> Session {
    Session {
        slot: Some(slot(room, starts, ends)),
        ..waiting(code)
    }
}

pub fn slot(room: &str, starts: &str, ends: &str) -> Slot {
    Slot {
        room: slug(room),
        starts_at: at(starts),
        ends_at: at(ends),
    }
}

pub fn speaks(person: &str) -> Appearance {
    Appearance {
        person: guid(person),
        part: Part::Speaker,
    }
}

/// A short talk that these tell.
pub fn told_by(people: &[&str]) -> Talk {
    Talk {
        title: text("Krótko"),
        minutes: 4,
        people: people.iter().map(|person| guid(person)).collect(),
    }
}

/// The small congress with these sessions; whatever they name exists, and nothing contradicts itself.
pub fn programme(sessions: Vec<Session>) -> Programme {
    Programme {
        congress: congress(),
        days: vec![day(1, "2026-11-14"), day(2, "2026-11-15")],
        rooms: vec![
            room("kamienna", &[Feature::HearingLoop, Feature::SignLanguage]),
            room("kadzielnia", &[Feature::StepFree]),
        ],
        tracks: vec![
            track("mie", MapLine::Mieszkanie),
            track("tra", MapLine::Transport),
        ],
        goals: vec![goal("kompaktowe"), goal("zielone")],
        kinds: vec![kind("debate"), kind(Kind::SERVICE)],
        people: vec![person("skarbniczka"), person("urbanista")],
        sessions,
        proposals: vec![proposal("W01"), proposal("W02")],
    }
}

/// Releases `draft`, an hour of the clock for each number.
pub fn release(draft: &Programme, previous: Option<&Release>) -> Release {
    let number = previous.map_or(1, |previous| previous.number + 1);
    let at = released_at(number);
    Release::of(draft, previous, &format!("{number}.0"), at).unwrap()
}

/// When [`release`] makes the release of this number.
pub fn released_at(number: u32) -> Timestamp {
    at("2026-10-01 08:00") + jiff::SignedDuration::from_hours(number.into())
}

fn congress() -> Congress {
    Congress {
        slug: slug("kpm-2026"),
        name: text("Kongres Polityki Miejskiej"),
        place: None,
        zone: Zone::named("Europe/Warsaw").unwrap(),
        languages: vec![Lang::Pl.into(), Lang::En.into()],
        note: None,
        host_city_terc: None,
        free_of_charge: true,
        expected_participants: None,
        settings: serde_json::Map::new(),
    }
}

pub fn room(word: &str, features: &[Feature]) -> Room {
    Room {
        slug: slug(word),
        guid: guid(word),
        name: text(word),
        capacity: None,
        floor: None,
        equipment: None,
        features: features.to_vec(),
        access: None,
    }
}

fn track(word: &str, line: MapLine) -> Track {
    Track {
        slug: slug(word),
        name: text(word),
        line,
    }
}

fn goal(word: &str) -> Goal {
    Goal {
        slug: slug(word),
        name: text(word),
    }
}

fn kind(word: &str) -> Kind {
    Kind {
        slug: slug(word),
        name: text(word),
        default_minutes: None,
        signup: false,
    }
}

fn person(word: &str) -> Person {
    Person {
        slug: Slugs {
            pl: slug(word),
            en: slug(&format!("{word}-en")),
        },
        guid: guid(word),
        name: None,
        role: Some(text(word)),
        biography: None,
    }
}

fn proposal(code: &str) -> Challenge {
    Challenge {
        code: code.to_owned(),
        track: slug("mie"),
        goals: vec![slug("zielone")],
        challenge: text("Mieszkań brakuje"),
        evidence: None,
        causes: None,
        affected: None,
        solutions: Vec::new(),
    }
}
