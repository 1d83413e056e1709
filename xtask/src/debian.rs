//! Programs from Debian's packages: missing ones are installed where that is possible.
//!
//! This is the only place that installs anything on the system. Everything else that the
//! checks need goes into the target folder, or into `node_modules`.

use std::path::Path;

use anyhow::{Result, bail};

use crate::command::{Command, find_program};

/// A program and the package that brings it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tool {
    program: &'static str,
    package: &'static str,
}

const fn tool(program: &'static str, package: &'static str) -> Tool {
    Tool { program, package }
}

/// For the tests of exports and papers.
pub const VALIDATORS: &[Tool] = &[
    tool("xmllint", "libxml2-utils"),
    tool("python3", "python3"),
    tool("pdftotext", "poppler-utils"),
];

/// For the journeys in a browser and the check of their HTML.
pub const BROWSER: &[Tool] = &[
    tool("chromium", "chromium"),
    tool("java", "default-jre-headless"),
];

/// For measurements.
pub const BENCH: &[Tool] = &[tool("wrk", "wrk"), tool("nginx", "nginx-light")];

/// Makes sure that the programs are there.
///
/// # Errors
///
/// A sentence naming the packages, if something is missing and cannot be installed.
pub fn ensure(tools: &[Tool]) -> Result<()> {
    let packages = missing(tools);
    if packages.is_empty() {
        Ok(())
    } else {
        install(&packages)
    }
}

/// Installs packages without a question.
///
/// # Errors
///
/// If this is not a Debian system, we may not install, or the installation fails.
pub fn install(packages: &[&str]) -> Result<()> {
    let list = packages.join(" ");
    if find_program("apt-get").is_none() || !is_root() {
        bail!(
            "missing on this machine: {list}. Install them, on Debian by `apt-get install {list}`"
        );
    }
    println!("   installing {list}");
    // The lists of a fresh machine are empty or old; a refusal here shows in the next call.
    let _ = apt(&["update"]).run_quietly();
    apt(&["install", "--yes", "--no-install-recommends"])
        .args(packages)
        .run_quietly()
}

/// Whether we are the superuser: may install, and must not run PostgreSQL as ourselves.
pub fn is_root() -> bool {
    Command::new("id", &["-u"], Path::new("/"))
        .output()
        .is_ok_and(|id| id.trim() == "0")
}

fn missing(tools: &[Tool]) -> Vec<&'static str> {
    let absent = tools
        .iter()
        .filter(|tool| find_program(tool.program).is_none());
    absent.map(|tool| tool.package).collect()
}

fn apt(arguments: &[&str]) -> Command {
    Command::new("apt-get", &["--quiet=2"], Path::new("/"))
        .args(arguments)
        .env("DEBIAN_FRONTEND", "noninteractive")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_absent_programs_ask_for_their_packages() {
        let tools = [
            tool("sh", "dash"),
            tool("no-such-program-anywhere", "no-such-package"),
        ];

        assert_eq!(missing(&tools), ["no-such-package"]);
    }
}
