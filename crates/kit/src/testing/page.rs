//! An answer, and what a test demands of it.

use std::sync::Arc;

use axum::http::header::ETAG;
use axum::http::{HeaderMap, StatusCode};

/// An answer.
#[derive(Clone)]
pub struct Page {
    /// Its status.
    pub status: StatusCode,
    /// Its headers.
    pub headers: HeaderMap,
    body: Arc<Vec<u8>>,
}

impl Page {
    pub(super) fn new(status: StatusCode, headers: HeaderMap, body: Vec<u8>) -> Self {
        Self {
            status,
            headers,
            body: Arc::new(body),
        }
    }

    /// Its text.
    #[must_use]
    pub fn text(&self) -> String {
        String::from_utf8(self.body.to_vec()).unwrap()
    }

    /// Its bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.body
    }

    /// A header; nothing when it is not there.
    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map(|value| value.to_str().unwrap())
            .unwrap_or_default()
    }

    /// Its entity tag.
    #[must_use]
    pub fn etag(&self) -> &str {
        self.headers[ETAG].to_str().unwrap()
    }

    /// Demands a status.
    #[track_caller]
    pub fn is(&self, status: StatusCode) -> &Self {
        assert_eq!(self.status, status, "{}", self.text());
        self
    }

    /// Demands that the answer leads to another page.
    #[track_caller]
    pub fn leads_to(&self, path: &str) -> &Self {
        self.is(StatusCode::SEE_OTHER);
        assert_eq!(self.header("location"), path);
        self
    }

    /// Demands that the page says something.
    #[track_caller]
    pub fn says(&self, words: &str) -> &Self {
        assert!(
            self.text().contains(words),
            "the page does not say {words:?}:\n{}",
            self.main()
        );
        self
    }

    /// Demands that the page does not say something.
    #[track_caller]
    pub fn does_not_say(&self, words: &str) -> &Self {
        assert!(!self.text().contains(words), "the page says {words:?}");
        self
    }

    /// The content of the page without its frame, for messages.
    fn main(&self) -> String {
        let text = self.text();
        let after = text.split_once("<main").map(|(_, rest)| rest.to_owned());
        let main = after.unwrap_or(text);
        main.split("</main>").next().unwrap_or_default().to_owned()
    }
}
