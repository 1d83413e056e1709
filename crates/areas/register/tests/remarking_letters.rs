//! What the authors of remarks are told, each thing once.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use std::collections::BTreeMap;

use axum::http::StatusCode;
use wiec_kit::testing::{SAMPLE, Visitor, slug};
use wiec_model::Lang;
use wiec_model::jobs::{AboutRemark, Job};
use wiec_model::register::{Answer, Content, Position, Remark, RemarkId, RemovalReason};
use wiec_store::Actor;

use support::*;

const FORM: &str = "/propozycje/najem/akapit/p6/poprawka";
const NEW: &str = "Co najmniej 20 proc. mieszkań przeznacza się na najem o czynszu regulowanym.";

async fn amend(register: &Register) -> (Visitor, Remark) {
    let mut anna = register.congress.member().await;
    let form = [
        ("scope", "reword"),
        ("wording-p6", NEW),
        ("reasons", "Bo *to* za mało: https://a.example"),
    ];
    let fields = filled(&mut anna, FORM, &form).await;
    send(&mut anna, FORM, &fields)
        .await
        .is(StatusCode::SEE_OTHER);
    let remark = register.remarks().await.remove(0);
    (anna, remark)
}

/// Has the author told, twice, as if somebody had pressed twice.
async fn tell(register: &Register, remark: RemarkId, about: AboutRemark) {
    for _ in 0..2 {
        let store = &register.congress.app.store;
        let mut tx = store
            .begin(Actor::System, register.congress.now())
            .await
            .unwrap();
        let congress = slug(SAMPLE);
        let job = Job::TellRemarked {
            congress,
            remark,
            about,
        };
        tx.jobs().enqueue(&job).await.unwrap();
        tx.commit().await.unwrap();
        register
            .runner
            .run_due(&register.congress.app)
            .await
            .unwrap();
    }
}

async fn answer(register: &Register, remark: &Remark, position: Position) -> Answer {
    let store = &register.congress.app.store;
    let now = register.congress.now();
    let answer = Answer {
        id: "00000000000000000000000000000a11".parse().unwrap(),
        position,
        reasons: "Przyjmujemy 20 proc.\nTermin zostaje.".to_owned(),
        lang: Lang::Pl,
        at: now,
    };
    let proposal = register.proposal().await;
    let mut tx = store.begin(Actor::Operator, now).await.unwrap();
    tx.remarks()
        .answer(&proposal, &[remark.id], &answer, &BTreeMap::new())
        .await
        .unwrap();
    tx.commit().await.unwrap();
    answer
}

#[tokio::test]
async fn an_answer_comes_once_with_position_reasons_and_the_change() {
    let register = Register::open().await;
    let (anna, remark) = amend(&register).await;
    let given = answer(&register, &remark, Position::Accepted).await;
    let about = AboutRemark::Answered { answer: given.id };
    tell(&register, remark.id, about).await;
    let letters = register.letters(0).await;
    assert_eq!(letters.len(), 1);
    assert_eq!(letters[0].to, [anna.email()]);
    let words = letters[0].plain();
    for part in [
        "zespół odpowiedział na uwagę nr 1 do propozycji Mieszkanie w zasięgu",
        "Stanowisko zespołu: przyjęta",
        "> Przyjmujemy 20 proc.\r\n> Termin zostaje.",
        "Zmiana, którą zespół przyjmuje:",
        "> Co najmniej [-15-]{+20+} proc. mieszkań",
        "Słowa usunięte są w nawiasach [-tak-], a dodane {+tak+}.",
        "> Bo *to* za mało: https://a.example",
        "https://kongres.example/kpm-2019/propozycje/najem/uwaga/1#uwaga-1",
    ] {
        assert!(words.contains(part), "{part}\n{words}");
    }
    // An answer that another one replaced is nobody's answer any more.
    let later = "00000000000000000000000000000a12".parse().unwrap();
    tell(
        &register,
        remark.id,
        AboutRemark::Answered { answer: later },
    )
    .await;
    assert_eq!(register.letters(1).await, []);
}

#[tokio::test]
async fn a_rejection_shows_what_was_asked_for() {
    let register = Register::open().await;
    let (_, remark) = amend(&register).await;
    let given = answer(&register, &remark, Position::Rejected).await;
    tell(
        &register,
        remark.id,
        AboutRemark::Answered { answer: given.id },
    )
    .await;
    let words = register.letters(0).await[0].plain();
    assert!(words.contains("Stanowisko zespołu: odrzucona"), "{words}");
    assert!(words.contains("Zmiana, o którą chodziło:"), "{words}");
}

#[tokio::test]
async fn a_merged_amendment_is_shown_as_it_reads_now() {
    let register = Register::open().await;
    let (_, remark) = amend(&register).await;
    let proposal = register.proposal().await;
    let store = &register.congress.app.store;
    let draft = store.register().draft(proposal.id).await.unwrap().unwrap();
    let taken = remark
        .taken()
        .unwrap()
        .apply(&draft.content.document)
        .unwrap();
    let content = Content {
        document: taken,
        ..draft.content
    };
    let mut tx = store
        .begin(Actor::Operator, register.congress.now())
        .await
        .unwrap();
    tx.register()
        .merge(&proposal, draft.revision, &[remark.id], &content)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    register.publish().await;
    tell(&register, remark.id, AboutRemark::Merged { version: 2 }).await;
    let letters = register.letters(0).await;
    assert_eq!(letters.len(), 1);
    let words = letters[0].plain();
    for part in [
        "opublikowana jest wersja 2 propozycji Mieszkanie w zasięgu",
        "To miejsce brzmi teraz tak:\r\n\r\n> Co najmniej 20 proc.",
        "Zmiana od wersji 1, do której była uwaga:\r\n\r\n> Co najmniej [-15-]{+20+} proc.",
        "/propozycje/najem/wersje/2",
    ] {
        assert!(words.contains(part), "{part}\n{words}");
    }
}

#[tokio::test]
async fn what_is_taken_down_and_put_back_is_told_each_time_and_what_is_no_longer_so_is_not() {
    let register = Register::open().await;
    let (_, remark) = amend(&register).await;
    let proposal = register.proposal().await;
    let store = &register.congress.app.store;
    for round in 0..2 {
        register.advance_days(1);
        let mut tx = store
            .begin(Actor::Operator, register.congress.now())
            .await
            .unwrap();
        tx.remarks()
            .remove(
                &proposal,
                &[remark.id],
                RemovalReason::Abuse,
                Some("Zob. § 3."),
            )
            .await
            .unwrap();
        tx.commit().await.unwrap();
        tell(&register, remark.id, AboutRemark::Published).await;
        tell(&register, remark.id, AboutRemark::Removed).await;
        let letters = register.letters(2 * round).await;
        assert_eq!(letters.len(), 1);
        let words = letters[0].plain();
        assert!(
            words.contains("Obraża, grozi albo dyskryminuje."),
            "{words}"
        );
        assert!(words.contains("> Zob. § 3."), "{words}");
        assert!(words.contains("/propozycje/najem/zasady"), "{words}");

        register.advance_days(1);
        let mut tx = store
            .begin(Actor::Operator, register.congress.now())
            .await
            .unwrap();
        tx.remarks().publish(&proposal, &[remark.id]).await.unwrap();
        tx.commit().await.unwrap();
        tell(&register, remark.id, AboutRemark::Published).await;
        let words = register.letters(2 * round + 1).await[0].plain();
        assert!(words.contains("uwaga nr 1 do propozycji"), "{words}");
    }
    tell(&register, remark.id, AboutRemark::Confirm).await;
    assert_eq!(register.letters(4).await, []);
}

#[tokio::test]
async fn a_letter_to_an_unknown_address_leads_only_to_us() {
    let register = Register::open().await;
    let mut stranger = register.congress.visitor();
    let form = [
        ("kind", "comment"),
        ("body", "Wygraj na https://evil.example/x i evil.example"),
        ("name", "Zajrzyj na evil.example"),
        ("email", "ofiara@kielce.example"),
    ];
    let remark = "/en/proposals/najem/clause/p6/remark";
    let mut fields = filled(&mut stranger, remark, &form).await;
    fields.retain(|(name, value)| name != "name" || value.contains("evil"));
    send(&mut stranger, remark, &fields)
        .await
        .leads_to("/en/proposals/najem/sent");
    let letters = register.letters(0).await;
    assert!(
        !letters[0].message.contains("evil"),
        "{}",
        letters[0].message
    );
    let words = letters[0].plain();
    assert!(words.contains("> Wygraj na … i …"), "{words}");
    assert!(words.starts_with("Dear Sir or Madam,"), "{words}");
    let confirm = letters[0].link("/proposals/confirm/");
    stranger.get(&confirm).await.says("Confirm the remark");
}
