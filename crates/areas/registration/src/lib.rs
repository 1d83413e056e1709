#![doc = include_str!("../README.md")]

mod fields;
mod submit;
mod towns;
mod view;

mod own;
mod register;
mod ticket;

use axum::Router;
use axum::routing::get;
use wiec_kit::app::App;
use wiec_kit::paths::words;
use wiec_model::Lang;

/// The addresses of this area in one language.
pub fn routes(lang: Lang) -> Router<App> {
    let words = words(lang);
    let own = view::words(lang);
    let registration = format!("/{}", words.registration);
    Router::new()
        .route(&registration, get(register::get).post(register::post))
        .route(
            &format!("{registration}/{}", own.received),
            get(register::received),
        )
        .route(
            &format!("{registration}/{}", own.change),
            get(own::get).post(own::post),
        )
        .route(
            &format!("{registration}/{}", own.withdraw),
            get(own::ask_to_withdraw).post(own::withdraw),
        )
        .route(&format!("/{}", words.ticket), get(ticket::get))
        .route(&format!("/{}/pdf", words.ticket), get(ticket::pdf))
}
