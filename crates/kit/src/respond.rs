//! Sending what is ready: entity tags, 304, and the best compression the browser takes.

use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{Html, IntoResponse, Redirect, Response};

use crate::assets::Asset;
use crate::rendered::{Encoding, Ready};

/// Below this a compressed answer is no smaller on the wire.
const WORTH_COMPRESSING_BYTES: usize = 900;

/// How long a browser may keep an answer without asking again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// It asks each time, and usually hears that nothing changed.
    Ask,
    /// As [`Keep::Ask`], and nobody between may keep it: it is one visitor's.
    AskPrivately,
    /// For ever: its address holds a hash of it.
    Forever,
}

impl Keep {
    const fn header(self) -> HeaderValue {
        HeaderValue::from_static(match self {
            Self::Ask => "no-cache",
            Self::AskPrivately => "private, no-cache",
            Self::Forever => "public, max-age=31536000, immutable",
        })
    }
}

/// Answers with a page that is one reader's, made for this request alone: nobody keeps it.
#[must_use]
pub fn private(html: String) -> Response {
    private_with(StatusCode::OK, html)
}

/// Shows a form again, with what is wrong with it.
#[must_use]
pub fn again(html: String) -> Response {
    let mut response = private_with(StatusCode::UNPROCESSABLE_ENTITY, html);
    response.extensions_mut().insert(Told);
    response
}

/// Shows a form again, beside what somebody else saved in the meantime.
#[must_use]
pub fn clash(html: String) -> Response {
    let mut response = private_with(StatusCode::CONFLICT, html);
    response.extensions_mut().insert(Told);
    response
}

/// An answer whose status says that something is wrong, and whose page says it already.
#[derive(Clone, Copy, Debug)]
pub struct Told;

/// Leads to another page after something was done: reloading that page does nothing again.
#[must_use]
pub fn to(path: &str) -> Response {
    let mut response = Redirect::to(path).into_response();
    response.headers_mut().insert(CACHE_CONTROL, NEVER);
    response
}

const NEVER: HeaderValue = HeaderValue::from_static("private, no-store");

fn private_with(status: StatusCode, html: String) -> Response {
    let mut response = (status, Html(html)).into_response();
    response.headers_mut().insert(CACHE_CONTROL, NEVER);
    response
}

/// The bytes of an answer, for whoever wants to give it again.
#[derive(Clone, Debug)]
pub struct Sent(pub Bytes);

/// Answers with something ready; compressing it the first time happens off the async threads.
pub async fn ready(ready: Arc<Ready>, asked: &HeaderMap, keep: Keep) -> Response {
    let encoding = encoding_for(&ready, asked);
    let tag = etag(&ready.tag, encoding);
    if is_known(asked, &tag) {
        return not_modified(&tag, keep);
    }
    let media_type = ready.media_type.clone();
    let bytes = match ready.known(encoding) {
        Some(bytes) => bytes,
        None => compressed(ready, encoding).await,
    };
    let mut response = answer(bytes.clone(), &media_type, &tag, encoding, keep);
    response.extensions_mut().insert(Sent(bytes));
    response
}

/// Answers with one of the browser's own files.
#[must_use]
pub fn asset(asset: &'static Asset, asked: &HeaderMap) -> Response {
    let (encoding, bytes) = match best_encoding(asked) {
        Encoding::Brotli if asset.brotli.is_some() => (Encoding::Brotli, asset.brotli),
        Encoding::Brotli | Encoding::Gzip if asset.gzip.is_some() => (Encoding::Gzip, asset.gzip),
        _ => (Encoding::Identity, Some(asset.identity)),
    };
    let tag = etag(asset.etag.trim_matches('"'), encoding);
    if is_known(asked, &tag) {
        return not_modified(&tag, Keep::Forever);
    }
    answer(
        Bytes::from_static(bytes.unwrap_or(asset.identity)),
        asset.media_type,
        &tag,
        encoding,
        Keep::Forever,
    )
}

/// Settles something on the one form that a request wants, so that the others need not be held.
pub async fn settled(ready: Ready, asked: &HeaderMap) -> Ready {
    let encoding = encoding_for(&ready, asked);
    let ready = Arc::new(ready);
    let bytes = match ready.known(encoding) {
        Some(bytes) => bytes,
        None => compressed(Arc::clone(&ready), encoding).await,
    };
    Ready::encoded(ready.media_type.clone(), ready.tag.clone(), encoding, bytes)
}

/// The best encoding that the request takes and the thing can be sent in.
fn encoding_for(ready: &Ready, asked: &HeaderMap) -> Encoding {
    let wanted = best_encoding(asked);
    match ready.plain_size_bytes() {
        Some(size) if size < WORTH_COMPRESSING_BYTES => Encoding::Identity,
        // Held as it is and in nothing else: made small enough, or compressed in vain.
        Some(_) if ready.is_final() => Encoding::Identity,
        _ => wanted,
    }
}

async fn compressed(ready: Arc<Ready>, encoding: Encoding) -> Bytes {
    let identity = ready.known(Encoding::Identity).unwrap_or_default();
    tokio::task::spawn_blocking(move || ready.bytes(encoding))
        .await
        // Only a panic in the compressor leads here; the page is still worth sending.
        .unwrap_or(identity)
}

fn answer(
    bytes: Bytes,
    media_type: &str,
    tag: &HeaderValue,
    encoding: Encoding,
    keep: Keep,
) -> Response {
    let mut response = Body::from(bytes).into_response();
    let headers = response.headers_mut();
    headers.insert(
        CONTENT_TYPE,
        HeaderValue::from_str(media_type).unwrap_or(HeaderValue::from_static("text/plain")),
    );
    let coding = match encoding {
        Encoding::Brotli => Some("br"),
        Encoding::Gzip => Some("gzip"),
        Encoding::Identity => None,
    };
    if let Some(coding) = coding {
        headers.insert(CONTENT_ENCODING, HeaderValue::from_static(coding));
    }
    freshness(headers, tag, keep);
    response
}

fn not_modified(tag: &HeaderValue, keep: Keep) -> Response {
    let mut response = StatusCode::NOT_MODIFIED.into_response();
    freshness(response.headers_mut(), tag, keep);
    response
}

fn freshness(headers: &mut HeaderMap, tag: &HeaderValue, keep: Keep) {
    headers.insert(ETAG, tag.clone());
    headers.insert(CACHE_CONTROL, keep.header());
    headers.insert(
        VARY,
        HeaderValue::from_static(if keep == Keep::Forever {
            "Accept-Encoding"
        } else {
            "Accept-Encoding, Cookie"
        }),
    );
}

/// A strong tag names exact bytes, so each encoding has its own.
fn etag(tag: &str, encoding: Encoding) -> HeaderValue {
    let suffix = match encoding {
        Encoding::Brotli => "-br",
        Encoding::Gzip => "-gz",
        Encoding::Identity => "",
    };
    HeaderValue::from_str(&format!("\"{tag}{suffix}\"")).expect("a hash is a header's value")
}

/// Whether a request already holds what has this tag.
///
/// RFC 9110, 13.1.2: any of the tags, compared weakly, or a star.
pub(crate) fn is_known(asked: &HeaderMap, tag: &HeaderValue) -> bool {
    let tag = tag.to_str().unwrap_or_default();
    asked
        .get_all(IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|known| {
            let known = known.trim();
            known == "*" || known.trim_start_matches("W/") == tag
        })
}

/// The best encoding that a request takes: Brotli before gzip before nothing, unless the browser gives one no weight at all.
pub fn best_encoding(asked: &HeaderMap) -> Encoding {
    let accepts = |coding: &str| {
        asked
            .get_all(ACCEPT_ENCODING)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(','))
            .any(|offer| {
                let mut parts = offer.split(';').map(str::trim);
                parts.next() == Some(coding)
                    && !parts.any(|weight| matches!(weight, "q=0" | "q=0.0" | "q=0.00" | "q=0.000"))
            })
    };
    if accepts("br") {
        Encoding::Brotli
    } else if accepts("gzip") {
        Encoding::Gzip
    } else {
        Encoding::Identity
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asking(name: axum::http::HeaderName, value: &str) -> HeaderMap {
        HeaderMap::from_iter([(name, HeaderValue::from_str(value).unwrap())])
    }

    #[test]
    fn a_browser_gets_no_encoding_that_it_refuses() {
        assert_eq!(
            best_encoding(&asking(ACCEPT_ENCODING, "gzip, deflate, br;q=0")),
            Encoding::Gzip
        );
        assert_eq!(
            best_encoding(&asking(ACCEPT_ENCODING, "gzip;q=1.0, br")),
            Encoding::Brotli
        );
        assert_eq!(best_encoding(&HeaderMap::new()), Encoding::Identity);
    }

    #[test]
    fn a_known_tag_is_found_among_several_and_behind_a_weak_mark() {
        let tag = etag("abc", Encoding::Brotli);
        assert!(is_known(
            &asking(IF_NONE_MATCH, "\"x\", W/\"abc-br\""),
            &tag
        ));
        assert!(is_known(&asking(IF_NONE_MATCH, "*"), &tag));
        assert!(!is_known(&asking(IF_NONE_MATCH, "\"abc\""), &tag));
    }
}
