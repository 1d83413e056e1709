//! Accounts, roles, logins and ceremonies.

use jiff::ToSpan;
use serde_json::json;
use tokio::task::JoinSet;
use uuid::Uuid;
use wiec_model::account::{Account, AccountId, Means, Preferences};
use wiec_model::rules::{Grant, Role, Scope};
use wiec_model::{Email, Lang};
use wiec_store::testing::TestStore;
use wiec_store::{
    Act, Actor, Ceremony, CeremonyKind, NewLogin, Store, StoreError, TokenHash, Tried, Wanted,
    personal,
};

use crate::drafts::save;
use crate::sample::{self, now, programme, slug};

fn id(number: u128) -> AccountId {
    AccountId(Uuid::from_u128(number))
}

fn email(raw: &str) -> Email {
    raw.parse().unwrap()
}

fn account(number: u128, address: &str) -> Account {
    Account {
        id: id(number),
        email: Some(email(address)),
        name: Some("Anna Nowak".to_owned()),
        salutation: Some("pani radna".to_owned()),
        lang: Lang::Pl,
        preferences: Preferences {
            still: true,
            ..Preferences::default()
        },
        created_at: now(),
    }
}

async fn create(store: &TestStore, account: &Account) {
    let mut tx = store.begin(Actor::Visitor, now()).await.unwrap();
    tx.accounts().create(account).await.unwrap();
    tx.commit().await.unwrap();
}

fn login(number: u128, token: &str) -> NewLogin {
    NewLogin {
        id: Uuid::from_u128(number),
        token: TokenHash::of(token),
        account: id(1),
        means: Means::Mail,
        device: "Firefox, Linux".to_owned(),
        expires_at: now() + 24.hours(),
    }
}

#[tokio::test]
async fn an_account_is_read_back_as_it_was_written_and_found_by_its_address() {
    let store = TestStore::open().await;
    let anna = account(1, "anna@kielce.example");
    create(&store, &anna).await;

    let found = store.accounts().find(anna.id).await.unwrap();
    assert_eq!(found.as_ref(), Some(&anna));
    let address = email("Anna@Kielce.example");
    let by_address = store.accounts().find_by_email(&address).await.unwrap();
    assert_eq!(by_address, Some(anna));
}

#[tokio::test]
async fn an_address_belongs_to_one_account() {
    let store = TestStore::open().await;
    create(&store, &account(1, "anna@kielce.example")).await;

    let mut tx = store.begin(Actor::Visitor, now()).await.unwrap();
    let second = tx
        .accounts()
        .create(&account(2, "anna@kielce.example"))
        .await;
    assert!(
        matches!(&second, Err(StoreError::Conflict { constraint }) if constraint == "accounts_email_key"),
        "{second:?}"
    );
    drop(tx);
    let mut tx = store.begin(Actor::Visitor, now()).await.unwrap();
    let known = tx
        .accounts()
        .ensure(&email("anna@kielce.example"), Lang::En, id(3))
        .await
        .unwrap();
    assert_eq!(known.id, id(1));
}

#[tokio::test]
async fn the_history_of_an_account_says_what_changed_and_not_to_what() {
    let store = TestStore::open().await;
    let before = account(1, "anna@kielce.example");
    create(&store, &before).await;
    let after = Account {
        email: Some(email("nowak@kielce.example")),
        name: None,
        ..before.clone()
    };
    let mut tx = store.begin(Actor::Account(id(1)), now()).await.unwrap();
    tx.accounts().update(&before, &after).await.unwrap();
    tx.commit().await.unwrap();

    assert_eq!(store.accounts().find(id(1)).await.unwrap(), Some(after));
    let entries = store.history().of_account(id(1), 9).await.unwrap();
    assert_eq!(entries.len(), 2);
    assert_eq!(entries[0].actor, Actor::Account(id(1)));
    assert_eq!(entries[0].act, Act::ChangeAccount);
    assert_eq!(entries[0].details, json!({ "email": true, "name": true }));
}

#[tokio::test]
async fn a_role_is_given_once_and_taken_once_and_the_history_of_its_congress_says_so() {
    let store = TestStore::open().await;
    save(&store, &programme(1)).await;
    create(&store, &account(1, "anna@kielce.example")).await;
    let congress = slug(sample::SLUG);
    let grant = Grant::of_congress(Role::Editor, congress.clone());
    let everywhere = Grant {
        role: Role::Organiser,
        scope: Scope::Installation,
    };
    for _ in 0..2 {
        let mut tx = store.begin(Actor::Operator, now()).await.unwrap();
        tx.grants().grant(id(1), &grant).await.unwrap();
        tx.grants().grant(id(1), &everywhere).await.unwrap();
        tx.commit().await.unwrap();
    }
    let mut given = store.grants().of(id(1)).await.unwrap();
    given.sort();
    assert_eq!(given, [everywhere.clone(), grant.clone()]);
    assert_eq!(store.grants().list(&congress).await.unwrap().len(), 2);

    for _ in 0..2 {
        let mut tx = store.begin(Actor::Operator, now()).await.unwrap();
        tx.grants().revoke(id(1), &grant).await.unwrap();
        tx.commit().await.unwrap();
    }
    assert_eq!(store.grants().of(id(1)).await.unwrap(), [everywhere]);
    let entries = store.history().list(&congress, 9).await.unwrap();
    let acts: Vec<Act> = entries.iter().map(|entry| entry.act).collect();
    assert_eq!(acts, [Act::Revoke, Act::Grant, Act::SaveDraft]);
}

#[tokio::test]
async fn a_login_is_found_by_its_token_until_it_ends() {
    let store = TestStore::open().await;
    create(&store, &account(1, "anna@kielce.example")).await;
    for (number, token) in [(1, "one"), (2, "two"), (3, "three")] {
        let mut tx = store.begin(Actor::Visitor, now()).await.unwrap();
        tx.logins().create(&login(number, token)).await.unwrap();
        tx.commit().await.unwrap();
    }
    let find = async |token: &str, at| {
        let found = store
            .logins()
            .find(&TokenHash::of(token), at)
            .await
            .unwrap();
        found.map(|signed_in| signed_in.login.id.as_u128())
    };
    assert_eq!(find("one", now()).await, Some(1));
    assert_eq!(find("four", now()).await, None);
    assert_eq!(find("one", now() + 24.hours()).await, None, "it is over");

    let mut tx = store.begin(Actor::Account(id(1)), now()).await.unwrap();
    assert!(!tx.logins().end(id(2), Uuid::from_u128(1)).await.unwrap());
    assert!(tx.logins().end(id(1), Uuid::from_u128(1)).await.unwrap());
    tx.commit().await.unwrap();
    assert_eq!(find("one", now()).await, None);

    let mut tx = store.begin(Actor::Account(id(1)), now()).await.unwrap();
    let ended = tx
        .logins()
        .end_others(id(1), Some(Uuid::from_u128(2)))
        .await;
    assert_eq!(ended.unwrap(), 1);
    tx.commit().await.unwrap();
    assert_eq!(find("two", now()).await, Some(2));
    assert_eq!(find("three", now()).await, None);
}

fn ceremony(number: u128) -> Ceremony {
    Ceremony {
        id: Uuid::from_u128(number),
        kind: CeremonyKind::Mail,
        browser: TokenHash::of("browser"),
        link: Some(TokenHash::of(&format!("link {number}"))),
        code: Some(TokenHash::of("123456")),
        email: Some(email("anna@kielce.example")),
        account: None,
        state: json!({ "next": "/moje" }),
        failures: 0,
        expires_at: now() + 15.minutes(),
    }
}

#[tokio::test]
async fn a_ceremony_is_taken_once_and_not_after_its_time() {
    let store = TestStore::open().await;
    let one = ceremony(1);
    let mut tx = store.begin(Actor::Visitor, now()).await.unwrap();
    tx.ceremonies().create(&one).await.unwrap();
    tx.ceremonies().create(&ceremony(2)).await.unwrap();
    tx.commit().await.unwrap();
    let link = TokenHash::of("link 1");
    let by_link = store.ceremonies().find_by_link(&link, now()).await.unwrap();
    assert_eq!(by_link, Some(one.clone()));

    let take = async |number, at| {
        let mut tx = store.begin(Actor::Visitor, at).await.unwrap();
        let tried = tx.ceremonies().take(Uuid::from_u128(number)).await.unwrap();
        tx.commit().await.unwrap();
        tried
    };
    assert_eq!(take(1, now()).await, Tried::Taken(Box::new(one)));
    assert_eq!(take(1, now()).await, Tried::Gone, "it was used");
    assert_eq!(
        take(2, now() + 15.minutes()).await,
        Tried::Gone,
        "it is over"
    );
    assert_eq!(take(3, now()).await, Tried::Gone, "it never was");
}

#[tokio::test]
async fn too_many_wrong_codes_end_a_ceremony() {
    let store = TestStore::open().await;
    let mut tx = store.begin(Actor::Visitor, now()).await.unwrap();
    tx.ceremonies().create(&ceremony(1)).await.unwrap();
    tx.commit().await.unwrap();
    let key = Uuid::from_u128(1);
    for failures in [Some(1), Some(2), Some(3), None, None] {
        let mut tx = store.begin(Actor::Visitor, now()).await.unwrap();
        let tried = tx.ceremonies().attempt(key, 3).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(tried.map(|ceremony| ceremony.failures), failures);
    }
}

#[tokio::test]
async fn however_many_try_a_code_at_once_no_more_than_allowed_do() {
    let store = TestStore::open().await;
    let mut tx = store.begin(Actor::Visitor, now()).await.unwrap();
    tx.ceremonies().create(&ceremony(1)).await.unwrap();
    tx.commit().await.unwrap();
    let mut tries = JoinSet::new();
    for _ in 0..40 {
        let store = Store::clone(&store);
        tries.spawn(async move {
            let mut tx = store.begin(Actor::Visitor, now()).await.unwrap();
            let tried = tx.ceremonies().attempt(Uuid::from_u128(1), 5).await;
            tx.commit().await.unwrap();
            tried.unwrap().is_some()
        });
    }
    let tried = tries
        .join_all()
        .await
        .into_iter()
        .filter(|got| *got)
        .count();
    assert_eq!(tried, 5);
}

#[tokio::test]
async fn marks_join_another_list_and_a_list_is_forgotten_whole() {
    let store = TestStore::open().await;
    save(&store, &programme(1)).await;
    let congress = slug(sample::SLUG);
    let (browser, account) = (TokenHash::of("browser"), TokenHash::of("account"));
    let (one, two) = (Uuid::from_u128(1), Uuid::from_u128(2));
    let mut tx = store.begin(Actor::Visitor, now()).await.unwrap();
    let mut favourites = tx.favourites();
    favourites.add(&browser, &congress, one).await.unwrap();
    favourites.add(&account, &congress, one).await.unwrap();
    favourites.add(&browser, &congress, two).await.unwrap();
    favourites.join(&browser, &account).await.unwrap();
    favourites.join(&browser, &account).await.unwrap();
    favourites.forget(&browser).await.unwrap();
    tx.commit().await.unwrap();

    let found = store.favourites().find(&account).await.unwrap().unwrap();
    assert_eq!(found.len(), 2);
    assert!(found.contains(&one) && found.contains(&two));
    assert_eq!(store.favourites().find(&browser).await.unwrap(), None);
}

#[tokio::test]
async fn passkeys_and_identities_lead_to_one_account_and_go_when_told() {
    let store = TestStore::open().await;
    create(&store, &account(1, "anna@kielce.example")).await;
    let mut tx = store.begin(Actor::Account(id(1)), now()).await.unwrap();
    let mut keys = tx.passkeys();
    let credential = json!({ "counter": 0 });
    keys.create(id(1), b"key", "telefon", &credential)
        .await
        .unwrap();
    keys.add_identity(id(1), "https://id.example", "4711")
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let mut tx = store.begin(Actor::Visitor, now()).await.unwrap();
    tx.passkeys()
        .touch(b"key", &json!({ "counter": 1 }))
        .await
        .unwrap();
    tx.commit().await.unwrap();

    let found = store.passkeys().find(b"key").await.unwrap().unwrap();
    assert_eq!(found.account, id(1));
    assert_eq!(found.credential, json!({ "counter": 1 }));
    assert_eq!(found.used_at, Some(now()));
    let known = store
        .passkeys()
        .identity("https://id.example", "4711")
        .await;
    assert_eq!(known.unwrap().map(|known| known.account), Some(id(1)));

    let mut tx = store.begin(Actor::Account(id(1)), now()).await.unwrap();
    let mut keys = tx.passkeys();
    assert!(!keys.delete(id(2), b"key").await.unwrap(), "not theirs");
    assert!(keys.delete(id(1), b"key").await.unwrap());
    assert!(
        keys.delete_identity(id(1), "https://id.example")
            .await
            .unwrap()
    );
    tx.commit().await.unwrap();
    assert_eq!(store.passkeys().list(id(1)).await.unwrap(), []);
    assert_eq!(store.passkeys().identities(id(1)).await.unwrap(), []);
}

#[tokio::test]
async fn the_history_comes_in_pages_and_by_subject() {
    let store = TestStore::open().await;
    for _ in 0..5 {
        save(&store, &programme(1)).await;
    }
    let congress = slug(sample::SLUG);
    let mut wanted = Wanted {
        subject: Some("draft".to_owned()),
        ..Wanted::default()
    };
    let mut sizes = Vec::new();
    loop {
        let page = store.history().page(&congress, &wanted, 2).await.unwrap();
        sizes.push(page.entries.len());
        wanted.before = page.next;
        if page.next.is_none() {
            break;
        }
    }
    assert_eq!(sizes, [2, 2, 1]);
    wanted.subject = Some("room x".to_owned());
    let none = store.history().page(&congress, &wanted, 2).await.unwrap();
    assert_eq!(none.entries, []);
}

#[tokio::test]
async fn every_table_with_data_of_people_is_listed() {
    let store = TestStore::open().await;
    let mut found = store.tables_with_columns(&["account_id", "email"]).await;
    // The table of accounts is one itself.
    found.push("accounts".to_owned());
    found.sort();
    found.dedup();
    let mut listed: Vec<&str> = personal::TABLES.iter().map(|table| table.table).collect();
    listed.sort_unstable();
    assert_eq!(found, listed);
    let with_email = store.tables_with_columns(&["email"]).await;
    for table in personal::TABLES {
        let has_email = with_email.iter().any(|name| name == table.table);
        assert_eq!(table.has_email, has_email, "{}", table.table);
        let is_emptied = table.erasure == personal::Erasure::Emptied;
        assert_eq!(is_emptied, !table.blanks.is_empty(), "{}", table.table);
    }
}

#[tokio::test]
async fn what_is_kept_about_somebody_is_told_and_erased_in_every_table() {
    let store = TestStore::open().await;
    let (anna, ewa) = (
        account(1, "anna@kielce.example"),
        account(2, "ewa@kielce.example"),
    );
    create(&store, &anna).await;
    create(&store, &ewa).await;
    let mut tx = store.begin(Actor::Account(id(1)), now()).await.unwrap();
    tx.logins().create(&login(1, "token")).await.unwrap();
    tx.ceremonies().create(&ceremony(1)).await.unwrap();
    let everywhere = Grant {
        role: Role::Editor,
        scope: Scope::Installation,
    };
    tx.grants().grant(id(1), &everywhere).await.unwrap();
    tx.grants().grant(id(2), &everywhere).await.unwrap();
    let mut keys = tx.passkeys();
    keys.create(id(1), b"key", "telefon", &json!({ "counter": 0 }))
        .await
        .unwrap();
    keys.add_identity(id(1), "https://id.example", "4711")
        .await
        .unwrap();
    assert_eq!(keys.ways(id(1)).await.unwrap(), 3);
    tx.commit().await.unwrap();

    let told = store.personal().export(&anna).await.unwrap();
    for table in personal::TABLES {
        assert!(told.get(table.table).is_some(), "{}", table.table);
    }
    assert_eq!(told["accounts"][0]["email"], "anna@kielce.example");
    assert_eq!(told["passkeys"][0]["name"], "telefon");
    assert_eq!(told["logins"][0]["device"], "Firefox, Linux");
    assert_eq!(told["logins"][0]["created_at"], now().to_string());
    let text = told.to_string();
    assert!(!text.contains("hash") && !text.contains("ewa@"), "{text}");

    let mut tx = store.begin(Actor::Account(id(1)), now()).await.unwrap();
    tx.personal().erase(&anna).await.unwrap();
    tx.commit().await.unwrap();

    let left = store.personal().export(&anna).await.unwrap();
    for table in personal::TABLES {
        let rows = left[table.table].as_array().unwrap();
        match table.erasure {
            personal::Erasure::Deleted => assert_eq!(rows.len(), 0, "{}", table.table),
            _ => assert!(!left.to_string().contains("anna"), "{}", table.table),
        }
    }
    assert_eq!(store.accounts().find(id(1)).await.unwrap(), None);
    let of_others = store.personal().export(&ewa).await.unwrap();
    assert_eq!(of_others["accounts"][0]["name"], "Anna Nowak");
    assert_eq!(of_others["grants"].as_array().unwrap().len(), 1);
}
