//! A release is stored as JSON: what is read back is the same value, and nothing impossible is read.

use proptest::prelude::*;
use serde_json::json;
use wiec_model::session::{Link, Phase, Recording, Story, Stream, Tables, Talk, Visit};
use wiec_model::{
    Booking, Feature, LanguageTag, MapLine, Part, Release, Session, SessionCode, Slug, Text, Zone,
};

use crate::support::history::{drafts, releases};
use crate::support::{guid, programme, release, scheduled, slug, text};

/// A session that has all a session can have.
fn full(code: &str) -> Session {
    Session {
        title: Text::of([
            (
                "pl".parse().unwrap(),
                "Mieszkania: „co dalej”?\n<b>&".to_owned(),
            ),
            ("de-at".parse().unwrap(), "Wohnen 🚲".to_owned()),
        ])
        .unwrap(),
        subtitle: Some(text("Podtytuł")),
        lead: Some(text("Lead")),
        description: Some(text("Opis\n\n- raz\n\t- dwa")),
        languages: vec!["pl".parse().unwrap(), "pjm".parse().unwrap()],
        stream: Stream::Streamed,
        recording: Recording::Allowed {
            licence: Some("CC BY 4.0".to_owned()),
        },
        accessibility: Some(text("Pętla")),
        capacity: Some(24),
        booking: Booking::OrganiserSelection { waitlist: true },
        visit: Some(Visit {
            transport: Some("coach".to_owned()),
            needs_id: true,
        }),
        talks: vec![Talk {
            title: text("Wystąpienie"),
            minutes: 7,
            people: vec![guid("skarbniczka")],
        }],
        phases: vec![Phase {
            name: text("Karty"),
            minutes: 20,
            grouping: Some("1-2-4".to_owned()),
            output: Some("cards".to_owned()),
        }],
        tables: Some(Tables {
            count: 4,
            size: Some(6),
        }),
        stories: vec![Story {
            title: text("Fontanna"),
            role: Some(text("skarbniczka")),
            minutes: 8,
            fields: vec!["plan".to_owned(), "lesson".to_owned()],
        }],
        proposals_track: Some(slug("mie")),
        vote: Some(json!({"options": ["za", "przeciw"], "quorum": 0.5, "open": null})),
        links: vec![Link {
            url: "https://example.org/?a=1&b=2".to_owned(),
            title: None,
        }],
        ..scheduled(
            code,
            "kamienna",
            "2026-11-14 10:00:00.123456789",
            "2026-11-14 11:00",
        )
    }
}

fn read_back(release: &Release) -> Release {
    serde_json::from_str(&serde_json::to_string(release).unwrap()).unwrap()
}

#[test]
fn a_release_with_everything_in_it_reads_back_as_itself() {
    let mut draft = programme(vec![full("S1"), full("S2"), full("S3")]);
    draft.sessions[1].recording = Recording::Forbidden;
    draft.sessions[1].booking = Booking::FirstCome { waitlist: false };
    draft.sessions[1].stream = Stream::RoomOnly;
    draft.congress.place = Some(text("Kielce"));
    draft.congress.settings.insert(
        "call".to_owned(),
        json!({"closes": "2026-09-01", "per_person": 2}),
    );
    let first = release(&draft, None);
    draft.sessions.pop();
    let second = release(&draft, Some(&first));
    assert_eq!(second.cancelled.len(), 1);
    assert_eq!([read_back(&first), read_back(&second)], [first, second]);
}

#[test]
fn a_talk_that_was_stored_before_it_said_who_tells_it_reads_and_is_written_as_then() {
    let stored = json!({"title": {"pl": "Wystąpienie"}, "minutes": 7});
    let talk: Talk = serde_json::from_value(stored.clone()).unwrap();
    assert!(talk.people.is_empty());
    assert_eq!(serde_json::to_value(&talk).unwrap(), stored);
}

#[test]
fn keys_of_values_are_those_of_files() {
    let of = |value: serde_json::Result<serde_json::Value>| value.unwrap();
    for (value, expected) in [
        (
            of(serde_json::to_value(Recording::Unstated)),
            json!({"rule": "unstated"}),
        ),
        (
            of(serde_json::to_value(Recording::Allowed { licence: None })),
            json!({"rule": "allowed", "licence": null}),
        ),
        (
            of(serde_json::to_value(Booking::Open)),
            json!({"mode": "open"}),
        ),
        (
            of(serde_json::to_value(Booking::FirstCome { waitlist: true })),
            json!({"mode": "first_come", "waitlist": true}),
        ),
        (
            of(serde_json::to_value(Stream::RoomOnly)),
            json!("room_only"),
        ),
        (
            of(serde_json::to_value(Feature::HearingLoop)),
            json!("hearing_loop"),
        ),
        (of(serde_json::to_value(text("Dom"))), json!({"pl": "Dom"})),
        (of(serde_json::to_value(slug("dom-2"))), json!("dom-2")),
    ] {
        assert_eq!(value, expected);
    }
    for part in Part::ALL {
        assert_eq!(serde_json::to_value(part).unwrap(), json!(part.key()));
        assert_eq!(Part::from_key(part.key()), Some(part));
    }
    for line in MapLine::IN_ORDER.into_iter().chain([MapLine::Brak]) {
        assert_eq!(serde_json::to_value(line).unwrap(), json!(line.key()));
    }
}

#[test]
fn what_could_not_be_made_cannot_be_read_either() {
    assert!(serde_json::from_value::<Text>(json!({})).is_err());
    assert!(serde_json::from_value::<Text>(json!({"pl": " \u{0} "})).is_err());
    assert!(serde_json::from_value::<Text>(json!({"polski język": "Dom"})).is_err());
    assert!(serde_json::from_value::<Slug>(json!("Dom")).is_err());
    assert!(serde_json::from_value::<LanguageTag>(json!("p")).is_err());
    assert!(serde_json::from_value::<Zone>(json!("Europe/Kielce")).is_err());
    for code in ["", "S 1", "S/1", "Ś1", &"S".repeat(33)] {
        assert!(
            serde_json::from_value::<SessionCode>(json!(code)).is_err(),
            "{code:?} was read"
        );
    }
}

proptest! {
    #[test]
    fn any_release_reads_back_as_itself(drafts in drafts()) {
        for release in releases(&drafts) {
            prop_assert_eq!(read_back(&release), release);
        }
    }

    #[test]
    fn a_text_reads_back_as_itself(words in any::<String>()) {
        if let Some(text) = Text::in_language("pl".parse::<LanguageTag>().unwrap(), &words) {
            let json = serde_json::to_string(&text).unwrap();
            prop_assert_eq!(serde_json::from_str::<Text>(&json).unwrap(), text);
        }
    }
}
