//! Killed in the middle of an import or a release: the old state or the new one is there, whole.
//!
//! The moments are scattered by seeds over the time that the work takes on this machine.

use std::process::Stdio;
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

use wiec_model::Programme;
use wiec_store::{Actor, Store};

use crate::place::Place;
use crate::sample::{changed_file, file, programme, slug};

const KILLS: u64 = 15;

#[tokio::test]
async fn killed_during_an_import_it_leaves_the_old_draft_or_the_new_one() {
    let place = Place::make().await;
    place.write("a.json", &file());
    place.write("b.json", &changed_file());
    let whole = [programme(&file()), programme(&changed_file())];
    place.run(&["import", "b.json"]).well();
    let took = time(|| place.run(&["import", "a.json"]).well());

    let mut old = 0;
    for seed in 0..KILLS {
        let next = (old + 1) % 2;
        run_and_kill(
            &place,
            &["import", ["a.json", "b.json"][next]],
            moment(seed, took),
        );
        let found = draft(&place.store().await).await;
        assert!(
            whole.contains(&found),
            "after kill {seed} the draft is neither the old nor the new one"
        );
        old = usize::from(found == whole[1]);
    }
}

#[tokio::test]
async fn killed_during_a_release_it_leaves_the_old_release_or_the_new_one_with_all_its_files() {
    let place = Place::make().await;
    place.write("a.json", &file());
    let drafts = [programme(&file()), programme(&changed_file())];
    place.run(&["import", "a.json"]).well();
    let took = time(|| place.run(&["release", "kpm-2019", "--name", "1.0"]).well());
    let store = place.store().await;
    let mut newest = whole_release(&store, 1).await;
    save(&store, &drafts[1]).await;
    store.close().await;
    // A server may still make the last commit of the victim before, after it was looked for.
    let most = if place.is_a_folder() { 1 } else { 2 };

    for seed in 0..KILLS {
        run_and_kill(
            &place,
            &["release", "kpm-2019", "--name", "next"],
            moment(seed, took),
        );
        let store = place.store().await;
        let number = store
            .releases()
            .newest(&slug())
            .await
            .unwrap()
            .unwrap()
            .number;
        assert!(
            (newest..=newest + most).contains(&number),
            "kill {seed} left release {number} after {newest}"
        );
        if whole_release(&store, number).await > newest {
            newest = number;
            // The next one needs a change.
            save(&store, &drafts[usize::from(number % 2 == 1)]).await;
        }
        store.close().await;
    }
}

/// Checks that a release has all its files, and gives its number back.
async fn whole_release(store: &Store, number: u32) -> u32 {
    let release = store
        .releases()
        .find(&slug(), number)
        .await
        .unwrap()
        .unwrap();
    let names = store.exports().names(&slug(), number).await.unwrap();
    for lang in ["pl", "en"] {
        let mut calendars = names
            .iter()
            .filter(|name| name.starts_with(&format!("{lang}/session/")));
        let sessions = release.programme.sessions.len() + release.cancelled.len();
        assert_eq!(
            calendars.by_ref().count(),
            sessions,
            "release {number} lacks files"
        );
        for name in ["all.ics", "schedule.xml", "schedule.json", "offline.json"] {
            assert!(
                names.contains(&format!("{lang}/{name}")),
                "release {number} lacks {lang}/{name}"
            );
        }
    }
    number
}

async fn draft(store: &Store) -> Programme {
    store.drafts().find(&slug()).await.unwrap().unwrap()
}

async fn save(store: &Store, programme: &Programme) {
    let mut tx = store
        .begin(Actor::Operator, "2019-11-01T10:00:00Z".parse().unwrap())
        .await
        .unwrap();
    tx.drafts().save(programme).await.unwrap();
    tx.commit().await.unwrap();
}

fn time<T>(work: impl FnOnce() -> T) -> Duration {
    let started = Instant::now();
    work();
    started.elapsed()
}

/// A moment for every seed, from two fifths of the time that the work takes to a fifth beyond it: before,
/// the program starts and reads its file; afterwards, on a busy machine, it may still be writing.
fn moment(seed: u64, took: Duration) -> Duration {
    let scattered = (seed + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 48;
    took.mul_f64(0.4 + 0.8 * scattered as f64 / f64::from(1 << 16))
}

/// Waits for the program to end until the moment has come, and then kills it as the system would.
fn run_and_kill(place: &Place, arguments: &[&str], moment: Duration) {
    let mut victim = place
        .command(arguments)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let (ended, waited) = channel::<()>();
    let said = victim.stdout.take().unwrap();
    let listening = std::thread::spawn(move || {
        // Nothing more can be read when the program has ended, by itself or not.
        let _ = std::io::read_to_string(said);
        drop(ended);
    });
    let _ = waited.recv_timeout(moment);
    // It may have ended by itself.
    let _ = victim.kill();
    victim.wait().unwrap();
    listening.join().unwrap();
}
