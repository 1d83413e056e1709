//! Favourites: a list that only its token finds.

use wiec_store::testing::TestStore;
use wiec_store::{Actor, StoreError, TokenHash};

use crate::drafts::save;
use crate::sample::{self, guid, now, programme, slug};

#[tokio::test]
async fn adding_and_removing_twice_is_doing_it_once() {
    let store = TestStore::open().await;
    let (congress, token) = (slug(sample::SLUG), TokenHash::of("tajne"));
    let (one, two) = (guid("session", 1), guid("session", 2));
    save(&store, &programme(3)).await;

    let mut tx = store.begin(Actor::Visitor, now()).await.unwrap();
    tx.favourites().add(&token, &congress, one).await.unwrap();
    tx.favourites().add(&token, &congress, one).await.unwrap();
    assert_eq!(tx.favourites().count(&token).await.unwrap(), 1);
    tx.commit().await.unwrap();
    let mut tx = store
        .begin(Actor::Visitor, now() + jiff::SignedDuration::from_secs(1))
        .await
        .unwrap();
    tx.favourites().add(&token, &congress, two).await.unwrap();
    tx.favourites().add(&token, &congress, one).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(
        store.favourites().find(&token).await.unwrap(),
        Some(vec![one, two])
    );

    let mut tx = store.begin(Actor::Visitor, now()).await.unwrap();
    for session in [one, one, two] {
        tx.favourites()
            .remove(&token, &congress, session)
            .await
            .unwrap();
    }
    tx.commit().await.unwrap();
    assert_eq!(store.favourites().find(&token).await.unwrap(), Some(vec![]));
}

#[tokio::test]
async fn another_token_finds_nothing_and_leaves_no_trace() {
    let store = TestStore::open().await;
    let congress = slug(sample::SLUG);
    save(&store, &programme(3)).await;
    let mut tx = store.begin(Actor::Visitor, now()).await.unwrap();
    tx.favourites()
        .add(&TokenHash::of("tajne"), &congress, guid("session", 1))
        .await
        .unwrap();
    tx.favourites()
        .remove(&TokenHash::of("inne"), &congress, guid("session", 1))
        .await
        .unwrap();
    tx.commit().await.unwrap();

    assert_eq!(
        store
            .favourites()
            .find(&TokenHash::of("inne"))
            .await
            .unwrap(),
        None
    );
    assert_eq!(store.history().list(&congress, 9).await.unwrap().len(), 1);
}

#[tokio::test]
async fn favourites_outlive_the_draft_that_is_replaced() {
    let store = TestStore::open().await;
    let (congress, token) = (slug(sample::SLUG), TokenHash::of("tajne"));
    save(&store, &programme(3)).await;
    let mut tx = store.begin(Actor::Visitor, now()).await.unwrap();
    tx.favourites()
        .add(&token, &congress, guid("session", 2))
        .await
        .unwrap();
    tx.commit().await.unwrap();

    save(&store, &programme(1)).await;

    assert_eq!(
        store.favourites().find(&token).await.unwrap(),
        Some(vec![guid("session", 2)])
    );
}

#[tokio::test]
async fn an_edition_that_does_not_exist_has_no_favourites() {
    let store = TestStore::open().await;
    let mut tx = store.begin(Actor::Visitor, now()).await.unwrap();
    let refused = tx
        .favourites()
        .add(&TokenHash::of("t"), &slug("kpm-1999"), guid("session", 1))
        .await;
    assert!(
        matches!(refused, Err(StoreError::Conflict { .. })),
        "{refused:?}"
    );
}

#[tokio::test]
async fn finding_takes_the_same_number_of_queries_with_one_and_three_favourites() {
    let store = TestStore::open().await;
    let (congress, token) = (slug(sample::SLUG), TokenHash::of("tajne"));
    save(&store, &programme(3)).await;
    let mut taken = Vec::new();
    for session in [1, 2, 3] {
        let mut tx = store.begin(Actor::Visitor, now()).await.unwrap();
        tx.favourites()
            .add(&token, &congress, guid("session", session))
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let before = store.queries();
        store.favourites().find(&token).await.unwrap();
        taken.push(store.queries() - before);
    }
    assert_eq!(taken, [taken[0]; 3]);
}
