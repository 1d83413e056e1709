//! Calls as everybody reads them: which there are, what each asks and by which rules it is chosen, how it was
//! chosen in numbers, the texts that were, and the clock of a session's talks for the room.

mod archive;
mod calendar;
mod call;
mod data;
mod file;
mod here;
mod index;
mod numbers;
mod public;
mod questions;
mod text;
mod timer;
mod words;

use std::sync::Arc;

use axum::Router;
use axum::http::HeaderMap;
use axum::response::Response;
use axum::routing::get;
use wiec_kit::app::App;
use wiec_kit::paths;
use wiec_kit::rendered::Ready;
use wiec_kit::respond::{self, Keep};
use wiec_model::Lang;

/// The addresses of this part in one language.
pub(crate) fn routes(lang: Lang) -> Router<App> {
    let words = paths::words(lang);
    let call = format!("/{}/{{call}}", words.calls);
    let texts = format!("{call}/{}", words.texts);
    let text = format!("{texts}/{{code}}");
    Router::new()
        .route(&format!("/{}", words.calls), get(index::get))
        .route(&call, get(call::get))
        .route(&format!("{call}/{}", words.calendar), get(calendar::get))
        .route(&texts, get(archive::get))
        .route(&format!("{texts}.json"), get(data::json))
        .route(&format!("{texts}.csv"), get(data::table))
        .route(&text, get(text::get))
        .route(
            &format!("{text}/{}/{{file}}", words::files(lang)),
            get(file::get),
        )
        .route(
            &format!("/{}/{{session}}/{}", words.sessions, words.timer),
            get(timer::get),
        )
}

/// Sends a page of this part. It changes whenever somebody decides or confirms, so browsers ask each time, and
/// hear that nothing changed by its tag.
async fn send(html: String, asked: &HeaderMap) -> Response {
    let ready = Ready::fleeting("text/html; charset=utf-8", html);
    respond::ready(Arc::new(ready), asked, Keep::AskPrivately).await
}
