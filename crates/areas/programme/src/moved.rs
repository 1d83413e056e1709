//! Leading on from an address that was released once to the one that holds now.

use axum::http::HeaderValue;
use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse, Redirect, Response};

/// Leads on to `path` for good.
///
/// Browsers would keep such an answer for ever, and a thing that got its earlier address back would
/// send them in a circle: so they are to ask again.
pub fn to(path: &str) -> Response {
    let mut response = Redirect::permanent(path).into_response();
    response
        .headers_mut()
        .insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    response
}
