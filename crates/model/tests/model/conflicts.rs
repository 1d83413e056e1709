//! Conflicts of a schedule: each kind, and what holds for all of them.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use proptest::collection::vec;
use proptest::prelude::*;
use wiec_model::availability::{Availabilities, Availability, Whose, Window};
use wiec_model::conflicts::{Clash, Conflict, Severity, conflicts};
use wiec_model::session::{Recording, Stream, Visit};
use wiec_model::{Feature, Kind, Programme, Session};

use crate::support::{at, guid, programme, room, scheduled, slot, slug, speaks};

const TEN: &str = "2026-11-14 10:00";
const ELEVEN: &str = "2026-11-14 11:00";
const NOON: &str = "2026-11-14 12:00";

/// A session in which nobody appears, so that only what is tested can clash.
fn alone(code: &str, room: &str, starts: &str, ends: &str) -> Session {
    Session {
        people: Vec::new(),
        ..scheduled(code, room, starts, ends)
    }
}

fn found(programme: &Programme) -> Vec<Clash> {
    let all = conflicts(programme, &Availabilities::default());
    all.into_iter().map(|conflict| conflict.what).collect()
}

fn window(starts: &str, ends: &str) -> Window {
    Window::new(at(starts), at(ends)).unwrap()
}

fn only_then(whose: Whose, windows: &[Window]) -> Availabilities {
    let said = Availability::of(windows.iter().copied());
    Availabilities(BTreeMap::from([(whose, said)]))
}

#[test]
fn two_sessions_in_one_room_share_the_time_from_the_later_start_to_the_earlier_end() {
    let draft = programme(vec![
        alone("S2", "kamienna", TEN, NOON),
        alone("S1", "kamienna", ELEVEN, NOON),
    ]);
    let expected = Conflict {
        at: at(TEN),
        sessions: vec!["S2".parse().unwrap(), "S1".parse().unwrap()],
        what: Clash::RoomTwice {
            room: slug("kamienna"),
            shared: window(ELEVEN, NOON),
        },
    };
    assert_eq!(conflicts(&draft, &Availabilities::default()), [expected]);
}

#[test]
fn someone_in_two_rooms_at_once_is_one_conflict_and_in_two_parts_of_a_session_none() {
    let mut draft = programme(vec![
        scheduled("S1", "kamienna", TEN, NOON),
        scheduled("S2", "kadzielnia", ELEVEN, NOON),
    ]);
    let again = draft.sessions[0].people[0].clone();
    draft.sessions[0].people.push(again);
    let expected = Clash::PersonTwice {
        person: guid("skarbniczka"),
        shared: window(ELEVEN, NOON),
    };
    assert_eq!(found(&draft), [expected]);
}

#[test]
fn someone_needs_a_break_between_rooms_and_none_within_one() {
    let next = |room: &str, starts: &str| {
        let mut draft = programme(vec![
            scheduled("S1", "kamienna", TEN, ELEVEN),
            scheduled("S2", room, starts, NOON),
        ]);
        draft.kinds[0].slug = slug("debate");
        found(&draft)
    };
    let missing = |minutes| {
        vec![Clash::NoBreak {
            person: guid("skarbniczka"),
            minutes,
            least: 10,
        }]
    };
    assert_eq!(next("kadzielnia", ELEVEN), missing(0));
    assert_eq!(next("kadzielnia", "2026-11-14 11:09"), missing(9));
    assert_eq!(next("kadzielnia", "2026-11-14 11:10"), []);
    let no_change_over = Clash::NoChangeOver {
        room: slug("kamienna"),
        minutes: 4,
        least: 5,
    };
    assert_eq!(next("kamienna", "2026-11-14 11:04"), [no_change_over]);
    assert_eq!(next("kamienna", "2026-11-14 11:05"), []);
}

#[test]
fn breaks_share_a_room_and_visits_their_meeting_point() {
    let pair = |change: &dyn Fn(&mut Session)| {
        let mut draft = programme(vec![
            alone("S1", "kamienna", TEN, ELEVEN),
            alone("S2", "kamienna", TEN, ELEVEN),
        ]);
        draft.sessions.iter_mut().for_each(change);
        found(&draft)
    };
    assert_eq!(pair(&|one| one.kind = slug(Kind::SERVICE)), []);
    let visit = Visit {
        transport: None,
        needs_id: false,
    };
    assert_eq!(pair(&|one| one.visit = Some(visit.clone())), []);
    assert_eq!(pair(&|_| ()).len(), 1);
}

#[test]
fn who_or_what_cannot_come_then_is_in_conflict_and_who_said_nothing_always_can() {
    let draft = programme(vec![scheduled("S1", "kamienna", TEN, NOON)]);
    let person = Whose::Person(guid("skarbniczka"));
    let room = Whose::Room(slug("kamienna"));
    let cases = [
        (&person, vec![window(TEN, NOON)], vec![]),
        (
            &person,
            vec![window(TEN, ELEVEN), window(ELEVEN, NOON)],
            vec![],
        ),
        (
            &person,
            vec![window(TEN, ELEVEN)],
            vec![Clash::PersonUnavailable {
                person: guid("skarbniczka"),
            }],
        ),
        (
            &room,
            vec![window(ELEVEN, NOON)],
            vec![Clash::RoomUnavailable {
                room: slug("kamienna"),
            }],
        ),
        (&room, vec![], vec![]),
    ];
    for (whose, windows, expected) in cases {
        let said = only_then(whose.clone(), &windows);
        let all = conflicts(&draft, &said);
        let what: Vec<Clash> = all.into_iter().map(|conflict| conflict.what).collect();
        assert_eq!(what, expected, "{whose:?} {windows:?}");
    }
}

#[test]
fn a_session_larger_than_its_room_is_in_conflict_with_it() {
    let mut draft = programme(vec![alone("S1", "kamienna", TEN, NOON)]);
    draft.rooms[0].capacity = Some(30);
    for (wanted, clashes) in [(None, 0), (Some(30), 0), (Some(31), 1)] {
        draft.sessions[0].capacity = wanted;
        assert_eq!(found(&draft).len(), clashes, "{wanted:?}");
    }
}

#[test]
fn a_day_opens_and_closes_by_its_clocks_also_after_midnight() {
    let outside = |starts: &str, ends: &str, closes: &str| {
        let mut draft = programme(vec![alone("S1", "kamienna", starts, ends)]);
        let pace = serde_json::json!({ "opens": "08:00:00", "closes": closes });
        draft.congress.settings.insert("pace".to_owned(), pace);
        found(&draft).len()
    };
    let cases = [
        ("2026-11-14 08:00", "2026-11-14 22:00", "22:00:00", 0),
        ("2026-11-14 07:59", "2026-11-14 09:00", "22:00:00", 1),
        ("2026-11-14 21:00", "2026-11-14 22:01", "22:00:00", 1),
        ("2026-11-14 23:00", "2026-11-15 01:00", "01:00:00", 0),
        ("2026-11-14 23:00", "2026-11-15 01:01", "01:00:00", 1),
        // The hour after midnight belongs to the evening's day.
        ("2026-11-15 00:30", "2026-11-15 01:00", "01:00:00", 0),
    ];
    for (starts, ends, closes, expected) in cases {
        assert_eq!(
            outside(starts, ends, closes),
            expected,
            "{starts} {ends} {closes}"
        );
    }
}

#[test]
fn what_must_not_be_recorded_is_not_streamed_and_warns_of_a_room_that_records() {
    let with = |features: &[Feature], stream| {
        let mut draft = programme(vec![alone("S1", "kamienna", TEN, NOON)]);
        draft.rooms[0] = room("kamienna", features);
        draft.sessions[0].recording = Recording::Forbidden;
        draft.sessions[0].stream = stream;
        found(&draft)
    };
    let warned = || Clash::RecordingRoom {
        room: slug("kamienna"),
    };
    assert_eq!(with(&[], Stream::RoomOnly), []);
    assert_eq!(with(&[Feature::Recording], Stream::RoomOnly), [warned()]);
    assert_eq!(with(&[Feature::Stream], Stream::Unstated), [warned()]);
    let streamed = with(&[Feature::Stream], Stream::Streamed);
    assert_eq!(streamed, [Clash::StreamedUnrecorded]);
    assert_eq!(streamed[0].severity(), Severity::Hard);
    assert_eq!(warned().severity(), Severity::Soft);
}

#[test]
fn a_conference_of_three_hundred_sessions_is_looked_through_in_no_time() {
    let sessions: Vec<Session> = (0..300)
        .map(|number| {
            let room = if number % 2 == 0 {
                "kamienna"
            } else {
                "kadzielnia"
            };
            let hour = 8 + number % 12;
            let starts = format!("2026-11-14 {hour:02}:00");
            scheduled(
                &format!("S{number}"),
                room,
                &starts,
                &format!("2026-11-14 {hour:02}:50"),
            )
        })
        .map(|mut session| {
            // Everybody appears somewhere else: what counts is looking, not listing clashes.
            session.people = vec![speaks(session.code.as_str())];
            session
        })
        .collect();
    let draft = programme(sessions);
    let quickest = (0..5)
        .map(|_| {
            let begun = Instant::now();
            assert!(!conflicts(&draft, &Availabilities::default()).is_empty());
            begun.elapsed()
        })
        .min()
        .unwrap();
    let limit = if cfg!(debug_assertions) { 200 } else { 5 };
    assert!(quickest < Duration::from_millis(limit), "{quickest:?}");
}

const ROOMS: [&str; 2] = ["kamienna", "kadzielnia"];
const PEOPLE: [&str; 3] = ["skarbniczka", "urbanista", "radna"];

/// Sessions on a grid of quarters of an hour: room, start, length, and who appears.
fn plans() -> impl Strategy<Value = Vec<(usize, u8, u8, usize)>> {
    vec((0..2_usize, 0..24_u8, 1..6_u8, 0..3_usize), 0..12)
}

fn planned(plans: &[(usize, u8, u8, usize)]) -> Vec<Session> {
    let time = |quarter: u8| format!("2026-11-14 {:02}:{:02}", 9 + quarter / 4, quarter % 4 * 15);
    plans
        .iter()
        .enumerate()
        .map(|(number, &(room, start, length, person))| Session {
            people: vec![speaks(PEOPLE[person])],
            slot: Some(slot(ROOMS[room], &time(start), &time(start + length))),
            ..scheduled(&format!("S{number}"), ROOMS[room], TEN, ELEVEN)
        })
        .collect()
}

proptest! {
    #[test]
    fn the_order_of_lists_changes_nothing(plans in plans(), turn in 0..12_usize) {
        let draft = programme(planned(&plans));
        let mut turned = draft.clone();
        let by = turn.min(turned.sessions.len());
        turned.sessions.rotate_left(by);
        turned.rooms.reverse();
        turned.people.reverse();
        let said = Availabilities::default();
        prop_assert_eq!(conflicts(&draft, &said), conflicts(&turned, &said));
    }

    #[test]
    fn exactly_those_who_overlap_in_a_room_or_share_a_person_clash(plans in plans()) {
        let draft = programme(planned(&plans));
        let all = conflicts(&draft, &Availabilities::default());
        for (number, one) in draft.sessions.iter().enumerate() {
            for other in &draft.sessions[number + 1..] {
                let (a, b) = (one.slot.as_ref().unwrap(), other.slot.as_ref().unwrap());
                let of = |wanted: fn(&Clash) -> bool| all.iter().filter(|it| {
                    wanted(&it.what) && it.involves(&one.code) && it.involves(&other.code)
                }).count();
                let overlap = usize::from(a.overlaps(b));
                let room = usize::from(a.room == b.room);
                let person = usize::from(one.people == other.people);
                let is_room = |it: &Clash| matches!(it, Clash::RoomTwice { .. });
                let is_person = |it: &Clash| matches!(it, Clash::PersonTwice { .. });
                prop_assert_eq!(of(is_room), overlap * room);
                prop_assert_eq!(of(is_person), overlap * person);
            }
        }
    }

    #[test]
    fn taking_a_session_out_takes_its_conflicts_and_no_others(plans in plans(), which in 0..12_usize) {
        let mut draft = programme(planned(&plans));
        prop_assume!(which < draft.sessions.len());
        let said = Availabilities::default();
        let mut before = conflicts(&draft, &said);
        let code = draft.sessions[which].code.clone();
        draft.sessions[which].slot = None;
        before.retain(|conflict| !conflict.involves(&code));
        prop_assert_eq!(conflicts(&draft, &said), before);
    }

    #[test]
    fn windows_mean_the_same_in_any_order_and_however_they_overlap(
        hours in vec((0..20_i64, 1..5_i64), 0..6),
        asked in (0..20_i64, 1..5_i64),
    ) {
        let hour = |hour: i64| at(TEN) + jiff::SignedDuration::from_hours(hour);
        let windows: Vec<Window> = hours.iter()
            .map(|&(start, length)| Window::new(hour(start), hour(start + length)).unwrap())
            .collect();
        let said = Availability::of(windows.iter().copied());
        let turned = Availability::of(windows.iter().rev().copied());
        prop_assert_eq!(&said, &turned);
        let (start, length) = asked;
        let mut wanted = slot("kamienna", TEN, ELEVEN);
        (wanted.starts_at, wanted.ends_at) = (hour(start), hour(start + length));
        let each = (start..start + length)
            .all(|hour| hours.iter().any(|&(from, long)| from <= hour && hour < from + long));
        prop_assert_eq!(said.covers(&wanted), hours.is_empty() || each);
    }
}
