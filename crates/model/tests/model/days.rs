//! Days that turn at five in the morning, also in the nights in which the clocks are changed.

use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use wiec_model::{Day, Programme, Zone};

use crate::support::{at, day, programme};

/// A congress of three days in a row, the night after the first of which changes the clocks.
fn around(dates: [&str; 3]) -> Programme {
    let mut programme = programme(Vec::new());
    programme.days = (1..)
        .zip(dates)
        .map(|(number, date)| day(number, date))
        .collect();
    programme
}

fn spring() -> Programme {
    around(["2026-03-28", "2026-03-29", "2026-03-30"])
}

fn autumn() -> Programme {
    around(["2026-10-24", "2026-10-25", "2026-10-26"])
}

fn hours_of(programme: &Programme) -> Vec<i64> {
    let bounds = programme.days.iter().map(|day| programme.bounds_of(day));
    bounds
        .map(|(from, to)| to.duration_since(from).as_hours())
        .collect()
}

fn number_at(programme: &Programme, local: &str) -> Option<u16> {
    programme.day_of(at(local)).map(|day| day.number)
}

#[test]
fn a_day_begins_at_five_and_its_night_belongs_to_it() {
    let programme = programme(Vec::new());
    for (local, number) in [
        ("2026-11-14 04:59:59.999", None),
        ("2026-11-14 05:00", Some(1)),
        ("2026-11-14 23:59", Some(1)),
        ("2026-11-15 00:00", Some(1)),
        ("2026-11-15 04:59:59.999", Some(1)),
        ("2026-11-15 05:00", Some(2)),
        ("2026-11-16 04:59", Some(2)),
        ("2026-11-16 05:00", None),
    ] {
        assert_eq!(number_at(&programme, local), number, "at {local}");
    }
}

#[test]
fn the_bounds_of_a_day_are_five_and_five() {
    let programme = programme(Vec::new());
    assert_eq!(
        programme.bounds_of(&programme.days[0]),
        (at("2026-11-14 05:00"), at("2026-11-15 05:00"))
    );
}

#[test]
fn the_day_before_the_clocks_go_forward_has_23_hours() {
    assert_eq!(hours_of(&spring()), [23, 24, 24]);
}

#[test]
fn the_day_before_the_clocks_go_back_has_25_hours() {
    assert_eq!(hours_of(&autumn()), [25, 24, 24]);
}

#[test]
fn both_passes_of_the_hour_that_comes_twice_belong_to_the_evening_before() {
    let programme = autumn();
    for instant in ["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"] {
        let instant: Timestamp = instant.parse().unwrap();
        let local = programme.congress.zone.rules().to_datetime(instant);
        assert_eq!(local, "2026-10-25T02:30".parse().unwrap());
        assert_eq!(programme.day_of(instant).map(|day| day.number), Some(1));
    }
}

#[test]
fn the_zone_of_the_congress_decides_and_no_other() {
    let mut programme = programme(Vec::new());
    let instant = at("2026-11-15 05:30");
    assert_eq!(programme.day_of(instant).map(|day| day.number), Some(2));
    programme.congress.zone = Zone::named("Europe/London").unwrap();
    assert_eq!(programme.day_of(instant).map(|day| day.number), Some(1));
}

proptest! {
    /// Over both changes of the clock, and where they are of half an hour.
    #[test]
    fn an_instant_is_of_the_one_day_whose_bounds_hold_it(
        zone in prop::sample::select(vec!["Europe/Warsaw", "America/New_York", "Australia/Lord_Howe", "UTC"]),
        start in prop::sample::select(vec!["2026-03-27", "2026-10-23", "2026-03-07", "2026-10-31", "2026-04-03", "2026-10-02"]),
        seconds in 0..5 * 86_400_i64,
    ) {
        let mut programme = programme(Vec::new());
        programme.congress.zone = Zone::named(zone).unwrap();
        let first = day(1, start);
        programme.days = first.date.series(jiff::Span::new().days(1)).take(3).zip(1..)
            .map(|(date, number)| Day { number, date, name: None })
            .collect();
        let instant = programme.bounds_of(&programme.days[0]).0
            + SignedDuration::from_secs(seconds - 86_400);
        let holding: Vec<&Day> = programme.days.iter()
            .filter(|day| { let (from, to) = programme.bounds_of(day); from <= instant && instant < to })
            .collect();
        prop_assert_eq!(programme.day_of(instant).into_iter().collect::<Vec<_>>(), holding);
        for pair in programme.days.windows(2) {
            prop_assert_eq!(programme.bounds_of(&pair[0]).1, programme.bounds_of(&pair[1]).0);
        }
    }
}
