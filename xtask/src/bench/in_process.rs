//! Measurements that are one program each, which prints its tables: see `benches/src/bin`.

use std::process::Command;

use anyhow::{Result, bail};

use crate::command::Command as Step;
use crate::folders::Folders;

/// What the register costs.
///
/// # Errors
///
/// If it cannot be built, or fails.
pub fn register(folders: &Folders) -> Result<()> {
    run(folders, "register")
}

/// What a large call costs the office.
///
/// # Errors
///
/// If it cannot be built, or fails.
pub fn calls(folders: &Folders) -> Result<()> {
    run(folders, "calls")
}

fn run(folders: &Folders, name: &str) -> Result<()> {
    let build = ["build", "--release", "--locked", "-p", "wiec-benches"];
    Step::cargo(folders, &build).run()?;
    let bench = folders.target.join("release").join(name);
    let done = Command::new(bench).status()?;
    if !done.success() {
        bail!("the bench `{name}` ended with {done}");
    }
    Ok(())
}
