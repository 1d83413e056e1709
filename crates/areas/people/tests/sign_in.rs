//! Signing in by letter: link, code, and what else happens then.

mod support;

use axum::http::StatusCode;
use jiff::ToSpan;
use wiec_kit::testing::SAMPLE;
use wiec_model::mail::Secrecy;
use wiec_store::{Act, TokenHash};

use support::*;

#[tokio::test]
async fn a_code_signs_in_the_browser_that_asked_for_it() {
    let congress = congress().await;
    let mut anna = congress.visitor();
    anna.get("/wejdz").await.says("Adres e-mail");
    ask(&mut anna, " Anna@Kielce.example ").await;
    anna.get("/wejdz/kod").await.says(ANNA);

    let code = code(&congress, ANNA).await;
    let spaced = format!("{} {}", &code[..3], &code[3..]);
    let entered = anna.submit("/wejdz/kod", &[("code", &spaced)]).await;

    entered.leads_to("/moj-kongres");
    assert_eq!(entered.header("cache-control"), "private, no-store");
    let page = anna.get("/moj-kongres").await;
    page.says(ANNA);
    assert_eq!(page.header("cache-control"), "private, no-store");
    let history = congress.app.store.history();
    let done = history.of_account(account(&congress, ANNA).await, 9).await;
    let acts: Vec<Act> = done.unwrap().iter().map(|entry| entry.act).collect();
    assert_eq!(acts, [Act::SignIn, Act::CreateAccount]);
}

#[tokio::test]
async fn a_link_signs_in_any_browser_but_only_when_its_button_is_pressed() {
    let congress = congress().await;
    ask(&mut congress.visitor(), ANNA).await;
    let link = link(&congress, ANNA).await;
    assert!(link.starts_with("/wejdz/list/"), "{link}");

    let mut scanner = congress.visitor();
    scanner.get(&link).await.says(ANNA);
    scanner.get(&link).await.is(StatusCode::OK);
    let mut phone = congress.visitor();
    phone.post(&link, "").await.leads_to("/moj-kongres");
    phone.get("/moj-kongres").await.is(StatusCode::OK);

    let mut again = congress.visitor();
    again.post(&link, "").await.says("już nie działa");
    again.get(&link).await.is(StatusCode::UNPROCESSABLE_ENTITY);
    again
        .get("/moj-kongres")
        .await
        .leads_to("/wejdz?next=/moj-kongres");
}

#[tokio::test]
async fn the_letter_is_secret_and_good_for_a_quarter_of_an_hour() {
    let congress = congress().await;
    let mut anna = congress.visitor();
    ask(&mut anna, ANNA).await;
    let letter = letters(&congress, ANNA).await.pop().unwrap().letter;
    let until = congress.now() + 15.minutes();
    assert_eq!(letter.secrecy, Secrecy::Secret { until });
    assert!(!letter.subject.as_str().contains(char::is_numeric));
    let (code, link) = (code(&congress, ANNA).await, link(&congress, ANNA).await);

    congress.advance(jiff::SignedDuration::from_mins(15));

    anna.submit("/wejdz/kod", &[("code", &code)])
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("już nie działa");
    anna.post(&link, "")
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn english_people_get_english_pages_and_letters() {
    let congress = congress().await;
    let mut anna = congress.visitor();
    anna.submit("/en/sign-in", &[("email", ANNA)])
        .await
        .leads_to("/en/sign-in/code");
    let letter = letters(&congress, ANNA).await.pop().unwrap().letter;
    assert_eq!(letter.subject.as_str(), "Signing in to kongres.example");
    let code = code(&congress, ANNA).await;
    anna.submit("/en/sign-in/code", &[("code", &code)])
        .await
        .leads_to("/en/my-congress");
    anna.get("/en/my-congress").await.says("My congress");
}

#[tokio::test]
async fn an_address_that_is_none_is_told_so_and_kept() {
    let congress = congress().await;
    congress
        .visitor()
        .submit("/wejdz", &[("email", "anna@"), ("next", "/moje")])
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("value=\"anna@\"")
        .says("value=\"/moje\"")
        .says("aria-invalid=\"true\"");
}

#[tokio::test]
async fn one_goes_on_to_the_page_that_asked_for_it() {
    let congress = congress().await;
    let mut anna = congress.visitor();
    let next = "/moj-kongres/dane";
    anna.get(next)
        .await
        .leads_to("/wejdz?next=/moj-kongres/dane");
    anna.get("/wejdz?next=/moj-kongres/dane")
        .await
        .says("value=\"/moj-kongres/dane\"");
    anna.submit("/wejdz", &[("email", ANNA), ("next", next)])
        .await;
    let code = code(&congress, ANNA).await;
    anna.submit("/wejdz/kod", &[("code", &code)])
        .await
        .leads_to(next);
    anna.get("/wejdz?next=/moje").await.leads_to("/moje");
}

#[tokio::test]
async fn a_new_sign_in_is_told_by_mail_but_not_the_very_first() {
    let congress = congress().await;
    sign_in(&congress, &mut congress.visitor(), ANNA).await;
    assert_eq!(letters(&congress, ANNA).await.len(), 1);

    let mut phone = congress.visitor();
    ask(&mut phone, ANNA).await;
    let code = code(&congress, ANNA).await;
    let headers = [
        ("sec-fetch-site", "same-origin"),
        (
            "user-agent",
            "Mozilla/5.0 (Android 15; Mobile; rv:139.0) Gecko/139.0 Firefox/139.0",
        ),
    ];
    phone
        .post_with("/wejdz/kod", &format!("code={code}"), &headers)
        .await
        .leads_to("/moj-kongres");

    let told = letters(&congress, ANNA).await.pop().unwrap().letter;
    assert_eq!(told.template, "new-login");
    assert!(told.body.contains("Firefox, Android"), "{}", told.body);
    assert!(
        told.body.contains("15\u{a0}listopada 2019, 11:15"),
        "{}",
        told.body
    );
}

#[tokio::test]
async fn marks_join_the_account_and_leave_the_browser_when_signing_out() {
    let congress = congress().await;
    let draft = congress.draft().await;
    let guid = draft.sessions[0].guid;
    let mut anna = congress.visitor();
    anna.keep_cookie("mine", "abcdefghijkmnpqrstuvwxyz23");
    let key = wiec_kit::cookies::MineKey::new("abcdefghijkmnpqrstuvwxyz23".to_owned());
    let begun = congress
        .app
        .store
        .begin(wiec_store::Actor::Visitor, congress.now());
    let mut tx = begun.await.unwrap();
    let list = TokenHash::of(&key.reading_secret());
    tx.favourites()
        .add(&list, &SAMPLE.parse().unwrap(), guid)
        .await
        .unwrap();
    tx.commit().await.unwrap();

    sign_in(&congress, &mut anna, ANNA).await;

    let own = congress.app.secret.marks_of(account(&congress, ANNA).await);
    assert_eq!(anna.cookie("mine"), Some(own.as_str()));
    anna.get("/moj-kongres")
        .await
        .says("1 zaznaczone spotkanie");
    let mut phone = congress.visitor();
    sign_in(&congress, &mut phone, ANNA).await;
    assert_eq!(phone.cookie("mine"), Some(own.as_str()));

    let out = anna.post("/wyjdz", "").await;
    out.leads_to("/");
    assert_eq!(out.header("clear-site-data"), "\"storage\"");
    assert_eq!(
        (anna.cookie("mine"), anna.cookie("__Host-login")),
        (None, None)
    );
    anna.get("/moj-kongres").await.is(StatusCode::SEE_OTHER);
    phone.get("/moj-kongres").await.is(StatusCode::OK);
}

#[tokio::test]
async fn nobody_comes_in_as_anybody_at_a_real_congress() {
    let congress = congress().await;
    let mut visitor = congress.visitor();
    visitor
        .submit("/wejdz/jako", &[("role", "organiser")])
        .await
        .is(StatusCode::NOT_FOUND);
    visitor.get("/wejdz").await.does_not_say("Wejdź jako");
}
