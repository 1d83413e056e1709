//! Days, rooms, tracks, kinds, people and the congress: made, edited, deleted, refused.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use axum::http::StatusCode;
use support::{hidden, open};
use wiec_kit::testing::Page;
use wiec_model::Lang;
use wiec_model::rules::Role;

const ROOMS: &str = "/biuro/kpm-2019/sale";
const ROOM: &str = "/biuro/kpm-2019/sale/silnica";

fn seen(page: &Page) -> String {
    hidden(page, "seen")
}

#[tokio::test]
async fn a_room_is_made_edited_and_deleted() {
    let congress = open().await;
    let mut organiser = congress.organiser().await;

    organiser
        .get(&format!("{ROOMS}?new"))
        .await
        .says("Nowa sala");
    let fields = [
        ("name-pl", "Zielona"),
        ("name-en", "Green"),
        ("capacity", "40"),
        ("features", "step_free"),
    ];
    let made = organiser.submit(ROOMS, &fields).await;
    made.leads_to("/biuro/kpm-2019/sale/zielona?saved");
    let page = organiser.get("/biuro/kpm-2019/sale/zielona").await;
    let seen = seen(&page);
    let edited = organiser
        .submit(
            "/biuro/kpm-2019/sale/zielona",
            &[("seen", &seen), ("name-pl", "Zielona"), ("capacity", "45")],
        )
        .await;

    edited.leads_to("/biuro/kpm-2019/sale/zielona?saved");
    let draft = congress.draft().await;
    let room = draft.room("zielona").unwrap();
    assert_eq!((room.capacity, room.name.exact(Lang::En)), (Some(45), None));
    let page = organiser.get("/biuro/kpm-2019/sale/zielona").await;
    let gone = [("act", "delete"), ("seen", &hidden(&page, "seen"))];
    organiser
        .submit("/biuro/kpm-2019/sale/zielona", &gone)
        .await
        .leads_to("/biuro/kpm-2019/sale?saved");
    assert!(congress.draft().await.room("zielona").is_none());
}

#[tokio::test]
async fn what_is_wrong_stands_at_its_field_and_nothing_typed_is_lost() {
    let congress = open().await;
    let mut organiser = congress.organiser().await;

    let page = organiser
        .submit(
            ROOMS,
            &[
                ("name-pl", ""),
                ("capacity", "dużo"),
                ("floor-pl", "parter przy rzece"),
            ],
        )
        .await;

    page.is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("f-name-pl-error")
        .says("value=\"dużo\"")
        .says("parter przy rzece");
}

#[tokio::test]
async fn the_second_editor_sees_what_the_first_saved_and_chooses() {
    let congress = open().await;
    let (mut first, mut second) = (congress.organiser().await, congress.organiser().await);
    let stale = seen(&second.get(ROOM).await);
    let fresh = seen(&first.get(ROOM).await);
    let theirs = [
        ("seen", fresh.as_str()),
        ("name-pl", "Silnica"),
        ("capacity", "81"),
    ];
    first.submit(ROOM, &theirs).await;

    let mine = [
        ("seen", stale.as_str()),
        ("name-pl", "Silnica"),
        ("capacity", "99"),
    ];
    let page = second.submit(ROOM, &mine).await;

    page.is(StatusCode::CONFLICT)
        .says("<td>99</td><td>81</td>")
        .says("value=\"99\"")
        .says("Zostaw moje");
    assert_eq!(
        congress.draft().await.room("silnica").unwrap().capacity,
        Some(81)
    );
    let known = seen(&page);
    let again = [
        ("seen", known.as_str()),
        ("name-pl", "Silnica"),
        ("capacity", "99"),
    ];
    second
        .submit(ROOM, &again)
        .await
        .leads_to(&format!("{ROOM}?saved"));
    assert_eq!(
        congress.draft().await.room("silnica").unwrap().capacity,
        Some(99)
    );
}

#[tokio::test]
async fn a_room_with_sessions_is_not_deleted() {
    let congress = open().await;
    let mut organiser = congress.organiser().await;
    let page = organiser.get(ROOM).await;
    let form = [("act", "delete"), ("seen", &hidden(&page, "seen"))];

    let page = organiser.submit(ROOM, &form).await;

    page.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert!(congress.draft().await.room("silnica").is_some());
}

#[tokio::test]
async fn every_list_and_page_is_there_in_both_languages() {
    let congress = open().await;
    let mut organiser = congress.organiser().await;
    for path in [
        "/biuro/kpm-2019/ustawienia",
        "/biuro/kpm-2019/dni",
        "/biuro/kpm-2019/dni/2019-11-15",
        "/biuro/kpm-2019/sale",
        "/biuro/kpm-2019/tematy",
        "/biuro/kpm-2019/rodzaje",
        "/biuro/kpm-2019/osoby",
        "/biuro/kpm-2019/osoby?new",
        "/biuro/kpm-2019/sesje",
        "/biuro/kpm-2019/sesje/S06",
        "/biuro/kpm-2019/sesje?new",
        "/biuro/kpm-2019/harmonogram/15-listopada",
        "/en/office/kpm-2019/settings",
        "/en/office/kpm-2019/days",
        "/en/office/kpm-2019/rooms/silnica",
        "/en/office/kpm-2019/tracks",
        "/en/office/kpm-2019/kinds",
        "/en/office/kpm-2019/people",
        "/en/office/kpm-2019/sessions",
        "/en/office/kpm-2019/sessions/S06",
        "/en/office/kpm-2019/schedule/15-november",
    ] {
        let page = organiser.get(path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        assert_eq!(page.header("cache-control"), "private, no-store", "{path}");
    }
}

#[tokio::test]
async fn nobody_else_learns_that_any_of_it_exists() {
    let congress = open().await;
    for path in [
        ROOMS,
        ROOM,
        "/biuro/kpm-2019/ustawienia",
        "/biuro/kpm-2019/sesje",
        "/biuro/kpm-2019/sesje/S06",
        "/biuro/kpm-2019/harmonogram/15-listopada",
    ] {
        let mut volunteer = congress.member_as(Role::Volunteer).await;
        volunteer.get(path).await.is(StatusCode::NOT_FOUND);
        volunteer
            .post(path, "act=save")
            .await
            .is(StatusCode::NOT_FOUND);
        congress
            .member()
            .await
            .get(path)
            .await
            .is(StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_list_costs_the_same_whatever_its_length() {
    let congress = open().await;
    let mut organiser = congress.organiser().await;
    let base = congress.draft().await;
    congress
        .same_queries_at_one_and_three(&mut organiser, ROOMS, async |_| {
            let mut draft = congress.draft().await;
            let mut room = base.rooms[0].clone();
            let number = draft.rooms.len();
            room.slug = room.slug.numbered(number + 1);
            room.guid = wiec_model_guid(number);
            draft.rooms.push(room);
            congress.save(&draft).await;
        })
        .await;
}

fn wiec_model_guid(number: usize) -> uuid::Uuid {
    uuid::Uuid::from_u128(0xabc0_0000 + number as u128)
}

#[tokio::test]
async fn the_congress_takes_a_name_and_refuses_a_zone_that_does_not_exist() {
    let congress = open().await;
    let mut organiser = congress.organiser().await;
    let path = "/biuro/kpm-2019/ustawienia";
    let seen = seen(&organiser.get(path).await);
    let wrong = [
        ("seen", seen.as_str()),
        ("name-pl", "Kongres"),
        ("zone", "Warszawa"),
    ];

    organiser
        .submit(path, &wrong)
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("value=\"Warszawa\"");
    let right = [
        ("seen", seen.as_str()),
        ("name-pl", "Kongres"),
        ("zone", "Europe/Warsaw"),
        ("languages", "pl, en"),
    ];
    organiser
        .submit(path, &right)
        .await
        .leads_to(&format!("{path}?saved"));
    assert_eq!(congress.draft().await.name(Lang::Pl), "Kongres");
}
