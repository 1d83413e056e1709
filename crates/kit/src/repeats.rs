//! Answers that many ask for: given again whole, headers and all, before a request goes anywhere.
//!
//! Only what is the same for everybody comes here: a page or file of a release, asked for by someone
//! without marks, until the minute or the release it was made for is over. Everything else takes the
//! long way through the front door, which decides what may be repeated.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Instant;

use axum::body::{Body, Bytes};
use axum::http::header::{CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, COOKIE, ETAG};
use axum::http::uri::PathAndQuery;
use axum::http::{HeaderMap, Method, Request, Response, StatusCode};
use jiff::Timestamp;
use metrics::{Counter, Histogram};

use crate::app::App;
use crate::cookies::{MineKey, Theme, preference_words, preferences};
use crate::rendered::Encoding;
use crate::respond::{best_encoding, is_known};

/// So many answers are held at most; their bytes are shared with the shelf.
const ANSWERS: usize = 2048;

/// Says of an answer that it may be repeated, and until when.
#[derive(Clone, Copy, Debug)]
pub struct Repeatable {
    /// The first instant at which it is no longer true, by the congress' clock; `None` for as long
    /// as its release is served.
    pub until: Option<Timestamp>,
}

/// The answers held.
#[derive(Debug, Default)]
pub struct Repeats(Mutex<HashMap<String, Arc<Answer>>>);

/// An answer as it is given: its headers, its bytes, and where it is counted.
pub(crate) struct Answer {
    until: Option<Timestamp>,
    generation: u64,
    headers: HeaderMap,
    bytes: Bytes,
    answers: Counter,
    seconds: Histogram,
}

impl std::fmt::Debug for Answer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Answer")
            .field("until", &self.until)
            .finish_non_exhaustive()
    }
}

impl Repeats {
    /// The answer to a request, if it is held and still true.
    ///
    /// # Panics
    ///
    /// Never: no one panics while holding the lock.
    #[must_use]
    pub fn find<B>(&self, app: &App, request: &Request<B>) -> Option<Response<Body>> {
        let started = Instant::now();
        let key = key(
            request.method(),
            request.uri().path_and_query()?,
            request.headers(),
        )?;
        let answer = Arc::clone(
            self.0
                .lock()
                .expect("no one panics while holding the lock")
                .get(&key)?,
        );
        let is_over = answer.until.is_some_and(|until| until <= app.clock.now());
        if is_over || answer.generation != app.editions.generation() {
            return None;
        }
        let response = answer.give(request.headers());
        answer.answers.increment(1);
        answer.seconds.record(started.elapsed().as_secs_f64());
        Some(response)
    }

    /// Holds an answer for the next who asks the same.
    ///
    /// # Panics
    ///
    /// Never: no one panics while holding the lock.
    pub(crate) fn keep(&self, key: String, answer: Answer) {
        let mut answers = self.0.lock().expect("no one panics while holding the lock");
        if answers.len() >= ANSWERS {
            answers.clear();
        }
        answers.insert(key, Arc::new(answer));
    }

    /// Forgets everything.
    ///
    /// # Panics
    ///
    /// Never: no one panics while holding the lock.
    pub fn clear(&self) {
        self.0
            .lock()
            .expect("no one panics while holding the lock")
            .clear();
    }
}

impl Answer {
    /// An answer that was just given.
    pub(crate) fn new(
        repeatable: Repeatable,
        generation: u64,
        route: &str,
        headers: HeaderMap,
        bytes: Bytes,
    ) -> Self {
        Self {
            until: repeatable.until,
            generation,
            headers,
            bytes,
            answers: metrics::counter!(
                "wiec_http_requests_total",
                "method" => "GET", "route" => route.to_owned(), "status" => "200"
            ),
            seconds: metrics::histogram!("wiec_http_request_seconds", "route" => route.to_owned()),
        }
    }

    fn give(&self, asked: &HeaderMap) -> Response<Body> {
        let known = self
            .headers
            .get(ETAG)
            .is_some_and(|tag| is_known(asked, tag));
        let mut response = Response::new(if known {
            Body::empty()
        } else {
            Body::from(self.bytes.clone())
        });
        *response.headers_mut() = self.headers.clone();
        if known {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            for about_the_body in [CONTENT_TYPE, CONTENT_ENCODING, CONTENT_LENGTH] {
                response.headers_mut().remove(about_the_body);
            }
        }
        response
    }
}

/// All that a repeatable answer depends on; `None` for requests whose answer is their own.
pub(crate) fn key(method: &Method, address: &PathAndQuery, headers: &HeaderMap) -> Option<String> {
    if method != Method::GET || (headers.contains_key(COOKIE) && MineKey::of(headers).is_some()) {
        return None;
    }
    let encoding = match best_encoding(headers) {
        Encoding::Brotli => "b",
        Encoding::Gzip => "g",
        Encoding::Identity => "i",
    };
    let theme = Theme::of(headers).key().unwrap_or_default();
    let access = preference_words(preferences(headers));
    let address = address.as_str();
    let size = encoding.len() + theme.len() + access.len() + address.len() + 2;
    let mut key = String::with_capacity(size);
    for part in [encoding, theme, " ", &access, " ", address] {
        key.push_str(part);
    }
    Some(key)
}
