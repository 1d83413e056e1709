//! Calls: changed by one at a time, entered by codes that count, judged by those who are on the committee.

use std::sync::Arc;

use tokio::sync::Semaphore;
use uuid::Uuid;
use wiec_model::calls::{AccessCode, Call, CallId, CallKind, CallSetup, Limits, Load};
use wiec_model::{AccountId, Email, Lang, Text};
use wiec_store::testing::TestStore;
use wiec_store::{Actor, CommitteeMember, NewCall, NewCode, Redeemed, Store, StoreError, Tx};

use crate::drafts::save;
use crate::sample::{self, at, now, programme, slug};

pub fn account(number: u128) -> AccountId {
    AccountId(Uuid::from_u128(number))
}

pub async fn begin(store: &Store) -> Tx {
    store.begin(Actor::Operator, now()).await.unwrap()
}

/// An account for each of these numbers.
pub async fn people(store: &Store, numbers: impl IntoIterator<Item = u128>) {
    let mut tx = begin(store).await;
    for number in numbers {
        let email: Email = format!("osoba-{number}@kongres.example").parse().unwrap();
        let fresh = account(number);
        tx.accounts().ensure(&email, Lang::Pl, fresh).await.unwrap();
    }
    tx.commit().await.unwrap();
}

/// A store with a congress and one call that is open at [`now`].
pub async fn with_call() -> (TestStore, Call) {
    let store = TestStore::open().await;
    save(&store, &programme(1)).await;
    let title = Text::in_language(Lang::Pl, "Kalejdoskopy").unwrap();
    let mut setup = CallSetup::usual(CallKind::Kaleidoscope, title);
    setup.window.opens_at = Some(at("2019-10-01T00:00:00Z"));
    setup.window.closes_at = Some(at("2019-11-02T00:00:00Z"));
    setup.limits = Limits {
        per_person: Some(2),
        ..setup.limits
    };
    let new = NewCall {
        id: CallId(Uuid::from_u128(1)),
        congress: slug(sample::SLUG),
        slug: slug("kalejdoskopy"),
        setup,
    };
    let mut tx = begin(&store).await;
    let call = tx.calls().create(&new).await.unwrap();
    tx.commit().await.unwrap();
    (store, call)
}

fn code(number: u128, uses: u32) -> NewCode {
    NewCode {
        id: AccessCode(Uuid::from_u128(number)),
        secret: format!("KOD-{number}"),
        label: "Uczelnie".to_owned(),
        uses,
    }
}

async fn redeem(store: &Store, call: &Call, secret: &str, person: u128) -> Redeemed {
    let mut tx = begin(store).await;
    let redeemed = tx.calls().redeem(call, secret, account(person)).await;
    tx.commit().await.unwrap();
    redeemed.unwrap()
}

#[tokio::test]
async fn a_call_is_read_back_as_it_was_made_and_changed_by_one_at_a_time() {
    let (store, call) = with_call().await;
    let congress = slug(sample::SLUG);
    let read = store.calls().find(&congress, &call.slug).await.unwrap();
    assert_eq!(read, Some(call.clone()));
    let listed = store.calls().list(&congress).await.unwrap();
    assert_eq!(listed, std::slice::from_ref(&call));

    let mut setup = call.setup.clone();
    setup.window.extended_to = Some(at("2019-11-05T00:00:00Z"));
    let mut tx = begin(&store).await;
    let changed = tx.calls().change(&call, &setup).await.unwrap();
    tx.commit().await.unwrap();
    let read = store.calls().get(&congress, call.id).await.unwrap();
    assert_eq!(read, Some(changed));

    let mut tx = begin(&store).await;
    let late = tx.calls().change(&call, &setup).await;
    assert!(matches!(late, Err(StoreError::Stale)));
    drop(tx);
    let history = store.history().list(&congress, 1).await.unwrap();
    let fields = history[0].details.as_object().unwrap();
    assert_eq!(fields.keys().collect::<Vec<_>>(), ["window"]);
}

#[tokio::test]
async fn a_code_for_one_that_fifty_use_at_once_lets_one_in() {
    let (store, call) = with_call().await;
    people(&store, 1..=50).await;
    let mut tx = begin(&store).await;
    tx.calls().make_code(&call, &code(1, 1)).await.unwrap();
    tx.commit().await.unwrap();

    let door = Arc::new(Semaphore::new(8));
    let mut coming = tokio::task::JoinSet::new();
    for person in 1..=50 {
        let (store, call, door) = (Store::clone(&store), call.clone(), Arc::clone(&door));
        coming.spawn(async move {
            let _within = door.acquire().await.unwrap();
            redeem(&store, &call, "kod-1 ", person).await
        });
    }
    let redeemed = coming.join_all().await;
    let count = |wanted| redeemed.iter().filter(|one| **one == wanted).count();
    assert_eq!((count(Redeemed::Now), count(Redeemed::UsedUp)), (1, 49));
    let codes = store.calls().codes(call.id).await.unwrap();
    assert_eq!((codes[0].used, codes[0].uses), (1, 1));
}

#[tokio::test]
async fn one_person_counts_once_and_a_code_that_was_taken_back_is_none() {
    let (store, call) = with_call().await;
    people(&store, 1..=3).await;
    let mut tx = begin(&store).await;
    tx.calls().make_code(&call, &code(1, 2)).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(redeem(&store, &call, "KOD-1", 1).await, Redeemed::Now);
    assert_eq!(redeem(&store, &call, "KOD-1", 1).await, Redeemed::Before);
    assert_eq!(redeem(&store, &call, "KOD-2", 2).await, Redeemed::Unknown);
    let codes = store.calls().codes(call.id).await.unwrap();
    let mut tx = begin(&store).await;
    tx.calls().revoke_code(&call, codes[0].id).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(redeem(&store, &call, "KOD-1", 3).await, Redeemed::Unknown);
    for (person, expected) in [(1, true), (3, false)] {
        let admitted = store.calls().is_admitted(call.id, account(person)).await;
        assert_eq!(admitted.unwrap(), expected);
    }
}

pub fn member(number: u128) -> CommitteeMember {
    CommitteeMember {
        account: account(number),
        load: None,
        body: None,
        town: None,
        removed_at: None,
    }
}

#[tokio::test]
async fn a_member_is_changed_removed_and_put_back() {
    let (store, call) = with_call().await;
    people(&store, 1..=1).await;
    let mut known = member(1);
    for load in [None, Some(Load { least: 2, most: 5 })] {
        known.load = load;
        let mut tx = begin(&store).await;
        tx.calls().set_member(&call, &known).await.unwrap();
        tx.commit().await.unwrap();
        let members = store.calls().members(call.id).await.unwrap();
        assert_eq!(members, [known.clone()]);
    }
    let mut tx = begin(&store).await;
    tx.calls().remove_member(&call, account(1)).await.unwrap();
    tx.commit().await.unwrap();
    let members = store.calls().members(call.id).await.unwrap();
    assert_eq!(members[0].removed_at, Some(now()));
    let mut tx = begin(&store).await;
    tx.calls().set_member(&call, &known).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(store.calls().members(call.id).await.unwrap(), [known]);
}
