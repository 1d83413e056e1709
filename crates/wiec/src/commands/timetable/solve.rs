//! `wiec timetable solve`: a problem in, a timetable out.

use std::collections::BTreeSet;
use std::io::{self, Write as _};
use std::path::PathBuf;

use clap::Args;
use wiec_model::{Lang, SessionCode};

use super::budget::Search;
use super::case::{Case, Format};
use super::plan::Plan;
use crate::commands::export::parse_lang;
use crate::outcome::Unwell;
use crate::whole_file;

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

impl Solve {
    pub(super) fn run(self) -> anyhow::Result<()> {
        let pinned: BTreeSet<SessionCode> = self.pin.iter().cloned().collect();
        let case = Case::read(&self.file, self.format, &pinned)?;
        let plan = Plan::find(&case, &self.search);
        let file = plan.file(&case)?;
        if let Some(path) = &self.html {
            let title = self.file.file_stem().unwrap_or_default().to_string_lossy();
            let sheet = plan.sheet(&case, &title, self.language)?;
            whole_file::write(path, sheet.page().as_bytes())?;
        }
        let mut stdout = io::stdout().lock();
        match &self.out {
            Some(path) => {
                whole_file::write(path, file.as_bytes())?;
                for line in plan.lines(&case) {
                    writeln!(stdout, "{line}")?;
                }
            }
            None => stdout.write_all(file.as_bytes())?,
        }
        if plan.broken() == 0 {
            return Ok(());
        }
        let mut stderr = io::stderr();
        writeln!(
            stderr,
            "wiec: hard rules are still broken; give it more --seconds, or ask `wiec timetable explain {}` whether they can all hold",
            self.file.display()
        )?;
        Err(anyhow::Error::msg(Unwell))
    }
}
