#![doc = include_str!("../README.md")]

use axum::Router;
use wiec_kit::app::App;
use wiec_model::Lang;

/// The addresses of this area in one language.
pub fn routes(_lang: Lang) -> Router<App> {
    Router::new()
}
