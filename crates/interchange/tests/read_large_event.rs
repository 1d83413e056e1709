//! A schedule in the shape of a large public event: everything arrives, in order, at its instant.

use std::collections::BTreeMap;

use jiff::Timestamp;
use wiec_interchange::congress_file;
use wiec_interchange::read::{Format, Hints, read};
use wiec_interchange::sample::large_event;
use wiec_model::{Lang, Programme, Slot};

fn import(xml: &str) -> Programme {
    read(xml.as_bytes(), Format::ScheduleXml, &Hints::default())
        .unwrap_or_else(|problems| panic!("{problems:#?}"))
}

fn slots(programme: &Programme) -> impl Iterator<Item = &Slot> {
    programme
        .sessions
        .iter()
        .filter_map(|session| session.slot.as_ref())
}

/// What stands between a tag and its end, one after another: read without any of the code tested.
fn between<'a>(xml: &'a str, tag: &str) -> Vec<&'a str> {
    let (open, close) = (format!("<{tag}>"), format!("</{tag}>"));
    xml.split(&open)
        .skip(1)
        .filter_map(|rest| rest.split(&close).next())
        .collect()
}

#[test]
fn seven_hundred_sessions_arrive_with_rooms_in_order() {
    let programme = import(&large_event(740, 12, 4, 2026));
    assert_eq!(
        (
            programme.sessions.len(),
            programme.rooms.len(),
            programme.tracks.len()
        ),
        (740, 12, 9)
    );
    assert_eq!(programme.problems(), []);
    let names: Vec<&str> = programme
        .rooms
        .iter()
        .map(|room| room.name.words(Lang::En))
        .collect();
    assert_eq!(names[0], "Saal 1 „Główna” & Friends");
    assert_eq!(
        names[1..].to_vec(),
        (2..=12)
            .map(|number| format!("Saal {number}"))
            .collect::<Vec<_>>()
    );
    assert_eq!(programme.kinds.len(), 5);
}

#[test]
fn every_session_is_at_its_instant() {
    let xml = large_event(740, 12, 4, 2026);
    let programme = import(&xml);
    let dates: Vec<Timestamp> = between(&xml, "date")
        .iter()
        .map(|date| date.parse().unwrap())
        .collect();
    assert_eq!(
        slots(&programme)
            .map(|slot| slot.starts_at)
            .collect::<Vec<_>>(),
        dates
    );
    let minutes = |duration: &&str| {
        let (hours, minutes) = duration.split_once(':').unwrap();
        hours.parse::<i64>().unwrap() * 60 + minutes.parse::<i64>().unwrap()
    };
    let durations: Vec<i64> = between(&xml, "duration").iter().map(minutes).collect();
    assert_eq!(
        slots(&programme)
            .map(Slot::duration_minutes)
            .collect::<Vec<_>>(),
        durations
    );
}

#[test]
fn nights_belong_to_their_evening_and_the_clock_is_put_back_in_the_first() {
    let programme = import(&large_event(740, 12, 4, 2026));
    let zone = programme.congress.zone.rules();
    let first: Vec<_> = programme.sessions_on(&programme.days[0]);
    let late = |hour: i8| {
        let local = |slot: &&Slot| zone.to_datetime(slot.starts_at).hour() == hour;
        first
            .iter()
            .filter_map(|session| session.slot.as_ref())
            .filter(local)
            .count()
    };
    assert!(late(0) > 0 && late(1) > 0, "no session after midnight");
    let change: Timestamp = "2026-10-25T01:00:00Z".parse().unwrap();
    assert!(
        slots(&programme).any(|slot| slot.starts_at < change && change < slot.ends_at),
        "no session over the change"
    );
}

#[test]
fn odd_characters_and_titles_without_end_arrive_as_they_were_meant() {
    let programme = import(&large_event(740, 12, 4, 2026));
    let title = |number: usize| {
        programme.sessions[number]
            .title
            .versions()
            .next()
            .unwrap()
            .1
            .to_owned()
    };
    assert!(title(3).ends_with("🚲🏙️👩‍👩‍👧"), "{}", title(3));
    assert!(title(10).ends_with("مدينة للجميع"), "{}", title(10));
    assert!(title(24).contains("Z\u{335}a\u{306}"), "{}", title(24));
    assert!(!title(31).contains('\u{b}'));
    assert!(title(38).ends_with("<b>5 < 6 & more</b>"), "{}", title(38));
    assert!(title(45).ends_with("\"Q&A\" <3"), "{}", title(45));
    assert!(title(9).chars().count() > 480);
    assert!(
        programme
            .sessions
            .iter()
            .all(|session| session.slug.en.as_str().len() <= 80)
    );
}

#[test]
fn people_are_one_however_often_they_appear() {
    let programme = import(&large_event(740, 12, 4, 2026));
    let mut seen: BTreeMap<_, usize> = BTreeMap::new();
    for appearance in programme
        .sessions
        .iter()
        .flat_map(|session| &session.people)
    {
        *seen.entry(appearance.person).or_default() += 1;
    }
    assert_eq!(seen.len(), programme.people.len());
    assert!(seen.values().any(|&times| times > 3));
}

#[test]
fn a_large_event_becomes_a_congress_file_and_comes_back() {
    let programme = import(&large_event(740, 12, 4, 2026));
    let written = congress_file::write(&programme);
    let again = read(
        written.as_bytes(),
        Format::detect(None, written.as_bytes()),
        &Hints::default(),
    )
    .unwrap();
    assert_eq!(again, programme);
}

#[test]
fn the_shape_follows_the_numbers_asked_for() {
    for (sessions, rooms, days) in [(1, 1, 1), (7, 3, 2), (50, 5, 1)] {
        let programme = import(&large_event(sessions, rooms, days, 1));
        assert_eq!(
            (programme.sessions.len(), programme.rooms.len()),
            (sessions, rooms)
        );
        assert!(programme.days.len() >= days);
    }
}
