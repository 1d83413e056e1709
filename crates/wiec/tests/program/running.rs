//! The program while it runs: what it says line by line, and what it answers.

use std::io::{self, BufRead as _, BufReader, Read, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// However busy the machine is: who says nothing for so long is stuck.
const PATIENCE: Duration = Duration::from_secs(60);

/// A program that runs until dropped.
pub struct Running {
    child: Child,
    said: Receiver<String>,
    logged: Receiver<String>,
    heard: Vec<String>,
}

impl Running {
    pub fn start(command: &mut Command) -> Self {
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let said = lines(child.stdout.take().unwrap());
        let logged = lines(child.stderr.take().unwrap());
        Self {
            child,
            said,
            logged,
            heard: Vec::new(),
        }
    }

    /// Waits until it says a line that holds `words`, and returns that line.
    #[track_caller]
    pub fn says(&mut self, words: &str) -> String {
        wait_for(&self.said, &mut self.heard, words, &self.logged)
    }

    /// Waits until it logs a line that holds `words`.
    #[track_caller]
    pub fn logs(&mut self, words: &str) -> String {
        wait_for(&self.logged, &mut self.heard, words, &self.said)
    }

    /// Asks it to end as the system does, and waits until it has.
    pub fn end(mut self) -> ExitStatus {
        let number = self.child.id().to_string();
        let asked = Command::new("kill").args(["-TERM", &number]).status();
        assert!(asked.unwrap().success());
        self.child.wait().unwrap()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// An answer to a request.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: String,
}

/// Asks the server at `http://host:port` for a path.
pub fn get(origin: &str, path: &str) -> Answer {
    ask(origin, &format!("GET {path}"), "", "").unwrap()
}

/// Sends a form to the server, as a page of its own does.
pub fn post(origin: &str, path: &str, form: &str) -> Answer {
    try_post(origin, path, form, "").unwrap()
}

/// As [`post`], to a server that may be gone before it answers, with more lines of a head.
pub fn try_post(origin: &str, path: &str, form: &str, more: &str) -> io::Result<Answer> {
    let headers = format!(
        "Sec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n{more}",
        form.len()
    );
    ask(origin, &format!("POST {path}"), &headers, form)
}

fn ask(origin: &str, what: &str, headers: &str, body: &str) -> io::Result<Answer> {
    let host = origin.trim_start_matches("http://").trim_end_matches('/');
    let mut stream = TcpStream::connect(host)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    write!(
        stream,
        "{what} HTTP/1.1\r\nHost: {host}\r\n{headers}Connection: close\r\n\r\n{body}"
    )?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    let cut_off = || io::Error::from(io::ErrorKind::UnexpectedEof);
    let (head, body) = answer.split_once("\r\n\r\n").ok_or_else(cut_off)?;
    Ok(Answer {
        status: head.split(' ').nth(1).unwrap().parse().unwrap(),
        head: head.to_owned(),
        body: body.to_owned(),
    })
}

/// The last `http://…` in a line, up to its port.
pub fn origin_in(line: &str) -> String {
    let from = line.rfind("http://").unwrap();
    let address = line[from..].split('/').take(3).collect::<Vec<_>>();
    address.join("/").trim_end_matches('.').to_owned()
}

fn lines(from: impl Read + Send + 'static) -> Receiver<String> {
    let (sender, receiver) = channel();
    std::thread::spawn(move || {
        for line in BufReader::new(from).lines().map_while(Result::ok) {
            if sender.send(line).is_err() {
                break;
            }
        }
    });
    receiver
}

#[track_caller]
fn wait_for(
    lines: &Receiver<String>,
    heard: &mut Vec<String>,
    words: &str,
    others: &Receiver<String>,
) -> String {
    loop {
        let Ok(line) = lines.recv_timeout(PATIENCE) else {
            let others: Vec<String> = others.try_iter().collect();
            panic!("\"{words}\" was not said; instead:\n{heard:#?}\n{others:#?}");
        };
        heard.push(line.clone());
        if line.contains(words) {
            return line;
        }
    }
}
