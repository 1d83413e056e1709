//! The reference cases of favourites and of the competition of 2007, where they are at hand.
#![allow(
    clippy::unwrap_used,
    reason = "a test that unwraps says enough by failing"
)]

mod golden;

use std::process::Command;

use serde_json::json;
use wiec_timetable::{Budget, enrolment, favourites};

#[test]
fn what_people_miss_is_what_the_independent_checker_says() {
    let checker = golden::folder().join("favourites/check_fav.py");
    for file in golden::files("favourites", "json") {
        let problem = favourites::read(&std::fs::read_to_string(&file).unwrap()).unwrap();
        let solution = favourites::solve(&problem, 1, Budget::Moves(50_000), &mut |_| ());
        let written = std::env::temp_dir().join(format!("wiec-{}-slots.json", problem.name));
        let slots = json!({"instance": problem.name, "slot_of": solution.slot_of});
        std::fs::write(&written, slots.to_string()).unwrap();
        let Ok(output) = Command::new("python3")
            .arg(&checker)
            .args([&file, &written])
            .output()
        else {
            println!("skipped: there is no python3 here");
            return;
        };
        let said = String::from_utf8(output.stdout).unwrap();
        let expected = format!("{} feasible True missed {} of", problem.name, solution.cost);
        assert!(
            said.starts_with(&expected),
            "{said} does not start with {expected}"
        );
    }
}

#[test]
fn what_is_placed_keeps_the_rules_of_the_competition() {
    for file in golden::files("itc2007", "tim") {
        let problem = enrolment::read(&std::fs::read_to_string(&file).unwrap()).unwrap();
        let solution = enrolment::solve(&problem, 1, Budget::Moves(200_000), &mut |_| ());
        assert_eq!(solution.costs.breaches, 0);
        assert_eq!(
            solution.costs,
            enrolment::evaluate(&problem, &solution.plan)
        );
    }
}

#[test]
fn the_same_seed_and_budget_give_the_same_slots() {
    for file in golden::files("favourites", "json") {
        let problem = favourites::read(&std::fs::read_to_string(&file).unwrap()).unwrap();
        let solve = || favourites::solve(&problem, 5, Budget::Moves(20_000), &mut |_| ());
        assert_eq!(solve(), solve());
    }
}
