//! The areas of the congress, put together: the one place that knows them all.

use axum::Router;
use wiec_kit::app::App;
use wiec_model::Lang;

/// The addresses of all areas in one language.
pub(crate) fn routes(lang: Lang) -> Router<App> {
    [
        wiec_people::routes,
        wiec_registration::routes,
        wiec_register::routes,
        wiec_calls::routes,
        wiec_timetable_editor::routes,
        wiec_office::routes,
        wiec_notices::routes,
    ]
    .into_iter()
    .fold(wiec_programme::routes(lang), |all, area| {
        all.merge(area(lang))
    })
}
