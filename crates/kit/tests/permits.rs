//! Permits: who gets through to a handler, and what everybody else hears.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use jiff::SignedDuration;
use wiec_kit::acts::{EditDraft, OwnAccount, ReadSite};
use wiec_kit::app::{App, Staff};
use wiec_kit::permit::Permit;
use wiec_kit::testing::TestCongress;
use wiec_model::Lang;
use wiec_model::account::Means;
use wiec_model::rules::{Grant, Role};

/// One page for everybody, one for members, one for those who edit a congress.
fn pages(_: Lang) -> Router<App> {
    async fn open(_: Permit<ReadSite>) -> &'static str {
        "open"
    }
    async fn own(permit: Permit<OwnAccount>) -> String {
        permit.subject.account.id.to_string()
    }
    async fn draft(permit: Permit<EditDraft>) -> String {
        permit.subject.to_string()
    }
    Router::new()
        .route("/open", get(open))
        .route("/own", get(own).post(own))
        .route("/biuro/{congress}", get(draft).post(draft))
}

#[tokio::test]
async fn a_stranger_is_asked_to_sign_in_and_led_back_whether_the_thing_exists_or_not() {
    let congress = TestCongress::open(pages).await;
    let mut visitor = congress.visitor();
    visitor.get("/open").await.is(StatusCode::OK);
    for (path, next) in [
        ("/own?x=1", "/wejdz?next=/own%3Fx%3D1"),
        ("/biuro/kpm-2019", "/wejdz?next=/biuro/kpm-2019"),
        ("/biuro/nie-ma", "/wejdz?next=/biuro/nie-ma"),
        ("/en/biuro/kpm-2019", "/en/sign-in?next=/en/biuro/kpm-2019"),
    ] {
        let page = visitor.get(path).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{path}");
        assert_eq!(page.header("location"), next, "{path}");
    }
    visitor.post("/own", "").await.leads_to("/wejdz");
    let json = [("accept", "application/json")];
    let machine = visitor.get_with("/own", &json).await;
    machine.is(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_a_member_may_not_see_does_not_exist() {
    let congress = TestCongress::open(pages).await;
    let mut member = congress.member_as(Role::Speaker).await;
    let own = member.get("/own").await.text();
    assert_eq!(own, member.id().to_string());
    let forbidden = member.get("/biuro/kpm-2019").await;
    let missing = member.get("/biuro/nie-ma").await;
    assert_eq!(forbidden.status, StatusCode::NOT_FOUND);
    assert_eq!(missing.status, StatusCode::NOT_FOUND);

    let mut editor = congress.member_as(Role::Editor).await;
    editor.get("/biuro/kpm-2019").await.says("kpm-2019");
    editor.get("/biuro/nie-ma").await.is(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_login_ends_with_its_time_and_a_forged_one_never_began() {
    let congress = TestCongress::open(pages).await;
    let mut member = congress.member().await;
    member.get("/own").await.is(StatusCode::OK);
    congress.advance(SignedDuration::from_hours(24 * 400));
    member.get("/own").await.is(StatusCode::SEE_OTHER);

    let mut thief = congress.visitor();
    for token in [
        "",
        "a",
        "abcdefghijkmnpqrstuvwxyz23",
        "'; DROP TABLE logins",
    ] {
        thief.keep_cookie("__Host-login", token);
        thief.get("/own").await.is(StatusCode::SEE_OTHER);
    }
}

#[tokio::test]
async fn where_the_staff_needs_a_passkey_their_roles_wait_for_one() {
    let congress = TestCongress::open_with(pages, |app| app.with_staff(Staff::ByPasskey)).await;
    let grants = [Grant::of_congress(
        Role::Organiser,
        "kpm-2019".parse().unwrap(),
    )];
    for (means, status) in [
        (Means::Mail, StatusCode::NOT_FOUND),
        (Means::Provider, StatusCode::NOT_FOUND),
        (Means::Passkey, StatusCode::OK),
    ] {
        let account = congress.account(&grants).await;
        let mut member = congress.signed_in(account, means).await;
        member.get("/own").await.is(StatusCode::OK);
        let page = member.get("/biuro/kpm-2019").await;
        assert_eq!(page.status, status, "{means:?}");
    }
}

#[tokio::test]
async fn a_page_for_everybody_costs_no_query_however_one_came() {
    let congress = TestCongress::open(pages).await;
    let mut member = congress.member().await;
    let before = congress.queries();
    member.get("/open").await.is(StatusCode::OK);
    assert_eq!(congress.queries(), before);
}

#[tokio::test]
async fn when_a_login_was_last_used_is_known_to_the_hour() {
    let congress = TestCongress::open(pages).await;
    let mut member = congress.member().await;
    let account = member.id();
    let seen = async || {
        let logins = congress.app.store.logins();
        let all = logins.list(account, congress.now()).await.unwrap();
        all[0].seen_at
    };
    let first = seen().await;
    for (minutes, later) in [(50, false), (50, true), (50, false)] {
        congress.advance(SignedDuration::from_mins(minutes));
        let before = seen().await;
        member.get("/own").await.is(StatusCode::OK);
        assert_eq!(seen().await > before, later);
    }
    assert_eq!(seen().await.duration_since(first).as_mins(), 100);
}
