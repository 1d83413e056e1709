//! `cargo bench -p wiec-timetable --bench timetable -- [SECONDS=10] [SEEDS=5] [ONLY=NAME,…] [VERBOSE=1]`: a table
//! of instances by seeds. Time is CPU time of this thread, so that a busy machine changes nothing.
//! `ONLY` also takes the names of the folders: `cosp`, `favourites`, `itc2007`; and `congress` for
//! made-up ones.

mod clock;
mod congress;
#[path = "../../tests/golden/mod.rs"]
mod golden;
mod table;

use serde_json::Value;
use table::Table;
use wiec_timetable::{Budget, cosp, enrolment, favourites};

/// Costs of the best finalists of the competition, by instance.
const FINALISTS: [(&str, &str); 4] = [
    ("comp-2007-2-1", "15"),
    ("comp-2007-2-2", "0"),
    ("comp-2007-2-3", "164"),
    ("comp-2007-2-4", "239"),
];
/// The best known of favourites.
const MISSED: [(&str, &str); 2] = [("csconf1", "81"), ("csconf3", "108")];

fn main() {
    let table = Table::from_arguments();
    let best = std::fs::read_to_string(golden::folder().join("cosp/best.json")).unwrap_or_default();
    let best: Value = serde_json::from_str(&best).unwrap_or_default();

    for (name, text) in table.instances("cosp", "json") {
        let problem = cosp::read(&text).expect("a reference case can be read");
        table.row(
            &name,
            &best[&name]["best_known"].to_string(),
            |seed, clock, run| {
                let solution = cosp::solve(&problem, seed, Budget::Clock(clock), &mut |news| {
                    run.hear(news.moves, news.costs.total(&problem));
                });
                assert!(solution.breaches.is_empty(), "{:?}", solution.breaches);
                run.bound = solution.lower_bound;
                (solution.cost, solution.moves)
            },
        );
    }
    for (name, text) in table.instances("favourites", "json") {
        let problem = favourites::read(&text).expect("a reference case can be read");
        table.row(&name, known(&MISSED, &name), |seed, clock, run| {
            let solution = favourites::solve(&problem, seed, Budget::Clock(clock), &mut |news| {
                run.hear(news.moves, *news.costs);
            });
            run.bound = solution.lower_bound;
            (solution.cost, solution.moves)
        });
    }
    for (name, text) in table.instances("itc2007", "tim") {
        let problem = enrolment::read(&text).expect("a reference case can be read");
        table.row(&name, known(&FINALISTS, &name), |seed, clock, run| {
            let solution = enrolment::solve(&problem, seed, Budget::Clock(clock), &mut |news| {
                run.hear(news.moves, whole(news.costs));
            });
            assert_eq!(solution.costs.breaches, 0);
            (whole(&solution.costs), solution.moves)
        });
    }
    if table.wants("congress") {
        [30, 100, 300]
            .into_iter()
            .for_each(|sessions| congress::measure(sessions, table.seconds));
    }
}

/// Distance to feasibility in millions, then the soft cost.
fn whole(costs: &enrolment::Costs) -> i64 {
    costs.distance * 1_000_000 + costs.soft()
}

fn known<'a>(list: &[(&str, &'a str)], name: &str) -> &'a str {
    list.iter()
        .find(|(it, _)| *it == name)
        .map_or("?", |(_, best)| best)
}
