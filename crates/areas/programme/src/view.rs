//! Sending a page: from the shelf if it is there, otherwise made now.

use std::sync::Arc;

use axum::http::HeaderMap;
use axum::response::Response;
use jiff::Timestamp;
use wiec_kit::app::App;
use wiec_kit::edition::Edition;
use wiec_kit::error::PageError;
use wiec_kit::frame::Reader;
use wiec_kit::rendered::Ready;
use wiec_kit::repeats::Repeatable;
use wiec_kit::respond::{self, Keep};
use wiec_kit::visit::Visit;
use wiec_store::TokenHash;

const HTML: &str = "text/html; charset=utf-8";

/// What a page depends on besides its address, its release and its theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changes {
    /// Nothing: it stays until the next release.
    ByRelease,
    /// The time: it shows what is on now.
    ByMinute,
}

/// The reader behind a visit, with their marks: those without any cost no query.
pub async fn reader(app: &App, visit: &Visit, edition: &Edition) -> Result<Reader, PageError> {
    let mut reader = Reader::of(visit);
    let Some(key) = &visit.mine else {
        return Ok(reader);
    };
    let hash = TokenHash::of(&key.reading_secret());
    if let Some(guids) = app.store.favourites().find(&hash).await? {
        let sessions = &edition.release.programme.sessions;
        let codes = sessions
            .iter()
            .filter(|session| guids.contains(&session.guid))
            .map(|session| session.code.to_string());
        reader.mine = Some(codes.collect());
    }
    Ok(reader)
}

/// A page that is on its way: to whom, of what, and until when it stays true.
pub struct Sending<'a> {
    app: &'a App,
    asked: &'a HeaderMap,
    now: Timestamp,
    /// Where it stands on the shelf; `None` for a page with someone's marks, which is kept nowhere.
    key: Option<String>,
    /// Set where the very address that was asked for may be answered with the same bytes again.
    repeatable: Option<Repeatable>,
}

impl<'a> Sending<'a> {
    /// Prepares a page of an edition for a reader. What the address asks beyond its path is ignored.
    pub fn new(
        app: &'a App,
        visit: &Visit,
        edition: &Edition,
        reader: &Reader,
        asked: &'a HeaderMap,
        changes: Changes,
    ) -> Self {
        let now = app.clock.now();
        let mut sending = Self {
            app,
            asked,
            now,
            key: None,
            repeatable: None,
        };
        if reader.mine.is_none() {
            let encoding = respond::best_encoding(asked);
            sending.key = Some(key(visit, edition, changes, now) + &format!(" {encoding:?} "));
            sending.repeatable = (visit.address == visit.path()).then(|| repeatable(changes, now));
        }
        sending
    }

    /// The same for a page that also depends on `query`; one that names unknown things is kept
    /// nowhere, because anybody can think of any number of those.
    pub fn asking(mut self, visit: &Visit, query: Option<String>, changes: Changes) -> Self {
        let known = self.key.zip(query);
        self.repeatable = known
            .as_ref()
            .filter(|(_, query)| visit.address == format!("{}{query}", visit.path()))
            .map(|_| repeatable(changes, self.now));
        self.key = known.map(|(key, query)| key + &query);
        self
    }

    /// Sends the page if somebody asked for the same one since it last changed.
    pub async fn shelved(&self) -> Option<Response> {
        let ready = self.app.rendered.find(self.key.as_ref()?)?;
        Some(self.sent(ready).await)
    }

    /// Sends a page that was just made, and keeps it for the next who asks.
    pub async fn send(mut self, html: String) -> Response {
        match self.key.take() {
            Some(key) => {
                // Hardly anyone asks for a page in two encodings, and plain ones are ten times as large.
                let ready = respond::settled(Ready::new(HTML, html), self.asked).await;
                let ready = self.app.rendered.keep(key, ready);
                self.sent(ready).await
            }
            None => private(html, self.asked).await,
        }
    }

    async fn sent(&self, ready: Arc<Ready>) -> Response {
        let mut response = respond::ready(ready, self.asked, Keep::Ask).await;
        if let Some(repeatable) = self.repeatable {
            response.extensions_mut().insert(repeatable);
        }
        response
    }
}

/// Sends a page that is one visitor's, or of one moment: nobody keeps it.
pub async fn private(html: String, asked: &HeaderMap) -> Response {
    respond::ready(
        Arc::new(Ready::fleeting(HTML, html)),
        asked,
        Keep::AskPrivately,
    )
    .await
}

/// Sends a page. `make` runs only if nobody asked for the same page since it last changed.
pub async fn send(
    app: &App,
    visit: &Visit,
    edition: &Edition,
    reader: &Reader,
    asked: &HeaderMap,
    changes: Changes,
    make: impl FnOnce(Timestamp) -> Result<String, askama::Error>,
) -> Result<Response, PageError> {
    Sending::new(app, visit, edition, reader, asked, changes)
        .make(make)
        .await
}

impl Sending<'_> {
    /// Sends the page from the shelf, or makes it now.
    pub async fn make(
        self,
        make: impl FnOnce(Timestamp) -> Result<String, askama::Error>,
    ) -> Result<Response, PageError> {
        if let Some(response) = self.shelved().await {
            return Ok(response);
        }
        let html = make(self.now)?;
        Ok(self.send(html).await)
    }
}

fn repeatable(changes: Changes, now: Timestamp) -> Repeatable {
    let next_minute = (now.as_second() / 60 + 1) * 60;
    let until = match changes {
        Changes::ByRelease => None,
        Changes::ByMinute => Timestamp::from_second(next_minute).ok(),
    };
    Repeatable { until }
}

fn key(visit: &Visit, edition: &Edition, changes: Changes, now: Timestamp) -> String {
    let minute = match changes {
        Changes::ByRelease => 0,
        Changes::ByMinute => now.as_second() / 60,
    };
    format!("page {minute} {}", visit.shelf(edition))
}
