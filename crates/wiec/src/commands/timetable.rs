//! `wiec timetable`: timetables from files, explained and repaired, without any congress or database.

mod budget;
mod case;
mod congress;
mod explain;
mod output;
mod plan;
mod repair;
mod solve;

use clap::{Args, Subcommand};

const EXAMPLE: &str = "\
Example: plan a congress anew, and look at it
  wiec timetable solve congress.json --seconds 10 --out planned.json --html planned.html";

/// Finds timetables, explains why there is none, and repairs them with the fewest moves.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLE)]
pub(crate) struct Timetable {
    #[command(subcommand)]
    command: TimetableCommand,
}

#[derive(Debug, Subcommand)]
enum TimetableCommand {
    /// Find a timetable
    Solve(solve::Solve),
    /// Say which rules contradict one another, or why a session is where it is
    Explain(explain::Explain),
    /// Mend a timetable after a change, with the fewest moves
    Repair(repair::Repair),
}

impl Timetable {
    pub(crate) fn run(self) -> anyhow::Result<()> {
        match self.command {
            TimetableCommand::Solve(solve) => solve.run(),
            TimetableCommand::Explain(explain) => explain.run(),
            TimetableCommand::Repair(repair) => repair.run(),
        }
    }
}
