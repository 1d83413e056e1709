//! Releases: stored, found, listed, and never changed.

use sea_orm::sqlx::postgres::PgConnectOptions;
use sea_orm::sqlx::sqlite::SqliteConnectOptions;
use sea_orm::sqlx::{self, AssertSqlSafe, ConnectOptions, Connection};
use wiec_model::{Programme, Release};
use wiec_store::testing::TestStore;
use wiec_store::{Actor, Location, ReleaseSummary, Store, StoreError};

use crate::drafts::save;
use crate::sample::{self, exports, now, programme, release, slug};

pub const BASE: &str = "https://kongres.example";

/// Releases a programme as the next release of its edition.
pub async fn publish(store: &Store, programme: &Programme) -> Release {
    let congress = &programme.congress.slug;
    let previous = store.releases().newest(congress).await.unwrap();
    let release = release(programme, previous.as_ref());
    let mut tx = store.begin(Actor::Operator, now()).await.unwrap();
    tx.releases()
        .create(congress, &release, BASE, &exports(3, "eksport"))
        .await
        .unwrap();
    tx.commit().await.unwrap();
    release
}

#[tokio::test]
async fn a_release_is_found_as_it_was_whatever_happens_to_the_draft() {
    let store = TestStore::open().await;
    let congress = slug(sample::SLUG);
    save(&store, &programme(7)).await;
    let first = publish(&store, &programme(7)).await;

    save(&store, &programme(2)).await;
    let second = publish(&store, &programme(2)).await;

    assert_eq!(
        store.releases().find(&congress, 1).await.unwrap().as_ref(),
        Some(&first)
    );
    assert_eq!(
        store.releases().find(&congress, 2).await.unwrap().as_ref(),
        Some(&second)
    );
    assert_eq!(second.cancelled.len(), 3);
    assert_eq!(
        store.releases().newest(&congress).await.unwrap(),
        Some(second)
    );
}

#[tokio::test]
async fn a_draft_is_no_release() {
    let store = TestStore::open().await;
    let congress = slug(sample::SLUG);
    save(&store, &programme(3)).await;
    assert_eq!(store.releases().newest(&congress).await.unwrap(), None);
    assert_eq!(store.releases().find(&congress, 1).await.unwrap(), None);
    assert_eq!(store.releases().list(&congress).await.unwrap(), []);
}

#[tokio::test]
async fn releases_are_listed_newest_first() {
    let store = TestStore::open().await;
    save(&store, &programme(3)).await;
    let first = publish(&store, &programme(3)).await;
    let second = publish(&store, &programme(6)).await;

    let listed = store.releases().list(&slug(sample::SLUG)).await.unwrap();

    let summary = |of: Release| ReleaseSummary {
        number: of.number,
        name: of.name,
        released_at: of.released_at,
    };
    assert_eq!(listed, [summary(second), summary(first)]);
}

#[tokio::test]
async fn a_number_is_given_once() {
    let store = TestStore::open().await;
    let congress = slug(sample::SLUG);
    save(&store, &programme(3)).await;
    let kept = publish(&store, &programme(3)).await;

    let mut tx = store.begin(Actor::Operator, now()).await.unwrap();
    let refused = tx
        .releases()
        .create(&congress, &release(&programme(5), None), BASE, &[])
        .await;
    drop(tx);

    assert!(
        matches!(refused, Err(StoreError::Conflict { .. })),
        "{refused:?}"
    );
    assert_eq!(
        store.releases().newest(&congress).await.unwrap(),
        Some(kept)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_release_at_once_one_wins_and_the_other_leaves_nothing() {
    let store = TestStore::open().await;
    let congress = slug(sample::SLUG);
    save(&store, &programme(3)).await;
    let racers: Vec<_> = [4, 9]
        .map(|files| {
            let (store, congress) = ((*store).clone(), congress.clone());
            tokio::spawn(async move {
                let mut tx = store.begin(Actor::Operator, now()).await?;
                tx.releases()
                    .create(
                        &congress,
                        &release(&programme(3), None),
                        BASE,
                        &exports(files, "e"),
                    )
                    .await?;
                tx.commit().await.map(|()| files)
            })
        })
        .into();
    let mut results = Vec::new();
    for racer in racers {
        results.push(racer.await.unwrap());
    }

    let won: Vec<usize> = results
        .iter()
        .filter_map(|result| result.as_ref().ok().copied())
        .collect();
    assert_eq!(won.len(), 1, "{results:?}");
    let names = store.exports().names(&congress, 1).await.unwrap();
    assert_eq!(names.len(), won[0]);
}

#[tokio::test]
async fn an_edition_that_does_not_exist_cannot_be_released() {
    let store = TestStore::open().await;
    let mut tx = store.begin(Actor::Operator, now()).await.unwrap();
    let refused = tx
        .releases()
        .create(&slug("kpm-1999"), &release(&programme(3), None), BASE, &[])
        .await;
    assert!(
        matches!(refused, Err(StoreError::Conflict { .. })),
        "{refused:?}"
    );
}

#[tokio::test]
async fn the_database_itself_refuses_to_change_or_delete_a_release() {
    let store = TestStore::open().await;
    save(&store, &programme(3)).await;
    let kept = publish(&store, &programme(3)).await;

    for statement in [
        "UPDATE schedules SET document = '{}' WHERE state = 'released'",
        "UPDATE schedules SET name = 'inna' WHERE state = 'released'",
        "UPDATE schedules SET number = 9 WHERE state = 'released'",
        "UPDATE schedules SET released_at = 0 WHERE state = 'released'",
        "UPDATE schedules SET state = 'draft' WHERE state = 'released'",
        "DELETE FROM exports; DELETE FROM schedules WHERE state = 'released'",
    ] {
        let refused = by_hand(store.location(), statement)
            .await
            .expect_err(statement);
        assert!(
            refused.to_string().contains("never"),
            "{statement}: {refused}"
        );
    }
    assert_eq!(
        store.releases().newest(&slug(sample::SLUG)).await.unwrap(),
        Some(kept)
    );
}

/// What an operator with a shell could send.
pub async fn by_hand(location: &Location, statement: &str) -> Result<(), sqlx::Error> {
    let statement = sqlx::raw_sql(AssertSqlSafe(statement));
    match location {
        Location::Folder(folder) => {
            let mut file = SqliteConnectOptions::new()
                .filename(folder.join("wiec.sqlite"))
                .connect()
                .await?;
            statement.execute(&mut file).await?;
            file.close().await
        }
        Location::Postgres(address) => {
            let mut server = address.parse::<PgConnectOptions>()?.connect().await?;
            statement.execute(&mut server).await?;
            server.close().await
        }
    }
}
