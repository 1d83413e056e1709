//! The door of the office, the desk, and the history.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use axum::http::StatusCode;
use jiff::SignedDuration;
use wiec_kit::testing::{SAMPLE, TestCongress, session, slug};
use wiec_model::Lang;
use wiec_model::mail::{Letter, Need, Recipient, Secrecy, Subject};
use wiec_model::registration::{RegistrationId, Step};
use wiec_model::rules::{Grant, Role, Scope};
use wiec_store::{Actor, MailEdit, NewRegistration};

const DESK: &str = "/biuro/kpm-2019";
const HISTORY: &str = "/biuro/kpm-2019/historia";

async fn open() -> TestCongress {
    TestCongress::open(wiec_office::routes).await
}

#[tokio::test]
async fn the_office_lists_the_congresses_that_one_may_work_on() {
    let congress = open().await;

    let page = congress.organiser().await.get("/biuro").await;

    page.says("Kongres Polityki Miejskiej")
        .says("14–16\u{a0}listopada 2019")
        .says("href=\"/biuro/kpm-2019\"");
    assert_eq!(page.header("cache-control"), "private, no-store");
    congress
        .member()
        .await
        .get("/biuro")
        .await
        .is(StatusCode::NOT_FOUND);
    let mut stranger = congress.visitor();
    stranger.get("/biuro").await.leads_to("/wejdz?next=/biuro");
    stranger
        .get("/en/office")
        .await
        .leads_to("/en/sign-in?next=/en/office");
}

#[tokio::test]
async fn the_bar_offers_what_one_may_do_and_nothing_more() {
    let congress = open().await;

    let organiser = congress.organiser().await.get(DESK).await;
    let editor = congress.member_as(Role::Editor).await.get(DESK).await;
    let volunteer = congress.member_as(Role::Volunteer).await.get(DESK).await;

    organiser.says("/biuro/kpm-2019/role\"").says("Wejście");
    editor
        .says("/biuro/kpm-2019/harmonogram\"")
        .does_not_say("/biuro/kpm-2019/role\"")
        .does_not_say("/biuro/kpm-2019/rejestracje\"");
    volunteer
        .says("/biuro/kpm-2019/wejscie\"")
        .does_not_say("/biuro/kpm-2019/harmonogram\"")
        .does_not_say("/biuro/kpm-2019/historia\"");
    congress
        .member()
        .await
        .get(DESK)
        .await
        .is(StatusCode::NOT_FOUND);
    congress
        .organiser()
        .await
        .get("/biuro/kpm-2021")
        .await
        .is(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_desk_says_how_the_draft_stands_to_the_release() {
    let congress = open().await;
    let mut organiser = congress.organiser().await;
    organiser
        .get(DESK)
        .await
        .says("<b>1.0</b>")
        .says("Brak deklaracji dostępności")
        .does_not_say("czeka na ogłoszenie");

    congress
        .edit(|draft| {
            let slot = session(draft, "S39").slot.as_mut().unwrap();
            slot.starts_at = slot
                .starts_at
                .saturating_add(SignedDuration::from_mins(5))
                .unwrap();
            session(draft, "S40").slot = None;
        })
        .await;

    organiser
        .get(DESK)
        .await
        .says("2 zmienione spotkania czekają na ogłoszenie")
        .says("1 spotkanie bez sali i godziny");
    organiser
        .get("/en/office/kpm-2019")
        .await
        .says("2 changed sessions wait to be released");
}

#[tokio::test]
async fn the_history_says_who_did_what_and_can_be_asked_for_one_person_or_thing() {
    let congress = open().await;
    let mut organiser = congress.organiser().await;
    let fields = [
        ("act", "give"),
        ("email", "nowa@miasto.pl"),
        ("role", "editor"),
        ("where", "congress"),
    ];
    organiser.submit("/biuro/kpm-2019/role", &fields).await;

    organiser
        .get(HISTORY)
        .await
        .says("nadano rolę")
        .says("konto nowa@miasto.pl")
        .says("ogłoszono program")
        .says("operator (wiersz poleceń)");
    let mine = format!("{HISTORY}?who={}", organiser.id());
    organiser
        .get(&mine)
        .await
        .says("nadano rolę")
        .does_not_say("ogłoszono program");
    organiser
        .get(&format!("{HISTORY}?what=release%201"))
        .await
        .says("ogłoszono program")
        .does_not_say("nadano rolę");
    let mut volunteer = congress.member_as(Role::Volunteer).await;
    volunteer.get(HISTORY).await.is(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_long_history_has_pages_and_each_costs_the_same_queries() {
    let congress = open().await;
    let mut organiser = congress.organiser().await;
    let save = async |number: usize| {
        congress
            .edit(|draft| draft.congress.expected_participants = u32::try_from(number).ok())
            .await;
    };
    congress
        .same_queries_at_one_and_three(&mut organiser, HISTORY, &save)
        .await;
    for number in 3..60 {
        save(number).await;
    }

    let page = organiser.get(HISTORY).await;
    assert_eq!(
        page.text().matches("<li><p class=\"hist__when\"").count(),
        50
    );
    let text = page.text();
    let older = text
        .split("?before=")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap();
    organiser
        .get(&format!("{HISTORY}?before={older}"))
        .await
        .says("ogłoszono program")
        .says("Najnowsze");
}

#[tokio::test]
async fn a_new_congress_is_made_with_the_rooms_of_an_earlier_one_and_nobody_sees_it_yet() {
    const NEW: &str = "/biuro/nowy-kongres";
    let congress = open().await;
    let everywhere = Grant {
        role: Role::Organiser,
        scope: Scope::Installation,
    };
    let mut founder = congress.member_with(&[everywhere]).await;
    founder
        .get("/biuro")
        .await
        .says("href=\"/biuro/nowy-kongres\"");
    let fields = |slug, last| {
        [
            ("name-pl", "Kongres Polityki Miejskiej 2027"),
            ("name-en", "Congress of Urban Policy 2027"),
            ("slug", slug),
            ("first", "2027-11-14"),
            ("last", last),
            ("from", "kpm-2019"),
        ]
    };
    for (slug, last, field) in [
        ("program", "2027-11-16", "slug"),
        ("Kongres 2027", "2027-11-16", "slug"),
        ("kpm-2019", "2027-11-16", "slug"),
        ("kpm-2027", "2027-11-13", "last"),
        ("kpm-2027", "2028-11-13", "last"),
    ] {
        founder
            .submit(NEW, &fields(slug, last))
            .await
            .is(StatusCode::UNPROCESSABLE_ENTITY)
            .says(&format!("#f-{field}"))
            .says("Congress of Urban Policy 2027");
    }
    founder
        .submit(NEW, &fields("kpm-2027", "2027-11-16"))
        .await
        .leads_to("/biuro/kpm-2027?saved");

    let slug = "kpm-2027".parse().unwrap();
    let made = congress.app.store.drafts().find(&slug).await.unwrap();
    let made = made.unwrap();
    let before = congress.draft().await;
    assert_eq!((made.days.len(), made.sessions.len()), (3, 0));
    assert_eq!((&made.rooms, &made.kinds), (&before.rooms, &before.kinds));
    assert!(made.problems().is_empty(), "{:?}", made.problems());
    founder.get("/biuro/kpm-2027").await.is(StatusCode::OK);
    let mut organiser = congress.organiser().await;
    organiser.get("/biuro").await.does_not_say("nowy-kongres");
    organiser.get(NEW).await.is(StatusCode::NOT_FOUND);
    organiser
        .submit(NEW, &fields("kpm-2029", "2027-11-16"))
        .await
        .is(StatusCode::NOT_FOUND);
    organiser
        .get("/biuro/kpm-2027")
        .await
        .is(StatusCode::NOT_FOUND);
}

/// Somebody registers and gives up their place again, signed in; a letter to them is sent on its way.
async fn registered_and_withdrawn(congress: &TestCongress) {
    let store = &congress.app.store;
    let slug = slug(SAMPLE);
    let account = congress.account(&[]).await;
    let form = store.registrations().form(&slug).await.unwrap().unwrap();
    let new = NewRegistration {
        id: RegistrationId(uuid::Uuid::from_u128(1)),
        congress: slug.clone(),
        account: account.id,
        key: "key".to_owned(),
        answers: serde_json::from_str(r#"{"name":"Anna Żak","environment":"other"}"#).unwrap(),
        lang: Lang::Pl,
        agreements: Vec::new(),
    };
    let receipt = Letter {
        congress: Some(slug.clone()),
        to: Recipient::new("anna@kielce.example".parse().unwrap(), None),
        account: Some(account.id),
        lang: Lang::Pl,
        template: "registration-receipt".to_owned(),
        subject: Subject::of("Zgłoszenie Anny Żak"),
        body: "Przyjęte.".to_owned(),
        attachments: Vec::new(),
        need: Need::Essential,
        secrecy: Secrecy::Open,
        key: None,
    };
    let begun = store.begin(Actor::Account(account.id), congress.now());
    let mut tx = begun.await.unwrap();
    tx.registrations().receive(&new, &form.form).await.unwrap();
    let mut registrations = tx.registrations();
    let step = registrations.step(&slug, new.id, Step::Withdraw, &form.form);
    step.await.unwrap();
    let mail = tx.mails().draft(&receipt).await.unwrap().unwrap();
    let edit = MailEdit {
        subject: Subject::of("Zgłoszenie Anny Żak, poprawione"),
        body: "Przyjęte.".to_owned(),
    };
    tx.mails().edit(mail, 1, &edit).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn the_history_tells_who_registered_to_those_only_who_may_see_it() {
    let congress = open().await;
    registered_and_withdrawn(&congress).await;
    let mut organiser = congress.organiser().await;
    let mut editor = congress.member_as(Role::Editor).await;
    let number = format!("{HISTORY}?what=registration+1");

    organiser.get(&number).await.says(">Osoba 1<");
    organiser.get(HISTORY).await.says("Anny Żak");
    for path in [HISTORY, DESK, number.as_str()] {
        editor
            .get(path)
            .await
            .is(StatusCode::OK)
            .does_not_say(">Osoba 1<")
            .does_not_say("Anny Żak");
    }
}
