//! The order of sessions, what makes them accessible, and how the parts of a programme are found.

use std::collections::BTreeSet;

use wiec_model::{Day, Feature, MapLine, Programme, Session};

use crate::support::{guid, programme, room, scheduled, slot, slug, text, waiting};

const TEN: &str = "2026-11-14 10:00";
const ELEVEN: &str = "2026-11-14 11:00";

fn sound() -> Programme {
    programme(vec![
        scheduled("S1", "kamienna", TEN, ELEVEN),
        scheduled("S2", "kadzielnia", TEN, ELEVEN),
        waiting("S3"),
    ])
}

#[test]
fn a_day_has_what_starts_within_it_by_start_then_room_then_code() {
    let late = ("2026-11-15 01:00", "2026-11-15 02:00");
    let programme = programme(vec![
        scheduled("NOC", "kamienna", late.0, late.1),
        scheduled("S4", "kadzielnia", TEN, ELEVEN),
        waiting("S9"),
        scheduled("S2", "kamienna", TEN, "2026-11-14 10:15"),
        scheduled("S1", "kamienna", TEN, ELEVEN),
        scheduled("S8", "kamienna", "2026-11-15 05:00", "2026-11-15 06:00"),
        scheduled("S3", "kadzielnia", "2026-11-14 05:00", ELEVEN),
        scheduled("S0", "kamienna", "2026-11-14 04:59", ELEVEN),
    ]);
    let on = |day: &Day| -> Vec<&str> {
        let sessions = programme.sessions_on(day).into_iter();
        sessions.map(|session| session.code.as_str()).collect()
    };
    assert_eq!(on(&programme.days[0]), ["S3", "S1", "S2", "S4", "NOC"]);
    assert_eq!(on(&programme.days[1]), ["S8"]);
}

#[test]
fn sessions_without_a_slot_come_last_by_code() {
    let programme = programme(vec![
        waiting("S9"),
        scheduled("S3", "kamienna", TEN, ELEVEN),
        waiting("S1"),
    ]);
    let mut sessions: Vec<&Session> = programme.sessions.iter().collect();
    programme.sort(&mut sessions);
    let codes: Vec<&str> = sessions
        .iter()
        .map(|session| session.code.as_str())
        .collect();
    assert_eq!(codes, ["S3", "S1", "S9"]);
}

/// A lit place for an interpreter is equipment; only a language of the session is an interpreter.
#[test]
fn an_interpreter_is_promised_only_where_sign_language_is_a_language_of_the_session() {
    let mut programme = sound();
    programme.sessions[1].languages = vec!["pl".parse().unwrap(), "pjm".parse().unwrap()];
    programme.sessions[2].languages = vec!["pso".parse().unwrap()];
    let of = |index: usize| programme.features_of(&programme.sessions[index]);
    assert_eq!(of(0), BTreeSet::from([Feature::HearingLoop]));
    assert_eq!(
        of(1),
        BTreeSet::from([Feature::SignLanguage, Feature::StepFree])
    );
    assert_eq!(of(2), BTreeSet::from([Feature::SignLanguage]));
}

#[test]
fn a_session_moved_to_another_room_has_the_equipment_of_that_room() {
    let mut programme = sound();
    programme
        .rooms
        .push(room("studio", &[Feature::Stream, Feature::LiveCaptions]));
    programme.sessions[0].slot = Some(slot("studio", TEN, ELEVEN));
    assert_eq!(
        programme.features_of(&programme.sessions[0]),
        BTreeSet::from([Feature::LiveCaptions, Feature::Stream])
    );
}

#[test]
fn a_session_is_drawn_with_the_line_of_its_track_or_with_none() {
    let mut programme = sound();
    programme.sessions[1].track = None;
    let line = |index: usize| programme.line_of(&programme.sessions[index]);
    assert_eq!((line(0), line(1)), (MapLine::Mieszkanie, MapLine::Brak));
}

#[test]
fn only_what_is_of_the_service_kind_is_service() {
    let mut programme = sound();
    programme.sessions[1].kind = slug("service");
    let service = |index: usize| programme.is_service(&programme.sessions[index]);
    assert_eq!((service(0), service(1)), (false, true));
}

#[test]
fn parts_are_found_by_their_keys_and_others_are_not() {
    let mut programme = sound();
    programme.rooms[1].name = text("Kadzielnia");
    assert_eq!(programme.room("kadzielnia"), Some(&programme.rooms[1]));
    assert_eq!(programme.track("tra"), Some(&programme.tracks[1]));
    assert_eq!(programme.kind("service"), Some(&programme.kinds[1]));
    assert_eq!(
        programme.person(guid("urbanista")),
        Some(&programme.people[1])
    );
    assert_eq!(programme.session("S2"), Some(&programme.sessions[1]));
    assert_eq!(programme.session("s2"), None);
    assert_eq!(programme.room("ghost"), None);
}

#[test]
fn slots_that_only_touch_do_not_overlap() {
    let first = slot("kamienna", TEN, ELEVEN);
    let second = slot("kadzielnia", ELEVEN, "2026-11-14 12:30");
    let both = slot("kamienna", "2026-11-14 10:59", "2026-11-14 11:01");
    assert!(!first.overlaps(&second) && !second.overlaps(&first));
    assert!(both.overlaps(&first) && second.overlaps(&both) && first.overlaps(&first));
    assert_eq!(second.duration_minutes(), 90);
}
