//! What machines and archives get of a proposal: open data, a feed, Akoma Ntoso, and reports.
//!
//! Everything public is made of one value, [`facts::Facts`]. Reports are frozen by the office; their files
//! are what they were made as.

mod akoma;
mod clauses;
mod csv;
mod data;
mod facts;
mod feed;
pub(crate) mod freeze;
mod list;
mod report;
mod reports;
mod send;
mod view;

use axum::Router;
use axum::routing::get;
use wiec_kit::app::App;
use wiec_kit::paths::words;
use wiec_model::Lang;

/// The addresses of this part in one language.
pub(crate) fn routes(lang: Lang) -> Router<App> {
    let words = words(lang);
    let own = view::words(lang);
    let all = format!("/{}", words.proposals);
    let one = format!("{all}/{{proposal}}");
    let reports = format!("{one}/{}", words.reports);
    let office = format!(
        "/{}/{{congress}}/{}/{{proposal}}/{}",
        words.office, words.proposals, own.report
    );
    Router::new()
        .route(&format!("{all}.json"), get(list::get))
        .route(&format!("{one}/{}", own.data), get(data::get))
        .route(&format!("{one}/{}", own.table), get(csv::get))
        .route(&format!("{one}/{}", view::FEED), get(feed::get))
        .route(&format!("{one}/{}", view::AKOMA_NTOSO), get(akoma::get))
        .route(&reports, get(reports::get))
        .route(
            &format!("{reports}/{{number}}/{{file}}"),
            get(reports::file),
        )
        .route(&office, get(freeze::get).post(freeze::post))
        .route(&format!("{office}/{}", own.preview), get(freeze::preview))
}
