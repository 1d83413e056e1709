//! The sample congress is read whole, and nothing of it is lost on the way out.

use serde_json::Value;
use wiec_interchange::congress_file;
use wiec_interchange::read::{Format, Hints, read};
use wiec_model::availability::Availabilities;
use wiec_model::conflicts::{Clash, conflicts};
use wiec_model::session::{Recording, Stream};
use wiec_model::{Booking, Feature, Lang, MapLine, Part, Programme, Session};

const DEMO: &[u8] = include_bytes!("../../../demo/congress.json");

fn demo() -> Programme {
    match read(DEMO, Format::detect(None, DEMO), &Hints::default()) {
        Ok(programme) => programme,
        Err(problems) => panic!("{problems:#?}"),
    }
}

fn session<'a>(programme: &'a Programme, code: &str) -> &'a Session {
    programme
        .session(code)
        .unwrap_or_else(|| panic!("no session {code}"))
}

#[test]
fn everything_is_there() {
    let programme = demo();
    assert_eq!(
        (
            programme.days.len(),
            programme.rooms.len(),
            programme.tracks.len()
        ),
        (3, 11, 10)
    );
    assert_eq!((programme.kinds.len(), programme.goals.len()), (13, 6));
    assert_eq!(
        (programme.sessions.len(), programme.proposals.len()),
        (62, 10)
    );
    assert_eq!(programme.people.len(), 124);
    assert_eq!(
        programme
            .sessions
            .iter()
            .map(|session| session.people.len())
            .sum::<usize>(),
        134
    );
    assert!(
        programme
            .sessions
            .iter()
            .all(|session| session.slot.is_some())
    );
    assert_eq!(
        programme
            .proposals
            .iter()
            .map(|proposal| proposal.solutions.len())
            .sum::<usize>(),
        16
    );
}

#[test]
fn the_edition_keeps_its_settings_as_they_are() {
    let congress = demo().congress;
    assert_eq!(congress.slug.as_str(), "kpm-2019");
    assert_eq!(congress.expected_participants, Some(1300));
    assert!(congress.free_of_charge);
    assert!(
        congress
            .note
            .as_ref()
            .unwrap()
            .exact(Lang::En)
            .unwrap()
            .starts_with("Sample content")
    );
    let keys: Vec<&str> = congress.settings.keys().map(String::as_str).collect();
    assert_eq!(keys, ["registration", "call", "comments"]);
    assert_eq!(
        congress.settings["call"]["criteria"][3]["en"],
        "programme diversity"
    );
}

#[test]
fn a_session_is_where_and_when_the_file_says() {
    let programme = demo();
    let opening = session(&programme, "S03");
    let slot = opening.slot.as_ref().unwrap();
    assert_eq!(slot.starts_at.to_string(), "2019-11-14T09:40:00Z");
    assert_eq!(slot.duration_minutes(), 90);
    assert_eq!(slot.room.as_str(), "wielka");
    assert_eq!(
        opening.slug.pl.as_str(),
        "polityka-miejska-po-co-dla-kogo-i-za-czyje-pieniadze"
    );
    assert_eq!(opening.stream, Stream::Streamed);
    assert_eq!(opening.languages.len(), 3);
}

#[test]
fn whoever_has_the_same_role_is_one_person() {
    let programme = demo();
    let host = |code: &str| {
        let people = &session(&programme, code).people;
        people
            .iter()
            .find(|one| one.part == Part::Moderator)
            .unwrap()
            .person
    };
    assert_eq!(host("S03"), host("S14"));
    let person = programme.person(host("S03")).unwrap();
    assert_eq!(person.name, None);
    assert_eq!(
        person.slug.en.as_str(),
        "moderator-congress-programme-editor"
    );
}

#[test]
fn of_a_role_that_is_in_two_sessions_at_once_there_are_two_people() {
    let programme = demo();
    let at_once = |code: &str| {
        let mut people = session(&programme, code).people.iter();
        let found = people.find(|one| {
            let person = programme.person(one.person).unwrap();
            let role = person.role.as_ref().unwrap();
            role.words(Lang::En) == "group member from local government"
        });
        found.unwrap().person
    };
    assert_ne!(at_once("S05"), at_once("S06"), "they meet at the same time");
    let twice = conflicts(&programme, &Availabilities::default())
        .into_iter()
        .filter(|conflict| matches!(conflict.what, Clash::PersonTwice { .. }));
    assert_eq!(twice.count(), 0);
}

#[test]
fn words_about_rooms_become_features() {
    let programme = demo();
    let features = |room: &str| programme.room(room).unwrap().features.clone();
    assert_eq!(
        features("wielka"),
        [
            Feature::SignLanguage,
            Feature::LiveCaptions,
            Feature::HearingLoop,
            Feature::StepFree,
            Feature::Interpretation,
            Feature::Stream,
        ]
    );
    assert_eq!(
        features("kino"),
        [Feature::AudioDescription, Feature::StepFree]
    );
    assert_eq!(features("silnica"), [Feature::StepFree, Feature::Recording]);
    assert_eq!(features("zbiorka"), []);
}

#[test]
fn tracks_take_the_lines_in_order_and_services_none() {
    let lines: Vec<MapLine> = demo().tracks.iter().map(|track| track.line).collect();
    assert_eq!(lines[..6], MapLine::IN_ORDER);
    assert_eq!(
        lines[6..],
        [
            MapLine::Inspiracje,
            MapLine::Inspiracje,
            MapLine::Inspiracje,
            MapLine::Brak
        ]
    );
}

#[test]
fn workshops_stories_votes_and_visits_keep_their_script() {
    let programme = demo();
    let workshop = session(&programme, "S17");
    assert_eq!(
        workshop.booking,
        Booking::OrganiserSelection { waitlist: true }
    );
    assert_eq!(workshop.phases.len(), 13);
    assert_eq!(workshop.phases[2].grouping.as_deref(), Some("1-2-4"));
    assert_eq!(
        workshop
            .phases
            .iter()
            .map(|phase| phase.minutes)
            .sum::<u32>(),
        180
    );
    let tables = workshop.tables.unwrap();
    assert_eq!((tables.count, tables.size), (5, Some(6)));
    let flops = session(&programme, "S27");
    assert_eq!(flops.recording, Recording::Forbidden);
    assert_eq!((flops.stories.len(), flops.stories[0].fields.len()), (6, 5));
    assert_eq!(
        session(&programme, "S52").vote.as_ref().unwrap()["points"],
        10
    );
    let visit = session(&programme, "S59").visit.as_ref().unwrap();
    assert!(visit.needs_id && visit.transport.as_deref() == Some("walk"));
    assert_eq!(
        programme
            .sessions
            .iter()
            .filter(|session| !session.talks.is_empty())
            .count(),
        9
    );
    for code in ["S13", "S21"] {
        let kaleidoscope = session(&programme, code);
        let told = kaleidoscope.talks.iter().flat_map(|talk| &talk.people);
        let speak = &kaleidoscope.people[1..];
        assert!(told.eq(speak.iter().map(|one| &one.person)), "{code}");
    }
}

/// What the file says and the export does not, as JSON pointers.
fn lost(before: &Value, after: &Value, pointer: &str, found: &mut Vec<String>) {
    match (before, after) {
        (Value::Object(before), Value::Object(after)) => {
            for (key, value) in before.iter().filter(|(_, value)| !value.is_null()) {
                lost(
                    value,
                    after.get(key).unwrap_or(&Value::Null),
                    &format!("{pointer}/{key}"),
                    found,
                );
            }
        }
        (Value::Array(before), Value::Array(after)) if before.len() == after.len() => {
            for (index, (before, after)) in before.iter().zip(after).enumerate() {
                lost(before, after, &format!("{pointer}/{index}"), found);
            }
        }
        _ if before == after => {}
        _ => found.push(pointer.to_owned()),
    }
}

#[test]
fn the_export_says_all_that_the_file_says_under_the_same_keys() {
    let exported = congress_file::write(&demo());
    let (before, after): (Value, Value) = (
        serde_json::from_slice(DEMO).unwrap(),
        serde_json::from_str(&exported).unwrap(),
    );
    let mut found = Vec::new();
    lost(&before, &after, "", &mut found);
    // Roles are listed once, under `people`; keys lose their Polish letters.
    found.retain(|pointer| !pointer.ends_with("/role") && !pointer.contains("/goals/"));
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn export_import_export_is_identical() {
    let programme = demo();
    let exported = congress_file::write(&programme);
    let again = read(exported.as_bytes(), Format::CongressFile, &Hints::default()).unwrap();
    assert_eq!(again, programme);
    assert_eq!(congress_file::write(&again), exported);
    assert!(exported.ends_with("}\n"));
}
