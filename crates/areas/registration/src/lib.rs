#![doc = include_str!("../README.md")]

mod fields;
mod submit;
mod towns;
mod view;

mod own;
mod register;
mod ticket;

mod check_in;
mod decide;
mod export;
mod import;
mod list;
mod needs;
mod set_up;
mod statistics;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::get;
use wiec_kit::app::App;
use wiec_kit::paths::words;
use wiec_model::Lang;

/// The addresses of this area in one language.
pub fn routes(lang: Lang) -> Router<App> {
    let words = words(lang);
    let own = view::words(lang);
    let office = format!("/{}/{{congress}}/{}", words.office, words.registrations);
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
        .route(&office, get(list::get).post(decide::post))
        .route(&format!("{office}/csv"), get(export::get))
        .route(
            &format!("{office}/{}", own.form),
            get(set_up::get).post(set_up::post),
        )
        .route(&format!("{office}/{}", own.needs), get(needs::get))
        .route(
            &format!("{office}/{}", own.import),
            get(import::get)
                .post(import::post)
                // A letter of a list takes three bytes on its way, or six.
                .layer(DefaultBodyLimit::max(6 * import::LETTERS)),
        )
        .route(
            &format!("/{}/{{congress}}/{}", words.office, words.statistics),
            get(statistics::get),
        )
        .route(
            &format!("/{}/{{congress}}/{}", words.office, words.check_in),
            get(check_in::get).post(check_in::post),
        )
}
