//! Forgetting what was kept long enough.

use jiff::civil::{Date, date};
use jiff::{Timestamp, ToSpan};
use serde_json::Value as Json;
use uuid::Uuid;
use wiec_model::account::{Account, AccountId, Means, Preferences};
use wiec_model::registration::{RegistrationForm, Service, Step};
use wiec_model::rules::{Grant, Role, Scope};
use wiec_model::{Email, Lang};
use wiec_store::testing::TestStore;
use wiec_store::{Actor, NewLogin, NewRegistration, Received, Sweep, TokenHash, Tx};

use crate::drafts::save;
use crate::registrations::{new, register};
use crate::sample::{self, at, now, programme, slug};

/// The last day of the congress, and the day after it.
const LAST: Date = date(2019, 11, 15);
const AFTER: Date = date(2019, 11, 16);

fn form() -> RegistrationForm {
    RegistrationForm::usual(&programme(1).congress)
}

fn with_needs(number: u128) -> NewRegistration {
    let mut new = new(number);
    new.answers.services.insert(Service::SignLanguage);
    new.answers.other_service = Some("cichy pokój".to_owned());
    let replies = &mut new.answers.replies;
    replies.insert("obiad".to_owned(), r#"tak, "services": bez"#.to_owned());
    new
}

async fn congress_with(registrations: &[NewRegistration]) -> TestStore {
    let store = TestStore::open().await;
    save(&store, &programme(1)).await;
    for new in registrations {
        register(&store, new, &form()).await;
    }
    store
}

/// Sweeps as the night does.
async fn sweep<T>(store: &TestStore, what: impl AsyncFnOnce(Sweep<'_>) -> T) -> T {
    let mut tx: Tx = store.begin(Actor::System, now()).await.unwrap();
    let swept = what(tx.sweep()).await;
    tx.commit().await.unwrap();
    swept
}

async fn kept_of(store: &TestStore, number: u128) -> Json {
    let account = store.accounts().find(id(number)).await.unwrap().unwrap();
    store.personal().export(&account).await.unwrap()
}

fn id(number: u128) -> AccountId {
    AccountId(Uuid::from_u128(number))
}

#[tokio::test]
async fn needs_are_forgotten_after_the_congress_and_nothing_else_with_them() {
    let store = congress_with(&[with_needs(1), new(2)]).await;
    let early = sweep(&store, async |mut sweep| sweep.needs(LAST).await);
    assert_eq!(early.await.unwrap(), 0, "its last day is not before itself");

    for expected in [1, 0] {
        let gone = sweep(&store, async |mut sweep| sweep.needs(AFTER).await).await;
        assert_eq!(gone.unwrap(), expected);
    }
    let answers = &kept_of(&store, 1).await["registrations"][0]["answers"];
    assert!(answers.get("services").is_none(), "{answers}");
    assert!(answers.get("other_service").is_none(), "{answers}");
    assert_eq!(answers["name"], "Osoba 1");
    assert_eq!(answers["replies"]["obiad"], r#"tak, "services": bez"#);
}

#[tokio::test]
async fn answers_to_the_organisers_are_forgotten_by_themselves() {
    let store = congress_with(&[with_needs(1), new(2)]).await;
    for expected in [1, 0] {
        let gone = sweep(&store, async |mut sweep| sweep.answers(AFTER).await).await;
        assert_eq!(gone.unwrap(), expected);
    }
    let answers = &kept_of(&store, 1).await["registrations"][0]["answers"];
    assert!(answers.get("replies").is_none(), "{answers}");
    assert_eq!(answers["other_service"], "cichy pokój");
}

#[tokio::test]
async fn registrations_without_a_place_go_first_and_those_with_one_at_last() {
    let store = congress_with(&[new(1), new(2)]).await;
    let Received::Again(second) = register(&store, &new(2), &form()).await else {
        panic!("it was received before")
    };
    let congress = slug(sample::SLUG);
    let mut tx = store.begin(Actor::Visitor, now()).await.unwrap();
    let form = form();
    let mut registrations = tx.registrations();
    let stepped = registrations.step(&congress, second.id, Step::Withdraw, &form);
    stepped.await.unwrap();
    tx.commit().await.unwrap();

    let gone = sweep(&store, async |mut sweep| {
        sweep.unused_registrations(AFTER).await
    });
    assert_eq!(gone.await.unwrap(), 1);
    assert_eq!(count(&kept_of(&store, 2).await), (0, 0));
    assert_eq!(count(&kept_of(&store, 1).await), (1, 1));

    let gone = sweep(&store, async |mut sweep| sweep.registrations(AFTER).await).await;
    assert_eq!(gone.unwrap(), 1);
    assert_eq!(count(&kept_of(&store, 1).await), (0, 0));
}

/// How many registrations and consents.
fn count(kept: &Json) -> (usize, usize) {
    let rows = |table: &str| kept[table].as_array().unwrap().len();
    (rows("registrations"), rows("consents"))
}

/// Accounts of which one does not count as unused, each for a reason of its own.
mod accounts {
    use super::*;

    const LONG_AGO: &str = "2015-01-01T10:00:00Z";

    async fn unused(store: &TestStore, day: Date) -> Vec<AccountId> {
        let before = now() - (730 * 24).hours();
        let unused = sweep(store, async |mut sweep| {
            sweep.unused_accounts(before, day).await
        });
        let unused = unused.await.unwrap();
        unused.into_iter().map(|account| account.id).collect()
    }

    async fn made(store: &TestStore, number: u128, at: Timestamp) {
        let address: Email = format!("osoba-{number}@kongres.example").parse().unwrap();
        let mut tx = store.begin(Actor::Visitor, at).await.unwrap();
        let account = Account {
            id: id(number),
            email: Some(address),
            name: None,
            salutation: None,
            lang: Lang::Pl,
            preferences: Preferences::default(),
            created_at: at,
        };
        tx.accounts().create(&account).await.unwrap();
        tx.commit().await.unwrap();
    }

    async fn signed_in(store: &TestStore, number: u128, at: Timestamp) {
        let mut tx = store.begin(Actor::Visitor, at).await.unwrap();
        let login = NewLogin {
            id: Uuid::from_u128(number),
            token: TokenHash::of(&format!("login {number}")),
            account: id(number),
            means: Means::Mail,
            device: "Firefox, Linux".to_owned(),
            expires_at: at + 24.hours(),
        };
        tx.logins().create(&login).await.unwrap();
        tx.commit().await.unwrap();
    }

    #[tokio::test]
    async fn one_is_unused_when_it_was_neither_made_nor_used_since() {
        let store = congress_with(&[]).await;
        let long_ago = at(LONG_AGO);
        made(&store, 1, long_ago).await;
        made(&store, 2, now()).await;
        made(&store, 3, long_ago).await;
        signed_in(&store, 3, now() - 48.hours()).await;
        made(&store, 4, long_ago).await;
        signed_in(&store, 4, long_ago + 24.hours()).await;
        assert_eq!(unused(&store, AFTER).await, [id(1), id(4)]);

        // That the third was used is remembered when its login is forgotten.
        let gone = sweep(&store, async |mut sweep| sweep.logins(now()).await).await;
        assert_eq!(gone.unwrap(), 2);
        assert_eq!(unused(&store, AFTER).await, [id(1), id(4)]);
    }

    #[tokio::test]
    async fn one_with_a_registration_that_is_kept_is_not_unused() {
        let store = congress_with(&[]).await;
        made(&store, 1, at(LONG_AGO)).await;
        register(&store, &new(1), &form()).await;
        assert_eq!(unused(&store, AFTER).await, []);
    }

    #[tokio::test]
    async fn one_with_a_role_is_not_unused_until_its_congress_is_long_over() {
        let store = congress_with(&[]).await;
        made(&store, 1, at(LONG_AGO)).await;
        let mut tx = store.begin(Actor::Operator, at(LONG_AGO)).await.unwrap();
        let grant = Grant {
            role: Role::Organiser,
            scope: Scope::Congress {
                congress: slug(sample::SLUG),
            },
        };
        tx.grants().grant(id(1), &grant).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(unused(&store, LAST).await, []);
        assert_eq!(unused(&store, AFTER).await, [id(1)]);
    }
}
