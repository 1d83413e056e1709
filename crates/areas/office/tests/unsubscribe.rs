//! Having no more letters, by the mark in an address.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use axum::http::StatusCode;
use wiec_kit::letter::{mark_words, unsubscribe_mark};
use wiec_kit::testing::{SAMPLE, TestCongress, slug};

#[tokio::test]
async fn whoever_has_the_mark_of_an_address_stops_its_letters_by_a_button_only() {
    let congress = TestCongress::open(wiec_office::routes).await;
    let app = &congress.app;
    let address = "anna@kielce.example".parse().unwrap();
    let mark = unsubscribe_mark(&app.secret, &slug(SAMPLE), &address);
    let words = mark_words(&app.secret, mark);
    let path = format!("/wypisz/{words}");
    let mut visitor = congress.visitor();
    visitor.get(&path).await.says("Nie wysyłajcie więcej");
    assert!(!app.store.unsubscriptions().contains(mark).await.unwrap());
    for _ in 0..2 {
        visitor.submit(&path, &[]).await.says("Zapisane");
    }
    assert!(app.store.unsubscriptions().contains(mark).await.unwrap());
    // The same page in the other language, for the same address.
    let there = format!("/en/unsubscribe/{words}");
    visitor.get(&path).await.says(&format!("href=\"{there}\""));
    visitor.submit(&there, &[("act", "undo")]).await;
    assert!(!app.store.unsubscriptions().contains(mark).await.unwrap());
    let made_up = format!("/wypisz/{}", "0".repeat(words.len()));
    for wrong in ["/wypisz/nonsens", &made_up] {
        visitor.get(wrong).await.is(StatusCode::NOT_FOUND);
        visitor.submit(wrong, &[]).await.is(StatusCode::NOT_FOUND);
    }
    // RFC 8058: a mail program asks without a page of ours, and names no origin.
    let one_click = visitor
        .post_with(&path, "List-Unsubscribe=One-Click", &[])
        .await;
    one_click.is(StatusCode::OK);
}
