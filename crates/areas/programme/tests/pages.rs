//! The other pages, and what every answer carries.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use axum::http::StatusCode;
use wiec_kit::testing::{self, SAMPLE, TestCongress, session, slug};
use wiec_model::register::{About, Content, Discussion, Proposal, ProposalId};
use wiec_model::{Lang, Text};
use wiec_store::{Actor, NewProposal};

const SESSION: &str = "/sesje/zielen-miejska-kto-ja-liczy-kto-podlewa";

#[tokio::test]
async fn the_front_page_says_what_is_on_now_and_what_comes_next() {
    let congress = support::open().await;

    let page = congress.visitor().get("/").await;

    page.says("Teraz na salach")
        .says("Za chwilę")
        .says("15\u{a0}listopada, 11:15")
        .says("Ruchy miejskie");
}

#[tokio::test]
async fn an_empty_installation_says_that_nothing_is_released_yet() {
    let congress = support::empty().await;

    let page = congress.visitor().get("/").await;

    assert_eq!(page.status, StatusCode::NOT_FOUND);
    page.says("Program nie jest jeszcze ogłoszony");
}

#[tokio::test]
async fn a_session_tells_who_what_where_and_when_and_is_an_event_for_machines() {
    let congress = support::open().await;

    let page = congress.visitor().get(SESSION).await;

    page.says("10:50–12:05")
        .says("/sala/karczowka")
        .says("application/ld+json")
        .says("\"@type\":\"Event\"");
    page.says("hreflang=\"en\" href=\"https://kongres.example/en/kpm-2019/sessions/")
        .says("og:title");
}

#[tokio::test]
async fn a_workshop_shows_its_script_and_a_night_of_flops_its_stories() {
    let congress = support::open().await;
    let mut visitor = congress.visitor();

    visitor
        .get("/sesje/strategiczne-podejscie-do-smart-city-piec-wymiarow-wspolne-rekomendacje")
        .await
        .says("Przebieg")
        .says("15:10")
        .says("wspolne-rekomendacje/zegar");
    // What has no running order has no clock.
    visitor.get(SESSION).await.does_not_say("/zegar");
    visitor
        .get("/sesje/noc-wtop-nielatwe-drogi-do-sukcesu")
        .await
        .says("Opowieści")
        .says("bez nagrywania");
}

#[tokio::test]
async fn a_kaleidoscope_says_who_tells_each_talk_and_leads_to_them() {
    let congress = support::open().await;
    let path = "/sesje/kalejdoskop-i-przestrzen-i-mieszkanie";
    let told = "<small><a href=\"/osoby/wszyscy-naraz\">Wszyscy naraz</a>, ";
    congress.visitor().get(path).await.does_not_say(told);
    congress
        .edit(|draft| {
            let guid = session(draft, "S13").people[0].person;
            let person = draft.people.iter_mut().find(|one| one.guid == guid);
            let person = person.unwrap();
            person.name = Some("Wszyscy naraz".to_owned());
            person.slug.pl = slug("wszyscy-naraz");
            session(draft, "S13").talks[1].people = vec![guid];
        })
        .await;
    congress.release("1.1").await;

    let page = congress.visitor().get(path).await;

    let text = page.text();
    let (until, after) = text.split_once(told).unwrap();
    assert!(until.contains("Mapa pustych") && !until.contains("plan ogólny"));
    assert!(after.contains("plan ogólny") && !after.contains(told));
}

#[tokio::test]
async fn people_rooms_and_doors_have_pages_of_their_own() {
    let congress = support::open().await;
    let mut visitor = congress.visitor();

    let people = visitor.get("/osoby").await.text();
    let person = people
        .split("href=\"/osoby/")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned();
    assert_eq!(
        visitor.get(&format!("/osoby/{person}")).await.status,
        StatusCode::OK
    );
    visitor
        .get("/sala/kadzielnia")
        .await
        .says("220 miejsc")
        .says("Pętla indukcyjna");
    visitor
        .get("/en/room/kadzielnia")
        .await
        .says("220 places")
        .says("Hearing loop");
    visitor
        .get("/drzwi/kadzielnia")
        .await
        .says("data-door")
        .says("Kalejdoskop III")
        .says("do 12:05");
}

#[tokio::test]
async fn what_does_not_exist_is_not_found_in_the_reader_s_language() {
    let congress = support::open().await;
    let mut visitor = congress.visitor();

    for path in [
        "/nie-ma",
        "/sesje/nie-ma",
        "/osoby/nie-ma",
        "/sala/nie-ma",
        "/drzwi/nie-ma",
        "/assets/nie-ma.js",
        "/sesje",
        "/%FF",
        "//",
    ] {
        let page = visitor.get(path).await;
        assert!(
            page.status == StatusCode::NOT_FOUND || page.status == StatusCode::PERMANENT_REDIRECT,
            "{path}: {}",
            page.status
        );
    }
    visitor
        .get("/nie-ma")
        .await
        .says("Takiej strony nie ma")
        .says("noindex");
    let length = visitor
        .get("/nie-ma")
        .await
        .header("content-length")
        .to_owned();
    assert!(length.is_empty() || length == visitor.get("/nie-ma").await.bytes().len().to_string());
    visitor
        .get("/en/nothing")
        .await
        .says("There is no such page");
    assert_eq!(
        visitor.post("/program/15-listopada", "").await.status,
        StatusCode::METHOD_NOT_ALLOWED
    );
}

#[tokio::test]
async fn an_address_with_a_slash_at_its_end_leads_to_the_one_without() {
    let congress = support::open().await;

    let page = congress.visitor().get("/osoby/?x=1").await;
    let trick = congress.visitor().get("//evil.example/").await;

    assert_eq!(page.header("location"), "/osoby?x=1");
    assert_eq!(trick.header("location"), "/evil.example");
}

#[tokio::test]
async fn every_answer_is_protected() {
    let congress = support::open().await;
    let mut visitor = congress.visitor();

    for path in ["/", "/nie-ma", "/schedule.xml", "/sw.js", SESSION] {
        let page = visitor.get(path).await;
        let policy = page.header("content-security-policy");
        assert!(
            policy.contains("default-src 'none'") && !policy.contains("unsafe"),
            "{path}: {policy}"
        );
        assert_eq!(page.header("x-content-type-options"), "nosniff", "{path}");
    }
    let page = visitor.get("/").await;
    page.does_not_say(" style=").does_not_say(" onclick=");
}

#[tokio::test]
async fn a_page_that_is_known_already_is_not_sent_again() {
    let congress = support::open().await;
    let mut visitor = congress.visitor();

    let brotli = visitor
        .get_with("/program/15-listopada", &[("accept-encoding", "br, gzip")])
        .await;
    let gzip = visitor
        .get_with("/program/15-listopada", &[("accept-encoding", "gzip")])
        .await;
    let plain = visitor.get("/program/15-listopada").await;
    assert_eq!(brotli.header("content-encoding"), "br");
    assert_eq!(gzip.header("content-encoding"), "gzip");
    assert_ne!(brotli.etag(), plain.etag());

    let again = visitor
        .get_with(
            "/program/15-listopada",
            &[("accept-encoding", "br"), ("if-none-match", brotli.etag())],
        )
        .await;
    assert_eq!(again.status, StatusCode::NOT_MODIFIED);
    assert!(again.bytes().is_empty());
}

#[tokio::test]
async fn the_theme_is_remembered() {
    let congress = support::open().await;
    let mut visitor = congress.visitor();

    visitor.post("/wyglad", "theme=dark").await;
    visitor.get("/").await.says("data-theme=\"dark\"");
    visitor.post("/en/appearance", "theme=nonsense").await;
    visitor.get("/").await.does_not_say("data-theme=");
}

#[tokio::test]
async fn nothing_typed_into_an_address_comes_back_as_markup() {
    let congress = support::open().await;

    let page = congress
        .visitor()
        .get("/program/15-listopada?temat=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")
        .await;

    assert_eq!(page.status, StatusCode::OK);
    page.does_not_say("<script>alert");
}

#[tokio::test]
async fn a_title_in_one_language_only_is_marked_in_the_other() {
    let congress = support::open().await;
    congress
        .edit(|draft| {
            session(draft, "S39").title =
                wiec_model::Text::in_language(wiec_model::Lang::Pl, "Tylko po polsku").unwrap()
        })
        .await;
    congress.release("1.1").await;

    let page = congress.visitor().get("/en/programme/15-november").await;

    page.says("<span lang=\"pl\">Tylko po polsku</span>")
        .does_not_say("Urban greenery");
}

#[tokio::test]
async fn an_answer_that_is_repeated_is_the_same_to_the_byte_and_to_the_header() {
    let congress = support::open().await;
    let mut visitor = congress.visitor();
    for path in [
        "/",
        "/program/15-listopada",
        SESSION,
        "/schedule.json",
        "/en/people",
    ] {
        let first = visitor.get_with(path, &[("accept-encoding", "br")]).await;
        let again = visitor.get_with(path, &[("accept-encoding", "br")]).await;
        assert_eq!(
            (&first.headers, first.bytes()),
            (&again.headers, again.bytes()),
            "{path}"
        );
        let known = [("accept-encoding", "br"), ("if-none-match", first.etag())];
        let known = visitor.get_with(path, &known).await;
        assert_eq!(known.status, StatusCode::NOT_MODIFIED, "{path}");
        assert!(
            known.bytes().is_empty() && known.header("etag") == first.etag(),
            "{path}"
        );
    }
}

#[tokio::test]
async fn what_is_repeated_ends_with_its_minute_and_with_its_release() {
    let congress = support::open().await;
    let mut visitor = congress.visitor();
    visitor.get("/").await.says("11:15");
    visitor.get(SESSION).await.says("Zieleń miejska");

    congress.advance(jiff::SignedDuration::from_mins(1));
    visitor.get("/").await.says("11:16");

    congress
        .edit(|draft| {
            session(draft, "S39").title =
                wiec_model::Text::in_language(wiec_model::Lang::Pl, "Nowy tytuł").unwrap();
        })
        .await;
    congress.release("1.1").await;
    visitor
        .get("/program/15-listopada")
        .await
        .says("Nowy tytuł");
}

#[tokio::test]
async fn strange_parameters_change_nothing_and_are_not_kept() {
    let congress = support::open().await;
    let mut visitor = congress.visitor();

    let plain = visitor.get("/program/15-listopada").await;
    let tagged = visitor.get("/program/15-listopada?utm=x&temat=").await;
    let doubled = visitor
        .get("/program/15-listopada?temat=mie&theme=mie")
        .await;

    assert_eq!(plain.text(), tagged.text());
    assert_eq!(doubled.status, StatusCode::OK);
    assert_eq!(
        visitor.get("/program/%FF").await.status,
        StatusCode::NOT_FOUND
    );
    visitor
        .get("/program/%FF")
        .await
        .says("Takiej strony nie ma");
}

#[tokio::test]
async fn a_session_leads_to_the_proposals_that_are_debated_in_it_and_so_does_the_map_of_the_site() {
    let congress = support::open().await;
    let draft = congress.draft().await;
    let guid = draft
        .sessions
        .iter()
        .find(|it| SESSION.ends_with(it.slug.get(Lang::Pl).as_str()));
    let public = proposal(&congress, "zielen", vec![guid.unwrap().guid]).await;
    publish(&congress, &public).await;
    proposal(&congress, "tajne", vec![guid.unwrap().guid]).await;
    let app = &congress.app;
    app.proposals
        .refresh(&app.store, &app.editions)
        .await
        .unwrap();

    let mut visitor = congress.visitor();
    visitor
        .get(SESSION)
        .await
        .says("Propozycje na tej sesji")
        .says("href=\"/propozycje/zielen\"")
        .does_not_say("/propozycje/tajne");
    visitor
        .get("/sitemap.xml")
        .await
        .says("<loc>https://kongres.example/kpm-2019/propozycje/zielen</loc>")
        .does_not_say("tajne");
    visitor
        .get("/sesje/noc-wtop-nielatwe-drogi-do-sukcesu")
        .await
        .does_not_say("Propozycje na tej sesji");
}

/// A proposal that is debated in sessions, with a draft and no version.
async fn proposal(congress: &TestCongress, word: &str, sessions: Vec<uuid::Uuid>) -> Proposal {
    let programme = testing::sample();
    let about = About {
        track: programme.tracks[0].slug.clone(),
        goals: Vec::new(),
        lang: Lang::Pl,
        title: Text::in_language(Lang::Pl, word).unwrap(),
        lead: None,
        disclaimer: None,
        team: Vec::new(),
        sessions,
    };
    let new = NewProposal {
        id: ProposalId(uuid::Uuid::new_v5(
            &uuid::Uuid::NAMESPACE_URL,
            word.as_bytes(),
        )),
        congress: slug(SAMPLE),
        slug: slug(word),
        about,
        discussion: Discussion::usual(),
        content: Content::empty(),
    };
    let store = &congress.app.store;
    let mut tx = store.begin(Actor::Operator, congress.now()).await.unwrap();
    tx.register().create(&new).await.unwrap();
    tx.commit().await.unwrap();
    let found = store.register().find(&slug(SAMPLE), &slug(word)).await;
    found.unwrap().unwrap()
}

async fn publish(congress: &TestCongress, proposal: &Proposal) {
    let store = &congress.app.store;
    let mut tx = store.begin(Actor::Operator, congress.now()).await.unwrap();
    tx.register().publish(proposal, 0, None).await.unwrap();
    tx.commit().await.unwrap();
}
