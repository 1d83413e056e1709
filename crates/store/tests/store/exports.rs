//! Exports: the files of a release, as they were made.

use wiec_store::testing::TestStore;
use wiec_store::{Actor, Form, StoreError};

use crate::drafts::save;
use crate::releases::{BASE, publish};
use crate::sample::{self, exports, now, programme, slug};

#[tokio::test]
async fn every_file_of_a_release_is_found_byte_by_byte() {
    let store = TestStore::open().await;
    let congress = slug(sample::SLUG);
    save(&store, &programme(3)).await;
    publish(&store, &programme(3)).await;

    for export in exports(3, "eksport") {
        let found = store
            .exports()
            .find(&congress, 1, &export.name)
            .await
            .unwrap();
        assert_eq!(found, Some(export));
    }
    assert_eq!(
        store
            .exports()
            .find(&congress, 1, "session/S9.ics")
            .await
            .unwrap(),
        None
    );
    assert_eq!(
        store
            .exports()
            .find(&congress, 2, "session/S0.ics")
            .await
            .unwrap(),
        None
    );
    assert_eq!(
        store.exports().base(&congress, 1).await.unwrap().as_deref(),
        Some(BASE)
    );
    assert_eq!(store.exports().base(&congress, 2).await.unwrap(), None);
    assert_eq!(store.exports().names(&congress, 1).await.unwrap().len(), 3);
}

#[tokio::test]
async fn a_file_is_found_in_the_form_that_is_wanted_or_plain() {
    let store = TestStore::open().await;
    let congress = slug(sample::SLUG);
    save(&store, &programme(3)).await;
    publish(&store, &programme(3)).await;

    for export in exports(3, "eksport") {
        for (wanted, made) in [
            (Form::Plain, Some(&export.identity)),
            (Form::Gzip, export.gzip.as_ref()),
            (Form::Brotli, export.brotli.as_ref()),
        ] {
            let found = store
                .exports()
                .find_form(&congress, 1, &export.name, wanted)
                .await
                .unwrap()
                .unwrap();
            let form = if made.is_some() { wanted } else { Form::Plain };
            assert_eq!(
                (found.form, &found.bytes),
                (form, made.unwrap_or(&export.identity))
            );
            assert_eq!(
                (found.etag, found.media_type),
                (export.etag.clone(), export.media_type.clone())
            );
        }
    }
    let nothing = store
        .exports()
        .find_form(&congress, 1, "nichts", Form::Gzip)
        .await;
    assert_eq!(nothing.unwrap(), None);
}

#[tokio::test]
async fn files_can_be_made_anew_while_their_release_stays() {
    let store = TestStore::open().await;
    let congress = slug(sample::SLUG);
    save(&store, &programme(3)).await;
    let kept = publish(&store, &programme(3)).await;

    let mut tx = store.begin(Actor::System, now()).await.unwrap();
    tx.exports()
        .replace(&congress, 1, "https://nowy.example", &exports(5, "nowy"))
        .await
        .unwrap();
    tx.commit().await.unwrap();

    assert_eq!(
        store.releases().find(&congress, 1).await.unwrap(),
        Some(kept)
    );
    assert_eq!(
        store.exports().base(&congress, 1).await.unwrap().as_deref(),
        Some("https://nowy.example")
    );
    assert_eq!(store.exports().names(&congress, 1).await.unwrap().len(), 5);
    let found = store
        .exports()
        .find(&congress, 1, "session/S0.ics")
        .await
        .unwrap();
    assert_eq!(found.as_ref(), exports(5, "nowy").first());
}

#[tokio::test]
async fn a_release_that_does_not_exist_has_no_files_to_replace() {
    let store = TestStore::open().await;
    let mut tx = store.begin(Actor::System, now()).await.unwrap();
    let refused = tx
        .exports()
        .replace(&slug(sample::SLUG), 1, BASE, &[])
        .await;
    assert!(matches!(refused, Err(StoreError::Stale)), "{refused:?}");
}
