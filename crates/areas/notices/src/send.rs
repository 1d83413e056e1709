//! Sending a public page of this area: it changes when an organiser changes it, not with a release.

use std::sync::Arc;

use axum::http::HeaderMap;
use axum::response::Response;
use wiec_kit::rendered::Ready;
use wiec_kit::respond::{self, Keep};

/// Sends a page that is the same for everybody, made on request: a browser asks each time, and
/// hears that nothing changed.
pub async fn public(html: String, asked: &HeaderMap) -> Response {
    let ready = Ready::fleeting("text/html; charset=utf-8", html);
    respond::ready(Arc::new(ready), asked, Keep::Ask).await
}
