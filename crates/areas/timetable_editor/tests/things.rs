//! Days, rooms, tracks, kinds, people and the congress: made, edited, deleted, refused.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use axum::http::StatusCode;
use support::{hidden, open};
use uuid::Uuid;
use wiec_kit::testing::{Page, Visitor};
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

const KALEIDOSCOPE: &str = "/biuro/kpm-2019/sesje/S13";

/// What a browser sends of the sheet of the kaleidoscope, if these people appear in it and these talks
/// are told in it: place, title, and who tells it.
fn kaleidoscope(page: &Page, people: &[Uuid], talks: &[[&str; 3]]) -> Vec<(String, String)> {
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let mut fields = vec![
        pair("seen", &hidden(page, "seen")),
        pair("seen-slot", &hidden(page, "seen-slot")),
        pair("title-pl", "Kalejdoskop"),
        pair("kind", "kaleidoscope"),
    ];
    for (line, person) in people.iter().enumerate() {
        let field = format!("people.{line}.person");
        fields.push(pair(&field, &person.to_string()));
    }
    for (line, [place, title, person]) in talks.iter().enumerate() {
        let field = |name: &str| format!("talks.{line}.{name}");
        fields.push(pair(&field("place"), place));
        fields.push(pair(&field("title-pl"), title));
        fields.push(pair(&field("minutes"), "4"));
        fields.push(pair(&field("people.0"), person));
    }
    fields
}

async fn send(office: &mut Visitor, fields: &[(String, String)]) -> Page {
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    office.submit(KALEIDOSCOPE, &fields).await
}

#[tokio::test]
async fn who_tells_a_talk_is_chosen_from_the_people_of_its_session() {
    let congress = open().await;
    let mut organiser = congress.organiser().await;
    let draft = congress.draft().await;
    let chair = draft.session("S13").unwrap().people[0].person;
    let guest = draft.people.iter().map(|person| person.guid);
    let guest = guest.into_iter().find(|guid| *guid != chair).unwrap();

    let page = organiser.get(KALEIDOSCOPE).await;
    let text = page.text();
    let select = text.split("name=\"talks.0.people.0\"").nth(1).unwrap();
    let select = select.split("</select>").next().unwrap();
    assert!(select.contains(&chair.to_string()) && !select.contains(&guest.to_string()));
    // The last becomes the first, and whoever tells it stays with it; who is added can tell something at once.
    let (chair_told, guest_told) = (chair.to_string(), guest.to_string());
    let talks = [
        ["2", "Raz", ""],
        ["3", "Dwa", &chair_told],
        ["1", "Trzy", &guest_told],
    ];
    send(
        &mut organiser,
        &kaleidoscope(&page, &[chair, guest], &talks),
    )
    .await
    .leads_to(&format!("{KALEIDOSCOPE}?saved"));

    let draft = congress.draft().await;
    let told = draft.session("S13").unwrap().talks.iter();
    let told: Vec<_> = told
        .map(|talk| (talk.title.words(Lang::Pl), talk.people.as_slice()))
        .collect();
    assert_eq!(
        told,
        [("Trzy", &[guest][..]), ("Raz", &[]), ("Dwa", &[chair])]
    );
    // There is room for one more than the longest list, whatever its length.
    organiser
        .get(KALEIDOSCOPE)
        .await
        .says("name=\"talks.0.people.1\"")
        .does_not_say("name=\"talks.0.people.2\"");
}

#[tokio::test]
async fn nobody_tells_a_talk_twice_untitled_or_of_a_session_that_they_left_and_what_was_typed_stays()
 {
    let congress = open().await;
    let mut organiser = congress.organiser().await;
    let before = congress.draft().await;
    let chair = before.session("S13").unwrap().people[0].person;
    let chosen = chair.to_string();
    let page = organiser.get(KALEIDOSCOPE).await;

    let left = kaleidoscope(&page, &[], &[["1", "Raz", &chosen]]);
    let mut twice = kaleidoscope(&page, &[chair], &[["1", "Raz", &chosen]]);
    twice.push(("talks.0.people.1".to_owned(), chosen.clone()));
    let untitled = kaleidoscope(&page, &[chair], &[["1", "", &chosen]]);
    let untitled: Vec<_> = untitled
        .into_iter()
        .filter(|(name, _)| name != "talks.0.minutes")
        .collect();
    for (fields, field, says) in [
        (
            left,
            "talks.0.people.0",
            "Tej osoby nie ma wśród osób spotkania.",
        ),
        (twice, "talks.0.people.1", "To się powtarza."),
        (untitled, "talks.0.title-pl", "Wpisz tytuł"),
    ] {
        let page = send(&mut organiser, &fields).await;

        page.is(StatusCode::UNPROCESSABLE_ENTITY)
            .says(&format!("f-{field}-error"))
            .says(says)
            .says(&format!("value=\"{chosen}\" selected"));
    }
    assert_eq!(congress.draft().await, before);
}
