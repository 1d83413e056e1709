//! Sending a page: from the shelf if it is there, otherwise made now.

use axum::http::HeaderMap;
use axum::response::Response;
use jiff::Timestamp;
use wiec_kit::app::App;
use wiec_kit::edition::Edition;
use wiec_kit::error::PageError;
use wiec_kit::frame::Reader;
use wiec_kit::rendered::Ready;
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
}

impl<'a> Sending<'a> {
    /// Prepares a page of an edition for a reader.
    pub fn new(
        app: &'a App,
        visit: &Visit,
        edition: &Edition,
        reader: &Reader,
        asked: &'a HeaderMap,
        changes: Changes,
    ) -> Self {
        let now = app.clock.now();
        let key = reader
            .mine
            .is_none()
            .then(|| key(visit, edition, changes, now));
        Self {
            app,
            asked,
            now,
            key,
        }
    }

    /// Sends the page if somebody asked for the same one since it last changed.
    pub async fn shelved(&self) -> Option<Response> {
        let ready = self.app.rendered.find(self.key.as_ref()?)?;
        Some(respond::ready(ready, self.asked, Keep::Ask).await)
    }

    /// Sends a page that was just made, and keeps it for the next who asks.
    pub async fn send(self, html: String) -> Response {
        let ready = Ready::new(HTML, html);
        match self.key {
            Some(key) => {
                respond::ready(self.app.rendered.keep(key, ready), self.asked, Keep::Ask).await
            }
            None => respond::ready(ready.into(), self.asked, Keep::AskPrivately).await,
        }
    }
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
    let sending = Sending::new(app, visit, edition, reader, asked, changes);
    if let Some(response) = sending.shelved().await {
        return Ok(response);
    }
    let html = make(sending.now)?;
    Ok(sending.send(html).await)
}

fn key(visit: &Visit, edition: &Edition, changes: Changes, now: Timestamp) -> String {
    let minute = match changes {
        Changes::ByRelease => 0,
        Changes::ByMinute => now.as_second() / 60,
    };
    let (slug, number, theme) = (
        edition.slug(),
        edition.release.number,
        visit.theme.key().unwrap_or_default(),
    );
    format!("page {slug} {number} {minute} {theme} {}", visit.address)
}
