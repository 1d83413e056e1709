//! A file that came with a submission: to a blind member under a name that says nothing, and without what it
//! says of who made it.

use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use wiec_kit::acts::{Judged, ReviewSubmission, Seen};
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::messages::messages;
use wiec_kit::permit::Permit;
use wiec_kit::visit::Visit;
use wiec_model::calls::{Barred, FileId, ReviewPhase};

use super::neutral;
use super::shown::{self, is_for_committee};

/// `GET /nabory/{call}/komisja/{code}/pliki/{file}`
#[tracing::instrument(name = "calls.judged_file", skip_all)]
pub(super) async fn get(
    permit: Permit<ReviewSubmission>,
    State(app): State<App>,
    visit: Visit,
    Path((_, _, file)): Path<(String, String, String)>,
) -> Result<Response, PageError> {
    let judged = &permit.subject;
    let file: FileId = file.parse().map_err(|_| PageError::NotFound)?;
    let phase = judged.call.setup.review.phase(app.clock.now());
    if judged.barred == Barred::Yes || phase == ReviewPhase::Waiting {
        return Err(PageError::NotFound);
    }
    let name = name(judged, &visit, file).ok_or(PageError::NotFound)?;
    let id = shown::id(&judged.seen);
    let found = app.store.submissions().file(id, file).await?;
    let (info, bytes) = found.ok_or(PageError::NotFound)?;
    let bytes = match &judged.seen {
        Seen::Open(..) => bytes,
        Seen::Blind(_) => {
            let media = info.media.clone();
            let made = tokio::task::spawn_blocking(move || neutral::made(&media, bytes)).await;
            let made = made.map_err(|error| PageError::Internal(error.into()))?;
            made.map_err(|_| PageError::NotFound)?
        }
    };
    Ok(attachment(&name, &info.media, bytes))
}

/// What the file is called for this reader; nothing if it is not among those that they may see.
fn name(judged: &Judged, visit: &Visit, file: FileId) -> Option<String> {
    match &judged.seen {
        Seen::Blind(blinded) => {
            let mut numbered = blinded.files().iter().zip(1..);
            let (found, number) = numbered.find(|(known, _)| known.id == file)?;
            let name = || neutral::name(messages(visit.lang), number, &found.media);
            neutral::can_be(&found.media).then(name)
        }
        Seen::Open(_, files) => {
            let found = files.iter().find(|known| known.id == file)?;
            is_for_committee(&judged.call, found).then(|| found.name.clone())
        }
    }
}

/// An answer that is kept as a file, never shown within the site.
fn attachment(name: &str, media: &str, bytes: Vec<u8>) -> Response {
    // RFC 8187: every sign but letters and digits of ASCII as percent.
    let encoded: String = name
        .bytes()
        .map(|byte| match byte {
            b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' | b'.' | b'-' | b'_' => {
                char::from(byte).to_string()
            }
            other => format!("%{other:02X}"),
        })
        .collect();
    let said = format!("attachment; filename*=UTF-8''{encoded}");
    let mut response = Body::from(bytes).into_response();
    let headers = response.headers_mut();
    let media = HeaderValue::from_str(media);
    let unknown = HeaderValue::from_static("application/octet-stream");
    headers.insert(CONTENT_TYPE, media.unwrap_or(unknown));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    if let Ok(said) = HeaderValue::from_str(&said) {
        headers.insert(CONTENT_DISPOSITION, said);
    }
    response
}
