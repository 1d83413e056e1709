//! What is on in a room, and what comes next in it, at every kind of instant.

use wiec_model::now::{RoomNow, room_now, rooms_now};
use wiec_model::{Programme, Session};

use crate::support::{at, programme, scheduled, waiting};

/// A first day until past midnight, and a second day of one session.
fn congress() -> Programme {
    programme(vec![
        scheduled("NOC", "kamienna", "2026-11-14 22:00", "2026-11-15 00:30"),
        scheduled("PO", "kamienna", "2026-11-15 01:00", "2026-11-15 02:00"),
        scheduled("S2", "kamienna", "2026-11-14 11:30", "2026-11-14 12:30"),
        scheduled("S1", "kamienna", "2026-11-14 10:00", "2026-11-14 11:00"),
        scheduled("S3", "kamienna", "2026-11-15 10:00", "2026-11-15 11:00"),
        scheduled("K1", "kadzielnia", "2026-11-14 10:00", "2026-11-14 18:00"),
        waiting("S9"),
    ])
}

fn codes<'a>(sessions: impl IntoIterator<Item = &'a Session>) -> Vec<&'a str> {
    let codes = sessions.into_iter().map(|session| session.code.as_str());
    codes.collect()
}

/// What is on in the first room of `programme`, and what comes next.
fn told<'a>(programme: &'a Programme, local: &str) -> (Vec<&'a str>, Option<&'a str>) {
    let RoomNow { now, next, .. } = room_now(programme, &programme.rooms[0], at(local));
    (codes(now), codes(next).first().copied())
}

#[track_caller]
fn expect(local: &str, now: &[&str], next: Option<&str>) {
    assert_eq!(told(&congress(), local), (now.to_vec(), next), "at {local}");
}

#[test]
fn before_the_first_session_of_a_day_nothing_is_on_and_it_comes_next() {
    expect("2026-11-14 05:00", &[], Some("S1"));
    expect("2026-11-14 09:59:59.999", &[], Some("S1"));
    expect("2026-11-15 05:00", &[], Some("S3"));
}

#[test]
fn a_session_is_on_from_its_first_instant_to_the_last_before_its_end() {
    expect("2026-11-14 10:00", &["S1"], Some("S2"));
    expect("2026-11-14 10:30", &["S1"], Some("S2"));
    expect("2026-11-14 10:59:59.999", &["S1"], Some("S2"));
    expect("2026-11-14 11:00", &[], Some("S2"));
}

#[test]
fn between_two_sessions_nothing_is_on() {
    expect("2026-11-14 11:15", &[], Some("S2"));
    expect("2026-11-14 15:00", &[], Some("NOC"));
}

#[test]
fn a_night_past_midnight_belongs_to_its_evening() {
    expect("2026-11-14 23:30", &["NOC"], Some("PO"));
    expect("2026-11-15 00:15", &["NOC"], Some("PO"));
    expect("2026-11-15 00:45", &[], Some("PO"));
}

#[test]
fn during_and_after_the_last_session_of_a_day_nothing_comes_next() {
    expect("2026-11-15 01:30", &["PO"], None);
    expect("2026-11-15 04:59", &[], None);
    expect("2026-11-15 10:00", &["S3"], None);
    expect("2026-11-15 12:00", &[], None);
}

#[test]
fn on_other_days_than_those_of_the_congress_there_is_neither_now_nor_next() {
    expect("2026-11-14 04:59", &[], None);
    expect("2026-11-13 10:00", &[], None);
    expect("2026-11-16 10:00", &[], None);
    expect("2027-11-14 10:00", &[], None);
}

#[test]
fn a_session_that_lasts_into_the_morning_is_on_until_its_end() {
    let programme = programme(vec![scheduled(
        "NOC",
        "kamienna",
        "2026-11-14 23:00",
        "2026-11-15 06:00",
    )]);
    assert_eq!(told(&programme, "2026-11-15 05:30"), (vec!["NOC"], None));
    assert_eq!(told(&programme, "2026-11-15 06:00"), (vec![], None));
}

#[test]
fn several_that_set_off_from_one_room_are_on_together_by_start_and_code() {
    let programme = programme(vec![
        scheduled("W3", "kamienna", "2026-11-14 10:00", "2026-11-14 12:00"),
        scheduled("W2", "kamienna", "2026-11-14 09:00", "2026-11-14 12:00"),
        scheduled("W1", "kamienna", "2026-11-14 10:00", "2026-11-14 11:00"),
        scheduled("W5", "kamienna", "2026-11-14 13:00", "2026-11-14 14:00"),
        scheduled("W4", "kamienna", "2026-11-14 13:00", "2026-11-14 15:00"),
    ]);
    let all = ["W2", "W1", "W3"];
    assert_eq!(
        told(&programme, "2026-11-14 10:30"),
        (all.to_vec(), Some("W4"))
    );
    assert_eq!(
        told(&programme, "2026-11-14 09:30"),
        (vec!["W2"], Some("W1"))
    );
    assert_eq!(
        told(&programme, "2026-11-14 11:30"),
        (vec!["W2", "W3"], Some("W4"))
    );
}

#[test]
fn all_rooms_are_told_of_in_the_order_of_the_programme() {
    let programme = congress();
    let rooms = rooms_now(&programme, at("2026-11-14 10:30"));
    let told: Vec<_> = rooms
        .into_iter()
        .map(|here| (here.room.slug.as_str(), codes(here.now), codes(here.next)))
        .collect();
    assert_eq!(
        told,
        [
            ("kamienna", vec!["S1"], vec!["S2"]),
            ("kadzielnia", vec!["K1"], vec![])
        ]
    );
}

#[test]
fn a_room_without_sessions_is_quiet() {
    let programme = programme(vec![scheduled(
        "K1",
        "kadzielnia",
        "2026-11-14 10:00",
        "2026-11-14 18:00",
    )]);
    assert_eq!(told(&programme, "2026-11-14 10:30"), (vec![], None));
}
