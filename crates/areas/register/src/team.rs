//! What the team of a proposal does: it drafts in sections, takes texts in from files, answers remarks,
//! merges amendments, and publishes.
//!
//! Its pages are private. Members read and suggest; only who may write the proposal does the rest.

mod answer;
mod answers;
mod challenges;
mod clash;
mod desk;
mod hold;
mod import;
mod keep;
mod languages;
mod merging;
mod publish;
mod section;
mod suggestions;
mod view;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use wiec_kit::app::App;
use wiec_kit::paths::words;
use wiec_model::Lang;

/// A letter of a text takes up to six bytes on its way, and the form carries it twice: as it was shown
/// and as it is typed.
const TEXT_FORM_BYTES: usize = 8 << 20;

/// The addresses of this part in one language.
pub(crate) fn routes(lang: Lang) -> Router<App> {
    let site = words(lang);
    let own = view::words(lang);
    let team = format!("/{}/{{proposal}}/{}", site.proposals, site.team);
    drafting(&team, &own)
        .merge(discussing(&team, &own))
        .route(&team, get(desk::get))
        .route(
            &format!("{team}/{}", own.publish),
            get(publish::get).post(publish::post),
        )
}

/// Writing the text and what stands beside it.
fn drafting(team: &str, own: &view::Words) -> Router<App> {
    let section = format!("{team}/{}/{{section}}", own.section);
    let import = format!("{team}/{}", own.import);
    Router::new()
        .route(&section, get(section::get).post(section::post))
        .route(
            &format!("{section}/{}", own.suggestion),
            get(suggestions::make::get).post(suggestions::make::post),
        )
        .route(
            &format!("{team}/{}", own.suggestions),
            get(suggestions::get).post(suggestions::post),
        )
        .route(&format!("{import}/{}", own.save), post(import::save))
        .route(
            &format!("{team}/{}", own.languages),
            get(languages::get).post(languages::post),
        )
        .route(
            &format!("{team}/{}", own.challenges),
            get(challenges::get).post(challenges::post),
        )
        .layer(DefaultBodyLimit::max(TEXT_FORM_BYTES))
        // A file has a limit of its own: it is not a form of fields.
        .route(&import, get(import::get).post(import::post))
        .route(&format!("{section}/{}", own.hold), post(hold::hold))
        .route(&format!("{section}/{}", own.release), post(hold::release))
        .route(
            &format!("{section}/{}", own.take_over),
            post(hold::take_over),
        )
}

/// Answering remarks, and putting amendments into the text.
fn discussing(team: &str, own: &view::Words) -> Router<App> {
    let answers = format!("{team}/{}", own.answers);
    Router::new()
        .route(&answers, get(answers::get).post(answers::post))
        .route(
            &format!("{answers}/{}", own.save),
            post(answers::bulk::save),
        )
        .route(
            &format!("{answers}/{{number}}"),
            get(answer::get).post(answer::post),
        )
        .route(
            &format!("{answers}/{{number}}/{}", own.preview),
            post(answer::preview),
        )
        .route(
            &format!("{team}/{}", own.merge),
            get(merging::get).post(merging::post),
        )
        .layer(DefaultBodyLimit::max(TEXT_FORM_BYTES))
}
