//! The page of a failure: what happened, what was not lost, what to do next. Machines get problem+json.

use askama::Template;
use axum::body::Body;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE};
use axum::response::Response;

use crate::app::App;
use crate::error::Failure;
use crate::frame::{Frame, Reader, Section};
use crate::messages::messages;
use crate::visit::{Visit, Wants};

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage {
    frame: Frame,
    status: u16,
    advice: &'static str,
}

/// Gives a bare failure its body, in the language of the visit.
#[must_use]
pub fn of(app: &App, visit: &Visit, failure: Failure, bare: Response) -> Response {
    let (media_type, body) = match visit.wants {
        Wants::Json => ("application/problem+json", problem(visit, failure)),
        Wants::Page => ("text/html; charset=utf-8", page(app, visit, failure)),
    };
    let (mut parts, _) = bare.into_parts();
    parts.status = failure.status;
    // The bare answer was empty and said so; the server refuses a length that is not the body's.
    parts.headers.remove(CONTENT_LENGTH);
    parts
        .headers
        .insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
    parts
        .headers
        .insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Response::from_parts(parts, Body::from(body))
}

fn page(app: &App, visit: &Visit, failure: Failure) -> String {
    let words = messages(visit.lang);
    let title = (failure.title)(words);
    let frame = Frame::new(
        app,
        visit.edition.as_ref(),
        &Reader::of(visit),
        title,
        |paths| paths.home(),
    )
    .within(Section::Aside)
    .unlisted();
    ErrorPage {
        frame,
        status: failure.status.as_u16(),
        advice: (failure.advice)(words),
    }
    .render()
    .unwrap_or_else(|_| title.to_owned())
}

fn problem(visit: &Visit, failure: Failure) -> String {
    let words = messages(visit.lang);
    serde_json::json!({
        "type": "about:blank",
        "status": failure.status.as_u16(),
        "title": (failure.title)(words),
        "detail": (failure.advice)(words),
    })
    .to_string()
}
