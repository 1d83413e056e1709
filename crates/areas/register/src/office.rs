//! What the office does with the register: it makes proposals, sees to the consultation that the law
//! asks for, moderates remarks, and brings in those that came on paper or in a table.

mod change;
mod clauses;
mod clock;
mod consultation;
mod import;
mod list;
mod moderation;
mod rows;
mod settings;
mod typing;
mod view;
mod words;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::get;
use wiec_kit::app::App;
use wiec_kit::paths::words as of_addresses;
use wiec_model::Lang;

/// A form with all sessions of a congress and a whole consultation in it, in bytes.
const FORM_BYTES: usize = 512 << 10;

/// The addresses of this part in one language.
pub(crate) fn routes(lang: Lang) -> Router<App> {
    let kit = of_addresses(lang);
    let own = view::words(lang);
    let all = format!("/{}/{{congress}}/{}", kit.office, kit.proposals);
    let one = format!("{all}/{{proposal}}");
    Router::new()
        .route(&all, get(list::get))
        .route(
            &format!("{all}/{}", own.new),
            get(settings::new).post(settings::create),
        )
        .route(
            &format!("{all}/{}", own.moderation),
            get(moderation::get).post(moderation::post),
        )
        .route(
            &format!("{one}/{}", own.settings),
            get(settings::get).post(settings::post),
        )
        .route(
            &format!("{one}/{}", own.consultation),
            get(consultation::get).post(consultation::post),
        )
        .route(
            &format!("{one}/{}", own.typing),
            get(typing::get).post(typing::post),
        )
        .layer(DefaultBodyLimit::max(FORM_BYTES))
        .route(
            &format!("{one}/{}", own.import),
            get(import::get).post(import::upload),
        )
        .route(
            &format!("{one}/{}/{{upload}}", own.import),
            get(import::mapping).post(import::post),
        )
}
