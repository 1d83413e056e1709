//! Whatever a programme holds, it comes back from its congress file the same.

#![expect(
    clippy::unwrap_used,
    reason = "a strategy that unwraps says enough by failing"
)]

use std::collections::BTreeSet;

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Map, Value, json};
use uuid::Uuid;
use wiec_interchange::congress_file;
use wiec_interchange::read::{Format, Hints, read};
use wiec_interchange::sample::generated_congress;
use wiec_model::challenge::{Challenge, CrossLink, LinkKind, Recommendation};
use wiec_model::session::{Appearance, Link, Phase, Recording, Story, Stream, Tables, Talk, Visit};
use wiec_model::slug::RESERVED;
use wiec_model::{
    Booking, Congress, Day, Feature, Goal, Kind, LanguageTag, MapLine, Part, Person, Programme,
    Room, Session, Slot, Slug, Slugs, Text, Track, Zone,
};

/// Zones and first days: two changes of the clock, an offset with seconds, half hours, no changes.
const SCENES: [(&str, Date); 5] = [
    ("Europe/Warsaw", Date::constant(2026, 10, 24)),
    ("Europe/Warsaw", Date::constant(2026, 3, 28)),
    ("Africa/Monrovia", Date::constant(1971, 12, 30)),
    ("Australia/Lord_Howe", Date::constant(2026, 4, 4)),
    ("UTC", Date::constant(2026, 1, 1)),
];

/// Words as a [`Text`] keeps them.
fn words() -> impl Strategy<Value = String> {
    "\\PC{1,12}|[a-zA-Zżółćęśąźń🚲 \\\\\"'<>&\n\t/~-]{1,20}".prop_filter_map("blank", |words| {
        let text = Text::in_language("pl".parse::<LanguageTag>().unwrap(), &words)?;
        text.versions().next().map(|(_, words)| words.to_owned())
    })
}

fn language() -> impl Strategy<Value = LanguageTag> {
    select(vec!["pl", "en", "de-at", "pjm"]).prop_map(|tag| tag.parse().unwrap())
}

fn text() -> impl Strategy<Value = Text> {
    btree_map(language(), words(), 1..3).prop_map(|versions| Text::of(versions).unwrap())
}

fn guid() -> impl Strategy<Value = Uuid> {
    any::<u128>().prop_map(Uuid::from_u128)
}

fn slug(prefix: &str, number: usize) -> Slug {
    Slug::from_words(&format!("{prefix}-{number}")).unwrap()
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        words().prop_map(Value::from),
    ];
    // `null` is left to the depths: at the top it is the same as nothing at all.
    leaf.prop_recursive(2, 8, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..3).prop_map(|mut list| {
                list.push(Value::Null);
                Value::from(list)
            }),
            btree_map(words(), inner, 0..3)
                .prop_map(|map| Value::Object(map.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

fn settings() -> impl Strategy<Value = Map<String, Value>> {
    let key = prop_oneof![
        select(vec!["registration", "call", "comments", "name"]).prop_map(str::to_owned),
        words()
    ];
    btree_map(key, value(), 0..4).prop_map(|settings| settings.into_iter().collect())
}

fn congress(scene: usize) -> impl Strategy<Value = Congress> {
    let name = "[a-z]{1,6}(-[a-z0-9]{1,4}){0,2}"
        .prop_filter("reserved", |slug| !RESERVED.contains(&slug.as_str()));
    let first = (
        name,
        text(),
        option::of(text()),
        vec(language(), 0..3),
        option::of(text()),
    );
    let second = (
        option::of(words()),
        any::<bool>(),
        option::of(any::<u32>()),
        settings(),
    );
    (first, second).prop_map(
        move |((slug, name, place, languages, note), (terc, free, expected, settings))| Congress {
            slug: slug.parse().unwrap(),
            name,
            place,
            zone: Zone::named(SCENES[scene].0).unwrap(),
            languages,
            note,
            host_city_terc: terc,
            free_of_charge: free,
            expected_participants: expected,
            settings,
        },
    )
}

fn rooms() -> impl Strategy<Value = Vec<Room>> {
    let features = subsequence(Feature::ALL.to_vec(), 0..=8);
    let words_about = (option::of(text()), option::of(text()), option::of(text()));
    vec(
        (
            guid(),
            text(),
            option::of(any::<u32>()),
            words_about,
            features,
        ),
        1..4,
    )
    .prop_map(|rooms| {
        let room = |(number, (guid, name, capacity, (floor, equipment, access), features))| Room {
            slug: slug("room", number),
            guid,
            name,
            capacity,
            floor,
            equipment,
            features,
            access,
        };
        rooms.into_iter().enumerate().map(room).collect()
    })
}

fn people() -> impl Strategy<Value = Vec<Person>> {
    let who = prop_oneof![
        (words(), option::of(text())).prop_map(|(name, role)| (Some(name), role)),
        text().prop_map(|role| (None, Some(role))),
    ];
    vec((guid(), who, option::of(text()), any::<bool>()), 0..5).prop_map(|people| {
        let person = |(number, (guid, (name, role), biography, alike))| Person {
            // English slugs may be the Polish slugs of others.
            slug: Slugs {
                pl: slug("p", number),
                en: slug("p", if alike { number } else { 9 - number }),
            },
            guid,
            name,
            role,
            biography,
        };
        people.into_iter().enumerate().map(person).collect()
    })
}

type Script = (Vec<Talk>, Vec<Phase>, Option<Tables>, Vec<Story>, Vec<Link>);

/// What a session holds beside its references.
fn script() -> impl Strategy<Value = Script> {
    let talk = (text(), any::<u32>()).prop_map(|(title, minutes)| Talk {
        title,
        minutes,
        people: Vec::new(),
    });
    let phase = (
        text(),
        any::<u32>(),
        option::of(words()),
        option::of(words()),
    )
        .prop_map(|(name, minutes, grouping, output)| Phase {
            name,
            minutes,
            grouping,
            output,
        });
    let tables =
        (any::<u32>(), option::of(any::<u32>())).prop_map(|(count, size)| Tables { count, size });
    let story = (text(), option::of(text()), any::<u32>(), vec(words(), 0..3)).prop_map(
        |(title, role, minutes, fields)| Story {
            title,
            role,
            minutes,
            fields,
        },
    );
    let link = (
        "https?://[a-z]{1,5}\\.example/[a-z?=&%]{0,6}",
        option::of(words()),
    )
        .prop_map(|(url, title)| Link { url, title });
    (
        vec(talk, 0..2),
        vec(phase, 0..2),
        option::of(tables),
        vec(story, 0..2),
        vec(link, 0..2),
    )
}

fn recording() -> impl Strategy<Value = Recording> {
    prop_oneof![
        Just(Recording::Unstated),
        Just(Recording::Forbidden),
        option::of(words()).prop_map(|licence| Recording::Allowed { licence }),
    ]
}

fn booking() -> impl Strategy<Value = Booking> {
    prop_oneof![
        Just(Booking::Open),
        any::<bool>().prop_map(|waitlist| Booking::FirstCome { waitlist }),
        any::<bool>().prop_map(|waitlist| Booking::OrganiserSelection { waitlist }),
    ]
}

/// Where in the days a slot begins and how long it takes: in minutes mostly, at times not.
fn times() -> impl Strategy<Value = (i64, i64)> {
    let minutes =
        (0..4_320_i64, 1..6_000_i64).prop_map(|(start, length)| (start * 60_000, length * 60_000));
    let exact = (0..259_200_000_i64, 1..300_000_000_i64);
    prop_oneof![4 => minutes, 1 => exact]
}

prop_compose! {
    fn session()(
        (title, subtitle, lead, description) in (text(), option::of(text()), option::of(text()), option::of(text())),
        (guid, kind, room, track, proposals_track) in (guid(), 0..9_usize, 0..9_usize, option::of(0..9_usize), option::of(0..9_usize)),
        (languages, stream) in (vec(language(), 0..3), select(vec![Stream::Unstated, Stream::Streamed, Stream::RoomOnly])),
        (recording, booking, accessibility) in (recording(), booking(), option::of(text())),
        (capacity, visit) in (option::of(any::<u32>()), option::of((option::of(words()), any::<bool>()))),
        cast in vec((0..9_usize, select(Part::ALL.to_vec())), 0..4),
        (talks, phases, tables, stories, links) in script(),
        (vote, times) in (option::of(value()), option::of(times())),
    ) -> (Session, Draws) {
        let session = Session {
            code: "x".parse().unwrap(), guid, slug: Slugs { pl: slug("x", 0), en: slug("x", 0) },
            title, subtitle, lead, description, kind: slug("x", 0), track: None, languages, stream, recording,
            accessibility, capacity, booking,
            visit: visit.map(|(transport, needs_id)| Visit { transport, needs_id }),
            people: Vec::new(), talks, phases, tables, stories, proposals_track: None, vote, links, slot: None,
        };
        (session, Draws { kind, room, track, proposals_track, cast, times })
    }
}

/// References that are drawn as numbers, until it is known what there is to refer to.
#[derive(Clone, Debug)]
struct Draws {
    kind: usize,
    room: usize,
    track: Option<usize>,
    proposals_track: Option<usize>,
    cast: Vec<(usize, Part)>,
    times: Option<(i64, i64)>,
}

/// Other recommendations, of each kind of link in the order in which a file holds them.
fn links(number: Option<u32>) -> Vec<CrossLink> {
    let link = |kind: LinkKind| CrossLink {
        kind,
        code: format!("W{}.R1", number.unwrap_or_default()),
    };
    let some = number.is_some();
    LinkKind::ALL
        .into_iter()
        .filter(|_| some)
        .map(link)
        .collect()
}

fn proposals() -> impl Strategy<Value = Vec<Challenge>> {
    let solution = (
        words(),
        text(),
        option::of(words()),
        option::of(words()),
        option::of(any::<u32>()),
    )
        .prop_map(
            |(code, text, instrument, addressee, priority)| Recommendation {
                code,
                text,
                instrument,
                addressee,
                horizon: priority.map(|_| "short".to_owned()),
                cost: priority.map(|_| "low".to_owned()),
                links: links(priority),
                priority,
            },
        );
    vec(
        (
            text(),
            option::of(text()),
            vec(solution, 0..3),
            any::<bool>(),
        ),
        0..3,
    )
    .prop_map(|proposals| {
        let proposal = |(number, (challenge, evidence, solutions, has_goal))| Challenge {
            code: format!("W{number}"),
            track: slug("track", 0),
            goals: if has_goal {
                vec![slug("goal", 0)]
            } else {
                Vec::new()
            },
            challenge,
            causes: Option::<Text>::clone(&evidence),
            affected: Option::<Text>::clone(&evidence),
            evidence,
            solutions,
        };
        proposals.into_iter().enumerate().map(proposal).collect()
    })
}

fn programme() -> impl Strategy<Value = Programme> {
    let lines = MapLine::IN_ORDER
        .into_iter()
        .chain([MapLine::Brak])
        .collect::<Vec<_>>();
    (0..SCENES.len()).prop_flat_map(move |scene| {
        let names = (
            vec((text(), select(lines.clone())), 1..4),
            vec((text(), option::of(any::<u32>()), any::<bool>()), 1..4),
        );
        let parts = (
            rooms(),
            names,
            text(),
            people(),
            vec(session(), 0..5),
            proposals(),
            vec(option::of(text()), 3),
        );
        (congress(scene), parts).prop_map(
            move |(congress, (rooms, (tracks, kinds), goal, people, sessions, proposals, days))| {
                let day = |(number, name): (u16, _)| Day {
                    number,
                    date: SCENES[scene]
                        .1
                        .checked_add(i64::from(number - 1).days())
                        .unwrap(),
                    name,
                };
                let track = |(number, (name, line))| Track {
                    slug: slug("track", number),
                    name,
                    line,
                };
                let kind = |(number, (name, default_minutes, signup))| Kind {
                    slug: slug("a-kind", number),
                    name,
                    default_minutes,
                    signup,
                };
                let mut programme = Programme {
                    congress,
                    days: (1..).zip(days).map(day).collect(),
                    rooms,
                    tracks: tracks.into_iter().enumerate().map(track).collect(),
                    goals: vec![Goal {
                        slug: slug("goal", 0),
                        name: goal,
                    }],
                    kinds: kinds.into_iter().enumerate().map(kind).collect(),
                    people,
                    sessions: Vec::new(),
                    proposals,
                };
                programme.sessions = sessions
                    .into_iter()
                    .enumerate()
                    .map(|(n, drawn)| placed(n, drawn, &programme))
                    .collect();
                programme
            },
        )
    })
}

/// The session with its references led to what the programme has.
fn placed(number: usize, (session, draws): (Session, Draws), programme: &Programme) -> Session {
    let track = |draw: usize| programme.tracks[draw % programme.tracks.len()].slug.clone();
    let appearance = |(draw, part): &(usize, Part)| {
        let person = programme.people.get(draw % programme.people.len().max(1))?;
        Some(Appearance {
            person: person.guid,
            part: *part,
        })
    };
    let people: Vec<Appearance> = draws.cast.iter().filter_map(appearance).collect();
    // The first talk is told by everybody, the second by those who appear first and last.
    let tellers = |at: usize| people.iter().map(|one| one.person).step_by(1 + 2 * at);
    let talks = session.talks.iter().enumerate();
    Session {
        talks: talks
            .map(|(at, talk)| Talk {
                people: tellers(at).collect(),
                ..talk.clone()
            })
            .collect(),
        code: format!("S-{number}_a").parse().unwrap(),
        slug: Slugs {
            pl: slug("s", number),
            en: slug("t", number),
        },
        kind: programme.kinds[draws.kind % programme.kinds.len()]
            .slug
            .clone(),
        track: draws.track.map(track),
        proposals_track: draws.proposals_track.map(track),
        people,
        slot: draws.times.map(|times| slot(times, draws.room, programme)),
        ..session
    }
}

fn slot((start, length): (i64, i64), room: usize, programme: &Programme) -> Slot {
    let (first, _) = programme.bounds_of(&programme.days[0]);
    // Three days may be an hour shorter than three times 24 hours.
    let starts_at = first + (start % 255_600_000).milliseconds();
    let ends_at: Timestamp = starts_at + length.milliseconds();
    Slot {
        room: programme.rooms[room % programme.rooms.len()].slug.clone(),
        starts_at,
        ends_at,
    }
}

fn reads_back(programme: &Programme) -> Result<(), TestCaseError> {
    prop_assert_eq!(programme.problems(), []);
    let written = congress_file::write(programme);
    let again = match read(written.as_bytes(), Format::CongressFile, &Hints::default()) {
        Ok(again) => again,
        Err(problems) => return Err(TestCaseError::fail(format!("{problems:#?}\n{written}"))),
    };
    prop_assert_eq!(&again, programme);
    prop_assert_eq!(congress_file::write(&again), written);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn a_programme_comes_back_the_same_and_its_file_byte_by_byte(programme in programme()) {
        reads_back(&programme)?;
    }
}

#[test]
fn a_congress_of_the_measured_size_comes_back_the_same() {
    reads_back(&generated_congress(300, 12, 4, 240, 1)).unwrap();
}

#[test]
fn everything_that_can_be_left_out_may_be() {
    let file = json!({
        "congress": {"name": "K", "slug": "k-2026", "timezone": "UTC"},
        "days": [{"date": "2026-01-01"}],
    });
    let programme = read(
        file.to_string().as_bytes(),
        Format::CongressFile,
        &Hints::default(),
    )
    .unwrap();
    reads_back(&programme).unwrap();
    let languages: BTreeSet<&LanguageTag> = programme.congress.languages.iter().collect();
    assert!(languages.is_empty());
}
