//! Opening: what the operator reads when it does not work.

use sea_orm::sqlx::ConnectOptions;
use wiec_store::testing::{TestPlace, TestStore};
use wiec_store::{Kind, Location, OpenError, Store};

use crate::releases::by_hand;

#[tokio::test]
async fn a_fresh_store_lacks_every_step_and_a_migrated_one_none() {
    let place = TestPlace::make().await;
    let store = Store::open(place.location()).await.unwrap();
    let steps = store.pending_migrations().await.unwrap().len();
    assert!(steps > 0);

    assert_eq!(store.migrate().await.unwrap(), steps);

    assert_eq!(
        store.pending_migrations().await.unwrap(),
        Vec::<String>::new()
    );
    assert_eq!(store.migrate().await.unwrap(), 0);
    store.close().await;
}

#[tokio::test]
async fn a_second_process_is_told_who_holds_the_folder() {
    let folder = tempfile::tempdir().unwrap();
    let location = Location::Folder(folder.path().to_owned());
    let first = Store::open(&location).await.unwrap();

    let refused = Store::open(&location).await.unwrap_err();

    let OpenError::Locked { lock, .. } = &refused else {
        panic!("{refused:?}")
    };
    assert!(lock.ends_with("wiec.lock"));
    let sentence = refused.to_string();
    assert!(
        sentence.contains(&format!("in use by process {}", std::process::id())),
        "{sentence}"
    );
    first.close().await;
    Store::open(&location).await.unwrap();
}

#[tokio::test]
async fn a_folder_that_cannot_be_made_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("plik");
    std::fs::write(&file, "").unwrap();

    let refused = Store::open(&Location::Folder(file.join("dane")))
        .await
        .unwrap_err();

    assert!(matches!(refused, OpenError::Folder { .. }), "{refused:?}");
    assert!(refused.to_string().contains("plik"), "{refused}");
}

#[tokio::test]
async fn a_file_that_is_no_database_is_left_alone_and_named() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("wiec.sqlite");
    let words = "to nie jest baza danych ".repeat(100);
    std::fs::write(&file, &words).unwrap();

    let refused = Store::open(&Location::Folder(folder.path().to_owned()))
        .await
        .unwrap_err();

    assert!(refused.to_string().contains("wiec.sqlite"), "{refused}");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), words);
}

#[tokio::test]
async fn a_server_that_does_not_answer_is_named_without_its_password() {
    // Port 1 answers nobody.
    let address = "postgres://wiec:tajne@127.0.0.1:1/kongres".to_owned();

    let refused = Store::open(&Location::Postgres(address)).await.unwrap_err();

    let sentence = refused.to_string();
    assert!(
        sentence.contains("wiec@127.0.0.1:1/kongres") && sentence.contains("refused"),
        "{sentence}"
    );
    assert!(
        !format!("{refused:?} {sentence}").contains("tajne"),
        "{sentence}"
    );
}

#[tokio::test]
async fn an_address_that_is_none_is_not_repeated() {
    let refused = Store::open(&Location::Postgres("postgres://wiec:tajne@[".to_owned()))
        .await
        .unwrap_err();
    assert!(matches!(refused, OpenError::Address), "{refused:?}");
    assert!(!format!("{refused:?} {refused}").contains("tajne"));
}

#[tokio::test]
async fn a_database_of_a_newer_program_is_left_alone() {
    let place = TestPlace::make().await;
    place.open().await.close().await;
    let newer =
        "INSERT INTO seaql_migrations (version, applied_at) VALUES ('m20990101_000001_later', 0)";
    by_hand(place.location(), newer).await.unwrap();

    let refused = Store::open(place.location()).await.unwrap_err();

    let OpenError::Newer { steps } = &refused else {
        panic!("{refused:?}")
    };
    assert_eq!(steps, &["m20990101_000001_later"]);
}

#[tokio::test]
async fn a_healthy_database_says_so() {
    let store = TestStore::open().await;
    let health = store.check().await.unwrap();
    assert_eq!(health.kind, store.kind());
    assert!(
        health.writable && health.size_bytes > 0 && !health.version.is_empty(),
        "{health:?}"
    );
    assert_eq!(health.damage, None);
    // What it tried, it took back.
    assert_eq!(store.check().await.unwrap(), health);
    store.ping().await.unwrap();
}

#[tokio::test]
async fn a_file_keeps_a_write_ahead_log() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&Location::Folder(folder.path().to_owned()))
        .await
        .unwrap();
    store.migrate().await.unwrap();
    assert_eq!(store.kind(), Kind::Sqlite);
    let file = folder.path().join("wiec.sqlite");
    let mut other = sea_orm::sqlx::sqlite::SqliteConnectOptions::new()
        .filename(&file)
        .connect()
        .await
        .unwrap();
    let mode: String = sea_orm::sqlx::query_scalar("PRAGMA journal_mode")
        .fetch_one(&mut other)
        .await
        .unwrap();
    assert_eq!(mode, "wal");
}
