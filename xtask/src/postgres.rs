//! A private PostgreSQL for the tests: fresh, on a free loopback port, gone afterwards.
//!
//! The server's life is tied to a pipe that we hold (see `postgres.sh`), because a signal
//! such as Ctrl-C ends this process without running any destructor.

use std::fs;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::command::find_program;
use crate::debian;

const SCRIPT: &str = include_str!("postgres.sh");

/// Whether what is committed survives a power cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Durability {
    /// It does, as where people work with it.
    Full,
    /// It need not: nothing outlives the tests.
    None,
}

/// A running server. Dropping it stops the server and removes its data.
pub struct Postgres {
    script: Child,
    port: u16,
}

impl Postgres {
    /// Starts a server, installing PostgreSQL if it is missing and that is possible.
    ///
    /// # Errors
    ///
    /// If there is no PostgreSQL, or it does not start.
    pub fn start(durability: Durability) -> Result<Self> {
        let programs = find_or_install()?;
        let port = free_port()?;
        let mut script = as_ordinary_user()
            .args(["sh", "-c", SCRIPT, "postgres.sh"])
            .arg(&programs)
            .arg(port.to_string())
            .args((durability == Durability::Full).then_some("durable"))
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            // Ctrl-C must reach us only: the script has its own way of learning of our end.
            .process_group(0)
            .spawn()
            .context("PostgreSQL's script could not be started")?;
        let output = script
            .stdout
            .take()
            .expect("standard output was asked for as a pipe");
        let mut line = String::new();
        BufReader::new(output)
            .read_line(&mut line)
            .context("PostgreSQL's script")?;
        let server = Self { script, port };
        if line.trim() != "ready" {
            bail!("PostgreSQL did not start; its own words stand above");
        }
        Ok(server)
    }

    /// The address for `WIEC_TEST_DATABASE`. The user may create databases.
    pub fn url(&self) -> String {
        format!("postgres://wiec@127.0.0.1:{}/postgres", self.port)
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        drop(self.script.stdin.take());
        // Nothing could be done about an error here, and the script ends by itself.
        let _ = self.script.wait();
    }
}

/// The folder that holds `initdb` and `pg_ctl`.
fn find_or_install() -> Result<PathBuf> {
    if let Some(programs) = find() {
        return Ok(programs);
    }
    debian::install(&["postgresql"]).context("or leave PostgreSQL out by `--no-postgres`")?;
    find().context("PostgreSQL was installed, but no `initdb` is where Debian puts it")
}

fn find() -> Option<PathBuf> {
    let in_path = find_program("initdb").and_then(|file| file.parent().map(Path::to_path_buf));
    in_path.or_else(|| {
        let versions = fs::read_dir("/usr/lib/postgresql").ok()?;
        let folders = versions.filter_map(|entry| Some(entry.ok()?.path().join("bin")));
        // The newest: a machine in the middle of an upgrade has two.
        folders
            .filter(|folder| folder.join("initdb").is_file())
            .max_by_key(|folder| version(folder))
    })
}

fn version(programs: &Path) -> Option<u32> {
    programs.parent()?.file_name()?.to_str()?.parse().ok()
}

/// PostgreSQL refuses to run as root; the package has made a user for it.
fn as_ordinary_user() -> Command {
    if !debian::is_root() {
        return Command::new("env");
    }
    let mut command = Command::new("setpriv");
    command.args(["--reuid=postgres", "--regid=postgres", "--clear-groups"]);
    command
}

/// Asks the system for a port; it stays free for the moment until PostgreSQL takes it.
fn free_port() -> Result<u16> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).context("no free port on loopback")?;
    Ok(listener.local_addr()?.port())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_compare_as_numbers() {
        let [old, new] = ["/usr/lib/postgresql/9/bin", "/usr/lib/postgresql/15/bin"].map(Path::new);

        assert!(version(old) < version(new));
    }
}
