//! The command line: which commands there are, and what holds for all of them.

use clap::{Parser, Subcommand};

use crate::commands::{
    congresses, demo, doctor, export, history, import, invite, migrate, opinion, places, release,
    reviewers, serve, timetable,
};

const EXIT_CODES: &str = "\
Exit codes:
  0  done
  1  it failed, or `wiec doctor` found something wrong
  2  the input has problems: a file, the configuration or the command line
  3  the data folder is in use by another process

Example: try it with the sample congress
  wiec demo";

/// Runs a public-policy congress: its programme in the browser, and its files.
#[derive(Debug, Parser)]
#[command(name = "wiec", version, after_help = EXIT_CODES)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Serve the sample congress, in session, by its own clock
    Demo(demo::Demo),
    /// Serve what has been released, in real time
    Serve(serve::Serve),
    /// Bring the schema of the database up to date
    Migrate(migrate::Migrate),
    /// Read a file as the draft of a congress
    Import(import::Import),
    /// Write the draft or a release of a congress as a file
    Export(export::Export),
    /// Publish the draft of a congress as a named release
    Release(release::Release),
    /// Give a role in a congress to an e-mail address
    Invite(invite::Invite),
    /// List the congresses in the database
    Congresses(congresses::Congresses),
    /// List what was done to a congress
    History(history::History),
    /// Draw maps of opinions from tables of votes
    Opinion(opinion::Opinion),
    /// Give limited places in a draw that everybody can verify
    Places(places::Places),
    /// Find, explain and repair timetables
    Timetable(timetable::Timetable),
    /// Assign reviewers to submissions
    Reviewers(reviewers::Reviewers),
    /// Say what is wrong with the installation, and how to mend it
    Doctor(doctor::Doctor),
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_contradicts_itself_nowhere() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn the_help_of_every_command_has_an_example() {
        for command in Arguments::command().get_subcommands() {
            let help = command
                .get_after_help()
                .map(ToString::to_string)
                .unwrap_or_default();
            assert!(
                help.contains(&format!("wiec {}", command.get_name())),
                "{}",
                command.get_name()
            );
        }
    }
}
