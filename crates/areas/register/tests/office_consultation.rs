//! The office fills a consultation in, and its clock tells what is missing.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "support/office.rs"]
mod support;

use axum::http::StatusCode;
use jiff::SignedDuration;
use wiec_kit::testing::filled;
use wiec_model::consultation::Profile;

use support::*;

const PAGE: &str = "/biuro/kpm-2019/propozycje/mieszkanie/konsultacje";

const STARTED: [(&str, &str); 9] = [
    ("act", "save"),
    ("profile", "development_policy"),
    ("notice", "2019-11-15"),
    ("place", "0"),
    ("place-0-medium", "website"),
    ("place-0-link", "https://miasto.example/konsultacje"),
    ("opens", "2019-11-16"),
    ("closes", "2019-12-20"),
    ("says", "deadline"),
];

#[tokio::test]
async fn the_clock_names_what_is_missing_with_its_source_and_turns_green() {
    let congress = with_proposal().await;
    let mut organiser = congress.organiser().await;
    let page = fields_of(&mut organiser, PAGE).await;
    let saved = organiser.submit(PAGE, &filled(&page, &STARTED)).await;
    saved.leads_to(&format!("{PAGE}?saved"));
    organiser
        .get(PAGE)
        .await
        .says("Ogłoszenie nie podaje: sposób ich zgłaszania.")
        .says("ustawa z 6 grudnia 2006 r. o zasadach prowadzenia polityki rozwoju, art. 6")
        .says("art. 57 § 1");
    let page = fields_of(&mut organiser, PAGE).await;
    let mut more = filled(&page, &[("act", "save")]);
    more.extend([("says", "way_of_sending"), ("says", "meetings")]);
    organiser
        .submit(PAGE, &more)
        .await
        .is(StatusCode::SEE_OTHER);
    congress.advance(SignedDuration::from_hours(24 * 40));
    let mut organiser = congress.organiser().await;
    organiser
        .get(OFFICE)
        .await
        .says("sprawozdanie w ciągu 30 dni od zakończenia");
    let page = fields_of(&mut organiser, PAGE).await;
    let more = [
        ("act", "save"),
        ("made", "2019-12-22"),
        ("published", "2019-12-23"),
    ];
    organiser
        .submit(PAGE, &filled(&page, &more))
        .await
        .is(StatusCode::SEE_OTHER);
    organiser.get(PAGE).await.says("Wszystko spełnione");
    organiser.get(OFFICE).await.says("Wszystko spełnione");
}

#[tokio::test]
async fn the_days_of_a_consultation_are_the_hours_of_its_discussion() {
    let congress = with_proposal().await;
    let mut organiser = congress.organiser().await;
    let page = fields_of(&mut organiser, PAGE).await;
    organiser
        .submit(PAGE, &filled(&page, &STARTED))
        .await
        .is(StatusCode::SEE_OTHER);
    let stored = find(&congress, "mieszkanie").await;
    assert_eq!(stored.consultation.profile, Profile::DevelopmentPolicy);
    let opens = stored.discussion.opens_at.unwrap().to_string();
    assert_eq!(opens, "2019-11-15T23:00:00Z", "midnight in Kielce");
    let closes = stored.discussion.closes_at.unwrap().to_string();
    assert_eq!(closes, "2019-12-20T22:59:59.999999Z");

    let settings = "/biuro/kpm-2019/propozycje/mieszkanie/ustawienia";
    let page = fields_of(&mut organiser, settings).await;
    assert!(page.iter().all(|(name, _)| name != "opens"));
    organiser
        .submit(
            settings,
            &filled(&page, &[("act", "save"), ("opens", "2019-11-01T10:00")]),
        )
        .await
        .is(StatusCode::SEE_OTHER);
    let kept = find(&congress, "mieszkanie").await;
    assert_eq!(kept.discussion, stored.discussion);
}

#[tokio::test]
async fn what_contradicts_itself_or_the_law_is_said_at_its_field() {
    let congress = with_proposal().await;
    let mut organiser = congress.organiser().await;
    let page = fields_of(&mut organiser, PAGE).await;
    let mut wrong = STARTED.to_vec();
    wrong.retain(|(name, _)| !["closes", "place-0-link"].contains(name));
    wrong.extend([
        ("closes", "2019-12-01"),
        ("place-0-link", "miasto.example"),
        ("form", "0"),
        ("form-0-kind", "meeting"),
        ("form-0-on", "2019-10-01"),
        ("made", "2019-11-20"),
    ]);
    organiser
        .submit(PAGE, &filled(&page, &wrong))
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("#f-closes")
        .says("co najmniej 35 dni")
        .says("#f-place-0-link")
        .says("#f-form-0-on")
        .says("#f-made")
        .says("miasto.example");
    let nothing = find(&congress, "mieszkanie").await.consultation;
    assert_eq!(nothing.profile, Profile::None);

    let undated = [
        ("act", "save"),
        ("profile", "none"),
        ("place", "0"),
        ("place-0-medium", "press"),
        ("place-0-name", "Echo Dnia"),
    ];
    organiser
        .submit(PAGE, &filled(&page, &undated))
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("#f-notice");
}

#[tokio::test]
async fn the_second_of_two_who_fill_it_in_is_told_and_chooses() {
    let congress = with_proposal().await;
    let mut organiser = congress.organiser().await;
    let page = fields_of(&mut organiser, PAGE).await;
    organiser
        .submit(PAGE, &filled(&page, &STARTED))
        .await
        .is(StatusCode::SEE_OTHER);
    let second = [("act", "save"), ("opens", "2019-11-18")];
    let told = organiser.submit(PAGE, &filled(&page, &second)).await;
    told.is(StatusCode::CONFLICT)
        .says("w międzyczasie")
        .says("2019-11-18");
}
