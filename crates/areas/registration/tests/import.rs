//! Lists of people who registered elsewhere.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use axum::http::StatusCode;
use wiec_kit::testing::{SAMPLE, slug};
use wiec_model::rules::Role;
use wiec_store::Act;

use support::*;

const IMPORT: &str = "/biuro/kpm-2019/rejestracje/wczytaj";
const LIST: &str = "Imię i nazwisko;Adres e-mail;Środowisko\nAnna Żak;anna@kielce.example;samorząd\nBez adresu;;nauka\n<b>Ewa;ewa@kielce.example;kosmos\nJan Nowak;jan@kielce.example;\n";

#[tokio::test]
async fn a_list_is_looked_at_with_its_wrong_lines_before_anything_is_written() {
    let door = Door::open(10).await;
    let mut organiser = door.congress.organiser().await;
    organiser
        .submit(IMPORT, &[("act", "look"), ("list", LIST)])
        .await
        .is(StatusCode::OK)
        .says("2 osoby gotowe do wczytania")
        .says("2 wiersze są błędne")
        .says("Puste pole: Adres e-mail")
        .says("„kosmos” nie da się odczytać")
        .says("&#60;b&#62;Ewa")
        .does_not_say("<b>Ewa");
    assert_eq!(door.all().await, []);
}

#[tokio::test]
async fn those_of_the_right_lines_are_registered_once_in_their_order_and_told_if_that_is_wanted() {
    let door = Door::open(1).await;
    let mut organiser = door.congress.organiser().await;
    let fields = [("act", "write"), ("list", LIST), ("tell", "1")];
    for _ in 0..2 {
        organiser
            .submit(IMPORT, &fields)
            .await
            .leads_to("/biuro/kpm-2019/rejestracje?saved");
    }

    let all = door.all().await;
    let names: Vec<&str> = all.iter().map(|it| it.answers.name.as_str()).collect();
    assert_eq!(names, ["Anna Żak", "Jan Nowak"]);
    let places: Vec<bool> = all.iter().map(|it| it.state.takes_place()).collect();
    assert_eq!(places, [true, false], "there is one place");
    let letters = door.letters(0).await;
    let to: Vec<&str> = letters.iter().map(|it| it.to[0].as_str()).collect();
    assert_eq!(to, ["anna@kielce.example", "jan@kielce.example"]);
    let history = door.congress.app.store.history();
    let acts = history.list(&slug(SAMPLE), 99).await.unwrap();
    let imports = acts.iter().filter(|it| it.act == Act::ImportPeople);
    assert_eq!(imports.count(), 1, "the second time nobody came in");
}

#[tokio::test]
async fn whoever_is_registered_stays_as_they_are() {
    let door = Door::open(10).await;
    register(&mut door.congress.visitor(), "anna@kielce.example").await;
    let before = door.all().await;
    let mut organiser = door.congress.organiser().await;
    let list = "name,email\nKtoś Inny,anna@kielce.example\n";
    organiser
        .submit(IMPORT, &[("act", "write"), ("list", list)])
        .await
        .is(StatusCode::SEE_OTHER);
    assert_eq!(door.all().await, before);
}

#[tokio::test]
async fn thousands_of_lines_fit_and_a_list_without_addresses_is_refused_with_all_that_was_pasted() {
    let door = Door::open(10).await;
    let mut organiser = door.congress.organiser().await;
    let mut long = "name,email\n".to_owned();
    for number in 0..4000 {
        long.push_str(&format!(
            "Łucja Żółć {number},osoba-{number}@kielce.example\n"
        ));
    }
    organiser
        .submit(IMPORT, &[("act", "look"), ("list", &long)])
        .await
        .is(StatusCode::OK)
        .says("4000 osób gotowych");
    let list = "name;phone\nAnna;123\n";
    organiser
        .submit(IMPORT, &[("act", "write"), ("list", list)])
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("Brakuje kolumny: Adres e-mail")
        .says("Anna;123");
}

#[tokio::test]
async fn nobody_else_takes_in_a_list() {
    let door = Door::open(10).await;
    for role in [Role::Editor, Role::Volunteer, Role::Participant] {
        let mut other = door.congress.member_as(role).await;
        other.get(IMPORT).await.is(StatusCode::NOT_FOUND);
        let fields = [("act", "write"), ("list", LIST)];
        other
            .submit(IMPORT, &fields)
            .await
            .is(StatusCode::NOT_FOUND);
    }
    assert_eq!(door.all().await, []);
}
