//! The two folders with npm packages: `ui/` and `e2e/`.

use std::fs;
use std::path::Path;

use anyhow::{Result, bail};

use crate::command::{Command, find_program};

/// Brings `node_modules` to what the lock file says; does nothing if it is there already.
///
/// No install script is run: none of our packages needs one, and a script may do anything.
///
/// # Errors
///
/// If npm is missing or fails.
pub fn install(folder: &Path) -> Result<()> {
    if find_program("npm").is_none() {
        bail!("npm is missing on this machine: install Node.js 20 or newer, with npm");
    }
    if is_current(folder) {
        return Ok(());
    }
    npm(
        folder,
        &["ci", "--ignore-scripts", "--no-audit", "--no-fund"],
    )
    .run_quietly()
}

/// Runs a script of the folder's `package.json`.
///
/// # Errors
///
/// If the script fails.
pub fn run(folder: &Path, script: &str) -> Result<()> {
    npm(folder, &["run", "--silent", script]).run()
}

fn npm(folder: &Path, arguments: &[&str]) -> Command {
    Command::new("npm", arguments, folder).env("NPM_CONFIG_UPDATE_NOTIFIER", "false")
}

/// npm writes its hidden lock file last, so it is younger than the lock it was made from.
fn is_current(folder: &Path) -> bool {
    let changed = |file: &str| fs::metadata(folder.join(file)).and_then(|data| data.modified());
    match (
        changed("node_modules/.package-lock.json"),
        changed("package-lock.json"),
    ) {
        (Ok(installed), Ok(locked)) => installed >= locked,
        _ => false,
    }
}
