//! A congress of 300 sessions is saved and released while someone waits for it.
//!
//! The limit is loose, as the machine may be busy and this is a build without optimisation; figures
//! that mean something come from the benchmark.

use std::time::{Duration, Instant};

use wiec_store::testing::{TestPlace, TestStore};
use wiec_store::{Actor, Store};

use crate::drafts::save;
use crate::releases::BASE;
use crate::sample::{self, exports, now, programme, release, slug};

#[tokio::test]
async fn three_hundred_sessions_are_saved_and_released_within_seconds() {
    let store = TestStore::open().await;
    let congress = slug(sample::SLUG);
    let programme = programme(300);
    let release = release(&programme, None);
    let files = exports(1_500, &"słowo ".repeat(1_000));
    save(&store, &programme).await;

    let mut spent = Vec::new();
    let mut clock = Instant::now();
    let mut lap = |what: &str| {
        spent.push((what.to_owned(), clock.elapsed()));
        clock = Instant::now();
    };
    save(&store, &programme).await;
    lap("save");
    let mut tx = store.begin(Actor::Operator, now()).await.unwrap();
    tx.releases()
        .create(&congress, &release, BASE, &files)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    lap("release");
    store.drafts().find(&congress).await.unwrap().unwrap();
    lap("find draft");
    store.releases().newest(&congress).await.unwrap().unwrap();
    lap("find release");

    println!("{spent:?}");
    assert!(
        spent
            .iter()
            .all(|(_, took)| *took < Duration::from_secs(10)),
        "{spent:?}"
    );
}

#[tokio::test]
async fn an_existing_database_is_open_and_asked_for_its_schema_within_a_moment() {
    let place = TestPlace::make().await;
    let store = place.open().await;
    save(&store, &programme(300)).await;
    store.close().await;

    let clock = Instant::now();
    let store = Store::open(place.location()).await.unwrap();
    let opened = clock.elapsed();
    assert!(store.pending_migrations().await.unwrap().is_empty());
    let ready = clock.elapsed();

    println!("open {opened:?}, ready {ready:?}");
    assert!(ready < Duration::from_secs(2), "{ready:?}");
}
