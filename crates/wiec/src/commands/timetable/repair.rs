//! `wiec timetable repair`: the congress has changed, the timetable follows with the fewest moves.

use std::path::PathBuf;

use clap::Args;
use wiec_model::SessionCode;
use wiec_timetable::repair::{Repaired, repair};
use wiec_timetable_report as report;

use super::budget::Search;
use super::explain::{read_congress, schedule_of};
use super::output::{Output, still_broken};

/// What the exact part may take: about a second.
const STEPS: u64 = 20_000_000;

const EXAMPLE: &str = "\
The file is the congress as it is now: with a room closed, somebody away, a session added or
of another length. The timetable is that of the file itself, or of --schedule.

Example: mend what the last changes broke
  wiec timetable repair congress.json --pin S02 --seconds 1 --out mended.json";

/// Mends a timetable after a change: the fewest moves first, then the best cost.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLE)]
pub(crate) struct Repair {
    /// A congress file, or wiec-congress-timetable/1
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The timetable as it was, as wiec-congress-schedule/1, where it is not in the file itself
    #[arg(long, value_name = "FILE")]
    schedule: Option<PathBuf>,
    #[command(flatten)]
    search: Search,
    /// A session that stays where the congress file has it; as often as needed
    #[arg(long, value_name = "CODE")]
    pin: Vec<SessionCode>,
    #[command(flatten)]
    output: Output,
}

impl Repair {
    pub(super) fn run(self) -> anyhow::Result<()> {
        let congress = read_congress(&self.file, &self.pin)?;
        let before = schedule_of(&congress, self.schedule.as_deref())?;
        let problem = &congress.problem;
        let repaired = self.search.best(
            |run| run.with_budget(|budget, _| repair(problem, &before, run.seed, STEPS, budget)),
            |found| (found.costs.hard, found.moved.len(), found.costs.soft),
        );
        let moved: Vec<&str> = repaired
            .moved
            .iter()
            .map(|&session| problem.sessions[session].id.as_str())
            .collect();
        let file = congress.write(&repaired.schedule);
        self.output
            .write(&file, &[line(&moved, &repaired)], |lang| {
                let (schedule, costs) = (&repaired.schedule, &repaired.costs);
                let names = congress.names(lang);
                Ok(report::congress(problem, schedule, costs, &names, lang))
            })?;
        if repaired.breaches.is_empty() {
            return Ok(());
        }
        still_broken(&self.file, "")
    }
}

/// `2 sessions moved: S14, S15; proved: fewer do not do`
fn line(moved: &[&str], repaired: &Repaired) -> String {
    let sessions = match moved.len() {
        0 => "nothing moved".to_owned(),
        1 => format!("1 session moved: {}", moved[0]),
        count => format!("{count} sessions moved: {}", moved.join(", ")),
    };
    let proof = match (repaired.fewest, repaired.cheapest) {
        (true, true) => "; proved: fewer do not do, nor cost so few less",
        (true, false) => "; proved: fewer do not do",
        (false, _) => "; fewer may do",
    };
    format!("{sessions}{proof}; cost {}", repaired.costs.soft)
}
