//! Sending open data: with a tag, so that who asks again hears that nothing changed.

use axum::http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, VARY};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;
use std::sync::Arc;
use wiec_kit::rendered::Ready;
use wiec_kit::respond::{self, Keep};

/// JSON.
pub const JSON: &str = "application/json";
/// A table.
pub const CSV: &str = "text/csv; charset=utf-8";
/// A feed.
pub const ATOM: &str = "application/atom+xml; charset=utf-8";
/// Akoma Ntoso.
pub const AKN: &str = "application/akn+xml; charset=utf-8";

/// Sends a file that any page may read and any cache may keep, as long as it asks.
///
/// It is made anew for each request, for a discussion changes all the time; it is compressed lightly, and
/// not at all for those who hold it already.
pub async fn open_data(media: &str, text: String, asked: &HeaderMap) -> Response {
    let file = Arc::new(Ready::fleeting(media, text));
    let mut response = respond::ready(file, asked, Keep::Ask).await;
    let headers = response.headers_mut();
    headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("public, no-cache"));
    headers.insert(VARY, HeaderValue::from_static("Accept-Encoding"));
    response
}
