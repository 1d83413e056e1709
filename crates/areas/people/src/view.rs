//! Sending pages that are somebody's own: made for one reader, kept by nobody.

use askama::Template;
use axum::http::header::{CACHE_CONTROL, SET_COOKIE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::frame::{Frame, Reader, Section};
use wiec_kit::paths::Paths;
use wiec_kit::respond;
use wiec_kit::visit::Visit;

/// The frame of a page of this area.
pub fn frame(app: &App, visit: &Visit, title: &str, place: impl Fn(&Paths) -> String) -> Frame {
    let reader = Reader::of(visit);
    Frame::new(app, visit.edition.as_ref(), &reader, title, place)
        .within(Section::Account)
        .unlisted()
}

/// Sends a page that no browser and nothing between may keep: as it is, or again with what is wrong.
///
/// # Errors
///
/// [`PageError::Internal`] if it cannot be rendered.
pub fn send(status: StatusCode, page: &impl Template) -> Result<Response, PageError> {
    let html = page.render()?;
    Ok(if status == StatusCode::OK {
        respond::private(html)
    } else {
        respond::again(html)
    })
}

/// Leads on to an address of ours with `GET`.
pub fn lead_to(address: &str) -> Response {
    respond::to(address)
}

/// Keeps an answer out of every store.
pub fn private(response: &mut Response) {
    let value = HeaderValue::from_static("private, no-store");
    response.headers_mut().insert(CACHE_CONTROL, value);
}

/// Adds a cookie to an answer.
pub fn set_cookie(response: &mut Response, cookie: &str) {
    let value = HeaderValue::from_str(cookie)
        .expect("a cookie is made of letters, digits and our own signs");
    response.headers_mut().append(SET_COOKIE, value);
}
