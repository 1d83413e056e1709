//! A draft is kept as it is typed: the script sends it when the typing rests, and hears what stands now.

use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use serde_json::{Value as Json, json};
use wiec_kit::acts::OwnSubmission;
use wiec_kit::app::App;
use wiec_kit::dates;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Form};
use wiec_kit::permit::Permit;
use wiec_kit::visit::Visit;
use wiec_model::calls;
use wiec_store::Saved;

use super::fields;
use super::save::{save, seen};

/// `POST /zgloszenia/{code}/zapis`: what was typed becomes what the draft says, if nobody else saved it
/// meanwhile. What was sent already is changed by its button only: each change of it is on record.
pub(super) async fn post(
    permit: Permit<OwnSubmission>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    if !app.limits.admits_write(visit.peer) {
        return Err(PageError::TooMany);
    }
    let account = permit.signed_in()?.account.id;
    let mine = &permit.subject;
    let form = Form::of(data, visit.lang);
    let m = form.words();
    let typed = fields::read(&form, &mine.call, &mine.submission);
    let seen = seen(&form)?;
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    // It may have been sent since the typing rested, by its button or in another window.
    let mut submissions = tx.submissions();
    let now = submissions.locked(&mine.call, mine.submission.id).await?;
    if now.state != calls::State::Draft {
        tx.give_up().await?;
        return Ok(answer(
            StatusCode::CONFLICT,
            &json!({ "says": m.submitting_kept_not() }),
        ));
    }
    let saved = save(&mut tx, mine, account, &typed, seen).await?;
    let Saved::Saved(saved) = saved else {
        tx.give_up().await?;
        return Ok(answer(
            StatusCode::CONFLICT,
            &json!({ "says": m.submitting_kept_clash() }),
        ));
    };
    tx.commit().await?;
    let zone = &mine.edition.release.programme.congress.zone;
    let says = m.submitting_kept(dates::hour(app.clock.now(), zone));
    let said = json!({ "revision": saved.revision, "says": says });
    Ok(answer(StatusCode::OK, &said))
}

fn answer(status: StatusCode, said: &Json) -> Response {
    let headers = [
        (CONTENT_TYPE, "application/json; charset=utf-8"),
        (CACHE_CONTROL, "private, no-store"),
    ];
    (status, headers, said.to_string()).into_response()
}
