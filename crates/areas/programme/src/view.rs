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

/// The reader behind a visit, with their marks: one query for those who have any, none for others.
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

/// Sends a page. `make` runs only if nobody asked for the same page since it last changed.
///
/// A page with someone's marks is made anew each time and kept nowhere.
pub async fn send(
    app: &App,
    visit: &Visit,
    edition: &Edition,
    reader: &Reader,
    asked: &HeaderMap,
    changes: Changes,
    make: impl FnOnce(Timestamp) -> Result<String, askama::Error>,
) -> Result<Response, PageError> {
    let now = app.clock.now();
    if reader.mine.is_some() {
        let ready = Ready::new(HTML, make(now)?);
        return Ok(respond::ready(ready.into(), asked, Keep::AskPrivately).await);
    }
    let key = key(visit, edition, changes, now);
    let ready = match app.rendered.find(&key) {
        Some(ready) => ready,
        None => app.rendered.keep(key, Ready::new(HTML, make(now)?)),
    };
    Ok(respond::ready(ready, asked, Keep::Ask).await)
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
