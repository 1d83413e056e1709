#![doc = include_str!("../README.md")]

mod files;
mod office;
mod parts;
mod reading;
mod remarking;
mod team;
mod telling;

use axum::Router;
use wiec_kit::app::App;
use wiec_model::Lang;

/// The addresses of this area in one language.
pub fn routes(lang: Lang) -> Router<App> {
    [
        reading::routes,
        remarking::routes,
        team::routes,
        office::routes,
        files::routes,
    ]
    .into_iter()
    .fold(Router::new(), |all, part| all.merge(part(lang)))
}
