//! What the register costs, in one process: see `benches/src/bin/register`.

use std::process::Command;

use anyhow::{Result, bail};

use crate::command::Command as Step;
use crate::folders::Folders;

/// Runs the bench, which prints its tables.
///
/// # Errors
///
/// If it cannot be built, or fails.
pub fn run(folders: &Folders) -> Result<()> {
    let build = ["build", "--release", "--locked", "-p", "wiec-benches"];
    Step::cargo(folders, &build).run()?;
    let bench = folders.target.join("release/register");
    let done = Command::new(bench).status()?;
    if !done.success() {
        bail!("the bench of the register ended with {done}");
    }
    Ok(())
}
