//! How people of a programme are reached, when they can, and what they answer.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;
use wiec_model::account::{Account, AccountId, Email, Preferences};
use wiec_model::availability::{Availability, Whose, Window};
use wiec_model::confirmation::{Confirmation, Question};
use wiec_model::contact::{Contact, Reachable};
use wiec_model::{Lang, SessionCode};
use wiec_store::testing::TestStore;
use wiec_store::{Act, Actor, Store, StoreError, Tx};

use crate::drafts::save;
use crate::sample::{self, at, guid, now, programme, slug};

fn email(address: &str) -> Email {
    address.parse().unwrap()
}

async fn begin(store: &Store) -> Tx {
    store.begin(Actor::Operator, now()).await.unwrap()
}

async fn account(store: &Store, number: usize, address: Option<&str>) -> AccountId {
    let id = AccountId(guid("account", number));
    let mut tx = begin(store).await;
    let account = Account {
        id,
        email: address.map(email),
        name: None,
        salutation: None,
        lang: Lang::Pl,
        preferences: Preferences::default(),
        created_at: now(),
    };
    tx.accounts().create(&account).await.unwrap();
    tx.commit().await.unwrap();
    id
}

async fn reach(store: &Store, contact: &Contact) {
    let mut tx = begin(store).await;
    tx.contacts()
        .save(&slug(sample::SLUG), contact)
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

/// The guids of the people of the sample.
fn people() -> Vec<uuid::Uuid> {
    programme(4)
        .people
        .iter()
        .map(|person| person.guid)
        .collect()
}

fn contact(person: uuid::Uuid, address: Option<&str>, account: Option<AccountId>) -> Contact {
    Contact {
        person,
        email: address.map(email),
        account,
        lang: Lang::En,
    }
}

#[tokio::test]
async fn a_letter_goes_to_the_own_address_or_else_to_that_of_the_account() {
    let store = TestStore::open().await;
    save(&store, &programme(4)).await;
    let with = account(&store, 1, Some("konto@kielce.eu")).await;
    let without = account(&store, 2, None).await;
    let who = people();
    let contacts = [
        contact(who[0], Some("wlasny@kielce.eu"), Some(with)),
        contact(who[1], None, Some(with)),
        contact(who[2], None, Some(without)),
        contact(who[3], Some("inny@kielce.eu"), None),
    ];
    for contact in &contacts {
        reach(&store, contact).await;
    }

    let mut tx = begin(&store).await;
    let asked: BTreeSet<_> = who[..3].iter().copied().collect();
    let found = tx.contacts().reachable(&slug(sample::SLUG), &asked).await;

    let mut expected = vec![
        Reachable {
            contact: contacts[0].clone(),
            email: email("wlasny@kielce.eu"),
        },
        Reachable {
            contact: contacts[1].clone(),
            email: email("konto@kielce.eu"),
        },
    ];
    expected.sort_by_key(|one| one.contact.person);
    assert_eq!(found.unwrap(), expected);
    drop(tx);
    let of_account = store.contacts().of_account(with).await.unwrap();
    assert_eq!(of_account.len(), 2);
    assert!(
        of_account
            .iter()
            .all(|(edition, _)| *edition == slug(sample::SLUG))
    );
}

#[tokio::test]
async fn the_history_says_that_an_address_changed_and_not_which() {
    let store = TestStore::open().await;
    save(&store, &programme(4)).await;
    let who = people()[0];
    reach(&store, &contact(who, Some("a@kielce.eu"), None)).await;
    reach(&store, &contact(who, Some("a@kielce.eu"), None)).await;
    reach(&store, &contact(who, None, None)).await;
    let entries = store.history().list(&slug(sample::SLUG), 9).await.unwrap();
    let acts: Vec<_> = entries.iter().map(|entry| entry.act).collect();
    assert_eq!(acts, [Act::SetContact, Act::SetContact, Act::SaveDraft]);
    assert_eq!(entries[1].details, json!({ "email": true }));
    assert_eq!(
        store
            .contacts()
            .find(&slug(sample::SLUG), who)
            .await
            .unwrap(),
        None
    );
}

#[tokio::test]
async fn only_people_and_rooms_and_sessions_of_the_draft_can_be_spoken_of() {
    let store = TestStore::open().await;
    save(&store, &programme(4)).await;
    let stranger = guid("stranger", 1);
    let edition = slug(sample::SLUG);
    let always = Availability::default();
    let question = Question {
        session: guid("nowhere", 1),
        person: people()[0],
    };
    let mut tx = begin(&store).await;
    let refused = [
        tx.contacts()
            .save(&edition, &contact(stranger, None, None))
            .await,
        tx.availabilities()
            .save(&edition, &Whose::Person(stranger), &always)
            .await,
        tx.availabilities()
            .save(&edition, &Whose::Room(slug("nigdzie")), &always)
            .await,
        tx.confirmations()
            .save(&edition, question, &Confirmation::Unasked)
            .await,
    ];
    let names = refused.map(|refused| match refused {
        Err(StoreError::Conflict { constraint }) => constraint,
        other => panic!("{other:?}"),
    });
    assert_eq!(
        names,
        [
            "contacts_person_guid_fkey",
            "availabilities_person_guid_fkey",
            "availabilities_room_fkey",
            "confirmations_session_guid_fkey",
        ]
    );
}

#[tokio::test]
async fn when_people_and_rooms_can_is_found_as_it_was_said() {
    let store = TestStore::open().await;
    save(&store, &programme(4)).await;
    let edition = slug(sample::SLUG);
    let window = |from: &str, to: &str| Window::new(at(from), at(to)).unwrap();
    let morning = window("2019-11-14T08:00:00Z", "2019-11-14T11:00:00Z");
    let evening = window("2019-11-14T17:00:00Z", "2019-11-14T19:00:00Z");
    let person = Whose::Person(people()[0]);
    let room = Whose::Room(slug("aula"));
    let both = Availability::of([evening, morning]);
    let mut tx = begin(&store).await;
    for (whose, said) in [
        (&person, Availability::of([morning])),
        (&person, both.clone()),
        (&room, Availability::of([evening])),
        (&room, Availability::default()),
    ] {
        tx.availabilities()
            .save(&edition, whose, &said)
            .await
            .unwrap();
    }
    tx.commit().await.unwrap();

    let found = store.availabilities().list(&edition).await.unwrap();

    assert_eq!(found.0, BTreeMap::from([(person, both.clone())]));
    let entries = store.history().list(&edition, 9).await.unwrap();
    let mine: Vec<_> = entries
        .iter()
        .filter(|it| it.subject.starts_with("person"))
        .collect();
    assert_eq!(
        mine[0].details,
        json!({ "windows": { "from": [morning], "to": both } })
    );
}

#[tokio::test]
async fn an_answer_is_found_as_it_was_given_and_its_reason_stays_out_of_the_history() {
    let store = TestStore::open().await;
    let draft = programme(4);
    save(&store, &draft).await;
    let edition = slug(sample::SLUG);
    let question = Question {
        session: draft.sessions[1].guid,
        person: draft.people[0].guid,
    };
    let no = Confirmation::Unasked
        .ask(now())
        .decline(now(), Some("choroba"));
    let mut tx = begin(&store).await;
    let asked = Confirmation::Unasked.ask(now());
    tx.confirmations()
        .save(&edition, question, &asked)
        .await
        .unwrap();
    tx.confirmations()
        .save(&edition, question, &no)
        .await
        .unwrap();
    tx.commit().await.unwrap();

    let found = store.confirmations().list(&edition).await.unwrap();

    assert_eq!(found.0, BTreeMap::from([(question, no)]));
    let entries = store.history().list(&edition, 1).await.unwrap();
    let code: &SessionCode = &draft.sessions[1].code;
    assert_eq!(entries[0].subject, format!("session {code}"));
    let expected = json!({
        "person": draft.people[0].slug.pl,
        "confirmation": { "from": "asked", "to": "declined" },
    });
    assert_eq!(entries[0].details, expected);
}

#[tokio::test]
async fn an_import_forgets_nobody_and_who_is_of_no_programme_any_more_is_forgotten_at_a_release() {
    let store = TestStore::open().await;
    let draft = programme(4);
    save(&store, &draft).await;
    let edition = slug(sample::SLUG);
    let (gone, stays) = (draft.people[3].guid, draft.people[0].guid);
    for (person, address) in [(gone, "g@kielce.eu"), (stays, "s@kielce.eu")] {
        reach(&store, &contact(person, Some(address), None)).await;
    }
    let question = Question {
        session: draft.sessions[1].guid,
        person: gone,
    };
    let window = Window::new(at("2019-11-14T08:00:00Z"), at("2019-11-14T11:00:00Z")).unwrap();
    let said = Availability::of([window]);
    let mut tx = begin(&store).await;
    let yes = Confirmation::Unasked.confirm(now());
    tx.confirmations()
        .save(&edition, question, &yes)
        .await
        .unwrap();
    tx.availabilities()
        .save(&edition, &Whose::Person(gone), &said)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    save(&store, &programme(3)).await;
    assert_eq!(store.contacts().list(&edition).await.unwrap().len(), 2);

    let mut tx = begin(&store).await;
    tx.contacts()
        .keep_only(&edition, &BTreeSet::new())
        .await
        .unwrap();
    tx.commit().await.unwrap();

    let left: Vec<_> = store
        .contacts()
        .list(&edition)
        .await
        .unwrap()
        .into_keys()
        .collect();
    assert_eq!(left, [stays]);
    assert!(
        store
            .availabilities()
            .list(&edition)
            .await
            .unwrap()
            .0
            .is_empty()
    );
    assert!(
        store
            .confirmations()
            .list(&edition)
            .await
            .unwrap()
            .0
            .is_empty()
    );
}

#[tokio::test]
async fn looking_takes_the_same_number_of_queries_for_one_and_three() {
    let store = TestStore::open().await;
    save(&store, &programme(4)).await;
    let edition = slug(sample::SLUG);
    let mut taken = Vec::new();
    for person in people().into_iter().take(3) {
        reach(&store, &contact(person, Some("a@kielce.eu"), None)).await;
        let before = store.queries();
        store.contacts().list(&edition).await.unwrap();
        store.availabilities().list(&edition).await.unwrap();
        store.confirmations().list(&edition).await.unwrap();
        taken.push(store.queries() - before);
    }
    assert_eq!(taken, [3; 3]);
}
