//! What authors do: a draft kept as it is typed, files, co-authors, sending, taking back, confirming,
//! preparing.

mod begin;
mod clash;
mod code;
mod confirm;
mod editor;
mod fields;
mod file;
mod file_field;
mod invitation;
mod keep;
mod leave;
mod mine;
mod notes;
mod page;
mod people;
mod prepare;
mod preview;
mod questions;
mod save;
mod says;
mod submission;
mod telling;
mod view;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use wiec_kit::app::App;
use wiec_kit::paths::words;
use wiec_model::Lang;

/// Long answers in a language of many bytes a letter.
const FORM_BYTES: usize = 1 << 20;

/// The addresses of this part in one language.
pub(crate) fn routes(lang: Lang) -> Router<App> {
    let (kit, own) = (words(lang), view::words(lang));
    let all = format!("/{}", kit.submissions);
    let one = format!("{all}/{{code}}");
    let of = |word: &str| format!("{one}/{word}");
    let file = format!("{one}/{}/{{question}}", own.file);
    let token = format!("{all}/{}/{{token}}", kit.invitation);
    let written = Router::new()
        .route(
            &format!("/{}/{{call}}/{}", kit.calls, kit.submit),
            get(begin::get).post(begin::post),
        )
        .route(&one, get(submission::get).post(submission::post))
        .route(&of(own.save), post(keep::post))
        .layer(DefaultBodyLimit::max(FORM_BYTES));
    Router::new()
        .merge(written)
        .route(&all, get(mine::get))
        .route(&of(own.preview), get(preview::get))
        .route(&of(own.leave), get(leave::get).post(leave::post))
        .route(&of(own.confirm), post(confirm::post))
        .route(&of(own.prepare), get(prepare::get).post(prepare::post))
        .route(&file, get(file::get).post(file::post))
        .route(&format!("{file}/{}", own.remove), post(file::remove))
        .route(&token, get(invitation::get).post(invitation::post))
}
