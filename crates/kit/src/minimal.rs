//! Posts of a script that says where it goes next by itself.
//!
//! A browser's `fetch` follows a redirect on its own: it asks for the next page once more than the reader does,
//! and it does not say which part of that page the address led to. A script that prefers a minimal answer
//! (RFC 7240) is told the address instead.

use axum::http::{HeaderMap, HeaderName, StatusCode};
use axum::response::Response;

const PREFER: HeaderName = HeaderName::from_static("prefer");

/// Whether a request prefers to be told where to go rather than to be sent there.
pub fn is_preferred(headers: &HeaderMap) -> bool {
    headers
        .get_all(PREFER)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|preference| preference.trim() == "return=minimal")
}

/// Makes an answer that leads elsewhere after something was done one that tells where; leaves others alone.
pub fn tell(response: &mut Response) {
    if response.status() == StatusCode::SEE_OTHER {
        *response.status_mut() = StatusCode::NO_CONTENT;
    }
}
