//! `wiec reviewers`: who reviews what, without any congress or database.

mod assign;
mod why_not;

use clap::{Args, Subcommand};

const EXAMPLE: &str = "\
Example: three reviewers for each submission, nobody served badly
  wiec reviewers assign reviewers.json --aim fair --out assignment.json";

/// Assigns reviewers to submissions.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLE)]
pub(crate) struct Reviewers {
    #[command(subcommand)]
    command: ReviewersCommand,
}

#[derive(Debug, Subcommand)]
enum ReviewersCommand {
    /// Find the best assignment
    Assign(assign::Assign),
}

impl Reviewers {
    pub(crate) fn run(self) -> anyhow::Result<()> {
        match self.command {
            ReviewersCommand::Assign(assign) => assign.run(),
        }
    }
}
