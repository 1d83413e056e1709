//! npm in `ui/`: what is pinned there is installed once, for whichever crate is built first.

use std::fs::{self, File};
use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

/// Installs the pinned packages if the lock file is newer than what is installed.
pub fn install(ui: &Path) {
    let lock_file = ui.join("package-lock.json");
    // Two builds at once (debug and release, say) share one folder of packages, and npm empties it first.
    // On Windows such a lock would keep npm itself out.
    let guard = File::open(&lock_file).expect("ui/package-lock.json is part of the repository");
    if cfg!(unix) {
        guard.lock().expect("a file on a local disk can be locked");
    }
    if changed(&lock_file) > changed(&ui.join("node_modules/.package-lock.json")) {
        run(
            ui,
            "npm",
            &["ci", "--ignore-scripts", "--no-audit", "--no-fund"],
        );
    }
}

/// When a file was last changed; `None`, which is before all times, if there is none.
fn changed(file: &Path) -> Option<SystemTime> {
    fs::metadata(file)
        .and_then(|metadata| metadata.modified())
        .ok()
}

/// Runs a program in `ui/`; stops the build with what it said if it fails.
pub fn run(ui: &Path, program: &str, arguments: &[&str]) {
    let name = if cfg!(windows) && program == "npm" {
        "npm.cmd"
    } else {
        program
    };
    let output = Command::new(name).args(arguments).current_dir(ui).output().unwrap_or_else(|error| {
        panic!(
            "The pages' scripts and styles are built with {program}, which did not start: {error}. \
             Install Node.js 20.11 or newer together with npm (on Debian: apt install nodejs npm) and build again."
        )
    });
    assert!(
        output.status.success(),
        "`{program} {}` in {} failed:\n{}{}",
        arguments.join(" "),
        ui.display(),
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr),
    );
}
