//! The sample congress as a timetabling problem, planned from nothing.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;

use wiec_interchange::read::{Format, Hints, read};
use wiec_interchange::timetable::Timetabling;
use wiec_model::Programme;
use wiec_model::availability::Availabilities;
use wiec_model::conflicts::{Severity, conflicts};
use wiec_timetable::Budget;
use wiec_timetable::congress::{evaluate, solve};

fn sample() -> Programme {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../demo/congress.json");
    let bytes = std::fs::read(path).unwrap();
    read(&bytes, Format::CongressFile, &Hints::default()).unwrap()
}

fn of(programme: &Programme) -> Timetabling {
    Timetabling::of(programme, &Availabilities::default(), &BTreeSet::new())
}

#[test]
fn the_draft_of_the_sample_keeps_all_hard_rules_and_comes_back_as_it_was() {
    let programme = sample();
    let timetabling = of(&programme);
    let costs = evaluate(&timetabling.problem, &timetabling.schedule);
    assert_eq!(costs.hard, 0, "{costs:?}");
    assert_eq!(
        timetabling.apply(&programme, &timetabling.schedule),
        programme
    );
}

#[test]
fn planned_from_nothing_the_sample_has_no_conflict_that_cannot_be() {
    let programme = sample();
    let timetabling = of(&programme);
    let found = solve(&timetabling.problem, 1, Budget::Moves(300_000), &mut |_| ());
    assert_eq!(found.breaches, []);
    let planned = timetabling.apply(&programme, &found.schedule);
    assert!(planned.problems().is_empty());
    assert!(
        planned
            .sessions
            .iter()
            .all(|session| session.slot.is_some())
    );
    // The office's own rules, which know nothing of the engine, find the same.
    let hard: Vec<_> = conflicts(&planned, &Availabilities::default())
        .into_iter()
        .filter(|conflict| conflict.severity() == Severity::Hard)
        .collect();
    assert_eq!(hard, []);
}

#[test]
fn a_pinned_session_stays_where_the_draft_has_it() {
    let programme = sample();
    let pinned = BTreeSet::from(["S03".parse().unwrap()]);
    let timetabling = Timetabling::of(&programme, &Availabilities::default(), &pinned);
    let found = solve(&timetabling.problem, 2, Budget::Moves(50_000), &mut |_| ());
    let planned = timetabling.apply(&programme, &found.schedule);
    assert_eq!(
        planned.session("S03").unwrap().slot,
        programme.session("S03").unwrap().slot
    );
}
