//! The reference cases of `cosp-json/1`, where they are at hand.
#![allow(
    clippy::unwrap_used,
    reason = "a test that unwraps says enough by failing"
)]

mod golden;

use std::process::Command;

use serde_json::Value;
use wiec_timetable::Budget;
use wiec_timetable::cosp::{
    Problem, Solution, TERMS, evaluate, read, read_plan, solve, write_plan,
};

fn short(problem: &Problem, seed: u64) -> Solution {
    solve(problem, seed, Budget::Moves(10_000), &mut |_| ())
}

#[test]
fn every_term_is_that_of_the_independent_checker() {
    let checker = golden::folder().join("check_objective.py");
    let folder = tempfile::tempdir().unwrap();
    for file in golden::files("cosp", "json") {
        let problem = read(&std::fs::read_to_string(&file).unwrap()).unwrap();
        let solution = short(&problem, 3);
        let written = folder.path().join("solution.json");
        std::fs::write(&written, write_plan(&problem, &solution.plan)).unwrap();
        let mut check = Command::new("python3");
        check.arg(&checker).args([&file, &written]).arg("--json");
        let Ok(output) = check.output() else {
            println!("skipped: there is no python3 here");
            return;
        };
        let found: Value = serde_json::from_slice(&output.stdout).unwrap();
        let expected = TERMS.map(|term| found["raw"][term].as_i64().unwrap());
        assert_eq!(solution.scores.0, expected, "{}", problem.name);
        assert_eq!(found["objective"], solution.cost, "{}", problem.name);
        assert_eq!(
            found["feasible"],
            solution.breaches.is_empty(),
            "{}",
            problem.name
        );
    }
}

#[test]
fn a_plan_survives_its_file() {
    for file in golden::files("cosp", "json") {
        let problem = read(&std::fs::read_to_string(&file).unwrap()).unwrap();
        let solution = short(&problem, 1);
        let again = read_plan(&problem, &write_plan(&problem, &solution.plan)).unwrap();
        assert_eq!(again, solution.plan);
        assert_eq!(
            evaluate(&problem, &again),
            (solution.scores, solution.breaches)
        );
    }
}

#[test]
fn the_same_seed_and_budget_give_the_same_plan() {
    for file in golden::files("cosp", "json") {
        let problem = read(&std::fs::read_to_string(&file).unwrap()).unwrap();
        assert_eq!(short(&problem, 7), short(&problem, 7), "{}", problem.name);
    }
}
