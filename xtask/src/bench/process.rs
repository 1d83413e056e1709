//! A server being measured: started, waited for, weighed, and ended whatever happens.

use std::fs;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// The kernel's clock ticks a second, fixed at 100 for what it shows to programs.
const TICKS_A_SECOND: f64 = 100.0;

/// A running server.
pub struct Server {
    child: Child,
    /// Where it listens.
    pub port: u16,
    /// From its start to its first line.
    pub ready_after: Duration,
}

impl Server {
    /// Starts a server and waits until it prints a line that contains `sign`.
    ///
    /// # Errors
    ///
    /// If it cannot be started or ends before it is ready.
    pub fn start(mut command: Command, port: u16, sign: &str) -> Result<Self> {
        let started = Instant::now();
        let mut child = command
            .stdout(Stdio::piped())
            .stdin(Stdio::null())
            .spawn()
            .with_context(|| format!("{command:?} could not be started"))?;
        let mut lines = BufReader::new(child.stdout.take().context("its output is piped")?).lines();
        for line in &mut lines {
            if line?.contains(sign) {
                // What it says afterwards has to go somewhere: a pipe that is closed ends a program.
                std::thread::spawn(move || lines.for_each(drop));
                return Ok(Self {
                    child,
                    port,
                    ready_after: started.elapsed(),
                });
            }
        }
        let status = child.wait()?;
        bail!("{command:?} ended with {status} before it was ready")
    }

    /// The CPU time it has used so far, user and system, in seconds.
    ///
    /// # Errors
    ///
    /// If the kernel does not tell.
    pub fn cpu_seconds(&self) -> Result<f64> {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.child.id()))?;
        let after_name = stat.rsplit_once(") ").context("a process has a name")?.1;
        let fields: Vec<&str> = after_name.split(' ').collect();
        let ticks = |field: usize| fields[field].parse::<f64>();
        Ok((ticks(11)? + ticks(12)?) / TICKS_A_SECOND)
    }

    /// The memory it holds now, in MiB.
    ///
    /// # Errors
    ///
    /// If the kernel does not tell.
    pub fn resident_mib(&self) -> Result<f64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status
            .lines()
            .find_map(|line| line.strip_prefix("VmRSS:"))
            .context("a process has memory")?;
        let kib: f64 = line.trim().trim_end_matches(" kB").parse()?;
        Ok(kib / 1024.0)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing left to do.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A port that nobody listens on now.
///
/// # Errors
///
/// If the machine has none.
pub fn free_port() -> Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}
