//! A programme with every kind of value in it, of any size.

use jiff::Timestamp;
use serde_json::json;
use uuid::Uuid;
use wiec_model::challenge::{Challenge, CrossLink, LinkKind, Recommendation};
use wiec_model::person::Part;
use wiec_model::session::{Appearance, Link, Phase, Recording, Story, Stream, Tables, Talk, Visit};
use wiec_model::{
    Booking, Congress, Day, Feature, Goal, Kind, MapLine, Person, Programme, Release, Room,
    Session, Slot, Slug, Slugs, Text, Track, Zone,
};
use wiec_store::Export;

/// The address of the edition.
pub const SLUG: &str = "kpm-2019";

pub fn slug(words: &str) -> Slug {
    words.parse().unwrap()
}

pub fn at(instant: &str) -> Timestamp {
    instant.parse().unwrap()
}

/// A moment at which something is written.
pub fn now() -> Timestamp {
    at("2019-11-01T08:15:30.123456Z")
}

pub fn guid(what: &str, number: usize) -> Uuid {
    Uuid::new_v5(&Uuid::NAMESPACE_URL, format!("{what}/{number}").as_bytes())
}

fn text(versions: &[(&str, &str)]) -> Text {
    Text::of(
        versions
            .iter()
            .map(|(tag, words)| (tag.parse().unwrap(), (*words).to_owned())),
    )
    .unwrap()
}

/// A programme with `sessions` sessions.
pub fn programme(sessions: usize) -> Programme {
    Programme {
        congress: congress(SLUG),
        days: days(),
        rooms: rooms(),
        tracks: tracks(),
        goals: vec![Goal {
            slug: slug("kompaktowe"),
            name: text(&[("pl", "Miasta kompaktowe")]),
        }],
        kinds: kinds(),
        people: (0..sessions.max(2)).map(person).collect(),
        sessions: (0..sessions).map(session).collect(),
        proposals: vec![
            proposal("W04"),
            Challenge {
                evidence: None,
                solutions: vec![],
                ..proposal("W01")
            },
        ],
    }
}

pub fn congress(address: &str) -> Congress {
    let settings = json!({
        "registration": { "opens": "2019-07-16T09:00", "closes": "2019-11-06T23:59" },
        "call": { "kinds": ["poster", "flop"], "abstract_max_chars": 1800 },
        "comments": null,
        "a": { "z": 1, "b": 2.5 },
    });
    Congress {
        slug: slug(address),
        name: text(&[
            ("pl", "Kongres Polityki Miejskiej"),
            ("en", "Congress of Urban Policy"),
            ("de", "Kongress"),
        ]),
        place: None,
        zone: Zone::named("Europe/Warsaw").unwrap(),
        languages: vec![
            "pl".parse().unwrap(),
            "en".parse().unwrap(),
            "pjm".parse().unwrap(),
        ],
        note: Some(text(&[("pl", "Treści są przykładowe; \"cudzysłów\" i 🏙")])),
        host_city_terc: Some("2661011".to_owned()),
        free_of_charge: true,
        expected_participants: Some(u32::MAX),
        settings: settings.as_object().unwrap().clone(),
    }
}

fn days() -> Vec<Day> {
    let day = |number, date: &str, name| Day {
        number,
        date: date.parse().unwrap(),
        name,
    };
    vec![
        day(
            1,
            "2019-11-14",
            Some(text(&[("pl", "Dzień pierwszy"), ("en", "Day one")])),
        ),
        day(2, "2019-11-15", None),
    ]
}

fn rooms() -> Vec<Room> {
    let small = Room {
        slug: slug("kadzielnia"),
        guid: guid("room", 1),
        name: text(&[("pl", "Kadzielnia")]),
        capacity: None,
        floor: None,
        equipment: None,
        features: vec![],
        access: None,
    };
    let large = Room {
        slug: slug("aula"),
        guid: guid("room", 2),
        name: text(&[("pl", "Aula"), ("uk", "Зала")]),
        capacity: Some(600),
        floor: Some(text(&[("pl", "parter")])),
        equipment: Some(text(&[("pl", "scena,\n**światło**")])),
        features: vec![Feature::StepFree, Feature::HearingLoop, Feature::Stream],
        access: Some(text(&[("en", "ramp")])),
    };
    // Against the alphabet, so that only a stored order can bring them back.
    vec![small, large]
}

fn tracks() -> Vec<Track> {
    let lines = MapLine::IN_ORDER.into_iter().chain([MapLine::Brak]);
    let track = |(number, line)| Track {
        slug: slug(&format!("t{}", 9 - number)),
        name: text(&[("pl", &format!("Temat {number}"))]),
        line,
    };
    lines.enumerate().map(track).collect()
}

fn kinds() -> Vec<Kind> {
    let name = text(&[("pl", "Warsztat"), ("en", "Workshop")]);
    vec![
        Kind {
            slug: slug("workshop"),
            name: name.clone(),
            default_minutes: Some(90),
            signup: true,
        },
        Kind {
            slug: slug("debate"),
            name,
            default_minutes: None,
            signup: false,
        },
    ]
}

fn person(number: usize) -> Person {
    let slug_of = slug(&format!("osoba-{number}"));
    let named = number.is_multiple_of(2);
    Person {
        slug: Slugs {
            pl: slug_of,
            en: slug(&format!("person-{number}")),
        },
        guid: guid("person", number),
        name: named.then(|| format!("Osoba {number}")),
        role: (!named).then(|| text(&[("pl", "skarbniczka miasta")])),
        biography: named.then(|| text(&[("en", "Likes *trams*.")])),
    }
}

/// A session: the even ones have everything, the odd ones nothing that can be left out.
fn session(number: usize) -> Session {
    let bare = bare_session(number);
    if number % 2 == 1 {
        return bare;
    }
    let start = at("2019-11-14T08:00:00Z")
        + jiff::SignedDuration::from_mins(15 * i64::try_from(number % 90).unwrap());
    Session {
        subtitle: Some(text(&[("pl", "z podtytułem")])),
        lead: Some(text(&[("pl", "O czym mówimy: ".repeat(8).as_str())])),
        description: Some(text(&[
            ("pl", "Akapit.\n\n- punkt\t1 ".repeat(12).as_str()),
            ("en", "A paragraph."),
        ])),
        track: Some(slug("t9")),
        languages: vec!["pl".parse().unwrap(), "pjm".parse().unwrap()],
        stream: Stream::Streamed,
        recording: Recording::Allowed {
            licence: Some("CC BY 4.0".to_owned()),
        },
        accessibility: Some(text(&[("pl", "napisy na żywo")])),
        capacity: Some(24),
        booking: Booking::FirstCome { waitlist: true },
        visit: Some(Visit {
            transport: Some("coach".to_owned()),
            needs_id: true,
        }),
        people: vec![
            Appearance {
                person: guid("person", 1),
                part: Part::Speaker,
            },
            Appearance {
                person: guid("person", 0),
                part: Part::Moderator,
            },
            Appearance {
                person: guid("person", 1),
                part: Part::Host,
            },
        ],
        talks: vec![talk(3, &[1]), talk(2, &[]), talk(1, &[1, 0])],
        phases: vec![phase("Rozgrzewka", Some("1-2-4")), phase("Wnioski", None)],
        tables: Some(Tables {
            count: 6,
            size: None,
        }),
        stories: vec![Story {
            title: text(&[("pl", "Ławka, której nie było")]),
            role: Some(text(&[("pl", "urzędnik")])),
            minutes: 7,
            fields: vec![
                "plan".to_owned(),
                "what_happened".to_owned(),
                "lesson".to_owned(),
            ],
        }],
        proposals_track: Some(slug("t3")),
        vote: Some(json!({ "kind": "approval", "at": "2019-11-15T16:00", "z": null, "a": [1, 2] })),
        links: vec![Link {
            url: "https://example.org/ą?b=c&d".to_owned(),
            title: None,
        }],
        slot: Some(Slot {
            room: slug(if number.is_multiple_of(4) {
                "aula"
            } else {
                "kadzielnia"
            }),
            starts_at: start,
            ends_at: start + jiff::SignedDuration::from_mins(45),
        }),
        ..bare
    }
}

fn bare_session(number: usize) -> Session {
    Session {
        code: format!("S{number}").parse().unwrap(),
        guid: guid("session", number),
        slug: Slugs {
            pl: slug(&format!("sesja-{number}")),
            en: slug(&format!("session-{number}")),
        },
        title: text(&[("pl", &format!("Sesja {number}"))]),
        subtitle: None,
        lead: None,
        description: None,
        kind: slug("debate"),
        track: None,
        languages: vec![],
        stream: Stream::Unstated,
        recording: Recording::Forbidden,
        accessibility: None,
        capacity: None,
        booking: Booking::Open,
        visit: None,
        people: vec![],
        talks: vec![],
        phases: vec![],
        tables: None,
        stories: vec![],
        proposals_track: None,
        vote: None,
        links: vec![],
        slot: None,
    }
}

fn talk(number: usize, people: &[usize]) -> Talk {
    Talk {
        title: text(&[("pl", &format!("Głos {number}"))]),
        minutes: 4,
        people: people.iter().map(|&one| guid("person", one)).collect(),
    }
}

fn phase(name: &str, grouping: Option<&str>) -> Phase {
    let output = grouping.map(|_| "cards".to_owned());
    Phase {
        name: text(&[("pl", name)]),
        minutes: 15,
        grouping: grouping.map(str::to_owned),
        output,
    }
}

fn proposal(code: &str) -> Challenge {
    let solution = |number: u32, full: bool| Recommendation {
        code: format!("{code}.R{number}"),
        text: text(&[("pl", "Co zrobić"), ("en", "What to do")]),
        instrument: full.then(|| "legal".to_owned()),
        addressee: full.then(|| "commune".to_owned()),
        priority: full.then_some(number),
        horizon: full.then(|| "short".to_owned()),
        cost: full.then(|| "low".to_owned()),
        links: if full {
            vec![CrossLink {
                kind: LinkKind::DependsOn,
                code: format!("{code}.R1"),
            }]
        } else {
            vec![]
        },
    };
    Challenge {
        code: code.to_owned(),
        track: slug("t5"),
        goals: vec![slug("kompaktowe")],
        challenge: text(&[("pl", "Wyzwanie")]),
        evidence: Some(text(&[("pl", "Dowód")])),
        causes: Some(text(&[("pl", "Przyczyna")])),
        affected: Some(text(&[("pl", "Najemcy")])),
        solutions: vec![solution(2, true), solution(1, false)],
    }
}

/// The release after `previous`, of a programme.
pub fn release(programme: &Programme, previous: Option<&Release>) -> Release {
    Release::of(
        programme,
        previous,
        "po korekcie sal",
        at("2019-11-02T10:00:00.5Z"),
    )
    .unwrap()
}

/// `count` files, two of which differ from the rest.
pub fn exports(count: usize, words: &str) -> Vec<Export> {
    (0..count).map(|number| export(number, words)).collect()
}

fn export(number: usize, words: &str) -> Export {
    let compressed = number.is_multiple_of(2).then(|| words.as_bytes().to_vec());
    Export {
        name: format!("session/S{number}.ics"),
        lang: [Some(wiec_model::Lang::Pl), Some(wiec_model::Lang::En), None][number % 3],
        media_type: "text/calendar; charset=utf-8".to_owned(),
        etag: format!("\"{words}-{number}\""),
        identity: vec![0, 255, 13, 10],
        gzip: compressed.clone(),
        brotli: compressed,
    }
}
