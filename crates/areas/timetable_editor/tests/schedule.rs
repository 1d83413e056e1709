//! The schedule's grid and the table of sessions: moving, clashing, and two people at once.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use axum::http::StatusCode;
use support::{hidden, open};
use wiec_kit::testing::TestCongress;
use wiec_model::edit::{Thing, fingerprint};

const DAY: &str = "/biuro/kpm-2019/harmonogram/14-listopada";
const TABLE: &str = "/biuro/kpm-2019/sesje";

async fn seen(congress: &TestCongress, code: &str) -> String {
    let slot = Thing::Slot(code.parse().unwrap());
    fingerprint(&congress.draft().await, &slot)
        .unwrap()
        .to_string()
}

async fn place(congress: &TestCongress, code: &str) -> Option<(String, String)> {
    let draft = congress.draft().await;
    let slot = draft.session(code).unwrap().slot.clone()?;
    let zone = draft.congress.zone.rules();
    let start = zone.to_datetime(slot.starts_at).time().to_string();
    Some((slot.room.to_string(), start[..5].to_owned()))
}

#[tokio::test]
async fn a_session_is_moved_and_the_grid_says_what_clashes() {
    let congress = open().await;
    let mut organiser = congress.organiser().await;
    // S06 stands in Kadzielnia from 12:30; the session that is in Wielka at that time is in its way.
    let draft = congress.draft().await;
    let own = draft.session("S06").unwrap().slot.clone().unwrap();
    let other = draft
        .sessions
        .iter()
        .find(|one| {
            let slot = one.slot.as_ref();
            one.code.as_str() != "S06"
                && !draft.is_service(one)
                && slot.is_some_and(|slot| slot.overlaps(&own) && slot.room != own.room)
        })
        .unwrap();
    let room = other.slot.clone().unwrap().room.to_string();
    let known = seen(&congress, "S06").await;
    let form = [
        ("code", "S06"),
        ("seen-slot", known.as_str()),
        ("act", "move"),
        ("room", room.as_str()),
        ("day", "2019-11-14"),
        ("start", "12:30"),
        ("minutes", "90"),
    ];

    let moved = organiser.submit(DAY, &form).await;

    moved.leads_to(&format!("{DAY}?sesja=S06"));
    assert_eq!(
        place(&congress, "S06").await,
        Some((room, "12:30".to_owned()))
    );
    let page = organiser.get(&format!("{DAY}?sesja=S06")).await;
    page.says("is-bad")
        .says("dwa spotkania naraz")
        .says("id=\"wybrane\"");
}

#[tokio::test]
async fn arrows_move_by_a_quarter_and_by_a_room() {
    let congress = open().await;
    let mut organiser = congress.organiser().await;
    let step = async |act: &str| {
        let known = seen(&congress, "S06").await;
        [
            ("code", "S06".to_owned()),
            ("seen-slot", known),
            ("act", act.to_owned()),
        ]
    };
    for act in ["later", "left"] {
        let form = step(act).await;
        let form: Vec<(&str, &str)> = form
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        organiser
            .submit(DAY, &form)
            .await
            .leads_to(&format!("{DAY}?sesja=S06"));
    }
    assert_eq!(
        place(&congress, "S06").await,
        Some(("wielka".to_owned(), "12:45".to_owned()))
    );
    let form = step("unschedule").await;
    let form: Vec<(&str, &str)> = form
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    organiser.submit(DAY, &form).await;
    assert_eq!(place(&congress, "S06").await, None);
    organiser
        .get(DAY)
        .await
        .says("Nierozmieszczone <span class=\"count\">1</span>");
}

#[tokio::test]
async fn a_move_from_a_stale_page_is_not_made() {
    let congress = open().await;
    let mut organiser = congress.organiser().await;
    let stale = seen(&congress, "S06").await;
    let away = [
        ("code", "S06"),
        ("seen-slot", stale.as_str()),
        ("act", "unschedule"),
    ];
    organiser.submit(DAY, &away).await;
    let form = [
        ("code", "S06"),
        ("seen-slot", stale.as_str()),
        ("act", "move"),
        ("room", "wielka"),
        ("day", "2019-11-14"),
        ("start", "9:00"),
        ("minutes", "30"),
    ];

    let page = organiser.submit(DAY, &form).await;

    page.is(StatusCode::CONFLICT).says("Zostaw moje");
    assert_eq!(place(&congress, "S06").await, None);
}

#[tokio::test]
async fn a_start_without_a_room_is_told_at_its_field() {
    let congress = open().await;
    let mut organiser = congress.organiser().await;
    let known = seen(&congress, "S06").await;
    let form = [
        ("code", "S06"),
        ("seen-slot", known.as_str()),
        ("act", "move"),
        ("day", "2019-11-14"),
        ("start", "25:00"),
        ("minutes", "30"),
    ];

    let page = organiser.submit(DAY, &form).await;

    page.is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("f-room-error")
        .says("value=\"25:00\"");
}

#[tokio::test]
async fn a_row_of_the_table_is_saved_and_the_others_stay() {
    let congress = open().await;
    let mut organiser = congress.organiser().await;
    let page = organiser.get(&format!("{TABLE}?q=S06")).await;
    let fields = [
        ("row", "S06".to_owned()),
        ("save", "S06".to_owned()),
        ("S06.was", hidden(&page, "S06.was")),
        ("S06.seen", hidden(&page, "S06.seen")),
        ("S06.seen-slot", hidden(&page, "S06.seen-slot")),
        ("S06.title-pl", "Nowy tytuł".to_owned()),
        ("S06.title-en", "New title".to_owned()),
        (
            "S06.kind",
            congress
                .draft()
                .await
                .session("S06")
                .unwrap()
                .kind
                .to_string(),
        ),
        ("S06.room", "kadzielnia".to_owned()),
        ("S06.day", "2019-11-14".to_owned()),
        ("S06.start", "12:30".to_owned()),
        ("S06.minutes", "90".to_owned()),
        ("S06.capacity", "50".to_owned()),
    ];
    let form: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();

    let saved = organiser.submit(&format!("{TABLE}?q=S06"), &form).await;

    saved.leads_to(&format!("{TABLE}?q=S06&saved"));
    let draft = congress.draft().await;
    let session = draft.session("S06").unwrap();
    assert_eq!(session.title.words(wiec_model::Lang::En), "New title");
    assert_eq!((session.capacity, &session.track), (Some(50), &None));
    // The same form once more: the row is not as it was seen any more.
    let page = organiser.submit(&format!("{TABLE}?q=S06"), &form).await;
    page.leads_to(&format!("{TABLE}?q=S06&saved"));
}

#[tokio::test]
async fn a_wrong_row_is_told_and_keeps_what_was_typed() {
    let congress = open().await;
    let mut organiser = congress.organiser().await;
    let fields = [
        ("row", "S06"),
        ("save", "all"),
        ("S06.was", "x"),
        ("S06.minutes", "wiele"),
        ("S06.title-pl", "Ala"),
    ];

    let page = organiser.submit(TABLE, &fields).await;

    page.is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("value=\"wiele\"")
        .says("value=\"Ala\"");
}

#[tokio::test]
async fn the_filter_and_the_order_stand_in_the_address() {
    let congress = open().await;
    let mut organiser = congress.organiser().await;

    let page = organiser
        .get(&format!("{TABLE}?room=kadzielnia&sort=code"))
        .await;

    page.says("value=\"S06\"")
        .says("aria-sort=\"ascending\"")
        .does_not_say("id=\"w-S01\"");
}
