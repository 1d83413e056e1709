//! The history: one entry per act, in its transaction.

use serde_json::json;
use wiec_store::testing::TestStore;
use wiec_store::{Act, Actor, Entry};

use crate::drafts::save;
use crate::releases::{BASE, publish};
use crate::sample::{self, exports, now, programme, slug};

#[tokio::test]
async fn every_act_leaves_one_entry_newest_first_that_says_who_what_and_how_much() {
    let store = TestStore::open().await;
    let congress = slug(sample::SLUG);
    save(&store, &programme(3)).await;
    save(&store, &programme(5)).await;
    publish(&store, &programme(5)).await;
    let mut tx = store.begin(Actor::System, now()).await.unwrap();
    tx.exports()
        .replace(&congress, 1, "https://nowy.example", &exports(1, "e"))
        .await
        .unwrap();
    tx.commit().await.unwrap();

    let entries = store.history().list(&congress, 3).await.unwrap();

    let entry = |number, actor, act, subject: &str, details| Entry {
        number,
        at: now(),
        actor,
        act,
        subject: subject.to_owned(),
        details,
    };
    let saved = json!({
        "rooms": { "from": 2, "to": 2 },
        "people": { "from": 3, "to": 5 },
        "sessions": { "from": 3, "to": 5 },
        "proposals": { "from": 2, "to": 2 },
    });
    let released =
        json!({ "name": "po korekcie sal", "sessions": 3, "cancelled": 0, "exports": 3 });
    let replaced = json!({
        "exports": { "from": 3, "to": 1 },
        "base_url": { "from": BASE, "to": "https://nowy.example" },
    });
    let expected = [
        entry(4, Actor::System, Act::ReplaceExports, "release 1", replaced),
        entry(3, Actor::Operator, Act::Release, "release 1", released),
        entry(2, Actor::Operator, Act::SaveDraft, "draft", saved),
    ];
    assert_eq!(entries, expected);
}

#[tokio::test]
async fn an_edition_sees_only_its_own_history() {
    let store = TestStore::open().await;
    save(&store, &programme(1)).await;
    assert_eq!(
        store.history().list(&slug("kpm-2021"), 9).await.unwrap(),
        []
    );
}
