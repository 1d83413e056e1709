//! Registrations: in the order of receipt, never more places than there are.

use std::collections::BTreeSet;
use std::sync::Arc;

use tokio::sync::Semaphore;
use uuid::Uuid;
use wiec_model::registration::{
    Answers, Environment, Mode, Registration, RegistrationForm, RegistrationId, State, Step,
};
use wiec_model::{AccountId, Email, Lang};
use wiec_store::testing::TestStore;
use wiec_store::{
    Actor, Agreement, NewRegistration, Received, SavedForm, Stepped, Store, WantedRegistrations,
};

use crate::drafts::save;
use crate::sample::{self, now, programme, slug};

fn form(capacity: u32) -> RegistrationForm {
    RegistrationForm {
        capacity: Some(capacity),
        ..RegistrationForm::usual(&programme(1).congress)
    }
}

pub fn new(number: u128) -> NewRegistration {
    let consents = form(1).consents;
    NewRegistration {
        id: RegistrationId(Uuid::from_u128(number)),
        congress: slug(sample::SLUG),
        account: AccountId(Uuid::from_u128(number)),
        key: format!("key-{number}"),
        answers: Answers {
            name: format!("Osoba {number}"),
            salutation: None,
            environment: Environment::Resident,
            body: None,
            town: None,
            services: BTreeSet::new(),
            other_service: None,
            languages: BTreeSet::new(),
            replies: std::collections::BTreeMap::new(),
        },
        lang: Lang::Pl,
        agreements: vec![Agreement {
            consent: consents[0].clone(),
        }],
    }
}

/// What a form that is sent does: an account, a registration, one transaction.
pub async fn register(store: &Store, new: &NewRegistration, form: &RegistrationForm) -> Received {
    let number = new.account.0.as_u128();
    let email: Email = format!("osoba-{number}@kongres.example").parse().unwrap();
    let mut tx = store.begin(Actor::Visitor, now()).await.unwrap();
    let account = tx.accounts().ensure(&email, Lang::Pl, new.account).await;
    assert_eq!(account.unwrap().id, new.account);
    let received = tx.registrations().receive(new, form).await.unwrap();
    tx.commit().await.unwrap();
    received
}

async fn step(
    store: &TestStore,
    of: &Registration,
    step: Step,
    form: &RegistrationForm,
) -> Stepped {
    let mut tx = store.begin(Actor::Operator, now()).await.unwrap();
    let congress = slug(sample::SLUG);
    let stepped = tx.registrations().step(&congress, of.id, step, form).await;
    tx.commit().await.unwrap();
    stepped.unwrap()
}

async fn all(store: &TestStore) -> Vec<Registration> {
    let congress = slug(sample::SLUG);
    let wanted = WantedRegistrations::default();
    let page = store
        .registrations()
        .page(&congress, &wanted, 9999)
        .await
        .unwrap();
    page.rows.into_iter().map(|row| row.registration).collect()
}

async fn with_congress() -> TestStore {
    let store = TestStore::open().await;
    save(&store, &programme(1)).await;
    store
}

fn is_new(received: Received) -> Registration {
    match received {
        Received::New(registration) => registration,
        other => panic!("{other:?}"),
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_1300_who_come_at_once_the_first_1000_have_a_place_and_the_rest_wait_in_order() {
    let store = with_congress().await;
    let form = form(1000);
    let mut coming = tokio::task::JoinSet::new();
    // More at once would wait for a connection longer than the store lets anyone wait.
    let door = Arc::new(Semaphore::new(60));
    for number in 1..=1300 {
        let (store, form, door) = (Store::clone(&store), form.clone(), Arc::clone(&door));
        coming.spawn(async move {
            let _within = door.acquire().await.unwrap();
            register(&store, &new(number), &form).await
        });
    }
    let received = coming.join_all().await;
    assert!(received.iter().all(|one| matches!(one, Received::New(_))));

    let all = all(&store).await;
    let numbers: Vec<u32> = all.iter().map(|one| one.number).collect();
    assert_eq!(numbers, (1..=1300).collect::<Vec<_>>());
    for registration in &all {
        let has_place = registration.number <= 1000;
        assert_eq!(registration.state.takes_place(), has_place);
        assert_eq!(
            matches!(registration.state, State::Waitlisted { .. }),
            !has_place
        );
    }
}

#[tokio::test]
async fn a_form_sent_twice_and_an_account_that_comes_again_are_known() {
    let store = with_congress().await;
    let form = form(10);
    let first = is_new(register(&store, &new(1), &form).await);
    let twice = register(&store, &new(1), &form).await;
    assert_eq!(twice, Received::Again(first.clone()));
    let mut another = new(1);
    another.key = "another form".to_owned();
    another.id = RegistrationId(Uuid::from_u128(99));
    assert_eq!(
        register(&store, &another, &form).await,
        Received::Known(first)
    );
    assert_eq!(all(&store).await.len(), 1);
}

#[tokio::test]
async fn a_place_that_comes_free_goes_to_the_next_and_more_places_to_the_next_ones() {
    let store = with_congress().await;
    let two = form(2);
    let mut came = Vec::new();
    for number in 1..=5 {
        came.push(is_new(register(&store, &new(number), &two).await));
    }
    let withdrawn = step(&store, &came[0], Step::Withdraw, &two).await;
    let Stepped::Done { promoted, .. } = withdrawn else {
        panic!("{withdrawn:?}")
    };
    assert_eq!(
        promoted.iter().map(|one| one.number).collect::<Vec<_>>(),
        [3]
    );
    let again = step(&store, &came[0], Step::Withdraw, &two).await;
    assert!(matches!(again, Stepped::Already(_)), "{again:?}");
    let refused = step(&store, &came[0], Step::CheckIn, &two).await;
    assert!(matches!(refused, Stepped::Refused(_)), "{refused:?}");

    let congress = slug(sample::SLUG);
    let mut tx = store.begin(Actor::Operator, now()).await.unwrap();
    let saved = tx.registrations().save_form(&congress, &form(4), 0).await;
    tx.commit().await.unwrap();
    let SavedForm::Saved(promoted) = saved.unwrap() else {
        panic!("nobody else set it up")
    };
    assert_eq!(
        promoted.iter().map(|one| one.number).collect::<Vec<_>>(),
        [4, 5]
    );
    let mut tx = store.begin(Actor::Operator, now()).await.unwrap();
    let late = tx.registrations().save_form(&congress, &form(9), 0).await;
    assert_eq!(late.unwrap(), SavedForm::Changed);
    drop(tx);
    let row = store
        .registrations()
        .form(&congress)
        .await
        .unwrap()
        .unwrap();
    assert_eq!((row.form.capacity, row.revision), (Some(4), 1));
}

#[tokio::test]
async fn whoever_withdrew_and_comes_again_comes_last() {
    let store = with_congress().await;
    let one = form(1);
    let first = is_new(register(&store, &new(1), &one).await);
    is_new(register(&store, &new(2), &one).await);
    step(&store, &first, Step::Withdraw, &one).await;
    let mut again = new(1);
    again.key = "once more".to_owned();
    again.id = RegistrationId(Uuid::from_u128(99));
    let back = is_new(register(&store, &again, &one).await);
    assert_eq!(back.number, 3);
    assert!(matches!(back.state, State::Waitlisted { .. }));
}

#[tokio::test]
async fn where_organisers_decide_nobody_has_a_place_before_they_did() {
    let store = with_congress().await;
    let form = RegistrationForm {
        mode: Mode::ByDecision,
        ..form(1)
    };
    let first = is_new(register(&store, &new(1), &form).await);
    assert_eq!(first.state, State::Submitted);
    let confirmed = step(&store, &first, Step::Confirm, &form).await;
    assert!(matches!(confirmed, Stepped::Done { .. }));
    let counts = store
        .registrations()
        .counts(&slug(sample::SLUG))
        .await
        .unwrap();
    assert_eq!(counts, [("confirmed".to_owned(), 1)].into());
}

#[tokio::test]
async fn lists_are_filtered_paged_and_ask_the_same_however_long_they_are() {
    let store = with_congress().await;
    let form = form(2);
    let congress = slug(sample::SLUG);
    let queries = async |size| {
        let before = store.queries();
        let wanted = WantedRegistrations::default();
        store
            .registrations()
            .page(&congress, &wanted, size)
            .await
            .unwrap();
        store.queries() - before
    };
    register(&store, &new(1), &form).await;
    let at_one = queries(100).await;
    register(&store, &new(2), &form).await;
    register(&store, &new(30), &form).await;
    assert_eq!(queries(100).await, at_one);

    let find = async |wanted: WantedRegistrations| {
        let page = store
            .registrations()
            .page(&congress, &wanted, 2)
            .await
            .unwrap();
        let numbers: Vec<u32> = page
            .rows
            .iter()
            .map(|row| row.registration.number)
            .collect();
        (numbers, page.next, page.total)
    };
    let wanted = WantedRegistrations::default();
    assert_eq!(find(wanted.clone()).await, (vec![1, 2], Some(2), 3));
    let after = WantedRegistrations {
        after: 2,
        ..wanted.clone()
    };
    assert_eq!(find(after).await, (vec![3], None, 3));
    let words = |words: &str| WantedRegistrations {
        words: Some(words.to_owned()),
        ..wanted.clone()
    };
    assert_eq!(find(words("OSOBA 30")).await.0, [3]);
    assert_eq!(find(words("osoba-2@")).await.0, [2]);
    assert_eq!(find(words("%")).await.0, Vec::<u32>::new());
    let waiting = WantedRegistrations {
        state: Some("waitlisted".to_owned()),
        ..wanted
    };
    assert_eq!(find(waiting).await.0, [3]);
}

#[tokio::test]
async fn what_was_agreed_to_is_kept_with_its_words_and_can_be_taken_back_once() {
    let store = with_congress().await;
    register(&store, &new(1), &form(1)).await;
    let account = AccountId(Uuid::from_u128(1));
    let agreed = store.registrations().consents(account).await.unwrap();
    assert_eq!(agreed.len(), 1);
    assert_eq!(
        (agreed[0].key.as_str(), agreed[0].version),
        ("regulamin", 1)
    );
    for expected in [true, false] {
        let mut tx = store.begin(Actor::Account(account), now()).await.unwrap();
        let taken = tx
            .registrations()
            .withdraw_consent(account, agreed[0].id)
            .await;
        assert_eq!(taken.unwrap(), expected);
        tx.commit().await.unwrap();
    }
    let agreed = store.registrations().consents(account).await.unwrap();
    assert_eq!(agreed[0].withdrawn_at, Some(now()));
}

#[tokio::test]
async fn whoever_is_put_on_the_waiting_list_stays_there_until_something_else_happens() {
    let store = with_congress().await;
    let form = form(3);
    let first = is_new(register(&store, &new(1), &form).await);
    let second = is_new(register(&store, &new(2), &form).await);
    let listed = step(&store, &first, Step::Waitlist, &form).await;
    let Stepped::Done {
        registration,
        promoted,
    } = listed
    else {
        panic!("{listed:?}")
    };
    assert!(matches!(registration.state, State::Waitlisted { .. }));
    assert_eq!(promoted, []);
    let withdrawn = step(&store, &second, Step::Withdraw, &form).await;
    let Stepped::Done { promoted, .. } = withdrawn else {
        panic!("{withdrawn:?}")
    };
    let promoted: Vec<u32> = promoted.iter().map(|one| one.number).collect();
    assert_eq!(promoted, [1], "the place that came free is theirs");
}
