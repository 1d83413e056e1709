//! A file that comes with a letter, as its reader gets it.

use axum::extract::{Path, State};
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use wiec_kit::acts::ManageMail;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::permit::Permit;
use wiec_model::mail::Secrecy;

use super::letter::find;

/// `GET /biuro/{congress}/poczta/{letter}/{file}`
pub async fn get(
    permit: Permit<ManageMail>,
    State(app): State<App>,
    Path((_, letter, index)): Path<(String, i64, usize)>,
) -> Result<Response, PageError> {
    let letter = find(&app, &permit, letter).await?.letter;
    let file = letter.attachments.into_iter().nth(index);
    let file = file
        .filter(|_| letter.secrecy == Secrecy::Open)
        .ok_or(PageError::NotFound)?;
    // A name of ours holds no quotation marks; one that is not ASCII loses its letters here only.
    let name: String = file
        .name
        .as_str()
        .chars()
        .map(|letter| if letter.is_ascii() { letter } else { '_' })
        .collect();
    let disposition = HeaderValue::from_str(&format!("attachment; filename=\"{name}\""))
        .map_err(|error| PageError::Internal(error.into()))?;
    let mut response = file.bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(
        CONTENT_TYPE,
        HeaderValue::from_static(file.media.media_type()),
    );
    headers.insert(CONTENT_DISPOSITION, disposition);
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    Ok(response)
}
