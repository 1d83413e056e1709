//! `wiec timetable solve`: a problem in, a timetable out.

use std::collections::BTreeSet;
use std::path::PathBuf;

use clap::Args;
use wiec_model::SessionCode;

use super::budget::Search;
use super::case::{Case, Format};
use super::output::{Output, still_broken};
use super::plan::Plan;

const EXAMPLE: &str = "\
Files: a congress file, wiec-congress-timetable/1, and the benchmarks cosp-json/1, fav-json/1
and .tim of ITC-2007. What a congress file shows is kept: kinds of sessions keep to their
rooms and hours, breaks and study visits stay. The result is a congress file again.

Examples: plan a congress anew, with the opening and the closing where they are
  wiec timetable solve congress.json --pin S02 --pin S54 --out planned.json --html planned.html
The same timetable on every machine
  wiec timetable solve congress.json --moves 1000000 --seed 7 --out planned.json
An instance of a benchmark
  wiec timetable solve GECCO20.json --seconds 60 --threads 2 --out plan.json";

/// Finds a timetable that breaks no hard rule and costs little by the others.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLE)]
pub(crate) struct Solve {
    /// What is to be planned
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// What the file is written in, where it cannot be seen
    #[arg(long, value_enum)]
    format: Option<Format>,
    #[command(flatten)]
    search: Search,
    /// A session that stays where the congress file has it; as often as needed
    #[arg(long, value_name = "CODE")]
    pin: Vec<SessionCode>,
    #[command(flatten)]
    output: Output,
}

impl Solve {
    pub(super) fn run(self) -> anyhow::Result<()> {
        let pinned: BTreeSet<SessionCode> = self.pin.iter().cloned().collect();
        let case = Case::read(&self.file, self.format, &pinned)?;
        let plan = Plan::find(&case, &self.search);
        let title = self.file.file_stem().unwrap_or_default().to_string_lossy();
        self.output
            .write(&plan.file(&case)?, &plan.lines(&case), |lang| {
                plan.sheet(&case, &title, lang)
            })?;
        if plan.broken() == 0 {
            return Ok(());
        }
        still_broken(&self.file, "give it more --seconds, or ")
    }
}
