//! Running other programs: a failed one becomes a sentence with its name in it.

use std::ffi::{OsStr, OsString};
use std::path::Path;
use std::process::{self, Stdio};

use anyhow::{Context, Result, bail};

use crate::folders::Folders;

/// Set by `cargo run` for this process. Passed on, they would change the fingerprint of
/// every build script that watches them, and each run would rebuild those crates.
const CARGO_LEFTOVERS: [&str; 4] = [
    "CARGO_MANIFEST_DIR",
    "CARGO_MANIFEST_PATH",
    "CARGO_BIN_NAME",
    "CARGO_CRATE_NAME",
];

/// A program to run, with its name for the messages.
pub struct Command {
    name: String,
    inner: process::Command,
}

impl Command {
    /// A program with its first arguments, run in `folder`.
    pub fn new(program: impl AsRef<OsStr>, arguments: &[&str], folder: &Path) -> Self {
        let program = program.as_ref();
        let mut inner = process::Command::new(program);
        inner
            .args(arguments)
            .current_dir(folder)
            .stdin(Stdio::null());
        let short = Path::new(program)
            .file_name()
            .unwrap_or(program)
            .to_string_lossy();
        let first = arguments.first().copied().unwrap_or_default();
        Self {
            name: format!("{short} {first}").trim().to_owned(),
            inner,
        }
    }

    /// The cargo that runs us, building in our target folder.
    pub fn cargo(folders: &Folders, arguments: &[&str]) -> Self {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
        let mut command = Self::new(cargo, arguments, &folders.root);
        let packaged = std::env::vars_os()
            .map(|(key, _)| key)
            .filter(|key| key.to_string_lossy().starts_with("CARGO_PKG_"));
        for key in packaged.chain(CARGO_LEFTOVERS.map(OsString::from)) {
            command.inner.env_remove(key);
        }
        if std::env::var_os("CI").is_some() {
            // Every run has a fresh clone: what helps the next build of the same files would only
            // fill the disk, by gigabytes.
            command.inner.env("CARGO_INCREMENTAL", "0");
        }
        command.env("CARGO_TARGET_DIR", &folders.target)
    }

    /// Adds arguments.
    pub fn args(mut self, arguments: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Self {
        self.inner.args(arguments);
        self
    }

    /// Sets a variable of the environment.
    pub fn env(mut self, key: impl AsRef<OsStr>, value: impl AsRef<OsStr>) -> Self {
        self.inner.env(key, value);
        self
    }

    /// Hides a variable of our own environment from it.
    pub fn without(mut self, key: &str) -> Self {
        self.inner.env_remove(key);
        self
    }

    /// Sets several variables.
    pub fn envs(mut self, pairs: &[(&str, OsString)]) -> Self {
        self.inner
            .envs(pairs.iter().map(|(key, value)| (key, value)));
        self
    }

    /// Runs it; what it prints goes where ours goes.
    ///
    /// # Errors
    ///
    /// If the program cannot be started or says that it failed.
    pub fn run(mut self) -> Result<()> {
        let status = self
            .inner
            .status()
            .with_context(|| format!("`{}` could not be started", self.name))?;
        if !status.success() {
            bail!("`{}` ended with {status}", self.name);
        }
        Ok(())
    }

    /// Runs it and returns what it printed; its errors still go where ours go.
    ///
    /// # Errors
    ///
    /// As [`Command::run`], and if it printed something that is not text.
    pub fn output(mut self) -> Result<String> {
        self.inner.stdout(Stdio::piped()).stderr(Stdio::inherit());
        let output = self
            .inner
            .output()
            .with_context(|| format!("`{}` could not be started", self.name))?;
        if !output.status.success() {
            bail!("`{}` ended with {}", self.name, output.status);
        }
        String::from_utf8(output.stdout).with_context(|| format!("`{}` printed no text", self.name))
    }

    /// Runs it in silence; all it printed is shown only if it failed.
    ///
    /// # Errors
    ///
    /// As [`Command::run`].
    pub fn run_quietly(mut self) -> Result<()> {
        let output = self
            .inner
            .output()
            .with_context(|| format!("`{}` could not be started", self.name))?;
        if !output.status.success() {
            print!("{}", String::from_utf8_lossy(&output.stdout));
            eprint!("{}", String::from_utf8_lossy(&output.stderr));
            bail!("`{}` ended with {}", self.name, output.status);
        }
        Ok(())
    }

    /// Whether it can be started and ends well. Prints nothing.
    pub fn works(mut self) -> bool {
        self.inner
            .output()
            .is_ok_and(|output| output.status.success())
    }
}

/// Looks a program up in `PATH`.
pub fn find_program(name: &str) -> Option<std::path::PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|folder| folder.join(name))
        .find(|file| file.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_program_is_named() {
        let problem = Command::new("sh", &["-c", "exit 3"], Path::new("/")).run();

        let message = problem.expect_err("it ended with 3").to_string();
        assert_eq!(message, "`sh -c` ended with exit status: 3");
    }

    #[test]
    fn an_absent_program_does_not_work() {
        assert!(!Command::new("no-such-program-anywhere", &[], Path::new("/")).works());
        assert_eq!(find_program("no-such-program-anywhere"), None);
    }
}
