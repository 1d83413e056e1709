//! A mail server for tests: it speaks SMTP on a real socket, and keeps what it is given.

#![allow(
    clippy::unwrap_used,
    clippy::missing_panics_doc,
    reason = "a test that cannot go on has failed"
)]

use std::sync::Arc;

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Mutex, watch};
use wiec_kit::testing::BASE;

/// A letter as it came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    /// The addresses that the envelope names.
    pub to: Vec<String>,
    /// The whole message, headers and all.
    pub message: String,
}

impl Received {
    /// Its plain part, the lines joined as they were written.
    #[must_use]
    pub fn plain(&self) -> String {
        let start = self.message.find("text/plain").unwrap();
        let (head, rest) = self.message[start..].split_once("\r\n\r\n").unwrap();
        let body = rest.split("\r\n--").next().unwrap();
        if head.contains("quoted-printable") {
            unquoted(body)
        } else {
            assert!(!head.contains("base64"), "{head}");
            body.to_owned()
        }
    }

    /// The path of the first link in it that holds `part`.
    #[must_use]
    pub fn link(&self, part: &str) -> String {
        let words = self.plain();
        let found = words
            .split_whitespace()
            .find(|word| word.starts_with("https://") && word.contains(part));
        let found = found.unwrap_or_else(|| panic!("no link with {part} in {words}"));
        found.trim_start_matches(BASE).to_owned()
    }
}

fn unquoted(body: &str) -> String {
    let joined = body.replace("=\r\n", "");
    let mut bytes = Vec::new();
    let mut letters = joined.bytes();
    while let Some(byte) = letters.next() {
        if byte == b'=' {
            let digits = [letters.next().unwrap(), letters.next().unwrap()];
            let digits = std::str::from_utf8(&digits).unwrap();
            bytes.push(u8::from_str_radix(digits, 16).unwrap());
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).unwrap()
}

/// How the server answers when it is handed a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    /// It takes it.
    Willing,
    /// It asks to come back later.
    Busy,
    /// It refuses.
    Closed,
}

/// A mail server that is listening.
#[derive(Clone, Debug)]
pub struct Sink {
    port: u16,
    letters: Arc<Mutex<Vec<Received>>>,
    arrived: watch::Sender<usize>,
    mood: Arc<Mutex<Mood>>,
}

impl Sink {
    /// Begins to listen on a free port of this machine.
    pub async fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let sink = Self {
            port: listener.local_addr().unwrap().port(),
            letters: Arc::default(),
            arrived: watch::Sender::new(0),
            mood: Arc::new(Mutex::new(Mood::Willing)),
        };
        let serving = sink.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let serving = serving.clone();
                tokio::spawn(async move { serving.talk(stream).await });
            }
        });
        sink
    }

    /// Its address: `smtp://127.0.0.1:2525`.
    #[must_use]
    pub fn address(&self) -> String {
        format!("smtp://127.0.0.1:{}", self.port)
    }

    /// From now on it answers so.
    pub async fn be(&self, mood: Mood) {
        *self.mood.lock().await = mood;
    }

    /// Everything that came so far, in order.
    pub async fn letters(&self) -> Vec<Received> {
        self.letters.lock().await.clone()
    }

    /// Waits until `count` letters have come.
    pub async fn wait_for(&self, count: usize) -> Vec<Received> {
        let mut arrived = self.arrived.subscribe();
        arrived.wait_for(|so_far| *so_far >= count).await.unwrap();
        self.letters().await
    }

    async fn talk(&self, stream: TcpStream) -> Option<()> {
        let (reading, mut writing) = stream.into_split();
        let mut lines = BufReader::new(reading).lines();
        let mut to = Vec::new();
        writing.write_all(b"220 sink\r\n").await.ok()?;
        while let Some(line) = lines.next_line().await.ok()? {
            let (word, rest) = line.split_once([' ', ':']).unwrap_or((&line, ""));
            let answer = match word.to_ascii_uppercase().as_str() {
                "EHLO" | "HELO" => "250-sink\r\n250-8BITMIME\r\n250 SMTPUTF8",
                "MAIL" => {
                    to.clear();
                    "250 ok"
                }
                "RCPT" => {
                    let address = rest.split(['<', '>']).nth(1).unwrap_or_default();
                    to.push(address.to_owned());
                    match *self.mood.lock().await {
                        Mood::Willing => "250 ok",
                        Mood::Busy => "451 4.3.2 busy, come back later",
                        Mood::Closed => "550 5.1.1 nobody here",
                    }
                }
                "DATA" => {
                    writing.write_all(b"354 go on\r\n").await.ok()?;
                    let mut message = String::new();
                    while let Some(line) = lines.next_line().await.ok()? {
                        if line == "." {
                            break;
                        }
                        message.push_str(line.strip_prefix('.').unwrap_or(&line));
                        message.push_str("\r\n");
                    }
                    let mut letters = self.letters.lock().await;
                    letters.push(Received {
                        to: std::mem::take(&mut to),
                        message,
                    });
                    self.arrived.send_replace(letters.len());
                    "250 taken"
                }
                "NOOP" | "RSET" => "250 ok",
                "QUIT" => {
                    writing.write_all(b"221 bye\r\n").await.ok()?;
                    return None;
                }
                _ => "502 what",
            };
            writing.write_all(answer.as_bytes()).await.ok()?;
            writing.write_all(b"\r\n").await.ok()?;
        }
        None
    }
}
