//! What a later release does to calendars, feeds, files and addresses.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use axum::http::StatusCode;
use jiff::SignedDuration;
use wiec_kit::testing::session;

const SESSION: &str = "/sesje/zielen-miejska-kto-ja-liczy-kto-podlewa";

/// The lines of the only event in a calendar.
fn event(calendar: &str) -> Vec<String> {
    let unfolded = calendar.replace("\r\n ", "");
    let event = unfolded
        .split("BEGIN:VEVENT")
        .nth(1)
        .unwrap()
        .split("END:VEVENT")
        .next()
        .unwrap();
    event.lines().map(str::to_owned).collect()
}

fn property(calendar: &str, name: &str) -> String {
    let event = event(calendar);
    event
        .iter()
        .find_map(|line| {
            line.strip_prefix(name)
                .and_then(|rest| rest.strip_prefix(':'))
        })
        .unwrap()
        .to_owned()
}

#[tokio::test]
async fn a_changed_session_keeps_its_uid_raises_its_sequence_and_appears_in_the_feed() {
    let congress = support::open().await;
    let mut visitor = congress.visitor();
    let before = visitor
        .get(&format!("{SESSION}/kalendarz.ics"))
        .await
        .text();

    congress.advance(SignedDuration::from_mins(5));
    congress
        .edit(|draft| {
            let slot = session(draft, "S39").slot.as_mut().unwrap();
            slot.starts_at = slot
                .starts_at
                .saturating_add(SignedDuration::from_mins(10))
                .unwrap();
            slot.room = "silnica".parse().unwrap();
        })
        .await;
    congress.release("1.1").await;
    let after = visitor
        .get(&format!("{SESSION}/kalendarz.ics"))
        .await
        .text();

    assert_eq!(property(&before, "UID"), property(&after, "UID"));
    assert_eq!(
        (property(&before, "SEQUENCE"), property(&after, "SEQUENCE")),
        ("0".to_owned(), "1".to_owned())
    );
    assert_eq!(property(&after, "STATUS"), "CONFIRMED");
    visitor
        .get("/changes.atom")
        .await
        .says("Nowa godzina")
        .says("Zieleń miejska");
    visitor
        .get("/zmiany")
        .await
        .says("Wersja 1.1")
        .says("Nowa godzina")
        .says("Nowa sala")
        .says("Silnica");
    visitor
        .get("/en/changes")
        .await
        .says("New time")
        .says("New room");
}

#[tokio::test]
async fn an_unchanged_session_keeps_its_calendar_to_the_byte() {
    let congress = support::open().await;
    let mut visitor = congress.visitor();
    let path = "/sesje/smart-city-bez-gadzetow/kalendarz.ics";
    let before = visitor.get(path).await;

    congress
        .edit(|draft| session(draft, "S39").stream = wiec_model::session::Stream::RoomOnly)
        .await;
    congress.release("1.1").await;

    assert_eq!(visitor.get(path).await.text(), before.text());
    let known = visitor
        .get_with(path, &[("if-none-match", before.etag())])
        .await;
    assert_eq!(known.status, StatusCode::NOT_MODIFIED);
}

#[tokio::test]
async fn a_dropped_session_is_cancelled_in_calendars_and_says_so_at_its_old_address() {
    let congress = support::open().await;
    let mut visitor = congress.visitor();
    visitor.post("/moje", "add=S39").await;

    congress
        .edit(|draft| {
            draft
                .sessions
                .retain(|session| session.code.as_str() != "S39")
        })
        .await;
    congress.release("1.1").await;

    let calendar = visitor
        .get(&format!("{SESSION}/kalendarz.ics"))
        .await
        .text();
    assert_eq!(property(&calendar, "STATUS"), "CANCELLED");
    assert_eq!(property(&calendar, "SEQUENCE"), "1");
    let page = visitor.get(SESSION).await;
    assert_eq!(page.status, StatusCode::GONE);
    page.says("Spotkanie odwołane").says("noindex");
    visitor
        .get("/program/15-listopada")
        .await
        .does_not_say("Zieleń miejska");
    visitor.get("/zmiany").await.says("Odwołane");
    visitor
        .get("/moje")
        .await
        .says("Odwołane")
        .says("Zieleń miejska");
    visitor.get("/kalendarz.ics").await.says("STATUS:CANCELLED");
}

#[tokio::test]
async fn a_release_without_a_change_is_refused() {
    let congress = support::open().await;

    let refused = support::release(&congress.app, &"kpm-2019".parse().unwrap(), "1.1").await;

    assert_eq!(
        refused.unwrap_err().to_string(),
        "nothing changed since release 1"
    );
}

#[tokio::test]
async fn files_made_for_another_address_of_the_site_are_made_anew() {
    let congress = support::open().await;
    let mut app = congress.app.clone();
    assert_eq!(
        wiec_programme::release::renew_exports(&app).await.unwrap(),
        0
    );

    app.site = std::sync::Arc::new(wiec_kit::app::Site {
        base: "https://nowy.example".into(),
        proxy: wiec_kit::app::Proxy::None,
    });

    assert_eq!(
        wiec_programme::release::renew_exports(&app).await.unwrap(),
        1
    );
    let xml = app
        .store
        .exports()
        .find(&"kpm-2019".parse().unwrap(), 1, "pl/schedule.xml")
        .await
        .unwrap()
        .unwrap();
    assert!(
        String::from_utf8(xml.identity)
            .unwrap()
            .contains("https://nowy.example/kpm-2019")
    );
    assert_eq!(
        wiec_programme::release::renew_exports(&app).await.unwrap(),
        0
    );
}

#[tokio::test]
async fn every_file_of_a_release_is_there_in_both_languages() {
    let congress = support::open().await;
    let mut visitor = congress.visitor();

    for (path, media_type) in [
        ("/kalendarz.ics", "text/calendar; charset=utf-8"),
        (
            "/program/15-listopada/kalendarz.ics",
            "text/calendar; charset=utf-8",
        ),
        (
            "/sala/kadzielnia/kalendarz.ics",
            "text/calendar; charset=utf-8",
        ),
        ("/en/calendar.ics", "text/calendar; charset=utf-8"),
        (
            "/en/programme/15-november/calendar.ics",
            "text/calendar; charset=utf-8",
        ),
        ("/schedule.xml", "application/xml; charset=utf-8"),
        ("/en/schedule.json", "application/json"),
        ("/schedule.csv", "text/csv; charset=utf-8"),
        ("/schedule.jsonld", "application/ld+json"),
        ("/changes.atom", "application/atom+xml; charset=utf-8"),
        ("/manifest.webmanifest", "application/manifest+json"),
        ("/offline/en.json", "application/json"),
        ("/kpm-2019/schedule.xml", "application/xml; charset=utf-8"),
    ] {
        let file = visitor.get(path).await;
        assert_eq!(
            (file.status, file.header("content-type")),
            (StatusCode::OK, media_type),
            "{path}"
        );
    }
}

#[tokio::test]
async fn the_offline_bundle_holds_every_day_and_every_session_and_nothing_of_the_hour() {
    let congress = support::open().await;

    let bundle: serde_json::Value =
        serde_json::from_str(&congress.visitor().get("/offline/pl.json").await.text()).unwrap();

    let pages = bundle["pages"].as_object().unwrap();
    assert_eq!(pages.len(), 3 + 62 + 1);
    assert_eq!(bundle["days"][1]["path"], "/program/15-listopada");
    congress
        .visitor()
        .get("/program/15-listopada")
        .await
        .says(&format!("data-release={}", bundle["release"]));
    congress
        .visitor()
        .get("/kpm-2019/program/15-listopada")
        .await
        .does_not_say("data-release");
    assert!(
        pages["/program/15-listopada"]
            .as_str()
            .unwrap()
            .contains("Zieleń miejska")
    );
    assert!(
        pages
            .values()
            .all(|page| !page.as_str().unwrap().contains("is-live"))
    );
}
