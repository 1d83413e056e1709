//! What the office does with calls: it makes them, says what they ask and how they are judged, lets people
//! in by codes, sees to the committee and to who judges what, hides what tells whose something is, and types
//! in what came in another way.

mod assignments;
mod change;
mod codes;
mod committee;
mod hints;
mod list;
mod new;
mod overview;
mod questions;
mod review;
mod rows;
mod settings;
mod submission;
mod typing;
mod view;
mod words;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use wiec_kit::app::App;
use wiec_kit::paths::words as of_addresses;
use wiec_model::Lang;

/// A form with all questions of a call in it, in bytes.
const FORM_BYTES: usize = 512 << 10;

/// The addresses of this part in one language.
pub(crate) fn routes(lang: Lang) -> Router<App> {
    let kit = of_addresses(lang);
    let own = view::words(lang);
    let all = format!("/{}/{{congress}}/{}", kit.office, kit.calls);
    let call = format!("{all}/{{call}}");
    let submission = format!("{call}/{}/{{code}}", kit.submissions);
    let of_call = |word: &str| format!("{call}/{word}");
    let of_submission = |word: &str| format!("{submission}/{word}");
    let calculated = format!("{}/{}", of_call(own.assignments), own.calculated);
    let file = format!("{}/{{file}}", of_submission(own.files));
    Router::new()
        .route(&all, get(list::get))
        .route(&format!("{all}/{}", own.new), get(new::get).post(new::post))
        .route(&call, get(overview::get))
        .route(
            &of_call(own.settings),
            get(settings::get).post(settings::post),
        )
        .route(&of_call(own.review), get(review::get).post(review::post))
        .route(
            &of_call(own.questions),
            get(questions::get).post(questions::post),
        )
        .route(&of_call(own.codes), get(codes::get).post(codes::post))
        .route(
            &of_call(kit.committee),
            get(committee::get).post(committee::post),
        )
        .route(
            &of_call(own.assignments),
            get(assignments::get).post(assignments::post),
        )
        .route(
            &calculated,
            get(assignments::calculated::get).post(assignments::calculated::post),
        )
        .route(&of_call(own.typing), get(typing::new).post(typing::create))
        .route(&submission, get(submission::get))
        .route(
            &of_submission(own.text),
            get(typing::get).post(typing::post),
        )
        .route(&of_submission(own.authors), post(submission::authors::post))
        .route(
            &of_submission(own.hidden),
            get(submission::hidden::get).post(submission::hidden::post),
        )
        .route(
            &file,
            get(submission::files::get).post(submission::files::post),
        )
        .layer(DefaultBodyLimit::max(FORM_BYTES))
}
