//! Drafts: what is saved is found, whole, and nothing else.

use wiec_model::{Programme, Slug};
use wiec_store::testing::TestStore;
use wiec_store::{Actor, Store, StoreError};

use crate::releases::by_hand;
use crate::sample::{self, now, programme, slug};

/// Compares whole programmes, but first session by session: a failure then fits on a screen.
fn assert_same(found: Option<&Programme>, expected: &Programme) {
    let found = found.expect("there is a programme");
    for (found, expected) in found.sessions.iter().zip(&expected.sessions) {
        assert_eq!(found, expected);
    }
    assert_eq!(found, expected);
}

pub async fn save(store: &Store, programme: &Programme) {
    let mut tx = store.begin(Actor::Operator, now()).await.unwrap();
    tx.drafts().save(programme).await.unwrap();
    tx.commit().await.unwrap();
}

async fn found(store: &Store) -> Option<Programme> {
    store.drafts().find(&slug(sample::SLUG)).await.unwrap()
}

#[tokio::test]
async fn a_saved_programme_is_found_as_it_was() {
    let store = TestStore::open().await;
    let programme = programme(7);
    assert_eq!(programme.problems(), []);

    save(&store, &programme).await;

    let found = found(&store).await;
    assert_same(found.as_ref(), &programme);
    // Equality of JSON objects forgets the order of their keys; an export does not.
    let written = serde_json::to_string(&found).unwrap();
    assert!(
        written == serde_json::to_string(&programme).unwrap(),
        "{written}"
    );
}

#[tokio::test]
async fn saving_again_replaces_the_draft_whole() {
    let store = TestStore::open().await;
    save(&store, &programme(9)).await;
    let mut next = programme(4);
    next.congress.place = next.congress.note.take();
    next.rooms.reverse();
    next.sessions.reverse();
    next.sessions[0].slot = None;
    next.proposals.pop();

    save(&store, &next).await;

    assert_same(found(&store).await.as_ref(), &next);
}

#[tokio::test]
async fn a_programme_of_nothing_but_an_edition_is_found_too() {
    let store = TestStore::open().await;
    save(&store, &programme(3)).await;
    let empty = Programme {
        congress: sample::congress(sample::SLUG),
        days: vec![],
        rooms: vec![],
        tracks: vec![],
        goals: vec![],
        kinds: vec![],
        people: vec![],
        sessions: vec![],
        proposals: vec![],
    };

    save(&store, &empty).await;

    assert_same(found(&store).await.as_ref(), &empty);
}

#[tokio::test]
async fn an_unknown_edition_has_no_draft() {
    let store = TestStore::open().await;
    assert_eq!(found(&store).await, None);
}

#[tokio::test]
async fn what_is_not_committed_has_not_happened() {
    let store = TestStore::open().await;
    save(&store, &programme(2)).await;

    let mut tx = store.begin(Actor::Operator, now()).await.unwrap();
    tx.drafts().save(&programme(5)).await.unwrap();
    drop(tx);

    assert_same(found(&store).await.as_ref(), &programme(2));
    assert_eq!(
        store
            .history()
            .list(&slug(sample::SLUG), 9)
            .await
            .unwrap()
            .len(),
        1
    );
}

#[tokio::test]
async fn a_programme_that_contradicts_itself_is_refused_by_a_named_constraint_and_leaves_nothing() {
    let store = TestStore::open().await;
    let with = |change: &dyn Fn(&mut Programme)| {
        let mut programme = programme(2);
        change(&mut programme);
        programme
    };
    let cases = [
        (
            with(&|it| it.sessions[1].code = "S0".parse().unwrap()),
            "sessions_congress_id_code_key",
        ),
        (
            with(&|it| it.sessions[1].slug.en = slug("session-0")),
            "sessions_congress_id_slug_en_key",
        ),
        (
            with(&|it| it.people[1].slug.pl = slug("osoba-0")),
            "people_congress_id_slug_pl_key",
        ),
        (
            with(&|it| it.sessions[0].slot.as_mut().unwrap().ends_at = now()),
            "slots_end_after_they_start",
        ),
    ];
    for (programme, name) in cases {
        let mut tx = store.begin(Actor::Operator, now()).await.unwrap();
        let refused = tx.drafts().save(&programme).await;
        drop(tx);
        let Err(StoreError::Conflict { constraint }) = refused else {
            panic!("{refused:?} instead of {name}")
        };
        assert_eq!(constraint, name);
        assert_eq!(found(&store).await, None);
    }
}

#[tokio::test]
async fn a_session_cannot_refer_to_a_kind_that_the_edition_does_not_have() {
    let store = TestStore::open().await;
    let mut programme = programme(1);
    programme.sessions[0].kind = slug("nobody-knows");

    let mut tx = store.begin(Actor::Operator, now()).await.unwrap();
    let refused = tx.drafts().save(&programme).await;

    assert!(
        matches!(refused, Err(StoreError::Conflict { .. })),
        "{refused:?}"
    );
}

#[tokio::test]
async fn finding_takes_the_same_number_of_queries_with_one_and_three_sessions() {
    let store = TestStore::open().await;
    let mut taken = Vec::new();
    for sessions in [1, 3, 250] {
        save(&store, &programme(sessions)).await;
        let before = store.queries();
        assert!(found(&store).await.is_some());
        taken.push(store.queries() - before);
    }
    assert!(taken[0] > 0);
    assert_eq!(taken, [taken[0]; 3]);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_who_save_the_same_edition_wait_for_one_another_and_readers_see_one_or_the_other() {
    let store = TestStore::open().await;
    let sizes = [3, 8, 5, 6];
    save(&store, &programme(sizes[0])).await;
    let savers: Vec<_> = sizes
        .map(|sessions| {
            let store = (*store).clone();
            tokio::spawn(async move { save(&store, &programme(sessions)).await })
        })
        .into();
    for _ in 0..20 {
        let seen = found(&store).await.unwrap();
        assert_eq!(seen, programme(seen.sessions.len()));
        assert!(sizes.contains(&seen.sessions.len()));
    }
    for saver in savers {
        saver.await.unwrap();
    }
    let entries = store
        .history()
        .list(&Slug::from_words(sample::SLUG).unwrap(), 9)
        .await
        .unwrap();
    assert_eq!(entries.len(), 5);
}

#[tokio::test]
async fn a_talk_that_does_not_say_who_tells_it_is_told_by_nobody() {
    let store = TestStore::open().await;
    save(&store, &programme(1)).await;
    // As a program writes it that does not know the column yet.
    let older = "INSERT INTO talks (session_id, position, title, minutes) \
                 SELECT session_id, 3, title, minutes FROM talks WHERE position = 0";
    by_hand(store.location(), older).await.unwrap();

    let found = found(&store).await.unwrap();

    let talks = &found.sessions[0].talks;
    assert_eq!(talks[3].title, talks[0].title);
    assert_eq!((talks[3].people.len(), talks[0].people.len()), (0, 1));
}

#[tokio::test]
async fn a_row_that_contradicts_the_model_is_named() {
    let store = TestStore::open().await;
    save(&store, &programme(1)).await;
    let change = "UPDATE rooms SET features = '[\"jacuzzi\"]' WHERE slug = 'aula'";
    by_hand(store.location(), change).await.unwrap();

    let refused = store.drafts().find(&slug(sample::SLUG)).await;

    assert!(
        matches!(
            refused,
            Err(StoreError::Inconsistent {
                table: "rooms",
                column: "features",
                ..
            })
        ),
        "{refused:?}"
    );
}

#[tokio::test]
async fn a_server_can_await_reading_on_any_of_its_threads() {
    fn on_any_thread<T: Send>(task: T) -> T {
        task
    }
    let store = TestStore::open().await;
    let congress = slug(sample::SLUG);
    on_any_thread(store.drafts().find(&congress)).await.unwrap();
    on_any_thread(store.congresses().list()).await.unwrap();
    on_any_thread(store.releases().newest(&congress))
        .await
        .unwrap();
    on_any_thread(store.releases().find(&congress, 1))
        .await
        .unwrap();
    on_any_thread(store.exports().find(&congress, 1, "programme.ics"))
        .await
        .unwrap();
    on_any_thread(store.history().list(&congress, 1))
        .await
        .unwrap();
    on_any_thread(store.check()).await.unwrap();
}
