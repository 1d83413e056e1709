//! Saying that one comes.

use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::OwnSubmission;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::CheckedForm;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::calls;
use wiec_store::Taken;

/// `POST /zgloszenia/{code}/potwierdz`. Sent twice, it is confirmed once; come too late, the page says what
/// became of the place.
#[tracing::instrument(name = "calls.confirm_submission", skip_all, fields(submission.code = %permit.subject.submission.code))]
pub(super) async fn post(
    permit: Permit<OwnSubmission>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(_): CheckedForm,
) -> Result<Response, PageError> {
    let mine = &permit.subject;
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    let mut writer = tx.submissions();
    let (Taken::Now(now) | Taken::Not(now)) =
        writer.confirm(&mine.call, mine.submission.id).await?;
    tx.commit().await?;
    let path = visit.paths().submission(&now.code);
    Ok(match now.state {
        calls::State::Confirmed { .. } => respond::to(&format!("{path}?confirmed")),
        _ => respond::to(&path),
    })
}
