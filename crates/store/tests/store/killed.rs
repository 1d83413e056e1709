//! Killed in the middle: the old state or the new one is there, whole, and nothing between.
//!
//! The victim is this very test program, started again for one test, with the place to work in as a
//! variable of its environment. The moments are fixed by seeds, so that a failure can come back.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use wiec_model::Release;
use wiec_store::testing::TestPlace;
use wiec_store::{Actor, Location, Store};

use crate::drafts::save;
use crate::releases::{BASE, by_hand};
use crate::sample::{self, exports, now, programme, release, slug};

const PLACE: &str = "WIEC_STORE_VICTIM";
const READY: &str = "the victim is at work";
const KILLS: u64 = 10;
const SIZES: [usize; 2] = [40, 90];
const FILES: usize = 200;

#[tokio::test]
async fn killed_in_the_middle_of_saves_and_releases_it_leaves_the_last_state_whole() {
    let place = TestPlace::make().await;
    let store = place.open().await;
    save(&store, &programme(SIZES[0])).await;
    store.close().await;

    for seed in 0..KILLS {
        let mut victim = start_victim(place.location());
        std::thread::sleep(moment(seed));
        victim.kill().unwrap();
        victim.wait().unwrap();

        // It can be opened at once: the lock went with the process.
        let store = Store::open(place.location()).await.unwrap();
        wait_for_the_last_commit(place.location()).await;
        check_draft(&store).await;
        check_releases(&store).await;
        store.close().await;
    }
}

/// Some milliseconds into the work, another moment for every seed.
fn moment(seed: u64) -> Duration {
    Duration::from_micros(1_000 + seed.wrapping_mul(6_364_136_223_846_793_005) % 150_000)
}

/// A server may still be at work on the last statement that the victim sent, which can be its commit.
async fn wait_for_the_last_commit(location: &Location) {
    if matches!(location, Location::Postgres(_)) {
        let wait = "BEGIN; LOCK TABLE history IN ACCESS EXCLUSIVE MODE; COMMIT";
        by_hand(location, wait).await.unwrap();
    }
}

async fn check_draft(store: &Store) {
    let found = store
        .drafts()
        .find(&slug(sample::SLUG))
        .await
        .unwrap()
        .unwrap();
    assert!(
        SIZES.contains(&found.sessions.len()),
        "{} sessions",
        found.sessions.len()
    );
    assert_eq!(found, programme(found.sessions.len()));
}

/// Every release has all of its files and its entry in the history, and no number is missing.
async fn check_releases(store: &Store) {
    let congress = slug(sample::SLUG);
    let listed = store.releases().list(&congress).await.unwrap();
    for (index, summary) in listed.iter().rev().enumerate() {
        assert_eq!(summary.number as usize, index + 1);
        let found = store
            .releases()
            .find(&congress, summary.number)
            .await
            .unwrap();
        assert!(found.is_some_and(|release| release.number == summary.number));
        assert_eq!(
            store
                .exports()
                .names(&congress, summary.number)
                .await
                .unwrap()
                .len(),
            FILES
        );
    }
    let acts = store.history().list(&congress, 10_000).await.unwrap();
    let released = acts
        .iter()
        .filter(|entry| entry.subject.starts_with("release"))
        .count();
    assert_eq!(released, listed.len());
}

fn start_victim(location: &Location) -> Child {
    let place = match location {
        Location::Folder(folder) => format!("folder:{}", folder.display()),
        Location::Postgres(address) => address.clone(),
    };
    let mut victim = Command::new(std::env::current_exe().unwrap())
        .args([
            "killed::the_victim_works_until_it_is_killed",
            "--exact",
            "--nocapture",
        ])
        .env(PLACE, place)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let out = BufReader::new(victim.stdout.take().unwrap());
    assert!(
        out.lines().any(|line| line.unwrap().contains(READY)),
        "the victim never began"
    );
    victim
}

/// Does nothing in an ordinary run.
#[tokio::test]
async fn the_victim_works_until_it_is_killed() {
    let Ok(place) = std::env::var(PLACE) else {
        return;
    };
    let location = match place.strip_prefix("folder:") {
        Some(folder) => Location::Folder(PathBuf::from(folder)),
        None => Location::Postgres(place),
    };
    let store = Store::open(&location).await.unwrap();
    let mut newest = store.releases().newest(&slug(sample::SLUG)).await.unwrap();
    println!("{READY}");
    for turn in 1_usize.. {
        save(&store, &programme(SIZES[turn % 2])).await;
        newest = Some(publish_other(&store, newest.as_ref(), turn).await);
    }
}

async fn publish_other(store: &Store, previous: Option<&Release>, turn: usize) -> Release {
    let mut draft = programme(SIZES[turn % 2]);
    // Something must have changed since the last release.
    draft.sessions[0].capacity = u32::try_from(turn).ok();
    draft.sessions[2].capacity = previous.map(|release| release.number);
    let release = release(&draft, previous);
    let mut tx = store.begin(Actor::Operator, now()).await.unwrap();
    tx.releases()
        .create(
            &slug(sample::SLUG),
            &release,
            BASE,
            &exports(FILES, "eksport"),
        )
        .await
        .unwrap();
    tx.commit().await.unwrap();
    release
}
