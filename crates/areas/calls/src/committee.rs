//! What members of a committee do: they say what they would judge gladly and what they should not, judge what
//! they were given without knowing whose it is, read what others said once they have said it themselves, and
//! talk about it.
//!
//! A page of this part says of a submission only what [`words::Shown`] holds. It is made of
//! [`wiec_model::calls::Blinded`] wherever a member is blind, so there is nothing else to say.

mod bids;
mod desk;
mod export;
mod file;
mod form;
mod give;
mod interest;
mod item;
mod judging;
mod neutral;
mod others;
mod plain;
mod shown;
mod talk;
mod view;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use wiec_kit::app::App;
use wiec_kit::paths::words;
use wiec_model::Lang;

/// A form may hold a bid for each of a thousand submissions, or a review of the length that one may have.
const FORM_BYTES: usize = 256 << 10;

/// The addresses of this part in one language.
pub(crate) fn routes(lang: Lang) -> Router<App> {
    let (kit, own) = (words(lang), view::words(lang));
    let committee = format!("/{}/{{call}}/{}", kit.calls, kit.committee);
    let judged = format!("{committee}/{{code}}");
    Router::new()
        .route(&committee, get(desk::get))
        .route(&format!("{committee}/{}", own.bids), post(bids::post))
        .route(&format!("{committee}/{}", own.next), get(desk::next))
        .route(
            &format!("{committee}/{}.csv", own.reviews),
            get(export::csv),
        )
        .route(
            &format!("{committee}/{}.json", own.reviews),
            get(export::json),
        )
        .route(&judged, get(judging::get).post(give::post))
        .route(&format!("{judged}/{}", own.interest), post(interest::post))
        .route(&format!("{judged}/{}", own.talk), post(talk::post))
        .route(&format!("{judged}/{}/{{file}}", own.files), get(file::get))
        .layer(DefaultBodyLimit::max(FORM_BYTES))
}
