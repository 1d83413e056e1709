//! Licences, banned crates and sources, by cargo-deny; `deny.toml` holds the rules.

use std::ffi::OsStr;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::command::Command;
use crate::folders::Folders;

const VERSION: &str = "0.20.2";

/// Checks the tree of dependencies against `deny.toml`.
///
/// # Errors
///
/// If a rule is broken, or cargo-deny is missing and cannot be built.
pub fn check(folders: &Folders) -> Result<()> {
    let program = find_or_install(folders)?;
    Command::new(
        program,
        &["check", "bans", "licenses", "sources"],
        &folders.root,
    )
    .run_quietly()
}

/// Its own copy in the target folder, unless the machine has one.
fn find_or_install(folders: &Folders) -> Result<PathBuf> {
    let own = folders.tools().join("bin/cargo-deny");
    for candidate in [PathBuf::from("cargo-deny"), own.clone()] {
        if Command::new(&candidate, &["--version"], &folders.root).works() {
            return Ok(candidate);
        }
    }
    install(folders)?;
    Ok(own)
}

/// Unoptimised and without debug information: 63 CPU seconds as measured, and the check
/// itself still takes under three. What it was built from shares nothing with our own
/// crates, so it goes when the program is there.
fn install(folders: &Folders) -> Result<()> {
    println!("   building cargo-deny {VERSION}, once");
    let build = folders.tools().join("build");
    Command::cargo(folders, &["install", "cargo-deny", "--locked", "--quiet"])
        .args(["--version", VERSION, "--no-default-features", "--debug"])
        .args([OsStr::new("--root"), folders.tools().as_os_str()])
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env("CARGO_TARGET_DIR", &build)
        .run()?;
    fs::remove_dir_all(build).context("what cargo-deny was built from")
}
