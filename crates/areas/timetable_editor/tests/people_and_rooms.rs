//! When people and rooms can, and how people are reached: pages of which the second editor sees the
//! first's change.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use axum::http::StatusCode;
use support::{hidden, open};
use wiec_kit::testing::{Page, TestCongress, Visitor};
use wiec_model::availability::{Availability, Whose};
use wiec_model::rules::Role;

const ROOM: &str = "/biuro/kpm-2019/dyspozycyjnosc?whose=room.silnica";
const SAVE: &str = "/biuro/kpm-2019/dyspozycyjnosc";

async fn said(congress: &TestCongress) -> Availability {
    let all = congress.app.store.availabilities();
    let all = all.list(&"kpm-2019".parse().unwrap()).await.unwrap();
    all.of(&Whose::Room("silnica".parse().unwrap())).clone()
}

async fn save(editor: &mut Visitor, seen: &str, hours: &[(&str, &str)]) -> Page {
    let mut fields = vec![("whose", "room.silnica"), ("seen", seen)];
    fields.extend(hours);
    editor.submit(SAVE, &fields).await
}

#[tokio::test]
async fn a_room_that_can_be_had_in_the_morning_and_in_the_evening_keeps_both() {
    let congress = open().await;
    let mut editor = congress.member_as(Role::Editor).await;
    let seen = hidden(&editor.get(ROOM).await, "seen");
    let hours = [
        ("from.0", "8:00"),
        ("to.0", "12:00"),
        ("from.0.1", "17:00"),
        ("to.0.1", "21:00"),
    ];
    save(&mut editor, &seen, &hours)
        .await
        .is(StatusCode::SEE_OTHER);
    assert_eq!(said(&congress).await.windows().len(), 2);

    let page = editor.get(ROOM).await;
    page.says("value=\"08:00\"").says("value=\"21:00\"");
    let seen = hidden(&page, "seen");
    save(&mut editor, &seen, &hours)
        .await
        .is(StatusCode::SEE_OTHER);
    assert_eq!(said(&congress).await.windows().len(), 2, "as it was");
}

#[tokio::test]
async fn of_two_who_say_when_a_room_can_be_had_the_second_is_told_and_chooses() {
    let congress = open().await;
    let mut first = congress.member_as(Role::Editor).await;
    let mut second = congress.member_as(Role::Editor).await;
    let seen = hidden(&second.get(ROOM).await, "seen");
    let morning = [("from.0", "8:00"), ("to.0", "12:00")];
    save(&mut first, &seen, &morning)
        .await
        .is(StatusCode::SEE_OTHER);
    let before = said(&congress).await;

    let noon = [("from.0", "9:30"), ("to.0", "13:00")];
    let told = save(&mut second, &seen, &noon).await;
    told.is(StatusCode::CONFLICT)
        .says("w międzyczasie")
        .says("8:00–12:00")
        .says("value=\"9:30\"");
    assert_eq!(said(&congress).await, before);
    let seen = hidden(&told, "seen");
    save(&mut second, &seen, &noon)
        .await
        .is(StatusCode::SEE_OTHER);
    assert_ne!(said(&congress).await, before);
}

#[tokio::test]
async fn of_two_who_change_an_address_the_second_is_told_and_chooses() {
    let congress = open().await;
    let person = congress.draft().await.people[0].guid;
    let path = format!("/biuro/kpm-2019/osoby/{person}/poczta");
    let mut first = congress.member_as(Role::Editor).await;
    let mut second = congress.member_as(Role::Editor).await;
    second.get(&path).await.says("name=\"seen-email\"");
    let fields = |email, seen| {
        [
            ("act", "save"),
            ("email", email),
            ("lang", "pl"),
            ("seen-email", seen),
            ("seen-lang", "pl"),
        ]
    };
    first
        .submit(&path, &fields("anna@kielce.example", ""))
        .await
        .is(StatusCode::SEE_OTHER);
    second
        .submit(&path, &fields("ewa@kielce.example", ""))
        .await
        .is(StatusCode::CONFLICT)
        .says("teraz jest: anna@kielce.example")
        .says("value=\"ewa@kielce.example\"");
    second
        .submit(&path, &fields("ewa@kielce.example", "anna@kielce.example"))
        .await
        .is(StatusCode::SEE_OTHER);
    let contacts = congress.app.store.contacts();
    let now = contacts.find(&"kpm-2019".parse().unwrap(), person).await;
    let email = now.unwrap().unwrap().email.unwrap();
    assert_eq!(email.as_str(), "ewa@kielce.example");
}

#[tokio::test]
async fn nobody_else_sees_when_people_can_or_how_they_are_reached() {
    let congress = open().await;
    let person = congress.draft().await.people[0].guid;
    for role in [Role::Volunteer, Role::Participant] {
        let mut other = congress.member_as(role).await;
        let contact = format!("/biuro/kpm-2019/osoby/{person}/poczta");
        for path in [ROOM, contact.as_str()] {
            other.get(path).await.is(StatusCode::NOT_FOUND);
        }
        let fields = [("whose", "room.silnica"), ("seen", "[]")];
        other.submit(SAVE, &fields).await.is(StatusCode::NOT_FOUND);
    }
}
