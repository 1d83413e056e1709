//! `wiec timetable`: from files to timetables, explanations and repairs.

use serde_json::{Value, json};
use wiec_model::availability::Availabilities;
use wiec_model::conflicts::{Severity, conflicts};

use crate::place::Place;
use crate::sample::{file, programme};

/// Two days' work in one room, and somebody who is there in the morning only.
const SMALL: &str = r#"{"format": "wiec-congress-timetable/1", "name": "Small <b>",
  "days": [{"id": "Thursday", "from": 540, "to": 720}], "step_minutes": 30,
  "rooms": [{"id": "hall", "capacity": 100}, {"id": "den", "capacity": 20}],
  "people": [{"id": "Anna", "available": [[540, 600]]}],
  "sessions": [{"id": "S1", "minutes": 60, "people": ["Anna"], "audience": 80},
               {"id": "S2", "minutes": 60, "audience": 15},
               {"id": "S3", "minutes": 60, "audience": 90}]}"#;

fn parsed(place: &Place, name: &str) -> Value {
    serde_json::from_str(&read(place, name)).unwrap()
}

fn read(place: &Place, name: &str) -> String {
    std::fs::read_to_string(place.folder().join(name)).unwrap()
}

#[tokio::test]
async fn the_sample_congress_is_planned_anew_and_reads_back_without_a_conflict_that_cannot_be() {
    let place = Place::make().await;
    place.write("congress.json", &file());
    let solve = [
        "timetable",
        "solve",
        "congress.json",
        "--moves",
        "300000",
        "--pin",
        "S03",
        "--out",
        "planned.json",
        "--html",
        "planned.html",
    ];
    let said = place.run(&solve).well();
    assert!(said.contains("hard rules broken 0 times"), "{said}");

    let (before, after) = (programme(&file()), programme(&read(&place, "planned.json")));
    assert!(after.sessions.iter().all(|session| session.slot.is_some()));
    assert_ne!(before, after);
    let slot = |programme: &wiec_model::Programme| programme.session("S03").unwrap().slot.clone();
    assert_eq!(slot(&before), slot(&after), "what is pinned stays");
    let hard: Vec<_> = conflicts(&after, &Availabilities::default())
        .into_iter()
        .filter(|conflict| conflict.severity() == Severity::Hard)
        .collect();
    assert_eq!(hard, []);
    let page = read(&place, "planned.html");
    assert!(page.contains("Plan sesji") && page.contains("Kadzielnia"));

    // The same seed and moves give the same file, and a second search beside it no worse one.
    let again = place.run(&solve).well();
    assert_eq!(again, said);
    assert_eq!(programme(&read(&place, "planned.json")), after);
    let cost = |said: &str| -> u32 {
        let line = said.lines().next().unwrap();
        line.rsplit(' ').next().unwrap().parse().unwrap()
    };
    let two = place
        .run(&[&solve[..], &["--threads", "2"]].concat())
        .well();
    assert!(cost(&two) <= cost(&said), "{two}");
}

#[tokio::test]
async fn a_small_congress_is_planned_explained_and_repaired() {
    let place = Place::make().await;
    place.write("small.json", SMALL);
    let solve = ["timetable", "solve", "small.json", "--moves", "20000"];
    let planned = place.run(&solve).well();
    let plan: Value = serde_json::from_str(&planned).unwrap();
    assert_eq!(
        plan["sessions"]["S1"],
        json!({"room": "hall", "start": 540})
    );
    place.write("plan.json", &planned);

    let why = [
        "timetable",
        "explain",
        "small.json",
        "--schedule",
        "plan.json",
        "--session",
        "S1",
        "--language",
        "en",
    ];
    let said = place.run(&why).well();
    assert!(said.starts_with("S1 is at hall, Thursday 9:00."), "{said}");

    // The hall closes for the first hour: S1 must leave it, and Anna can be nowhere else in time.
    let closed = SMALL.replace(
        r#""id": "hall", "capacity": 100"#,
        r#""id": "hall", "capacity": 100, "open": [[600, 720]]"#,
    );
    place.write("closed.json", &closed);
    let repair = [
        "timetable",
        "repair",
        "closed.json",
        "--schedule",
        "plan.json",
        "--moves",
        "20000",
        "--out",
        "mended.json",
    ];
    let said = place.run(&repair).well();
    assert!(said.starts_with("1 session moved: S1; proved"), "{said}");
    assert_eq!(
        parsed(&place, "mended.json")["sessions"]["S1"],
        json!({"room": "den", "start": 540})
    );
}

#[tokio::test]
async fn what_contradicts_is_said_in_words_of_either_language() {
    let place = Place::make().await;
    let two_hours = SMALL.replacen(r#""minutes": 60"#, r#""minutes": 120"#, 1);
    place.write("late.json", &two_hours);
    let explain = ["timetable", "explain", "late.json", "--language", "en"];
    let done = place.run(&explain);
    assert_eq!(done.code, Some(1), "{done:?}");
    assert!(done.said.contains("Anna"), "{done:?}");
    assert!(done.said.contains("Give up any one of these"), "{done:?}");
    let done = place.run(&["timetable", "explain", "late.json"]);
    assert!(done.said.contains("Te sesje nie mogą"), "{done:?}");
    place
        .run(&[
            "timetable",
            "solve",
            "late.json",
            "--moves",
            "5000",
            "--out",
            "x.json",
        ])
        .fails_with(1, "wiec timetable explain late.json");

    place.write("small.json", SMALL);
    let said = place.run(&["timetable", "explain", "small.json", "--language", "en"]);
    assert_eq!(said.well(), "All hard rules can hold.\n");
}

#[tokio::test]
async fn files_that_make_no_sense_are_refused_with_what_is_wrong() {
    let place = Place::make().await;
    place.write("bad.json", r#"{"format": "cosp-json/1"}"#);
    place
        .run(&["timetable", "solve", "bad.json"])
        .fails_with(2, "bad.json: this is no cosp-json/1");
    place.write("congress.json", &file());
    place
        .run(&["timetable", "solve", "congress.json", "--pin", "S999"])
        .fails_with(2, "there is no session S999");
    place
        .run(&["timetable", "solve", "missing.json"])
        .fails_with(1, "cannot read missing.json");
}

#[tokio::test]
async fn favourites_and_the_competition_of_2007_are_read_for_what_they_are() {
    let place = Place::make().await;
    place.write(
        "fav.json",
        r#"{"format": "fav-json/1", "name": "f", "slots": 2, "rooms": 1, "events": 2, "favourites": [[[0, 2], [1, 1]]]}"#,
    );
    let solve = ["timetable", "solve", "fav.json", "--moves", "1000"];
    let plan: Value = serde_json::from_str(&place.run(&solve).well()).unwrap();
    assert_ne!(plan["slot_of"][0], plan["slot_of"][1]);

    // One event, one room, one person: availability of 45 slots, no order.
    let slots = "1\n".repeat(45);
    place.write("one.tim", &format!("1 1 0 1\n5\n1\n{slots}0\n"));
    let solve = [
        "timetable",
        "solve",
        "one.tim",
        "--moves",
        "1000",
        "--html",
        "one.html",
        "--language",
        "en",
    ];
    let plan = place.run(&solve).well();
    assert!(plan.trim_end().ends_with(" 0"), "{plan}");
    assert!(read(&place, "one.html").contains("Days with a single event"));
}
