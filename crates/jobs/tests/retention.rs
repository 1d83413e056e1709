//! The table in the README is the table that is carried out, every night.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use axum::Router;
use axum::routing::get;
use jiff::SignedDuration;
use wiec_jobs::Runner;
use wiec_kit::testing::TestCongress;
use wiec_model::retention::{Kept, Since};

#[test]
fn the_readme_lists_what_is_kept_and_how_long() {
    let readme = include_str!("../README.md");
    let rows: Vec<[&str; 3]> = readme
        .lines()
        .filter(|line| line.starts_with("| `"))
        .map(|line| {
            let cells: Vec<&str> = line.split('|').map(str::trim).collect();
            assert!(!cells[4].is_empty(), "{line} gives no reason");
            [cells[1], cells[2], cells[3]]
        })
        .collect();
    let expected: Vec<[String; 3]> = Kept::ALL
        .into_iter()
        .map(|kept| {
            let since = match kept.since() {
                Since::CongressEnd => "congress end",
                Since::Done => "done",
                Since::LastUse => "last use",
            };
            [
                format!("`{}`", kept.key()),
                kept.days().to_string(),
                since.to_owned(),
            ]
        })
        .collect();
    assert_eq!(rows, expected);
}

#[tokio::test]
async fn an_account_that_nobody_used_for_two_years_is_erased_in_the_night_after() {
    // No page is asked for here, but a door wants one behind it.
    let congress = TestCongress::open(|_| Router::new().route("/", get(async || ""))).await;
    let runner = Runner::new(None);
    let account = congress.account(&[]).await;
    let accounts = congress.app.store.accounts();
    let day = |days: u16| SignedDuration::from_hours(24 * i64::from(days));
    let night = async || {
        runner.begin(&congress.app).await.unwrap();
        runner.run_due(&congress.app).await.unwrap();
        accounts.find(account.id).await.unwrap()
    };

    congress.advance(day(Kept::Accounts.days() - 1));
    assert!(night().await.is_some());
    congress.advance(day(2));
    assert_eq!(night().await, None);
}
