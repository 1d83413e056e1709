#![doc = include_str!("../README.md")]

mod accessibility;
mod editing;
mod overview;
mod privacy;
mod retention;
mod send;
mod statement_form;

use axum::Router;
use axum::routing::get;
use wiec_kit::app::App;
use wiec_kit::paths::words;
use wiec_model::Lang;

/// The addresses of this area in one language.
pub fn routes(lang: Lang) -> Router<App> {
    let words = words(lang);
    let office = format!("/{}/{{congress}}/{}", words.office, words.notices);
    let within = |word: &str| format!("{office}/{word}");
    Router::new()
        .route(
            &format!("/{}", words.accessibility),
            get(accessibility::get),
        )
        .route(&format!("/{}", words.privacy), get(privacy::get))
        .route(&format!("/{}", words.retention), get(retention::get))
        .route(&office, get(overview::get))
        .route(
            &within(words.accessibility),
            get(statement_form::get).post(statement_form::post),
        )
        .route(
            &within(words.privacy),
            get(privacy::form::get).post(privacy::form::post),
        )
}
