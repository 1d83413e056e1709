//! The commands, one file each: read what is wanted, do it, say what was done.

pub(crate) mod congresses;
pub(crate) mod demo;
pub(crate) mod doctor;
pub(crate) mod export;
pub(crate) mod history;
pub(crate) mod import;
pub(crate) mod invite;
pub(crate) mod migrate;
pub(crate) mod opinion;
pub(crate) mod places;
pub(crate) mod release;
pub(crate) mod reviewers;
pub(crate) mod serve;
pub(crate) mod timetable;

use crate::arguments::Command;

/// Runs one command.
///
/// # Errors
///
/// Why it failed; [`crate::outcome::tell`] says it and chooses the exit code.
pub(crate) async fn run(command: Command) -> anyhow::Result<()> {
    match command {
        Command::Demo(demo) => demo.run().await,
        Command::Serve(serve) => serve.run().await,
        Command::Migrate(migrate) => migrate.run().await,
        Command::Import(import) => import.run().await,
        Command::Export(export) => export.run().await,
        Command::Invite(invite) => invite.run().await,
        Command::Release(release) => release.run().await,
        Command::Congresses(congresses) => congresses.run().await,
        Command::History(history) => history.run().await,
        Command::Opinion(opinion) => opinion.run(),
        Command::Timetable(timetable) => timetable.run(),
        Command::Places(places) => places.run(),
        Command::Reviewers(reviewers) => reviewers.run(),
        Command::Doctor(doctor) => doctor.run().await,
    }
}
