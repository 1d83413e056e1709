//! Calls as everybody reads them.

use axum::Router;
use wiec_kit::app::App;
use wiec_model::Lang;

/// The addresses of this part in one language.
pub(crate) fn routes(lang: Lang) -> Router<App> {
    let _ = lang;
    Router::new()
}
