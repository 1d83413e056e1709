//! Pages that the law asks for, as they are kept.

use serde_json::{Value, json};
use wiec_model::notice::NoticeKind;
use wiec_store::testing::TestStore;
use wiec_store::{Actor, Store, StoreError};

use crate::drafts;
use crate::sample::{SLUG, now, programme, slug};

const KIND: NoticeKind = NoticeKind::Privacy;

async fn save(store: &Store, fields: Value, seen: u32) -> Result<(), StoreError> {
    let mut tx = store.begin(Actor::Operator, now()).await?;
    tx.notices().save(&slug(SLUG), KIND, &fields, seen).await?;
    tx.commit().await
}

#[tokio::test]
async fn a_page_is_found_as_it_was_filled_in_and_its_history_says_what_changed() {
    let store = TestStore::open().await;
    let congress = slug(SLUG);
    drafts::save(&store, &programme(1)).await;

    save(&store, json!({ "officer": "a", "x": 1 }), 0)
        .await
        .unwrap();
    save(&store, json!({ "officer": "b", "x": 1 }), 1)
        .await
        .unwrap();
    save(&store, json!({ "officer": "b", "x": 1 }), 2)
        .await
        .unwrap();

    let found = store
        .notices()
        .find::<Value>(&congress, KIND)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(
        (found.fields, found.revision),
        (json!({ "officer": "b", "x": 1 }), 2)
    );
    let entries = store.history().list(&congress, 2).await.unwrap();
    assert_eq!(entries[0].subject, "notice privacy");
    assert_eq!(
        entries[0].details,
        json!({ "officer": { "from": "a", "to": "b" } })
    );
    assert_eq!(entries[1].details["x"], json!({ "from": null, "to": 1 }));
}

#[tokio::test]
async fn the_second_of_two_who_saw_the_same_page_overwrites_nothing() {
    let store = TestStore::open().await;
    let congress = slug(SLUG);
    drafts::save(&store, &programme(1)).await;
    save(&store, json!({ "officer": "a" }), 0).await.unwrap();

    for seen in [0, 2] {
        let second = save(&store, json!({ "officer": "b" }), seen).await;
        assert!(matches!(second, Err(StoreError::Stale)), "{second:?}");
    }

    let found = store
        .notices()
        .find::<Value>(&congress, KIND)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(
        (found.fields, found.revision),
        (json!({ "officer": "a" }), 1)
    );
}
