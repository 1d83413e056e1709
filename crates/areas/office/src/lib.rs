#![doc = include_str!("../README.md")]

mod congresses;
mod desk;
mod history;
mod jobs;
mod letter;
mod outbox;
mod roles;
mod unsubscribe;
mod words;

use axum::Router;
use axum::routing::get;
use wiec_kit::app::App;
use wiec_kit::paths::words;
use wiec_model::Lang;

/// The addresses of this area in one language.
pub fn routes(lang: Lang) -> Router<App> {
    let words = words(lang);
    let office = words.office;
    let part = |word: &str| format!("/{office}/{{congress}}/{word}");
    Router::new()
        .route(&format!("/{office}"), get(congresses::get))
        .route(&format!("/{office}/{{congress}}"), get(desk::get))
        .route(&part(words.roles), get(roles::get).post(roles::post))
        .route(&part(words.history), get(history::get))
        .route(&part(words.mail), get(outbox::get).post(outbox::post))
        .route(
            &format!("{}/{{mail}}", part(words.mail)),
            get(letter::get).post(letter::post),
        )
        .route(&part(words.jobs), get(jobs::get).post(jobs::post))
        .route(
            &format!("/{}/{{mark}}", words.unsubscribe),
            get(unsubscribe::get).post(unsubscribe::post),
        )
}
