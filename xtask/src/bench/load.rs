//! Asking a server: once, for its bytes, or as often as it answers, through `wrk`.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::process::Server;

/// An answer as it came over the wire.
pub struct Answer {
    /// The status line.
    pub status: String,
    /// The headers that say what the body is.
    pub headers: Vec<String>,
    /// The body, compressed or not.
    pub body: Vec<u8>,
}

/// What one run of load showed.
#[derive(Clone, Copy, Debug)]
pub struct Run {
    /// Answers a second.
    pub rate: f64,
    /// CPU time of the server for one answer, in milliseconds.
    pub cpu_ms: f64,
}

/// Asks once, as a browser that takes Brotli.
///
/// # Errors
///
/// If the server does not answer in HTTP.
pub fn ask(port: u16, path: &str, cookie: Option<&str>) -> Result<Answer> {
    let cookie = cookie
        .map(|cookie| format!("Cookie: {cookie}\r\n"))
        .unwrap_or_default();
    let request = format!(
        "GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept-Encoding: br\r\n{cookie}Connection: close\r\n\r\n"
    );
    talk(port, request.as_bytes())
}

/// Sends a form, as a page of the same site does.
///
/// # Errors
///
/// As [`ask`].
pub fn post(port: u16, path: &str, form: &str) -> Result<Answer> {
    post_from(port, path, form, None)
}

/// As [`post`], from an address that a proxy names.
///
/// # Errors
///
/// As [`ask`].
pub fn post_from(port: u16, path: &str, form: &str, from: Option<&str>) -> Result<Answer> {
    let length = form.len();
    let from = from
        .map(|from| format!("X-Forwarded-For: {from}\r\n"))
        .unwrap_or_default();
    let request = format!(
        "POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nSec-Fetch-Site: same-origin\r\n{from}\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{form}"
    );
    talk(port, request.as_bytes())
}

fn talk(port: u16, request: &[u8]) -> Result<Answer> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.write_all(request)?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes)?;
    let end = bytes
        .windows(4)
        .position(|window| window == b"\r\n\r\n")
        .context("an answer has a head")?;
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let mut lines = head.split("\r\n").map(str::to_owned);
    Ok(Answer {
        status: lines.next().unwrap_or_default(),
        headers: lines.collect(),
        body: bytes[end + 4..].to_vec(),
    })
}

/// Asks for `path` again and again over 32 connections for some seconds.
///
/// # Errors
///
/// If `wrk` is missing, or the server answers anything but 200.
pub fn press(server: &Server, path: &str, cookie: Option<&str>, seconds: u32) -> Result<Run> {
    let before = server.cpu_seconds()?;
    let mut wrk = Command::new("wrk");
    wrk.args([
        "-t1",
        "-c32",
        &format!("-d{seconds}s"),
        "-H",
        "Accept-Encoding: br",
    ]);
    if let Some(cookie) = cookie {
        wrk.args(["-H", &format!("Cookie: {cookie}")]);
    }
    let output = wrk
        .arg(format!("http://127.0.0.1:{}{path}", server.port))
        .output()
        .context("wrk could not be started")?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    if said.contains("Non-2xx") || said.contains("Socket errors") {
        bail!("the load on {path} went wrong: {said}");
    }
    let cpu = server.cpu_seconds()? - before;
    let requests: f64 = field(&said, " requests in ")
        .and_then(|before| before.split_whitespace().last()?.parse().ok())
        .context("wrk counts")?;
    let rate: f64 = said
        .lines()
        .find_map(|line| line.strip_prefix("Requests/sec:"))
        .and_then(|rate| rate.trim().parse().ok())
        .context("wrk tells the rate")?;
    Ok(Run {
        rate,
        cpu_ms: cpu * 1000.0 / requests,
    })
}

fn field<'a>(said: &'a str, mark: &str) -> Option<&'a str> {
    said.lines()
        .find_map(|line| line.split_once(mark))
        .map(|(before, _)| before)
}
