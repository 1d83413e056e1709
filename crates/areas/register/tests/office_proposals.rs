//! The office makes proposals, and changes what is known of them.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "support/office.rs"]
mod support;

use axum::http::StatusCode;
use wiec_kit::testing::{SAMPLE, filled, slug};
use wiec_model::register::{Authors, Moderation, TeamPart};
use wiec_model::rules::Role;

use support::*;

const NEW: &str = "/biuro/kpm-2019/propozycje/nowa";
const SETTINGS: &str = "/biuro/kpm-2019/propozycje/mieszkanie/ustawienia";

#[tokio::test]
async fn a_proposal_is_made_once_and_takes_the_challenges_of_its_theme_over() {
    let congress = empty().await;
    let draft = congress.draft().await;
    let track = draft.proposals[0].track.to_string();
    let goal = draft.goals[0].slug.to_string();
    let mut organiser = congress.organiser().await;
    let page = fields_of(&mut organiser, NEW).await;
    let session = draft
        .sessions
        .iter()
        .find(|session| !draft.is_service(session));
    let session = session.unwrap().guid;
    let guid = session.to_string();
    let more = [
        ("act", "save"),
        ("title-pl", "Mieszkanie w zasięgu miast"),
        ("title-en", "Housing within reach"),
        ("track", track.as_str()),
        ("goal", goal.as_str()),
        ("session", guid.as_str()),
        ("lead-pl", "O zasobie gmin."),
        ("team", "0"),
        ("team-0-name", "Ewa Lis"),
        ("team-0-body", "Politechnika"),
        ("team-0-part", "leader"),
    ];
    let address = "/biuro/kpm-2019/propozycje/mieszkanie-w-zasiegu-miast/ustawienia?saved";
    for _ in 0..2 {
        let saved = organiser.submit(NEW, &filled(&page, &more)).await;
        saved.leads_to(address);
    }
    let all = congress.app.store.register().list(&slug(SAMPLE)).await;
    let [made] = &all.unwrap()[..] else {
        panic!("one proposal")
    };
    assert_eq!(made.about.goals, [slug(&goal)]);
    assert_eq!(made.about.sessions, [session]);
    assert_eq!(made.about.team[0].part, TeamPart::Leader);
    assert!(!made.is_public());
    let content = congress.app.store.register().draft(made.id).await.unwrap();
    let theirs: Vec<_> = draft
        .proposals
        .into_iter()
        .filter(|it| it.track.as_str() == track)
        .collect();
    assert!(!theirs.is_empty());
    assert_eq!(content.unwrap().content.challenges, theirs);
    organiser
        .get(OFFICE)
        .await
        .says("Mieszkanie w zasięgu miast");
}

#[tokio::test]
async fn what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost() {
    let congress = with_proposal().await;
    let mut organiser = congress.organiser().await;
    let page = fields_of(&mut organiser, NEW).await;
    let track = congress.draft().await.tracks[0].slug.to_string();
    let wrong = [
        ("act", "save"),
        ("title-pl", ""),
        ("track", "nie-ma"),
        ("lead-pl", "Zostaje"),
        ("opens", "2019-11-20T10:00"),
        ("closes", "2019-11-20T09:00"),
    ];
    organiser
        .submit(NEW, &filled(&page, &wrong))
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("#f-title-pl")
        .says("#f-track")
        .says("#f-closes")
        .says("Zostaje");
    for taken in ["mieszkanie", "nowa", "moderation", "Zły adres"] {
        let more = [
            ("act", "save"),
            ("title-pl", "Druga"),
            ("track", track.as_str()),
            ("slug", taken),
        ];
        organiser
            .submit(NEW, &filled(&page, &more))
            .await
            .is(StatusCode::UNPROCESSABLE_ENTITY)
            .says("#f-slug");
    }
}

#[tokio::test]
async fn the_team_is_rows_that_move_without_being_stored() {
    let congress = with_proposal().await;
    let mut organiser = congress.organiser().await;
    let page = fields_of(&mut organiser, SETTINGS).await;
    let added = organiser
        .submit(SETTINGS, &filled(&page, &[("act", "add.team")]))
        .await;
    added.is(StatusCode::OK).says("name=\"team-0-name\"");
    assert_eq!(find(&congress, "mieszkanie").await.about.team, []);
    let more = [
        ("act", "save"),
        ("team", "1"),
        ("team-1-name", "Ewa Lis"),
        ("team-1-part", "observer"),
        ("moderation", "at_once"),
        ("authors", "members"),
    ];
    organiser
        .submit(SETTINGS, &filled(&page, &more))
        .await
        .leads_to(&format!("{SETTINGS}?saved"));
    let stored = find(&congress, "mieszkanie").await;
    assert_eq!(stored.about.team[0].name, "Ewa Lis");
    assert_eq!(
        (stored.discussion.moderation, stored.discussion.authors),
        (Moderation::AtOnce, Authors::Members)
    );
}

#[tokio::test]
async fn the_second_of_two_who_change_it_is_told_and_chooses() {
    let congress = with_proposal().await;
    let mut organiser = congress.organiser().await;
    let page = fields_of(&mut organiser, SETTINGS).await;
    let first = [("act", "save"), ("title-pl", "Pierwsza")];
    organiser
        .submit(SETTINGS, &filled(&page, &first))
        .await
        .is(StatusCode::SEE_OTHER);
    let second = [("act", "save"), ("title-pl", "Druga")];
    let told = organiser.submit(SETTINGS, &filled(&page, &second)).await;
    told.is(StatusCode::CONFLICT)
        .says("w międzyczasie")
        .says("Druga");
    let again = fields(&told);
    organiser
        .submit(SETTINGS, &filled(&again, &[("act", "save")]))
        .await
        .is(StatusCode::SEE_OTHER);
    let stored = find(&congress, "mieszkanie").await;
    assert_eq!(stored.about.title.words(wiec_model::Lang::Pl), "Druga");
}

#[tokio::test]
async fn nobody_else_sees_or_does_anything_here() {
    let congress = with_proposal().await;
    let pages = [
        OFFICE.to_owned(),
        NEW.to_owned(),
        format!("{OFFICE}/moderacja"),
        SETTINGS.to_owned(),
        format!("{OFFICE}/mieszkanie/konsultacje"),
        format!("{OFFICE}/mieszkanie/dopisz"),
        format!("{OFFICE}/mieszkanie/wczytaj"),
    ];
    for role in [Role::Expert, Role::Volunteer, Role::Participant] {
        let mut other = congress.member_as(role).await;
        for page in &pages {
            other.get(page).await.is(StatusCode::NOT_FOUND);
        }
        for page in &pages[1..6] {
            let sent = other.submit(page, &[("act", "save")]).await;
            sent.is(StatusCode::NOT_FOUND);
        }
        let file = ("file", "a.csv", &b"a"[..]);
        let sent = other.upload(&pages[6], &[], file).await;
        sent.is(StatusCode::NOT_FOUND);
    }
    let mut organiser = congress.organiser().await;
    for page in &pages {
        organiser.get(page).await.is(StatusCode::OK);
    }
    for english in [
        "",
        "/new",
        "/moderation",
        "/mieszkanie/settings",
        "/mieszkanie/consultation",
        "/mieszkanie/add",
        "/mieszkanie/import",
    ] {
        let page = format!("/en/office/kpm-2019/proposals{english}");
        organiser.get(&page).await.is(StatusCode::OK);
    }
    for ghost in ["ustawienia", "konsultacje", "dopisz", "wczytaj"] {
        let page = organiser.get(&format!("{OFFICE}/duch/{ghost}")).await;
        page.is(StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn the_list_costs_the_same_queries_however_many_there_are() {
    let congress = empty().await;
    let mut organiser = congress.organiser().await;
    congress
        .same_queries_at_one_and_three(&mut organiser, OFFICE, async |number| {
            let word = format!("propozycja-{number}");
            publish(&congress, &word).await;
            remark(&congress, &word, "Za krótko.").await;
        })
        .await;
}
