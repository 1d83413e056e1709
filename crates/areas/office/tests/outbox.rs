//! Letters in the office: seen as their readers get them, changed, sent and thrown away.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use axum::http::StatusCode;
use wiec_kit::letter::{mark_words, unsubscribe_mark};
use wiec_kit::testing::{SAMPLE, TestCongress, slug};
use wiec_model::Lang;
use wiec_model::mail::{Letter, MailId, Need, Recipient, Secrecy, State, Subject};
use wiec_model::rules::Role;
use wiec_store::{Actor, NewMailing};

fn letter(to: &str) -> Letter {
    Letter {
        congress: Some(slug(SAMPLE)),
        to: Recipient::new(to.parse().unwrap(), Some("Anna Nowak")),
        account: None,
        lang: Lang::Pl,
        template: "notice".to_owned(),
        subject: Subject::of("Zmiana sali"),
        body: "Spotkanie **jest** w innej sali. <script>alert(1)</script>".to_owned(),
        attachments: Vec::new(),
        need: Need::Essential,
        secrecy: Secrecy::Open,
        key: None,
    }
}

async fn draft(congress: &TestCongress, letter: &Letter) -> MailId {
    let store = &congress.app.store;
    let mut tx = store.begin(Actor::System, congress.now()).await.unwrap();
    let mail = tx.mails().draft(letter).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    mail
}

async fn state(congress: &TestCongress, mail: MailId) -> State {
    let found = congress.app.store.mails().find(mail).await.unwrap();
    found.unwrap().state
}

#[tokio::test]
async fn a_draft_is_seen_as_its_reader_gets_it_changed_and_sent_once() {
    let congress = TestCongress::open(wiec_office::routes).await;
    let mail = draft(&congress, &letter("anna@kielce.example")).await;
    let mut editor = congress.member_as(Role::Editor).await;
    editor
        .get("/biuro/kpm-2019/poczta")
        .await
        .says("anna@kielce.example")
        .says("szkic");
    let path = format!("/biuro/kpm-2019/poczta/{mail}");
    editor
        .get(&path)
        .await
        .says("<strong>jest</strong>")
        .does_not_say("<script>alert");

    let words = [
        ("act", "edit"),
        ("revision", "1"),
        ("subject", "Nowa sala"),
        ("body", "Sala obok."),
    ];
    editor.submit(&path, &words).await.is(StatusCode::SEE_OTHER);
    editor.submit(&path, &words).await.is(StatusCode::CONFLICT);
    let empty = [
        ("act", "edit"),
        ("revision", "2"),
        ("subject", ""),
        ("body", "Sala obok."),
    ];
    editor
        .submit(&path, &empty)
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("Sala obok.");
    for _ in 0..2 {
        editor
            .submit(&path, &[("act", "send")])
            .await
            .is(StatusCode::SEE_OTHER);
    }
    assert!(matches!(state(&congress, mail).await, State::Queued { .. }));
    editor.submit(&path, &words).await.is(StatusCode::CONFLICT);
    editor
        .submit(&path, &[("act", "discard")])
        .await
        .is(StatusCode::SEE_OTHER);
    assert!(matches!(
        state(&congress, mail).await,
        State::Discarded { .. }
    ));
}

#[tokio::test]
async fn the_drafts_of_a_mailing_go_out_together() {
    let congress = TestCongress::open(wiec_office::routes).await;
    let store = &congress.app.store;
    let mut tx = store.begin(Actor::System, congress.now()).await.unwrap();
    let about = NewMailing {
        congress: slug(SAMPLE),
        template: "release".to_owned(),
        name: "po korekcie sal".to_owned(),
        key: None,
    };
    let mailing = tx.mails().begin_mailing(&about).await.unwrap().unwrap();
    let letters = ["anna@kielce.example", "ewa@kielce.example"].map(letter);
    tx.mails()
        .draft_all(&slug(SAMPLE), mailing, &letters)
        .await
        .unwrap();
    tx.commit().await.unwrap();

    let mut editor = congress.member_as(Role::Editor).await;
    editor
        .get("/biuro/kpm-2019/poczta")
        .await
        .says("po korekcie sal")
        .says("szkic: 2");
    let number = mailing.to_string();
    let send = [("act", "send"), ("mailing", number.as_str())];
    editor
        .submit("/biuro/kpm-2019/poczta", &send)
        .await
        .is(StatusCode::SEE_OTHER);
    let counts = store.mails().counts(&slug(SAMPLE)).await.unwrap();
    assert_eq!(counts.get("queued"), Some(&2));
    let unknown = [("act", "send"), ("mailing", "99")];
    editor
        .submit("/biuro/kpm-2019/poczta", &unknown)
        .await
        .is(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_letter_that_brings_a_way_in_is_not_shown_and_nobody_else_sees_any() {
    let congress = TestCongress::open(wiec_office::routes).await;
    let until = congress.now() + jiff::SignedDuration::from_mins(15);
    let secret = Letter {
        body: "Kod: 123 456".to_owned(),
        secrecy: Secrecy::Secret { until },
        ..letter("anna@kielce.example")
    };
    let mail = draft(&congress, &secret).await;
    let path = format!("/biuro/kpm-2019/poczta/{mail}");
    let mut editor = congress.member_as(Role::Editor).await;
    editor
        .get(&path)
        .await
        .says("Tego listu nie widać")
        .does_not_say("123 456");
    for role in [Role::Volunteer, Role::Speaker, Role::Participant] {
        let mut other = congress.member_as(role).await;
        for path in [
            "/biuro/kpm-2019/poczta",
            path.as_str(),
            "/biuro/kpm-2019/zadania",
        ] {
            other.get(path).await.is(StatusCode::NOT_FOUND);
        }
        other
            .submit(&path, &[("act", "send")])
            .await
            .is(StatusCode::NOT_FOUND);
    }
    editor
        .get("/biuro/kpm-2019/zadania")
        .await
        .is(StatusCode::NOT_FOUND);
    let mut organiser = congress.organiser().await;
    organiser
        .get("/biuro/kpm-2019/zadania")
        .await
        .says("Nie ma porzuconych zadań");
}

#[tokio::test]
async fn whoever_has_the_mark_of_an_address_stops_its_letters_by_a_button_only() {
    let congress = TestCongress::open(wiec_office::routes).await;
    let app = &congress.app;
    let address = "anna@kielce.example".parse().unwrap();
    let mark = unsubscribe_mark(&app.secret, &slug(SAMPLE), &address);
    let path = format!("/wypisz/{}", mark_words(mark));
    let mut visitor = congress.visitor();
    visitor.get(&path).await.says("Nie wysyłajcie więcej");
    assert!(!app.store.unsubscriptions().contains(mark).await.unwrap());
    for _ in 0..2 {
        visitor.submit(&path, &[]).await.says("Zapisane");
    }
    assert!(app.store.unsubscriptions().contains(mark).await.unwrap());
    visitor
        .get("/wypisz/nonsens")
        .await
        .is(StatusCode::NOT_FOUND);
    // RFC 8058: a mail program asks without a page of ours, and names no origin.
    let one_click = visitor
        .post_with(&path, "List-Unsubscribe=One-Click", &[])
        .await;
    one_click.is(StatusCode::OK);
}
