//! The office types in what came on paper.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "support/office.rs"]
mod support;

use axum::http::StatusCode;
use wiec_kit::testing::filled;
use wiec_model::register::{Behalf, Channel, Clause, RemarkKind, RemarkState};

use support::*;

const PAGE: &str = "/biuro/kpm-2019/propozycje/mieszkanie/dopisz";

const LETTER: [(&str, &str); 9] = [
    ("clause", "p6"),
    ("body", "Pięć lat to za krótko na plan zasobu gminy."),
    ("reasons", "Budowa trwa cztery lata."),
    ("name", "Urząd Miasta"),
    ("behalf", "city"),
    ("organisation", "Miasto Łódź"),
    ("email", "urzad@lodz.example"),
    ("channel", "mail"),
    ("received", "2019-11-12"),
];

#[tokio::test]
async fn a_letter_becomes_a_public_remark_once_with_its_day_of_receipt() {
    let congress = with_proposal().await;
    let mut organiser = congress.organiser().await;
    organiser
        .get(PAGE)
        .await
        .says("§\u{a0}2: Plan obejmuje pięć lat.");
    let page = fields_of(&mut organiser, PAGE).await;
    for _ in 0..2 {
        let saved = organiser.submit(PAGE, &filled(&page, &LETTER)).await;
        saved.leads_to(&format!("{PAGE}?saved"));
    }
    let all = remarks(&congress, "mieszkanie").await;
    let [remark] = &all[..] else {
        panic!("one remark and no {}", all.len())
    };
    assert_eq!(remark.number, Some(1));
    assert_eq!(remark.clause, Clause::Block("p6".parse().unwrap()));
    assert_eq!(
        (remark.kind, remark.channel),
        (RemarkKind::Comment, Channel::Mail)
    );
    assert_eq!(remark.author.behalf, Behalf::City);
    assert_eq!(remark.received_at.to_string(), "2019-11-12T11:00:00Z");
    assert!(matches!(remark.state, RemarkState::Published { .. }));
    let email = congress.app.store.remarks().email(remark.id).await.unwrap();
    assert_eq!(email.unwrap().as_str(), "urzad@lodz.example");
}

#[tokio::test]
async fn an_amendment_says_what_it_changes_or_is_none() {
    let congress = with_proposal().await;
    let mut organiser = congress.organiser().await;
    let page = fields_of(&mut organiser, PAGE).await;
    let mut fields = LETTER.to_vec();
    fields.push(("kind", "amendment"));
    for (clause, wording, field) in [
        ("all", "Plan obejmuje dziesięć lat.", "#f-clause"),
        ("p6", "Plan obejmuje pięć lat.", "#f-wording"),
        ("p6", "", "#f-wording"),
    ] {
        let mut wrong = fields.clone();
        wrong.retain(|(name, _)| *name != "clause");
        wrong.extend([("clause", clause), ("wording", wording)]);
        organiser
            .submit(PAGE, &filled(&page, &wrong))
            .await
            .is(StatusCode::UNPROCESSABLE_ENTITY)
            .says(field);
    }
    fields.push(("wording", "Plan obejmuje dziesięć lat."));
    organiser
        .submit(PAGE, &filled(&page, &fields))
        .await
        .is(StatusCode::SEE_OTHER);
    let remark = remarks(&congress, "mieszkanie").await.remove(0);
    let amended: Vec<String> = remark
        .amendment
        .unwrap()
        .anchors()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(amended, ["p6"]);
}

#[tokio::test]
async fn whoever_types_in_what_is_there_already_is_told_and_decides() {
    let congress = with_proposal().await;
    let known = "Pięć lat to za krótko na plan zasobu gminy";
    remark(&congress, "mieszkanie", known).await;
    let mut organiser = congress.organiser().await;
    let page = fields_of(&mut organiser, PAGE).await;
    let told = organiser.submit(PAGE, &filled(&page, &LETTER)).await;
    told.is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("Uwaga nr 1")
        .says("name=\"anyway\"")
        .says("urzad@lodz.example");
    let again = fields(&told);
    organiser
        .submit(PAGE, &filled(&again, &[("anyway", "1")]))
        .await
        .is(StatusCode::SEE_OTHER);
    assert_eq!(remarks(&congress, "mieszkanie").await.len(), 2);
}

#[tokio::test]
async fn what_is_wrong_is_said_at_its_field() {
    let congress = with_proposal().await;
    let mut organiser = congress.organiser().await;
    let page = fields_of(&mut organiser, PAGE).await;
    let wrong = [
        ("clause", "p99"),
        ("body", ""),
        ("name", ""),
        ("channel", "page"),
        ("email", "nikt"),
        ("received", "2019-11-16"),
        ("reasons", "Zostaje."),
    ];
    let refused = organiser.submit(PAGE, &filled(&page, &wrong)).await;
    refused.is(StatusCode::UNPROCESSABLE_ENTITY);
    for field in ["clause", "body", "name", "channel", "email", "received"] {
        refused.says(&format!("#f-{field}\""));
    }
    refused.says("Zostaje.");
}

#[tokio::test]
async fn nobody_remarks_on_what_nobody_can_read() {
    let congress = empty().await;
    make(&congress, "tajna").await;
    let mut organiser = congress.organiser().await;
    for word in ["dopisz", "wczytaj"] {
        let page = format!("{OFFICE}/tajna/{word}");
        organiser.get(&page).await.is(StatusCode::NOT_FOUND);
    }
}
