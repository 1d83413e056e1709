//! The front door when things go wrong.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use axum::routing::{get, post};
use http_body_util::BodyExt;
use jiff::Timestamp;
use tower::ServiceExt;
use wiec_kit::app::{App, Proxy, Site};
use wiec_kit::chance::Chance;
use wiec_kit::clock::Clock;
use wiec_kit::form::CheckedForm;
use wiec_kit::{front, respond};
use wiec_model::Lang;
use wiec_store::testing::TestStore;

/// Pages that break in every way.
fn pages(_: Lang) -> Router<App> {
    Router::new()
        .route("/fine", get(async || "fine"))
        .route(
            "/panic",
            get(async || -> &'static str { panic!("as asked") }),
        )
        .route("/never", get(std::future::pending::<&'static str>))
        .route("/done", post(async || respond::to("/fine#p4")))
        .route("/form", post(async |body: String| body.len().to_string()))
        .route(
            "/typed",
            post(async |CheckedForm(data): CheckedForm| {
                respond::again(data.get("name").unwrap_or_default().to_owned())
            }),
        )
}

async fn door(store: &TestStore, at_once: usize) -> Router {
    let store = wiec_store::Store::clone(store);
    let site = Site {
        base: "http://x".to_owned(),
        proxy: Proxy::None,
    };
    let app = App::new(
        store,
        Clock::standing_at(Timestamp::UNIX_EPOCH),
        Chance::seeded(1),
        site,
    );
    front::open_for(app, pages, at_once)
}

async fn ask(door: &Router, request: Request<Body>) -> (StatusCode, String, String) {
    let response = door.clone().oneshot(request).await.unwrap();
    let status = response.status();
    let retry = response
        .headers()
        .get("retry-after")
        .map(|value| value.to_str().unwrap().to_owned());
    let body = response.into_body().collect().await.unwrap().to_bytes();
    (
        status,
        retry.unwrap_or_default(),
        String::from_utf8_lossy(&body).into_owned(),
    )
}

fn page(path: &str) -> Request<Body> {
    Request::get(path).body(Body::empty()).unwrap()
}

#[tokio::test]
async fn a_full_house_asks_the_next_to_come_back() {
    let store = TestStore::open().await;

    let (status, retry, body) = ask(&door(&store, 0).await, page("/fine")).await;

    assert_eq!(
        (status, retry.as_str()),
        (StatusCode::SERVICE_UNAVAILABLE, "2")
    );
    assert!(body.contains("chwilowo przeciążony"), "{body}");
}

#[tokio::test]
async fn a_panic_is_one_broken_page_and_not_the_end() {
    let store = TestStore::open().await;
    let door = door(&store, 10).await;

    let (status, _, body) = ask(&door, page("/en/panic")).await;

    assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(
        body.contains("Something broke on our side") && !body.contains("as asked"),
        "{body}"
    );
    assert_eq!(ask(&door, page("/fine")).await.0, StatusCode::OK);
}

#[tokio::test]
async fn a_page_that_never_comes_is_given_up() {
    let store = TestStore::open().await;
    let door = door(&store, 10).await;
    tokio::time::pause();

    let (status, retry, _) = ask(&door, page("/never")).await;

    assert_eq!(
        (status, retry.as_str()),
        (StatusCode::SERVICE_UNAVAILABLE, "5")
    );
}

#[tokio::test]
async fn a_huge_form_is_refused() {
    let store = TestStore::open().await;
    let form = Request::post("/form")
        .header("host", "x")
        .body(Body::from(vec![b'a'; 1 << 20]))
        .unwrap();

    let (status, ..) = ask(&door(&store, 10).await, form).await;

    assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE);
}

fn form(kind: &str, body: impl Into<Body>) -> Request<Body> {
    Request::post("/typed")
        .header("host", "x")
        .header("content-type", kind)
        .body(body.into())
        .unwrap()
}

#[tokio::test]
async fn a_form_shown_again_is_its_own_page_and_not_one_about_a_failure() {
    let store = TestStore::open().await;
    let sent = form(
        "application/x-www-form-urlencoded; charset=utf-8",
        "name=Anna",
    );

    let (status, _, body) = ask(&door(&store, 10).await, sent).await;

    assert_eq!(
        (status, body.as_str()),
        (StatusCode::UNPROCESSABLE_ENTITY, "Anna")
    );
}

#[tokio::test]
async fn what_is_no_form_or_too_large_for_one_is_refused_in_words() {
    let store = TestStore::open().await;
    let door = door(&store, 10).await;

    let (status, _, body) = ask(&door, form("application/json", "{}")).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(body.contains("Tego nie da się zapisać"), "{body}");

    let large = form("application/x-www-form-urlencoded", vec![b'a'; 1 << 20]);
    let (status, _, body) = ask(&door, large).await;
    assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(body.contains("Formularz jest za duży"), "{body}");
}

#[tokio::test]
async fn a_script_that_prefers_so_is_told_where_to_go_and_others_are_sent_there() {
    let store = TestStore::open().await;
    let door = door(&store, 8).await;
    for (preference, status) in [
        ("return=minimal", StatusCode::NO_CONTENT),
        ("wait=5, return=minimal", StatusCode::NO_CONTENT),
        ("return=representation", StatusCode::SEE_OTHER),
    ] {
        let request = Request::post("/done")
            .header("prefer", preference)
            .body(Body::empty())
            .unwrap();
        let response = door.clone().oneshot(request).await.unwrap();
        let leads = response.headers()["location"].to_str().unwrap();
        assert_eq!((response.status(), leads), (status, "/fine#p4"));
    }
}
