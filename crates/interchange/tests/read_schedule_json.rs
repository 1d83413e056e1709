//! `schedule.json`: pretalx's, and the older shapes of frab.

use wiec_interchange::read::{Format, Hints, Place, read};
use wiec_model::session::Recording;
use wiec_model::{Lang, Programme};

const PRETALX: &str = include_str!("data/read/pretalx.json");
const FRAB: &str = include_str!("data/read/frab.json");

fn import(json: &str) -> Result<Programme, Vec<String>> {
    assert_eq!(Format::detect(None, json.as_bytes()), Format::ScheduleJson);
    read(json.as_bytes(), Format::ScheduleJson, &Hints::default())
        .map_err(|problems| problems.iter().map(ToString::to_string).collect())
}

#[test]
fn a_schedule_of_pretalx_becomes_a_programme() {
    let programme = import(PRETALX).unwrap();
    let rooms: Vec<&str> = programme
        .rooms
        .iter()
        .map(|room| room.name.words(Lang::En))
        .collect();
    assert_eq!(
        rooms,
        ["Saal 2", "Hall A"],
        "the order in which the conference lists its rooms"
    );
    assert_eq!(programme.rooms[1].capacity, Some(320));
    assert_eq!(programme.rooms[0].access, None);
    let opening = &programme.sessions[0];
    assert_eq!(opening.code.as_str(), "ABC123");
    assert_eq!(
        programme
            .kind(opening.kind.as_str())
            .unwrap()
            .name
            .words(Lang::En),
        "Talk"
    );
    assert_eq!(opening.recording, Recording::Forbidden);
    assert_eq!(opening.slot.as_ref().unwrap().duration_minutes(), 45);
    assert_eq!(
        opening.links[1].url,
        "https://pretalx.example.org/media/plan.pdf"
    );
    let person = programme.person(opening.people[0].person).unwrap();
    assert_eq!(
        person.guid.to_string(),
        "33333333-3333-4333-8333-333333333333"
    );
    assert_eq!(
        person.biography.as_ref().unwrap().words(Lang::En),
        "Writes *about* cities."
    );
}

#[test]
fn the_older_shapes_of_frab_are_read_too() {
    let programme = import(FRAB).unwrap();
    assert_eq!(programme.people.len(), 2);
    let [opening, night] = &programme.sessions[..] else {
        panic!("two sessions")
    };
    assert_eq!(opening.code.as_str(), "6749");
    assert_eq!(opening.guid.get_version_num(), 5);
    let description = opening.description.as_ref().unwrap();
    assert_eq!(
        description
            .versions()
            .next()
            .map(|(tag, words)| (tag.as_str(), words)),
        Some(("de", "Wir & **ihr**.\n\nLos!"))
    );
    assert_eq!(
        night.slot.as_ref().unwrap().starts_at.to_string(),
        "2015-08-13T23:30:00Z"
    );
    assert_eq!(
        programme
            .kind(night.kind.as_str())
            .unwrap()
            .name
            .words(Lang::Pl),
        "Sesja"
    );
    assert_eq!(programme.days.len(), 1);
}

#[test]
fn a_conference_may_stand_alone() {
    let bare = r#"{"conference": {"title": "T", "acronym": "bare", "days": [{"date": "2026-01-02", "rooms": {
        "A": [{"id": 1, "title": "x", "start": "10:00", "duration": "00:30"}]}}]}}"#;
    assert_eq!(import(bare).unwrap().sessions.len(), 1);
}

#[test]
fn problems_have_their_place_and_the_code_of_the_event() {
    let json = PRETALX.replace(
        "\"2026-10-24T10:00:00+02:00\",\n        \"start\"",
        "\"soon, I am told\",\n        \"start\"",
    );
    let problems = import(&json).unwrap_err();
    assert_eq!(
        problems,
        [
            "schedule.conference.days[0].rooms.Hall A[0].date (ABC123): \"soon, I am told\" is not a moment; \
         write it like 2026-10-25T09:30:00+01:00"
        ]
    );
}

#[test]
fn what_is_of_another_sort_than_it_should_be_is_a_problem() {
    let json = r#"{"schedule": {"conference": {"title": ["T"], "acronym": "odd", "days": [{"date": "2026-01-02", "rooms": []},
        {"date": "2026-01-03", "rooms": {"A": {}, "B": ["x"]}}, 5]}}}"#;
    let problems = read(json.as_bytes(), Format::ScheduleJson, &Hints::default()).unwrap_err();
    let pointers: Vec<&str> = problems
        .iter()
        .filter_map(|problem| match &problem.place {
            Place::Value { pointer, .. } => Some(pointer.as_str()),
            _ => None,
        })
        .collect();
    let days = "/schedule/conference/days";
    for pointer in [
        "/schedule/conference/title".to_owned(),
        format!("{days}/0/rooms"),
        format!("{days}/1/rooms/A"),
    ] {
        assert!(
            pointers.contains(&pointer.as_str()),
            "{pointer} is not among {pointers:?}"
        );
    }
    assert!(
        pointers.contains(&format!("{days}/1/rooms/B/0").as_str())
            && pointers.contains(&format!("{days}/2").as_str())
    );
}

#[test]
fn json_that_is_no_schedule_says_so() {
    let problems = read(b"{\"days\": []}", Format::ScheduleJson, &Hints::default()).unwrap_err();
    assert_eq!(
        problems[0].to_string(),
        "the file: has no \"conference\"; is it a schedule.json?"
    );
    let problems = read(b"[1, 2", Format::ScheduleJson, &Hints::default()).unwrap_err();
    assert!(
        problems[0]
            .to_string()
            .starts_with("line 1, column 5: not JSON: "),
        "{}",
        problems[0]
    );
}
