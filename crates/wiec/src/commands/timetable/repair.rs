//! `wiec timetable repair`: the congress has changed, the timetable follows with the fewest moves.

use std::io::{self, Write as _};
use std::path::PathBuf;

use clap::Args;
use wiec_model::{Lang, SessionCode};
use wiec_timetable::congress::evaluate;
use wiec_timetable::repair::{Repaired, repair};
use wiec_timetable_report as report;

use super::budget::Search;
use super::explain::{read_congress, schedule_of};
use crate::commands::export::parse_lang;
use crate::outcome::Unwell;
use crate::whole_file;

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
    /// Where to write the timetable, instead of standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Where to write it as a page to look at
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
    /// The language of the page: pl or en
    #[arg(long, value_name = "LANGUAGE", default_value = "pl", value_parser = parse_lang)]
    language: Lang,
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
        if let Some(path) = &self.html {
            let costs = evaluate(problem, &repaired.schedule);
            let names = congress.names(self.language);
            let sheet =
                report::congress(problem, &repaired.schedule, &costs, &names, self.language);
            whole_file::write(path, sheet.page().as_bytes())?;
        }
        let file = congress.write(&repaired.schedule);
        let mut stdout = io::stdout().lock();
        match &self.out {
            Some(path) => {
                whole_file::write(path, file.as_bytes())?;
                let moved: Vec<&str> = repaired
                    .moved
                    .iter()
                    .map(|&session| problem.sessions[session].id.as_str())
                    .collect();
                writeln!(stdout, "{}", line(&moved, &repaired))?;
            }
            None => stdout.write_all(file.as_bytes())?,
        }
        if repaired.breaches.is_empty() {
            return Ok(());
        }
        writeln!(
            io::stderr(),
            "wiec: hard rules are still broken; ask `wiec timetable explain {}` whether they can all hold",
            self.file.display()
        )?;
        Err(anyhow::Error::msg(Unwell))
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
