//! The journeys of `e2e/` in a real browser, against a real `wiec demo`.

use std::path::Path;

use anyhow::Result;

use crate::command::Command;
use crate::debian;
use crate::folders::Folders;
use crate::npm;

/// Runs every journey with the given program. Each file of journeys starts its own copy.
///
/// # Errors
///
/// If something is missing and cannot be installed, or a journey fails.
pub fn run(folders: &Folders, program: &Path) -> Result<()> {
    debian::ensure(debian::BROWSER)?;
    let journeys = folders.root.join("e2e");
    npm::install(&journeys)?;
    Command::new("node", &["--test", "--test-reporter=spec"], &journeys)
        .env("WIEC_BIN", program)
        .run()
}
