//! What pages and files cost at 300 sessions, beside the same bytes through a bare handler.
//!
//! Server, floor and (where installed) nginx are pressed in turn, three rounds each, so that a slow
//! minute of the machine slows all of them; the median round counts.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, bail};

use super::load::{Run, ask, post, press};
use super::process::{Server, free_port};
use crate::command::Command as Step;
use crate::folders::Folders;

/// Sessions, rooms, days, people.
const SIZES: [&str; 4] = ["300", "12", "4", "240"];
const ROUNDS: usize = 3;
const SECONDS: u32 = 4;

/// Something that is asked for.
struct Subject {
    name: &'static str,
    path: String,
    cookie: Option<String>,
}

/// Runs the bench and prints its tables.
///
/// # Errors
///
/// If anything cannot be built, started or asked.
pub fn run(folders: &Folders) -> Result<()> {
    Step::cargo(
        folders,
        &[
            "build",
            "--release",
            "--locked",
            "-p",
            "wiec",
            "-p",
            "wiec-benches",
        ],
    )
    .run()?;
    let place = std::env::temp_dir().join(format!("wiec-bench-{}", std::process::id()));
    fs::create_dir_all(&place)?;
    let done = measure(folders, &place);
    fs::remove_dir_all(&place).context("the bench's own folder can be removed")?;
    done
}

fn measure(folders: &Folders, place: &Path) -> Result<()> {
    let releases = folders.target.join("release");
    prepare(&releases, place)?;
    let wiec = serve(&releases, place)?;
    let subjects = subjects(&wiec)?;
    let floor = floor(&releases, place, &wiec, &subjects)?;
    let nginx = nginx(place)?;
    println!("| asked for | on the wire | CPU a request | answers/s | of the floor | of nginx |");
    println!("|---|---|---|---|---|---|");
    for (number, subject) in subjects.iter().enumerate() {
        row(subject, number, &wiec, &floor, nginx.as_ref(), place)?;
    }
    println!();
    println!("memory after the load: {:.1} MiB", wiec.resident_mib()?);
    drop(wiec);
    memory(&releases, place)?;
    let again = (0..5)
        .map(|_| serve(&releases, place).map(|server| server.ready_after.as_millis()))
        .collect::<Result<Vec<_>>>()?;
    println!("ready after a start on the existing database, ms: {again:?}");
    Ok(())
}

/// What a fresh server holds, before and after every page and file was asked for once.
fn memory(releases: &Path, place: &Path) -> Result<()> {
    let wiec = serve(releases, place)?;
    println!("memory after the start: {:.1} MiB", wiec.resident_mib()?);
    let asked = visit_all(&wiec)?;
    let after = wiec.resident_mib()?;
    println!("memory after {asked} pages and files were asked for once: {after:.1} MiB");
    Ok(())
}

/// Makes the congress, imports it and releases it.
fn prepare(releases: &Path, place: &Path) -> Result<()> {
    let file = place.join("congress.json");
    let made = Command::new(releases.join("generate"))
        .args(SIZES)
        .output()?;
    fs::write(&file, made.stdout)?;
    wiec(releases, place, &["import", &file.to_string_lossy()])?;
    let slug = wiec(releases, place, &["congresses"])?;
    let slug = slug
        .split_whitespace()
        .next()
        .context("the congress was imported")?
        .to_owned();
    let started = Instant::now();
    wiec(
        releases,
        place,
        &[
            "release",
            &slug,
            "--name",
            "1.0",
            "--public-url",
            "http://127.0.0.1",
        ],
    )?;
    println!(
        "releasing {} sessions, as a whole process: {} ms",
        SIZES[0],
        started.elapsed().as_millis()
    );
    Ok(())
}

fn wiec(releases: &Path, place: &Path, arguments: &[&str]) -> Result<String> {
    let output = Command::new(releases.join("wiec"))
        .args(arguments)
        .args(["--data", &place.join("data").to_string_lossy()])
        .current_dir(place)
        .stderr(Stdio::inherit())
        .output()?;
    if !output.status.success() {
        bail!("`wiec {}` ended with {}", arguments[0], output.status);
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn serve(releases: &Path, place: &Path) -> Result<Server> {
    let port = free_port()?;
    let mut command = Command::new(releases.join("wiec"));
    command
        .args([
            "serve",
            "--public-url",
            "http://127.0.0.1",
            "--log",
            "error",
        ])
        .args(["--bind", &format!("127.0.0.1:{port}")])
        .args(["--data", &place.join("data").to_string_lossy()])
        .current_dir(place);
    Server::start(command, port, &format!(":{port}"))
}

fn subjects(wiec: &Server) -> Result<Vec<Subject>> {
    let day = links(wiec, "/", "/program/")?
        .into_iter()
        .nth(1)
        .context("the front page leads to the days")?;
    let session = links(wiec, &day, "/sesje/")?
        .into_iter()
        .next()
        .context("a day has sessions")?;
    let code = String::from_utf8_lossy(&plain(wiec, &day)?)
        .split("data-fav=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next().map(str::to_owned))
        .context("a day has stars")?;
    let marked = post(wiec.port, "/moje", &format!("add={code}"))?;
    let cookie = marked
        .headers
        .iter()
        .find_map(|line| line.strip_prefix("set-cookie: "))
        .and_then(|line| line.split(';').next().map(str::to_owned));
    let subject = |name, path: &str| Subject {
        name,
        path: path.to_owned(),
        cookie: None,
    };
    Ok(vec![
        subject("front page", "/"),
        subject("programme of a day", &day),
        Subject {
            name: "programme with one's own stars (made anew each time)",
            path: day,
            cookie,
        },
        subject("session", &session),
        subject("people", "/osoby"),
        subject("schedule.xml", "/schedule.xml"),
        subject("schedule.json", "/schedule.json"),
        subject("calendar of everything", "/kalendarz.ics"),
        subject("a session's calendar", &format!("{session}/kalendarz.ics")),
    ])
}

/// The page as text: small answers come uncompressed, others are asked for without Brotli.
fn plain(wiec: &Server, path: &str) -> Result<Vec<u8>> {
    let mut curl = Command::new("curl");
    Ok(curl
        .args(["--silent", &format!("http://127.0.0.1:{}{path}", wiec.port)])
        .output()
        .context("curl could not be started")?
        .stdout)
}

/// The addresses on a page that begin with `prefix`, each once, in order.
fn links(wiec: &Server, page: &str, prefix: &str) -> Result<Vec<String>> {
    let text = String::from_utf8_lossy(&plain(wiec, page)?).into_owned();
    let mut links: Vec<String> = Vec::new();
    for link in text
        .split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split(['"', '#', '?']).next())
    {
        if link.starts_with(prefix)
            && !link.ends_with(".ics")
            && !links.iter().any(|known| known == link)
        {
            links.push(link.to_owned());
        }
    }
    Ok(links)
}

/// Starts the floor with the very bytes that the server sends.
fn floor(releases: &Path, place: &Path, wiec: &Server, subjects: &[Subject]) -> Result<Server> {
    let folder = place.join("floor");
    fs::create_dir_all(&folder)?;
    for (number, subject) in subjects.iter().enumerate() {
        let answer = ask(wiec.port, &subject.path, subject.cookie.as_deref())?;
        if !answer.status.contains("200") {
            bail!("{} answers {}", subject.path, answer.status);
        }
        let kept = |line: &&String| {
            !["content-length", "connection", "date", "transfer-encoding"]
                .iter()
                .any(|name| line.starts_with(name))
        };
        let head: Vec<&String> = answer.headers.iter().filter(kept).collect();
        fs::write(
            folder.join(format!("{number}.head")),
            head.iter()
                .map(|line| format!("{line}\n"))
                .collect::<String>(),
        )?;
        fs::write(folder.join(format!("{number}.body")), &answer.body)?;
    }
    let port = free_port()?;
    let mut command = Command::new(releases.join("floor"));
    command.arg(port.to_string()).arg(&folder);
    Server::start(command, port, "ready")
}

/// nginx with the same bytes as files, if it is installed.
fn nginx(place: &Path) -> Result<Option<Nginx>> {
    let Some(program) = ["/usr/sbin/nginx", "/usr/bin/nginx"]
        .into_iter()
        .map(PathBuf::from)
        .find(|path| path.exists())
    else {
        return Ok(None);
    };
    let (port, folder) = (free_port()?, place.join("floor"));
    let prefix = place.to_string_lossy();
    let configuration = format!(
        "daemon off; master_process off; worker_processes 1; pid {prefix}/nginx.pid; error_log {prefix}/nginx.log;\n\
         events {{ worker_connections 512; }}\n\
         http {{ access_log off; sendfile on; keepalive_requests 1000000; open_file_cache max=100;\n\
         server {{ listen 127.0.0.1:{port}; root {}; }} }}\n",
        folder.display()
    );
    fs::write(place.join("nginx.conf"), configuration)?;
    let child = Command::new(program)
        .args(["-p", &prefix, "-c", "nginx.conf"])
        .stderr(Stdio::null())
        .spawn()?;
    let nginx = Nginx { child, port };
    for _ in 0..500 {
        if std::net::TcpStream::connect(("127.0.0.1", port)).is_ok() {
            return Ok(Some(nginx));
        }
        std::thread::yield_now();
    }
    Ok(Some(nginx))
}

struct Nginx {
    child: std::process::Child,
    port: u16,
}

impl Drop for Nginx {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn row(
    subject: &Subject,
    number: usize,
    wiec: &Server,
    floor: &Server,
    nginx: Option<&Nginx>,
    place: &Path,
) -> Result<()> {
    let (mut own, mut bare, mut files) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        own.push(press(
            wiec,
            &subject.path,
            subject.cookie.as_deref(),
            SECONDS,
        )?);
        bare.push(press(floor, &format!("/{number}"), None, SECONDS)?);
        if let Some(nginx) = nginx {
            files.push(rate_of_nginx(nginx, number)?);
        }
    }
    let bytes = fs::metadata(place.join(format!("floor/{number}.body")))?.len();
    let (own, bare) = (median(own), median(bare));
    let share = |of: f64| format!("{:.0} %", own.rate / of * 100.0);
    files.sort_by(f64::total_cmp);
    let of_nginx = files
        .get(files.len() / 2)
        .map_or_else(|| "–".to_owned(), |&rate| share(rate));
    println!(
        "| {} | {bytes} B | {:.3} ms (floor {:.3}) | {:.0} (floor {:.0}) | {} | {of_nginx} |",
        subject.name,
        own.cpu_ms,
        bare.cpu_ms,
        own.rate,
        bare.rate,
        share(bare.rate)
    );
    Ok(())
}

fn rate_of_nginx(nginx: &Nginx, number: usize) -> Result<f64> {
    let address = format!("http://127.0.0.1:{}/{number}.body", nginx.port);
    let output = Command::new("wrk")
        .args(["-t1", "-c32", &format!("-d{SECONDS}s"), &address])
        .output()?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let rate = said
        .lines()
        .find_map(|line| line.strip_prefix("Requests/sec:"));
    rate.and_then(|rate| rate.trim().parse().ok())
        .context("wrk tells the rate")
}

fn median(mut runs: Vec<Run>) -> Run {
    runs.sort_by(|a, b| a.rate.total_cmp(&b.rate));
    runs[runs.len() / 2]
}

/// Asks for every page of both languages once, and for their files.
fn visit_all(wiec: &Server) -> Result<usize> {
    let mut asked = 0;
    for (home, programme, sessions, people) in [
        ("/", "/program/", "/sesje/", "/osoby"),
        ("/en", "/en/programme/", "/en/sessions/", "/en/people"),
    ] {
        let mut paths = vec![home.to_owned(), people.to_owned()];
        let days = links(wiec, home, programme)?;
        for day in &days {
            paths.extend(links(wiec, day, sessions)?);
        }
        paths.extend(days);
        paths.extend(links(wiec, people, &format!("{people}/"))?);
        paths.extend(
            [
                "/schedule.xml",
                "/schedule.json",
                "/schedule.csv",
                "/kalendarz.ics",
                "/zmiany",
                "/offline/pl.json",
                "/offline/en.json",
            ]
            .map(str::to_owned),
        );
        for path in &paths {
            let answer = ask(wiec.port, path, None)?;
            if !answer.status.contains("200") {
                bail!("{path} answers {}", answer.status);
            }
        }
        asked += paths.len();
    }
    Ok(asked)
}
