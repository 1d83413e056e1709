//! The table of a large congress, measured: 300 sessions, all of them on one page.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use std::time::{Duration, Instant};

use axum::http::StatusCode;
use support::open;
use uuid::Uuid;
use wiec_model::Session;

const SESSIONS: usize = 300;
/// What is promised holds for what is shipped; unoptimised code is a few times slower.
const AT_MOST: Duration = Duration::from_millis(if cfg!(debug_assertions) { 3_000 } else { 100 });

fn another(session: &Session, number: usize) -> Session {
    let mut slug = session.slug.clone();
    slug.pl = slug.pl.numbered(1000 + number);
    slug.en = slug.en.numbered(1000 + number);
    Session {
        code: format!("N{number}").parse().unwrap(),
        guid: Uuid::from_u128(0x5e55_0000 + number as u128),
        slug,
        ..session.clone()
    }
}

#[tokio::test]
async fn a_table_of_three_hundred_sessions_is_there_at_once() {
    let congress = open().await;
    let mut draft = congress.draft().await;
    let own = draft.sessions.clone();
    let more = own.iter().cycle().zip(0..SESSIONS - own.len());
    let more: Vec<Session> = more
        .map(|(session, number)| another(session, number))
        .collect();
    draft.sessions.extend(more);
    congress.save(&draft).await;
    let mut organiser = congress.organiser().await;
    let mut times = Vec::new();
    for _ in 0..9 {
        let started = Instant::now();
        let page = organiser.get("/biuro/kpm-2019/sesje").await;
        times.push(started.elapsed());
        page.is(StatusCode::OK).says("value=\"N1\"");
    }
    times.sort();
    println!(
        "the table of {SESSIONS} sessions: median {:?}, all {times:?}",
        times[4]
    );
    assert!(times[4] <= AT_MOST, "{:?}", times[4]);
}
