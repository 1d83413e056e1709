//! How many people a second can register, with a commit that survives a power cut for each, beside
//! the floor: one write that is synchronised with this disk for each. On both databases.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use super::load;
use super::process::{Server, free_port};
use crate::command::Command as Step;
use crate::folders::Folders;
use crate::postgres::{Durability, Postgres};

const PEOPLE: u32 = 4000;
/// So many ask at the same moment.
const AT_ONCE: u32 = 32;
/// What a commit adds to a log, about.
const COMMIT: [u8; 4096] = [7; 4096];
const SESSIONS: [&str; 4] = ["60", "10", "3", "80"];

/// Runs the bench and prints its tables.
///
/// # Errors
///
/// If anything cannot be built, started or asked.
pub fn run(folders: &Folders) -> Result<()> {
    let build = [
        "build",
        "--release",
        "--locked",
        "-p",
        "wiec",
        "-p",
        "wiec-benches",
    ];
    Step::cargo(folders, &build).run()?;
    let place = std::env::temp_dir().join(format!("wiec-bench-{}", std::process::id()));
    fs::create_dir_all(&place)?;
    let done = measure(&folders.target.join("release"), &place);
    fs::remove_dir_all(&place).context("the bench's own folder can be removed")?;
    done
}

fn measure(releases: &Path, place: &Path) -> Result<()> {
    println!("| database | registrations/s | p50 | p99 | commits/s of the disk | of the floor |");
    println!("|---|---|---|---|---|---|");
    row(
        "SQLite",
        releases,
        place,
        &place.join("data").to_string_lossy(),
    )?;
    let postgres = Postgres::start(Durability::Full)?;
    row("PostgreSQL", releases, place, &postgres.url())?;
    drop(postgres);
    println!();
    let office = Command::new(releases.join("office")).status()?;
    if !office.success() {
        bail!("the bench of the office ended with {office}");
    }
    Ok(())
}

/// One database: a fresh congress, everybody registers, and the disk by itself in the same minute.
fn row(name: &str, releases: &Path, place: &Path, database: &str) -> Result<()> {
    let congress = place.join("congress.json");
    let made = Command::new(releases.join("generate"))
        .args(SESSIONS)
        .output()?;
    // What was kept of a congress of long ago would be forgotten in the first night. The days of
    // the week are the same 28 years later.
    let file = String::from_utf8(made.stdout)?.replace("\"2026-", "\"2054-");
    fs::write(&congress, file)?;
    let on = if database.starts_with("postgres") {
        "--database"
    } else {
        "--data"
    };
    let wiec = |arguments: &[&str]| -> Result<String> {
        let mut command = Command::new(releases.join("wiec"));
        let output = command
            .args(arguments)
            .args([on, database])
            .current_dir(place)
            .output()?;
        if !output.status.success() {
            bail!(
                "`wiec {}`: {}",
                arguments[0],
                String::from_utf8_lossy(&output.stderr)
            );
        }
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    };
    wiec(&["import", &congress.to_string_lossy()])?;
    let list = wiec(&["congresses"])?;
    let slug = list
        .split_whitespace()
        .next()
        .context("the congress was imported")?;
    wiec(&["release", slug, "--name", "1.0"])?;
    let port = free_port()?;
    let mut serve = Command::new(releases.join("wiec"));
    // Each comes from an address of their own, as behind a proxy.
    serve
        .args(["serve", "--trust-proxy", "--log", "error", on, database])
        .args(["--bind", &format!("127.0.0.1:{port}")])
        .current_dir(place);
    let server = Server::start(serve, port, &format!(":{port}"))?;
    let before = disk(place)?;
    let (rate, times) = everybody(&server)?;
    let floor = (before + disk(place)?) / 2.0;
    let at = |share: usize| times[(times.len() - 1) * share / 100].as_secs_f64() * 1000.0;
    println!(
        "| {name} | {rate:.0} | {:.1} ms | {:.1} ms | {floor:.0} | {:.0} % |",
        at(50),
        at(99),
        100.0 * rate / floor
    );
    Ok(())
}

/// How many registrations a second were acknowledged, and how long each took, sorted.
fn everybody(server: &Server) -> Result<(f64, Vec<Duration>)> {
    let next = AtomicU32::new(1);
    let started = Instant::now();
    let queues: Vec<Result<Vec<Duration>>> = std::thread::scope(|scope| {
        let queues: Vec<_> = (0..AT_ONCE)
            .map(|_| scope.spawn(|| queue(server.port, &next)))
            .collect();
        let joined = queues.into_iter().map(|queue| queue.join());
        joined
            .map(|queue| queue.expect("a queue does not panic"))
            .collect()
    });
    let took = started.elapsed().as_secs_f64();
    let mut times = Vec::new();
    for queue in queues {
        times.extend(queue?);
    }
    times.sort();
    Ok((f64::from(PEOPLE) / took, times))
}

fn queue(port: u16, next: &AtomicU32) -> Result<Vec<Duration>> {
    let mut times = Vec::new();
    loop {
        let person = next.fetch_add(1, Ordering::Relaxed);
        if person > PEOPLE {
            return Ok(times);
        }
        let form = format!(
            "key={person:026}&email=osoba-{person}%40kongres.example&name=Osoba+{person}\
             &environment=resident&town=Kielce&consent-regulamin=1"
        );
        let from = format!("198.18.{}.{}", person / 256, person % 256);
        let started = Instant::now();
        let answer = load::post_from(port, "/rejestracja", &form, Some(&from))?;
        times.push(started.elapsed());
        if !answer.status.contains("303") {
            bail!("a registration was answered {}", answer.status);
        }
    }
}

/// How many writes a second this disk keeps for good, one after the other.
fn disk(place: &Path) -> Result<f64> {
    let path = place.join("floor");
    let mut file = File::create(&path)?;
    let started = Instant::now();
    let mut writes = 0.0;
    while started.elapsed() < Duration::from_secs(2) {
        file.write_all(&COMMIT)?;
        file.sync_data()?;
        writes += 1.0;
    }
    let rate = writes / started.elapsed().as_secs_f64();
    fs::remove_file(&path)?;
    Ok(rate)
}
