//! `wiec places`: limited places given by wishes and by a draw that everybody can verify, without any
//! congress or database.

mod draw;
mod given;
mod input;
mod seal;
mod verify;

use clap::{Args, Subcommand};

const EXAMPLE: &str = "\
Nobody can steer a draw whose list is sealed and published before the chance is known:
  1  announce the rule, and whose chance of a later moment will count
  2  close the list:    wiec places seal wishes.json --list list.json --slips slips.tsv
  3  publish list.json, and give each party its own line of slips.tsv
  4  when the chance is public:
     wiec places draw wishes.json --list list.json --slips slips.tsv \\
       --rule \"study visits, drand round 123\" --beacon 5f3a --out places.json --proof proof.json
  5  publish proof.json; anybody can check it:  wiec places verify proof.json --list list.json";

/// Gives limited places by ranked wishes, in a draw that everybody can verify.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLE)]
pub(crate) struct Places {
    #[command(subcommand)]
    command: PlacesCommand,
}

#[derive(Debug, Subcommand)]
enum PlacesCommand {
    /// Close the list: commit to all wishes without showing them
    Seal(seal::Seal),
    /// Draw lots and give the places
    Draw(draw::Draw),
    /// Check the proof of a draw
    Verify(verify::Verify),
}

impl Places {
    pub(crate) fn run(self) -> anyhow::Result<()> {
        match self.command {
            PlacesCommand::Seal(seal) => seal.run(),
            PlacesCommand::Draw(draw) => draw.run(),
            PlacesCommand::Verify(verify) => verify.run(),
        }
    }
}
