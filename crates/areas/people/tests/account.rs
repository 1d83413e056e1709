//! "My congress": what its owner can see, change, take away and have erased.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use axum::http::StatusCode;
use serde_json::Value as Json;
use wiec_kit::testing::{SAMPLE, TestCongress};
use wiec_model::registration::{RegistrationForm, RegistrationId};
use wiec_model::rules::Role;
use wiec_store::{Agreement, JobsOf, NewRegistration, personal};

use support::*;

#[tokio::test]
async fn name_language_and_the_look_of_pages_are_kept_with_the_account() {
    let congress = congress().await;
    let mut anna = congress.visitor();
    sign_in(&congress, &mut anna, ANNA).await;
    let fields = [
        ("name", "Anna <b>Nowak"),
        ("salutation", "pani radna"),
        ("lang", "en"),
        ("large-text", "1"),
        ("still", "1"),
    ];
    anna.submit("/moj-kongres/konto", &fields)
        .await
        .leads_to("/moj-kongres/konto?zapisano=1");

    anna.get("/moj-kongres/konto?zapisano=1")
        .await
        .says("Zapisano")
        .says("value=\"Anna &#60;b&#62;Nowak\"")
        .says("data-text=\"large\"")
        .says("data-motion=\"still\"")
        .does_not_say("data-contrast");
    let mut phone = congress.visitor();
    sign_in(&congress, &mut phone, ANNA).await;
    phone.get("/wejdz").await.leads_to("/moj-kongres");
    phone.get("/moj-kongres").await.says("data-text=\"large\"");
    phone.post("/wyjdz", "").await;
    phone.get("/wejdz").await.does_not_say("data-text");
}

#[tokio::test]
async fn too_long_a_name_is_told_and_kept() {
    let congress = congress().await;
    let mut anna = congress.visitor();
    sign_in(&congress, &mut anna, ANNA).await;
    let long = "a".repeat(81);
    anna.submit("/moj-kongres/konto", &[("name", &long), ("lang", "xx")])
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .says(&long)
        .says("Skróć do 80 znaków");
}

#[tokio::test]
async fn a_new_address_is_proved_by_its_code_and_told_to_the_old_one() {
    let congress = congress().await;
    let mut anna = congress.visitor();
    sign_in(&congress, &mut anna, ANNA).await;
    let new = "nowak@kielce.example";
    anna.submit("/moj-kongres/adres", &[("email", new)])
        .await
        .leads_to("/moj-kongres/adres/kod");
    anna.get("/moj-kongres/adres/kod").await.says(new);
    let code = code(&congress, new).await;
    anna.submit("/moj-kongres/adres/kod", &[("code", &code)])
        .await
        .leads_to("/moj-kongres/konto?zapisano=1");

    anna.get("/moj-kongres/konto").await.says(new);
    let told = letters(&congress, ANNA).await.pop().unwrap().letter;
    assert_eq!(told.template, "address-changed");
    account(&congress, new).await;
    anna.submit("/moj-kongres/adres/kod", &[("code", &code)])
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn an_address_of_another_account_is_refused_only_to_whoever_proved_it() {
    let congress = congress().await;
    let other = "ewa@kielce.example";
    sign_in(&congress, &mut congress.visitor(), other).await;
    let mut anna = congress.visitor();
    sign_in(&congress, &mut anna, ANNA).await;
    anna.submit("/moj-kongres/adres", &[("email", other)])
        .await
        .leads_to("/moj-kongres/adres/kod");
    let code = code(&congress, other).await;
    anna.submit("/moj-kongres/adres/kod", &[("code", &code)])
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("otwiera już inne konto");
    account(&congress, ANNA).await;
    account(&congress, other).await;
}

#[tokio::test]
async fn logins_are_listed_and_ended_one_by_one_and_all_but_this() {
    let congress = congress().await;
    let (mut laptop, mut phone, mut tablet) =
        (congress.visitor(), congress.visitor(), congress.visitor());
    for browser in [&mut laptop, &mut phone, &mut tablet] {
        sign_in(&congress, browser, ANNA).await;
    }
    let id = account(&congress, ANNA).await;
    let page = laptop.get("/moj-kongres/wejscia").await;
    assert_eq!(page.text().matches("name=\"login\"").count(), 3);
    page.says("Ta przeglądarka").says("Listem");
    let logins = congress.app.store.logins();
    let known = logins.list(id, congress.now()).await.unwrap();
    let phones = congress.app.store.logins();
    let hash = wiec_store::TokenHash::of(phone.cookie("__Host-login").unwrap());
    let phones = phones.find(&hash, congress.now()).await.unwrap().unwrap();
    assert!(known.iter().any(|login| login.id == phones.login.id));

    let one = phones.login.id.to_string();
    laptop
        .submit("/moj-kongres/wejscia/zakoncz", &[("login", &one)])
        .await
        .leads_to("/moj-kongres/wejscia");
    phone.get("/moj-kongres").await.is(StatusCode::SEE_OTHER);
    tablet.get("/moj-kongres").await.is(StatusCode::OK);
    laptop
        .submit("/moj-kongres/wejscia/zakoncz", &[("others", "1")])
        .await
        .leads_to("/moj-kongres/wejscia");
    tablet.get("/moj-kongres").await.is(StatusCode::SEE_OTHER);
    laptop.get("/moj-kongres").await.is(StatusCode::OK);
}

#[tokio::test]
async fn lists_of_ones_own_cost_the_same_however_long_they_are() {
    let congress = congress().await;
    let mut anna = congress.visitor();
    sign_in(&congress, &mut anna, ANNA).await;
    let id = account(&congress, ANNA).await;
    congress
        .same_queries_at_one_and_three(&mut anna, "/moj-kongres/wejscia", async |number| {
            sign_in(&congress, &mut congress.visitor(), ANNA).await;
            let begun = congress
                .app
                .store
                .begin(wiec_store::Actor::Account(id), congress.now());
            let mut tx = begun.await.unwrap();
            let key = [u8::try_from(number).unwrap()];
            let credential = Json::Null;
            tx.passkeys()
                .create(id, &key, "klucz", &credential)
                .await
                .unwrap();
            tx.commit().await.unwrap();
        })
        .await;
}

#[tokio::test]
async fn the_last_way_in_is_not_taken_away() {
    let congress = congress().await;
    let mut anna = congress.visitor();
    sign_in(&congress, &mut anna, ANNA).await;
    let id = account(&congress, ANNA).await;
    let begun = congress
        .app
        .store
        .begin(wiec_store::Actor::Account(id), congress.now());
    let mut tx = begun.await.unwrap();
    for key in [b"one", b"two"] {
        tx.passkeys()
            .create(id, key, "klucz", &Json::Null)
            .await
            .unwrap();
    }
    let known = congress
        .app
        .store
        .accounts()
        .find(id)
        .await
        .unwrap()
        .unwrap();
    let without = wiec_model::account::Account {
        email: None,
        ..known.clone()
    };
    tx.accounts().update(&known, &without).await.unwrap();
    tx.commit().await.unwrap();

    let remove = "/moj-kongres/wejscia/usun";
    anna.submit(remove, &[("passkey", "6f6e65")])
        .await
        .leads_to("/moj-kongres/wejscia");
    anna.submit(remove, &[("passkey", "74776f")])
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("nie można usunąć");
    assert_eq!(
        congress.app.store.passkeys().list(id).await.unwrap().len(),
        1
    );
}

#[tokio::test]
async fn roles_are_shown_and_those_of_the_staff_lead_to_the_office() {
    let congress = congress().await;
    give(&congress, ANNA, Role::Organiser).await;
    give(&congress, ANNA, Role::Participant).await;
    let mut anna = congress.visitor();
    sign_in(&congress, &mut anna, ANNA).await;
    anna.get("/moj-kongres")
        .await
        .says("organizatorka")
        .says("uczestnik")
        .says("href=\"/biuro/kpm-2019\"");
}

#[tokio::test]
async fn the_file_holds_every_table_that_has_something_about_its_owner() {
    let congress = congress().await;
    give(&congress, ANNA, Role::Volunteer).await;
    let mut anna = congress.visitor();
    sign_in(&congress, &mut anna, ANNA).await;
    let answer = anna.get("/moj-kongres/dane.json").await;
    assert!(answer.header("content-disposition").contains("wiec.json"));
    assert_eq!(answer.header("cache-control"), "private, no-store");
    let file: Json = serde_json::from_str(&answer.text()).unwrap();
    for table in personal::TABLES {
        assert!(file["tables"][table.table].is_array(), "{}", table.table);
    }
    assert_eq!(file["account"]["email"], ANNA);
    assert_eq!(file["tables"]["grants"][0]["role"], "volunteer");
    assert_eq!(file["tables"]["mails"][0]["template"], "sign-in");
    assert!(file["marked_sessions"].is_array());
}

#[tokio::test]
async fn an_account_is_erased_when_the_word_was_typed_and_then_nothing_leads_to_it() {
    let congress = congress().await;
    give(&congress, ANNA, Role::Organiser).await;
    let (mut anna, mut phone) = (congress.visitor(), congress.visitor());
    sign_in(&congress, &mut anna, ANNA).await;
    sign_in(&congress, &mut phone, ANNA).await;
    let id = account(&congress, ANNA).await;
    let before = congress
        .app
        .store
        .accounts()
        .find(id)
        .await
        .unwrap()
        .unwrap();
    anna.submit("/moj-kongres/usun", &[("word", "tak")])
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("value=\"tak\"");

    anna.submit("/moj-kongres/usun", &[("word", "Usuń")])
        .await
        .leads_to("/");

    assert_eq!(anna.cookie("__Host-login"), None);
    phone.get("/moj-kongres").await.is(StatusCode::SEE_OTHER);
    let store = &congress.app.store;
    assert_eq!(store.accounts().find(id).await.unwrap(), None);
    assert_eq!(store.grants().of(id).await.unwrap(), []);
    let left = store.personal().export(&before).await.unwrap();
    for table in personal::TABLES {
        let rows = left[table.table].as_array().unwrap();
        let told = Json::Array(rows.clone()).to_string();
        // The letter that says so is the last that names the address.
        if table.table != "mails" {
            assert!(!told.contains("anna@"), "{} still says {told}", table.table);
        }
    }
    let last = letters(&congress, ANNA).await.pop().unwrap().letter;
    assert_eq!((last.template.as_str(), last.account), ("erased", None));
    // The address is free: whoever has it may come in anew, as somebody else.
    let mut anew = congress.visitor();
    sign_in(&congress, &mut anew, ANNA).await;
    assert_ne!(account(&congress, ANNA).await, id);
    anew.get("/moj-kongres").await.does_not_say("organizatorka");
}

#[tokio::test]
async fn whoever_appears_in_a_session_answers_for_themselves_and_nobody_else_does() {
    let congress = congress().await;
    let draft = congress.draft().await;
    let session = draft.session("S31").unwrap();
    let person = session.people[0].person;
    let slug = draft.congress.slug.clone();
    let begun = congress
        .app
        .store
        .begin(wiec_store::Actor::Operator, congress.now());
    let mut tx = begun.await.unwrap();
    let contact = wiec_model::contact::Contact {
        person,
        email: Some(ANNA.parse().unwrap()),
        account: None,
        lang: wiec_model::Lang::Pl,
    };
    tx.contacts().save(&slug, &contact).await.unwrap();
    tx.commit().await.unwrap();
    let (mut anna, mut thief) = (congress.visitor(), congress.visitor());
    sign_in(&congress, &mut thief, "zlodziej@kielce.example").await;
    sign_in(&congress, &mut anna, ANNA).await;

    let title = session.title.words(wiec_model::Lang::Pl);
    anna.get("/moj-kongres")
        .await
        .says(title)
        .says("Bez odpowiedzi");
    let (session, person) = (session.guid.to_string(), person.to_string());
    let answer = |answer| {
        [
            ("congress", "kpm-2019".to_owned()),
            ("session", session.clone()),
            ("person", person.clone()),
            ("answer", answer),
        ]
    };
    let fields = answer("yes".to_owned());
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    let path = "/moj-kongres/wystapienie";
    thief.submit(path, &fields).await.is(StatusCode::NOT_FOUND);
    anna.submit(path, &fields).await.leads_to("/moj-kongres");
    anna.get("/moj-kongres").await.says("Potwierdzone");
    let fields = answer("no".to_owned());
    let mut fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    fields.push(("reason", "wyjazd"));
    anna.submit(path, &fields).await.leads_to("/moj-kongres");
    anna.get("/moj-kongres")
        .await
        .says("Odwołane przeze mnie")
        .says("wyjazd");
}

/// Registers somebody who is signed in, and agrees to everything.
async fn register(congress: &TestCongress, email: &str, number: u128) {
    let account = account(congress, email).await;
    let slug: wiec_model::Slug = SAMPLE.parse().unwrap();
    let form = congress
        .app
        .store
        .registrations()
        .form(&slug)
        .await
        .unwrap()
        .unwrap()
        .form;
    let agreements = form.consents.iter().map(|consent| Agreement {
        consent: consent.clone(),
    });
    let new = NewRegistration {
        id: RegistrationId(uuid::Uuid::from_u128(number)),
        congress: slug,
        account,
        key: format!("key-{number}"),
        answers: serde_json::from_str(r#"{"name":"Anna Nowak","environment":"other"}"#).unwrap(),
        lang: wiec_model::Lang::Pl,
        agreements: agreements.collect(),
    };
    let begun = congress
        .app
        .store
        .begin(wiec_store::Actor::Account(account), congress.now());
    let mut tx = begun.await.unwrap();
    tx.registrations().receive(&new, &form).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn the_place_of_somebody_who_is_erased_goes_to_the_next_who_is_written_to() {
    const EWA: &str = "ewa@kielce.example";
    let congress = congress().await;
    let (mut anna, mut ewa) = (congress.visitor(), congress.visitor());
    sign_in(&congress, &mut anna, ANNA).await;
    sign_in(&congress, &mut ewa, EWA).await;
    let slug: wiec_model::Slug = SAMPLE.parse().unwrap();
    let store = &congress.app.store;
    let saved = store.registrations().form(&slug).await.unwrap().unwrap();
    let one_place = RegistrationForm {
        capacity: Some(1),
        ..saved.form
    };
    let begun = store.begin(wiec_store::Actor::Operator, congress.now());
    let mut tx = begun.await.unwrap();
    let mut registrations = tx.registrations();
    let form = registrations.save_form(&slug, &one_place, saved.revision);
    form.await.unwrap();
    tx.commit().await.unwrap();
    register(&congress, ANNA, 1).await;
    register(&congress, EWA, 2).await;
    let jobs = JobsOf::Congress(&slug);
    let before = store.jobs().counts(jobs).await.unwrap().waiting;

    anna.submit("/moj-kongres/usun", &[("word", "Usuń")])
        .await
        .leads_to("/");

    let waited = account(&congress, EWA).await;
    let waited = store.registrations().of(&slug, waited).await.unwrap();
    assert!(waited.unwrap().state.takes_place());
    let after = store.jobs().counts(jobs).await.unwrap().waiting;
    assert_eq!(after, before + 1, "a letter to her is to be written");
}

#[tokio::test]
async fn consents_are_shown_and_those_one_can_do_without_are_taken_back_by_their_owner_only() {
    let congress = congress().await;
    let (mut anna, mut thief) = (congress.visitor(), congress.visitor());
    sign_in(&congress, &mut anna, ANNA).await;
    sign_in(&congress, &mut thief, "zlodziej@kielce.example").await;
    register(&congress, ANNA, 1).await;
    let store = &congress.app.store;
    let slug: wiec_model::Slug = SAMPLE.parse().unwrap();
    let form = store
        .registrations()
        .form(&slug)
        .await
        .unwrap()
        .unwrap()
        .form;
    let id = account(&congress, ANNA).await;
    let given = store.registrations().consents(id).await.unwrap();
    let is_needed = |key: &str| {
        let mut all = form.consents.iter();
        all.any(|consent| consent.required && consent.key.as_str() == key)
    };
    let path = "/moj-kongres/zgody";
    let mut taken_back = 0;
    for one in &given {
        let number = one.id.to_string();
        let fields = [("consent", number.as_str())];
        thief.submit(path, &fields).await.is(StatusCode::NOT_FOUND);
        if is_needed(&one.key) {
            anna.submit(path, &fields)
                .await
                .is(StatusCode::UNPROCESSABLE_ENTITY);
        } else {
            anna.submit(path, &fields)
                .await
                .leads_to("/moj-kongres/dane");
            taken_back += 1;
        }
    }
    assert!(0 < taken_back && taken_back < given.len());
    let page = anna.get("/moj-kongres/dane").await;
    assert_eq!(page.text().matches("Wycofana: ").count(), taken_back);
    anna.get("/moj-kongres")
        .await
        .does_not_say("Brak zgłoszenia");
}

#[tokio::test]
async fn erasing_gives_the_place_back_and_leaves_no_name_in_the_registration() {
    let congress = congress().await;
    let mut anna = congress.visitor();
    sign_in(&congress, &mut anna, ANNA).await;
    register(&congress, ANNA, 1).await;
    let id = account(&congress, ANNA).await;
    let before = congress
        .app
        .store
        .accounts()
        .find(id)
        .await
        .unwrap()
        .unwrap();

    anna.submit("/moj-kongres/usun", &[("word", "usuń")])
        .await
        .leads_to("/");

    let slug: wiec_model::Slug = SAMPLE.parse().unwrap();
    let left = congress
        .app
        .store
        .registrations()
        .of(&slug, id)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(left.state.word(), "withdrawn");
    assert_ne!(left.answers.name, "Anna Nowak");
    let told = congress.app.store.personal().export(&before).await.unwrap();
    assert!(!told.to_string().contains("Nowak"), "{told}");
}
