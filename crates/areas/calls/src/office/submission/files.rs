//! The files of a submission: fetched by the office, and said to tell nothing of whose they are.

use axum::extract::{Path, State};
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use wiec_kit::acts::ManageSubmission;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::office::saved;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::calls::FileId;

use crate::office::view;

/// The words of the address: congress, call, submission, file.
type Address = Path<(String, String, String, String)>;

/// `GET …/zgloszenia/{code}/pliki/{file}`
pub async fn get(
    permit: Permit<ManageSubmission>,
    State(app): State<App>,
    Path((_, _, _, file)): Address,
) -> Result<Response, PageError> {
    let file: FileId = file.parse().map_err(|_| PageError::NotFound)?;
    let of = &permit.subject.submission;
    let found = app.store.submissions().file(of.id, file).await?;
    let (info, bytes) = found.ok_or(PageError::NotFound)?;
    // A name of ours: theirs could hold anything.
    let ending = ending(&info.media);
    let name = format!(
        "attachment; filename=\"{}-{}{ending}\"",
        of.code, info.question
    );
    let header = |words: &str| {
        HeaderValue::from_str(words).map_err(|error| PageError::Internal(error.into()))
    };
    let (name, media) = (header(&name)?, header(&info.media)?);
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, media);
    headers.insert(CONTENT_DISPOSITION, name);
    let never = HeaderValue::from_static("private, no-store");
    headers.insert(CACHE_CONTROL, never);
    Ok(response)
}

/// `POST …/zgloszenia/{code}/pliki/{file}`: somebody looked, and nothing in it tells whose it is.
#[tracing::instrument(name = "calls.clear_file", skip_all, fields(submission.code = %permit.subject.submission.code))]
pub async fn post(
    permit: Permit<ManageSubmission>,
    State(app): State<App>,
    visit: Visit,
    Path((_, _, _, file)): Address,
) -> Result<Response, PageError> {
    let file: FileId = file.parse().map_err(|_| PageError::NotFound)?;
    let of = &permit.subject;
    let files = app.store.submissions().files(of.submission.id).await?;
    let known = files.iter().find(|it| it.id == file);
    if !known.ok_or(PageError::NotFound)?.is_clean {
        let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
        let mut submissions = tx.submissions();
        submissions
            .clear_file(&of.call, of.submission.id, file)
            .await?;
        tx.commit().await?;
    }
    let path = view::submission(&visit.paths(), &of.call, &of.submission.code);
    Ok(respond::to(&format!("{}#pliki", saved(&path))))
}

fn ending(media: &str) -> &'static str {
    match media {
        "application/pdf" => ".pdf",
        "image/png" => ".png",
        "image/jpeg" => ".jpg",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation" => ".pptx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => ".docx",
        "application/vnd.oasis.opendocument.presentation" => ".odp",
        _ => "",
    }
}
