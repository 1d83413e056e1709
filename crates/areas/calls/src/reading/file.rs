//! A file that came with a chosen text, in reply to a question whose replies everybody reads.

use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};
use wiec_kit::acts::ReadCall;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::permit::Permit;
use wiec_kit::visit::Visit;
use wiec_model::calls::{FileId, FileInfo, Submission};

use super::here::Here;
use super::{public, text};

/// `GET /nabory/{call}/teksty/{code}/pliki/{file}`
///
/// It is always saved and never shown: what strangers made does not run under our address.
#[tracing::instrument(name = "calls.file", skip_all, fields(call.slug = %permit.subject.call.slug))]
pub async fn get(
    permit: Permit<ReadCall>,
    State(app): State<App>,
    visit: Visit,
    Path((_, code, file)): Path<(String, String, String)>,
) -> Result<Response, PageError> {
    let (here, call) = Here::in_call(&app, &visit, &permit.subject);
    let file: FileId = file.parse().map_err(|_| PageError::NotFound)?;
    let submission = text::find(&here, &code).await?;
    let is_read = public::of(&submission, call, &[]).is_some();
    if !is_read || public::is_anonymous(&submission) {
        return Err(PageError::NotFound);
    }
    let found = app.store.submissions().file(submission.id, file).await?;
    let (info, bytes) = found.ok_or(PageError::NotFound)?;
    if !public::is_public(call, &info) {
        return Err(PageError::NotFound);
    }
    let mut response = Body::from(bytes).into_response();
    let headers = response.headers_mut();
    let media = HeaderValue::from_str(&info.media);
    let unknown = HeaderValue::from_static("application/octet-stream");
    headers.insert(CONTENT_TYPE, media.unwrap_or(unknown));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    if let Ok(saved) = HeaderValue::from_str(&saved_as(&submission, &info)) {
        headers.insert(CONTENT_DISPOSITION, saved);
    }
    Ok(response)
}

/// By a name of our own: what its author calls it could hold anything.
fn saved_as(submission: &Submission, file: &FileInfo) -> String {
    let ending = match file.media.as_str() {
        "application/pdf" => ".pdf",
        "image/png" => ".png",
        "image/jpeg" => ".jpg",
        media if media.ends_with("presentationml.presentation") => ".pptx",
        media if media.ends_with("wordprocessingml.document") => ".docx",
        _ => "",
    };
    let (code, question) = (&submission.code, &file.question);
    format!("attachment; filename=\"{code}-{question}{ending}\"")
}
