//! Prints what the register costs: the page of a proposal over HTTP beside the same bytes from a bare
//! handler, a changed text compared, a table of remarks taken in, and a report made.
//!
//! One process, a database in a temporary folder, and a client on the loopback that keeps its connection.

mod client;
mod made_up;

use std::hint::black_box;
use std::net::SocketAddr;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use tokio::net::TcpListener;
use wiec_benches::row;
use wiec_documents::{Mapping, Which, read_table, remarks};
use wiec_kit::front;
use wiec_kit::serve::serve;
use wiec_kit::testing::{SAMPLE, TestCongress, Visitor};
use wiec_model::rules::Role;
use wiec_text::{Document, View, Words, compare, comparison_html};

use client::Client;
use made_up::{AMENDMENTS, REMARKS, Talk};

const ROUNDS: usize = 201;
/// Taking in and reporting take long, and change what they are done to.
const SLOW_ROUNDS: usize = 5;
const PAGE: &str = "/propozycje/mieszkania";
const WORDS: Words<'static> = Words {
    deleted: "usunięto:",
    inserted: "dodano:",
    moved_away: "przeniesiono stąd:",
    moved_here: "przeniesiono tutaj:",
    split: "nowy akapit",
    joined: "połączono akapity",
    reshaped: "zmieniono rodzaj:",
    end: "koniec zmiany",
};

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() -> ExitCode {
    let congress = TestCongress::open(wiec_register::routes).await;
    let talk = Talk::new();
    talk.put_into(&congress).await;
    println!("| {REMARKS} remarks and {AMENDMENTS} amendments | p50 | p99 | on the wire |");
    println!("|---|---|---|---|");
    pages(&congress).await;
    compared(&talk);
    println!();
    println!("| once | median of {SLOW_ROUNDS} | slowest | |");
    println!("|---|---|---|---|");
    reported(&congress).await;
    taken_in(&mut congress.member_as(Role::Organiser).await).await;
    ExitCode::SUCCESS
}

/// The page in each encoding, and each time the floor right after it.
async fn pages(congress: &TestCongress) {
    let app = congress.app.clone();
    let pages = front::open(app.clone(), wiec_register::routes);
    let (listener, site) = listen().await;
    tokio::spawn(async move { serve(app, listener, pages, std::future::pending()).await });
    for (path, what) in [
        (PAGE.to_owned(), "page of the proposal, asked for again"),
        // An address that asks for something is made anew each time, as the page is after each remark.
        (format!("{PAGE}?od=nigdy"), "page of the proposal, made"),
        (format!("{PAGE}/uwagi"), "all remarks"),
        (format!("{PAGE}/propozycja.json"), "everything as JSON"),
    ] {
        for encoding in ["br", "gzip", "identity"] {
            let (times, body) = ask(site, &path, encoding, ROUNDS).await;
            let wire = format!("{} B {encoding}", body.len());
            tell(what, times, &wire);
            if encoding != "br" {
                continue;
            }
            let bare = Router::new().route("/0", get(move || async move { body }));
            let (listener, floor) = listen().await;
            tokio::spawn(async move { axum::serve(listener, bare).await });
            let (times, _) = ask(floor, "/0", encoding, ROUNDS).await;
            tell("the floor: the same bytes", times, "");
        }
    }
}

async fn listen() -> (TcpListener, SocketAddr) {
    let listener = TcpListener::bind("127.0.0.1:0").await;
    let listener = listener.expect("a port is free");
    let address = listener.local_addr().expect("it has an address");
    (listener, address)
}

async fn ask(
    at: SocketAddr,
    path: &str,
    encoding: &'static str,
    rounds: usize,
) -> (Vec<Duration>, Vec<u8>) {
    let path = path.to_owned();
    let asked = tokio::task::spawn_blocking(move || {
        let mut client = Client::open(at);
        let mut times = Vec::with_capacity(rounds);
        let mut body = client.ask(&path, encoding);
        for _ in 0..rounds {
            let started = Instant::now();
            body = client.ask(&path, encoding);
            times.push(started.elapsed());
        }
        (times, body)
    });
    asked.await.expect("nothing in it panics")
}

/// A text of twenty pages of which every tenth word changed.
fn compared(talk: &Talk) {
    let base = Document::from_markdown(&talk.markdown());
    let after = base.revise(&talk.changed_markdown());
    let times = (0..ROUNDS).map(|_| {
        let started = Instant::now();
        let comparison = compare(&base, &after);
        black_box(comparison_html(&comparison, View::Marked, &WORDS, 3));
        started.elapsed()
    });
    tell("twenty pages compared and marked", times.collect(), "");
}

async fn reported(congress: &TestCongress) {
    let report = made_up::report();
    let mut times = Vec::new();
    let mut bytes = 0;
    for _ in 0..SLOW_ROUNDS {
        let started = Instant::now();
        bytes = wiec_register_report::pdf(&report).map_or(0, |pdf| pdf.len());
        times.push(started.elapsed());
    }
    tell("report of 600 remarks as PDF", times, &format!("{bytes} B"));
    let path = format!("/biuro/{SAMPLE}{PAGE}/raport");
    let mut times = Vec::new();
    for _ in 0..SLOW_ROUNDS {
        // A login does not outlast the days between the rounds.
        let mut office = congress.member_as(Role::Organiser).await;
        let started = Instant::now();
        let answer = office.submit(&path, &[]).await;
        times.push(started.elapsed());
        let to = answer.header("location");
        assert!(to.starts_with(&path), "{to}");
        // The next day, so that it is another report.
        congress.advance(made_up::DAY);
    }
    let what = "report of all 720 frozen: PDF, HTML, DOCX, XLSX, CSV";
    tell(what, times, "");
}

/// A table of 1,000 rows, every twentieth of them bad: read, looked at, and taken in.
async fn taken_in(office: &mut Visitor) {
    let (mut read, mut looked, mut written) = (Vec::new(), Vec::new(), Vec::new());
    let mut bad = 0;
    for round in 0..SLOW_ROUNDS {
        let file = made_up::table(round);
        let started = Instant::now();
        let table = read_table(&file, "uwagi.xlsx", Which::First).expect("it is a table");
        let mapping = Mapping::guess(&table);
        let (good, problems) = remarks(&table, &mapping);
        read.push(started.elapsed());
        assert!(good.len() >= 900, "{}", good.len());
        bad = problems.len();

        let path = format!("/biuro/{SAMPLE}{PAGE}/wczytaj");
        let started = Instant::now();
        let sent = office
            .upload(&path, &[], ("file", "uwagi.xlsx", &file))
            .await;
        let kept = sent.header("location").to_owned();
        let mut fields = made_up::FIELDS.to_vec();
        fields.push(("act", "look"));
        office.submit(&kept, &fields).await.is(StatusCode::OK);
        looked.push(started.elapsed());
        fields.pop();
        fields.push(("act", "write"));
        let started = Instant::now();
        office
            .submit(&kept, &fields)
            .await
            .is(StatusCode::SEE_OTHER);
        written.push(started.elapsed());
    }
    let faults = format!("{bad} bad cells named");
    tell("1,000 remarks read from XLSX", read, &faults);
    tell("the same sent and looked at in the office", looked, "");
    tell("the same taken in", written, "");
}

fn tell(name: &str, times: Vec<Duration>, known: &str) {
    println!("{}", row(name, times, known));
}
