//! What is done to all drafts of a mailing at once: they are sent, or thrown away.

use axum::extract::{Path, State};
use axum::response::Response;
use wiec_kit::acts::ManageMail;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Form};
use wiec_kit::office::{Part, saved, sight};
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::mail::MailingId;

/// `POST /biuro/{congress}/poczta/wysylka/{mailing}`
///
/// Sent twice, the second finds no drafts and sends nothing.
pub async fn post(
    permit: Permit<ManageMail>,
    State(app): State<App>,
    visit: Visit,
    Path((_, mailing)): Path<(String, i64)>,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let congress = &permit.subject;
    let mailing = MailingId(mailing);
    let sight = sight(&permit.actor, congress);
    let known = app.store.mails().mailing(congress, sight, mailing).await?;
    known.ok_or(PageError::NotFound)?;
    let form = Form::of(data, visit.lang);
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    match form.value("act") {
        "send" => tx.mails().queue_all(congress, mailing).await?,
        "discard" => tx.mails().discard_all(congress, mailing).await?,
        _ => return Err(PageError::Invalid),
    };
    tx.commit().await?;
    let outbox = Part::Mail.path(&visit.paths(), congress);
    Ok(respond::to(&saved(&format!("{outbox}?mailing={mailing}"))))
}
