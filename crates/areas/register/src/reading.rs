//! Proposals as everybody reads them: the register, the text of a proposal with the talk about each
//! clause, single remarks, versions, and what is recommended to whom.

mod addresses;
mod amendment;
mod compare;
mod facets;
mod index;
mod line;
mod list;
mod news;
mod proposal;
mod recommendations;
mod remark;
mod setting;
mod talk;
mod text_page;
mod votes;
mod words;

use std::sync::Arc;

use axum::Router;
use axum::http::HeaderMap;
use axum::response::Response;
use axum::routing::get;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::paths;
use wiec_kit::rendered::Ready;
use wiec_kit::respond::{self, Keep};
use wiec_model::Lang;

const HTML: &str = "text/html; charset=utf-8";

/// The addresses of this part in one language.
pub(crate) fn routes(lang: Lang) -> Router<App> {
    let words = paths::words(lang);
    let proposal = format!("/{}/{{proposal}}", words.proposals);
    let within = |rest: &str| format!("{proposal}/{rest}");
    Router::new()
        .route(&format!("/{}", words.proposals), get(index::get))
        .route(
            &format!("/{}", words.recommendations),
            get(recommendations::get),
        )
        .route(&proposal, get(proposal::get))
        .route(&within(words.remarks), get(list::all))
        .route(&within(words.compare), get(compare::get))
        .route(
            &within(&format!("{}/{{number}}", words.versions)),
            get(text_page::get),
        )
        .route(
            &within(&format!("{}/{{clause}}", words.clause)),
            get(list::clause),
        )
        .route(
            &within(&format!("{}/{{number}}", words.remark)),
            get(remark::get),
        )
}

/// Sends a page of this part. It changes whenever anybody says something, so browsers ask each time, and
/// hear that nothing changed by its tag.
async fn send(html: String, asked: &HeaderMap) -> Response {
    let ready = Ready::fleeting(HTML, html);
    respond::ready(Arc::new(ready), asked, Keep::AskPrivately).await
}

/// The `{number}` of an address.
fn number(path: &[(String, String)]) -> Result<u32, PageError> {
    let word = path.iter().find(|(key, _)| key == "number");
    let number = word.and_then(|(_, word)| word.parse().ok());
    number.ok_or(PageError::NotFound)
}
