//! `wiec opinion`: maps of opinions from tables of votes, without any congress or database.

mod input;
mod map;
mod output;
mod summary;

use clap::{Args, Subcommand};

const EXAMPLE: &str = "\
Example: what a conversation came to, in a few lines
  wiec opinion map --votes votes.csv --statements comments.csv";

/// Draws maps of opinions: who stands where, which groups there are, what unites and what divides them.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLE)]
pub(crate) struct Opinion {
    #[command(subcommand)]
    command: OpinionCommand,
}

#[derive(Debug, Subcommand)]
enum OpinionCommand {
    /// Draw the map of one conversation
    Map(map::Map),
}

impl Opinion {
    pub(crate) fn run(self) -> anyhow::Result<()> {
        match self.command {
            OpinionCommand::Map(map) => map.run(),
        }
    }
}
