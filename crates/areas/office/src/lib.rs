#![doc = include_str!("../README.md")]

mod congresses;
mod desk;
mod history;
mod jobs;
mod mail;
mod new_congress;
mod roles;
mod unsubscribe;
mod words;

use axum::Router;
use axum::routing::{get, post};
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
        .route(
            &format!("/{office}/{}", words.new_congress),
            get(new_congress::get).post(new_congress::post),
        )
        .route(&format!("/{office}/{{congress}}"), get(desk::get))
        .route(&part(words.roles), get(roles::get).post(roles::post))
        .route(&part(words.history), get(history::get))
        .merge(letters(lang))
}

/// The addresses of letters, and of the jobs behind them.
fn letters(lang: Lang) -> Router<App> {
    let words = words(lang);
    let office = format!("/{}/{{congress}}", words.office);
    let outbox = format!("{office}/{}", words.mail);
    Router::new()
        .route(&outbox, get(mail::get))
        .route(
            &format!("{outbox}/{}", words.new_mailing),
            get(mail::compose::get).post(mail::compose::post),
        )
        .route(
            &format!("{outbox}/{}/{{mailing}}", words.mailing),
            post(mail::mailing::post),
        )
        .route(
            &format!("{outbox}/{{letter}}"),
            get(mail::letter::get).post(mail::letter::post),
        )
        .route(
            &format!("{outbox}/{{letter}}/{{file}}"),
            get(mail::file::get),
        )
        .route(
            &format!("{office}/{}", words.jobs),
            get(jobs::get).post(jobs::post),
        )
        .route(
            &format!("/{}/{{mark}}", words.unsubscribe),
            get(unsubscribe::get).post(unsubscribe::post),
        )
}
