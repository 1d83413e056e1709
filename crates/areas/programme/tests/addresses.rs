//! An address that was released once keeps leading to the same session or person.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use axum::http::StatusCode;
use wiec_kit::testing::{Page, TestCongress, session};
use wiec_model::{Slug, Slugs};

const OLD: &str = "zielen-miejska-kto-ja-liczy-kto-podlewa";

fn slugs(pl: &str, en: &str) -> Slugs {
    let slug = |word: &str| word.parse::<Slug>().unwrap();
    Slugs {
        pl: slug(pl),
        en: slug(en),
    }
}

/// The sample, in whose second release S39 has other slugs. No import does that any more, but what
/// was released before addresses were kept has to lead somewhere.
async fn renamed() -> TestCongress {
    let congress = support::open().await;
    congress
        .edit(|draft| session(draft, "S39").slug = slugs("drzewa", "trees"))
        .await;
    congress.release("1.1").await;
    congress
}

#[track_caller]
fn leads_to(page: &Page, path: &str) {
    assert_eq!(
        (page.status, page.header("location")),
        (StatusCode::PERMANENT_REDIRECT, path)
    );
}

#[tokio::test]
async fn an_earlier_address_of_a_session_leads_to_the_current_one_in_the_same_form() {
    let congress = renamed().await;
    let mut visitor = congress.visitor();
    leads_to(
        &visitor.get(&format!("/sesje/{OLD}")).await,
        "/sesje/drzewa",
    );
    leads_to(
        &visitor.get(&format!("/kpm-2019/sesje/{OLD}")).await,
        "/kpm-2019/sesje/drzewa",
    );
    leads_to(
        &visitor.get(&format!("/en/sessions/{OLD}")).await,
        "/en/sessions/trees",
    );
    leads_to(
        &visitor.get(&format!("/sesje/{OLD}/kalendarz.ics")).await,
        "/sesje/drzewa/kalendarz.ics",
    );
    assert_eq!(visitor.get("/sesje/drzewa").await.status, StatusCode::OK);
}

#[tokio::test]
async fn every_address_of_a_dropped_session_says_that_it_is_cancelled() {
    let congress = renamed().await;
    congress
        .edit(|draft| draft.sessions.retain(|one| one.code.as_str() != "S39"))
        .await;
    congress.release("1.2").await;
    let mut visitor = congress.visitor();
    for word in [OLD, "drzewa"] {
        let page = visitor.get(&format!("/sesje/{word}")).await;
        assert_eq!(page.status, StatusCode::GONE, "{word}");
        page.says("Spotkanie odwołane");
        let calendar = visitor.get(&format!("/sesje/{word}/kalendarz.ics")).await;
        calendar.says("STATUS:CANCELLED");
    }
}

#[tokio::test]
async fn an_earlier_address_of_a_person_leads_to_the_current_one() {
    let congress = support::open().await;
    let mut old = String::new();
    congress
        .edit(|draft| {
            let guid = session(draft, "S39").people[0].person;
            let person = draft.people.iter_mut().find(|one| one.guid == guid);
            let person = person.unwrap();
            old = person.slug.pl.to_string();
            person.slug = slugs("ktos-inny", "someone-else");
        })
        .await;
    congress.release("1.1").await;
    let mut visitor = congress.visitor();
    leads_to(
        &visitor.get(&format!("/osoby/{old}")).await,
        "/osoby/ktos-inny",
    );
}

#[tokio::test]
async fn each_language_finds_its_own_session_under_a_word_that_both_have() {
    let congress = support::open().await;
    congress
        .edit(|draft| {
            session(draft, "S39").slug = slugs("park", "trees");
            session(draft, "S41").slug = slugs("parking", "park");
        })
        .await;
    congress.release("1.1").await;
    let guid = |code: &str| {
        let served = congress.app.editions.served();
        let programme = &served.current().unwrap().release.programme;
        programme.session(code).unwrap().guid.to_string()
    };
    let mut visitor = congress.visitor();
    for (path, code) in [
        ("/sesje/park/kalendarz.ics", "S39"),
        ("/en/sessions/park/calendar.ics", "S41"),
    ] {
        let calendar = visitor.get(path).await.text().replace("\r\n ", "");
        assert!(calendar.contains(&guid(code)), "{path}: {calendar}");
    }
    assert_eq!(visitor.get("/sesje/park").await.status, StatusCode::OK);
    // A word of the other language only is a guess that leads there too.
    assert_eq!(visitor.get("/sesje/trees").await.status, StatusCode::OK);
}

#[tokio::test]
async fn what_was_never_an_address_is_not_found() {
    let congress = renamed().await;
    let mut visitor = congress.visitor();
    for path in ["/sesje/nigdy", "/osoby/nigdy", "/sesje/nigdy/kalendarz.ics"] {
        assert_eq!(visitor.get(path).await.status, StatusCode::NOT_FOUND);
    }
}
