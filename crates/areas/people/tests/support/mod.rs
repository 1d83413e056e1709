//! People in front of the pages of this area, and the letters that they get.

#![allow(dead_code, reason = "every test file uses its own part of this")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use axum::Router;
use wiec_kit::app::App;
use wiec_kit::testing::{TestCongress, Visitor};
use wiec_model::account::AccountId;
use wiec_model::mail::{Mail, MailId};
use wiec_model::rules::{Grant, Role};
use wiec_model::{Email, Lang};
use wiec_store::Actor;

/// The address of Anna, who signs in in most tests.
pub const ANNA: &str = "anna@kielce.example";

pub fn pages(lang: Lang) -> Router<App> {
    wiec_people::routes(lang)
}

pub async fn congress() -> TestCongress {
    TestCongress::open(pages).await
}

/// All letters to an address, oldest first.
pub async fn letters(congress: &TestCongress, to: &str) -> Vec<Mail> {
    let mut letters = Vec::new();
    // Letters of people who are gone leave gaps.
    for number in 1..100 {
        let found = congress.app.store.mails().find(MailId(number)).await;
        letters.extend(
            found
                .unwrap()
                .filter(|mail| mail.letter.to.email().as_str() == to),
        );
    }
    letters
}

/// The code in the newest letter to an address.
pub async fn code(congress: &TestCongress, to: &str) -> String {
    let body = letters(congress, to).await.pop().unwrap().letter.body;
    body.split("**")
        .nth(1)
        .unwrap()
        .chars()
        .filter(char::is_ascii_digit)
        .collect()
}

/// The path of the link in the newest letter to an address.
pub async fn link(congress: &TestCongress, to: &str) -> String {
    let body = letters(congress, to).await.pop().unwrap().letter.body;
    let link = body.split("https://kongres.example").nth(1).unwrap();
    link.split_whitespace().next().unwrap().to_owned()
}

/// Asks for a letter, as a browser does.
pub async fn ask(visitor: &mut Visitor, email: &str) {
    visitor
        .submit("/wejdz", &[("email", email)])
        .await
        .leads_to("/wejdz/kod");
}

/// Signs a browser in by the code of a letter.
pub async fn sign_in(congress: &TestCongress, visitor: &mut Visitor, email: &str) {
    ask(visitor, email).await;
    let code = code(congress, email).await;
    visitor
        .submit("/wejdz/kod", &[("code", &code)])
        .await
        .leads_to("/moj-kongres");
}

/// The account of an address.
pub async fn account(congress: &TestCongress, email: &str) -> AccountId {
    let email: Email = email.parse().unwrap();
    let found = congress.app.store.accounts().find_by_email(&email).await;
    found.unwrap().unwrap().id
}

/// Gives a role in the sample congress to an address.
pub async fn give(congress: &TestCongress, email: &str, role: Role) {
    let email: Email = email.parse().unwrap();
    let fresh = AccountId(congress.app.chance.uuid(congress.now()));
    let begun = congress.app.store.begin(Actor::Operator, congress.now());
    let mut tx = begun.await.unwrap();
    let ensured = tx.accounts().ensure(&email, Lang::Pl, fresh).await;
    let account = ensured.unwrap();
    let grant = Grant::of_congress(role, "kpm-2019".parse().unwrap());
    tx.grants().grant(account.id, &grant).await.unwrap();
    tx.commit().await.unwrap();
}
