//! How is chosen, and how what was chosen comes into the programme.

mod balance;
mod bulk;
mod decider;
mod decisions;
mod figures;
mod files;
mod letters;
mod programme;
mod reserve;
mod row;
mod speakers;
mod table;
mod view;
mod wanted;
mod words;

use axum::Router;
use axum::routing::get;
use wiec_kit::app::App;
use wiec_kit::paths;
use wiec_model::Lang;

use view::Page;

/// The addresses of this part in one language.
pub(crate) fn routes(lang: Lang) -> Router<App> {
    let words = paths::words(lang);
    let call = format!("/{}/{{congress}}/{}/{{call}}", words.office, words.calls);
    let at = |page: Page| format!("{call}/{}", page.word(lang));
    let table = at(Page::Table);
    Router::new()
        .route(&table, get(table::get).post(bulk::post))
        .route(&format!("{table}/csv"), get(files::csv))
        .route(&format!("{table}/xlsx"), get(files::xlsx))
        .route(&format!("{table}/json"), get(files::json))
        .route(
            &at(Page::Decisions),
            get(decisions::get).post(decisions::post),
        )
        .route(&at(Page::Reserve), get(reserve::get).post(reserve::post))
        .route(
            &at(Page::Programme),
            get(programme::get).post(programme::post),
        )
        .route(&at(Page::Speakers), get(speakers::get).post(speakers::post))
        .route(&at(Page::Figures), get(figures::get))
}
