//! The measurements of the calculating crates, which are benches of their own.

use anyhow::Result;

use crate::command::Command;
use crate::folders::Folders;

/// Timetables, then places and reviewers.
///
/// # Errors
///
/// If a bench cannot be built or fails.
pub fn timetable(folders: &Folders) -> Result<()> {
    bench(folders, &["wiec-timetable", "wiec-allotment"])
}

/// Opinion maps.
///
/// # Errors
///
/// If the bench cannot be built or fails.
pub fn opinion(folders: &Folders) -> Result<()> {
    bench(folders, &["wiec-opinion"])
}

fn bench(folders: &Folders, crates: &[&str]) -> Result<()> {
    for name in crates {
        Command::cargo(
            folders,
            &["bench", "--quiet", "--benches", "--package", name],
        )
        .run()?;
    }
    Ok(())
}
