#![doc = include_str!("../README.md")]

mod choosing;
mod committee;
mod office;
mod reading;
mod submitting;

use axum::Router;
use wiec_kit::app::App;
use wiec_model::Lang;

/// The addresses of this area in one language.
pub fn routes(lang: Lang) -> Router<App> {
    [
        reading::routes,
        submitting::routes,
        committee::routes,
        office::routes,
        choosing::routes,
    ]
    .into_iter()
    .fold(Router::new(), |all, part| all.merge(part(lang)))
}
