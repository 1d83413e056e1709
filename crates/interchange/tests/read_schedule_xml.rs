//! `schedule.xml`, as pretalx and others write it, and everything that can be wrong with it.

use wiec_interchange::read::{Format, Hints, read};
use wiec_model::session::Recording;
use wiec_model::{Lang, MapLine, Programme, Session};

const PRETALX: &str = include_str!("data/read/pretalx.xml");

fn import(xml: &str) -> Result<Programme, Vec<String>> {
    read(
        xml.as_bytes(),
        Format::detect(None, xml.as_bytes()),
        &Hints::default(),
    )
    .map_err(|problems| problems.iter().map(ToString::to_string).collect())
}

fn session<'a>(programme: &'a Programme, code: &str) -> &'a Session {
    programme
        .session(code)
        .unwrap_or_else(|| panic!("no session {code}"))
}

/// A schedule of one day and one room, with these events.
fn schedule(events: &str) -> String {
    format!(
        "<schedule><conference><title>T</title><acronym>test2026</acronym>\n\
         <time_zone_name>Europe/Warsaw</time_zone_name></conference>\n\
         <day date=\"2026-10-24\"><room name=\"A\">\n{events}\n</room></day></schedule>"
    )
}

/// An event of half an hour; `more` may give it what it does not have.
fn event(id: &str, start: &str, more: &str) -> String {
    format!(
        "<event id=\"{id}\"><title>Title {id}</title><start>{start}</start><duration>00:30</duration>{more}</event>"
    )
}

#[test]
fn a_schedule_of_pretalx_becomes_a_programme() {
    let programme = import(PRETALX).unwrap();
    assert_eq!(programme.congress.slug.as_str(), "miasta-2026");
    assert_eq!(programme.congress.zone.name(), "Europe/Warsaw");
    assert_eq!(programme.days.len(), 2);
    let rooms: Vec<&str> = programme
        .rooms
        .iter()
        .map(|room| room.name.words(Lang::En))
        .collect();
    assert_eq!(rooms, ["Hall A", "Saal 2"]);
    assert_eq!(
        programme.rooms[0].guid.to_string(),
        "11111111-1111-4111-8111-111111111111"
    );
    assert_eq!(programme.tracks[0].line, MapLine::Debata);
    assert_eq!(programme.people.len(), 2);
}

#[test]
fn an_event_brings_all_that_it_says() {
    let programme = import(PRETALX).unwrap();
    let opening = session(&programme, "ABC123");
    assert_eq!(
        opening.guid.to_string(),
        "22222222-2222-4222-8222-222222222222"
    );
    assert_eq!(opening.title.exact(Lang::En), Some("Opening <3"));
    assert_eq!(opening.subtitle, None);
    assert_eq!(
        opening.description.as_ref().unwrap().exact(Lang::En),
        Some("Longer,\n\nwith **Markdown**.")
    );
    assert_eq!(
        opening.recording,
        Recording::Allowed {
            licence: Some("CC BY 4.0".to_owned())
        }
    );
    let links: Vec<&str> = opening.links.iter().map(|link| link.url.as_str()).collect();
    assert_eq!(
        links,
        [
            "https://example.org/x?a=1&b=2",
            "https://pretalx.example.org/media/plan.pdf"
        ]
    );
    let names: Vec<_> = opening
        .people
        .iter()
        .map(|one| programme.person(one.person).unwrap().name.clone().unwrap())
        .collect();
    assert_eq!(names, ["Zoë Example", "Second Person"]);
    assert_eq!(
        opening.slot.as_ref().unwrap().starts_at.to_string(),
        "2026-10-24T08:00:00Z"
    );
}

#[test]
fn the_second_slot_of_a_submission_in_pretalx_gets_a_code_of_its_own() {
    let programme = import(PRETALX).unwrap();
    let again = session(&programme, "ABC123-2");
    assert_eq!(again.recording, Recording::Forbidden);
    assert_eq!(
        programme
            .day_of(again.slot.as_ref().unwrap().starts_at)
            .unwrap()
            .number,
        1
    );
}

#[test]
fn pretalx_writes_days_before_hours() {
    let programme = import(PRETALX).unwrap();
    let stand = session(&programme, "DEF456");
    assert_eq!(
        stand.slot.as_ref().unwrap().duration_minutes(),
        (24 + 2) * 60 + 30
    );
    assert_eq!(stand.title.exact(Lang::Pl), Some("Stand przez całą dobę"));
    assert_eq!(stand.track, None);
}

#[test]
fn an_event_without_a_date_takes_that_of_its_day_and_the_small_hours_come_after_midnight() {
    let xml = schedule(
        &[
            event("1", "23:00", ""),
            event("2", "0:15", ""),
            event("3", "05:00", ""),
        ]
        .concat(),
    );
    let programme = import(&xml).unwrap();
    let starts = |code: &str| {
        session(&programme, code)
            .slot
            .as_ref()
            .unwrap()
            .starts_at
            .to_string()
    };
    assert_eq!(starts("1"), "2026-10-24T21:00:00Z");
    assert_eq!(starts("2"), "2026-10-24T22:15:00Z");
    assert_eq!(starts("3"), "2026-10-24T03:00:00Z");
    assert_eq!(programme.days.len(), 1);
}

#[test]
fn the_hour_that_the_clock_shows_twice_needs_its_offset() {
    let date = |offset: &str| format!("<date>2026-10-25T02:30:00{offset}</date>");
    let both = [
        event("1", "02:30", &date("+02:00")),
        event("2", "02:30", &date("+01:00")),
    ]
    .concat();
    let programme = import(&schedule(&both)).unwrap();
    let starts: Vec<String> = programme
        .sessions
        .iter()
        .map(|session| session.slot.as_ref().unwrap().starts_at.to_string())
        .collect();
    assert_eq!(starts, ["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"]);
    let problems = import(&schedule(&event("1", "02:30", ""))).unwrap_err();
    assert_eq!(
        problems,
        [
            "line 4, column 37: the clocks skip 2026-10-25T02:30:00 or show it twice; write it with its offset"
        ]
    );
}

#[test]
fn a_session_on_a_day_that_the_file_does_not_list_brings_that_day() {
    let xml = schedule(&event(
        "1",
        "09:00",
        "<date>2026-10-27T09:00:00+01:00</date>",
    ));
    let days: Vec<String> = import(&xml)
        .unwrap()
        .days
        .iter()
        .map(|day| day.date.to_string())
        .collect();
    assert_eq!(days, ["2026-10-24", "2026-10-27"]);
}

#[test]
fn all_problems_come_out_at_once_each_with_its_line() {
    let events = [
        "<event id=\"1\" guid=\"22222222-2222-4222-8222-222222222222\"><title>A</title><start>10:00</start><duration>00:30</duration></event>",
        "<event id=\"1\" guid=\"22222222-2222-4222-8222-222222222222\"><title>B</title><start>10:00</start><duration>00:30</duration></event>",
        "<event id=\"3\"><title> </title><start>10:00</start><duration>-1:00</duration></event>",
        "<event id=\"4\"><title>D &unknown; E</title><start>25:00</start><duration>99:99</duration></event>",
        "<event id=\"5\" guid=\"?\"><title>E</title><start>10:00</start><duration>1000:00</duration></event>",
        "<event><title>F</title><date>tomorrow at noon</date><duration>00:30</duration></event>",
        "<event id=\"7\"><title>G</title><start>10:00</start><duration>00:30</duration><links><link href=\"javascript:x()\">x</link></links></event>",
        "<event id=\"8\"><title>H</title></event>",
    ]
    .join("\n");
    let problems = import(&schedule(&events)).unwrap_err();
    let expected = [
        "line 5, column 1: code \"1\" is already used by the event at line 4, column 1",
        "line 5, column 1: guid \"22222222-2222-4222-8222-222222222222\" is already used by the event at line 4, column 1",
        "line 6, column 1: the event has no title",
        "line 6, column 51: \"-1:00\" is not a duration; write it like 01:30",
        "line 7, column 24: unknown entity \"&unknown;\"; write the character itself",
        "line 7, column 43: \"25:00\" is not a time of day; write it like 09:30",
        "line 8, column 1: the guid \"?\" is not a UUID",
        "line 8, column 60: \"1000:00\" is longer than 14 days",
        "line 9, column 1: the event has neither a code nor an id",
        "line 9, column 24: \"tomorrow at noon\" is not a moment; write it like 2026-10-25T09:30:00+01:00",
        "line 10, column 84: the link \"javascript:x()\" leads nowhere; write it with https://",
        "line 11, column 1: the event has neither a date with its time nor a start",
        "line 11, column 1: the event has neither a duration nor an end",
    ];
    assert_eq!(problems, expected);
}

#[test]
fn a_file_that_is_no_schedule_says_so() {
    assert_eq!(
        import("<html></html>").unwrap_err(),
        ["line 1, column 1: should be <schedule>, not <html>"]
    );
    let empty =
        "<schedule><conference><title>T</title><acronym>test</acronym></conference></schedule>";
    assert_eq!(
        import(empty).unwrap_err(),
        ["the file: a congress needs at least one day"]
    );
    let latin = read(
        b"<schedule>\n\xb1</schedule>",
        Format::ScheduleXml,
        &Hints::default(),
    )
    .unwrap_err();
    assert_eq!(
        latin[0].to_string(),
        "line 2, column 1: is not UTF-8 from here on; save the file in that encoding"
    );
}

#[test]
fn an_acronym_that_is_a_page_of_ours_is_refused_and_another_slug_may_be_given() {
    let xml = schedule(&event("1", "10:00", "")).replace("test2026", "program");
    let problems = import(&xml).unwrap_err();
    assert_eq!(
        problems,
        ["line 1, column 39: \"program\" is the address of a page; give the edition another slug"]
    );
    let hints = Hints {
        slug: Some("program-2026".parse().unwrap()),
        ..Hints::default()
    };
    assert!(read(xml.as_bytes(), Format::ScheduleXml, &hints).is_ok());
}

#[test]
fn a_zone_that_nobody_knows_is_a_problem_unless_the_operator_says_which_is_meant() {
    let xml = schedule(&event("1", "10:00", "")).replace("Europe/Warsaw", "Mars/Base");
    assert!(import(&xml).unwrap_err()[0].contains("\"Mars/Base\" is not a time zone"));
    let hints = Hints {
        zone: Some(wiec_model::Zone::named("Asia/Tokyo").unwrap()),
        ..Hints::default()
    };
    let programme = read(xml.as_bytes(), Format::ScheduleXml, &hints).unwrap();
    assert_eq!(
        programme.sessions[0]
            .slot
            .as_ref()
            .unwrap()
            .starts_at
            .to_string(),
        "2026-10-24T01:00:00Z"
    );
}

#[test]
fn descriptions_in_html_become_markdown() {
    let more = "<description>&lt;p&gt;One &lt;b&gt;two&lt;/b&gt;&lt;/p&gt;&lt;ul&gt;&lt;li&gt;three&lt;/li&gt;&lt;/ul&gt;</description>";
    let programme = import(&schedule(&event("1", "10:00", more))).unwrap();
    assert_eq!(
        programme.sessions[0]
            .description
            .as_ref()
            .unwrap()
            .words(Lang::Pl),
        "One **two**\n\n- three"
    );
}

#[test]
fn the_same_file_gives_the_same_identifiers_every_time() {
    let xml = schedule(&event(
        "1",
        "10:00",
        "<persons><person id=\"4\">Some One</person></persons>",
    ));
    let (first, second) = (import(&xml).unwrap(), import(&xml).unwrap());
    assert_eq!(first, second);
    assert_eq!(first.sessions[0].guid.get_version_num(), 5);
}
