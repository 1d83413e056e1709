//! Taking a file that somebody sends: of a size that is known beforehand, and whole or not at all. What
//! it holds is for the caller to find out.

use axum::body::{Body, Bytes};
use axum::extract::{FromRequest, Request};
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use http_body_util::BodyExt;
use multer::Multipart;

use crate::error::PageError;

/// The largest file, in bytes.
pub const FILE_BYTES: usize = 20 << 20;
/// What the lines around a file may take.
const FRAME_BYTES: usize = 16 << 10;
/// How much of a body that is too large is read and thrown away, so that the browser gets to hear why
/// it was refused: one that is cut off while it sends shows a broken connection instead.
const HEARD_OUT_BYTES: usize = 256 << 20;

/// A file that was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upload {
    /// What it is called where it comes from, without folders. It proves nothing.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Why there is no file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoUpload {
    /// The form has none: nothing was chosen.
    #[error("no file was chosen")]
    Missing,
    /// It has more than [`FILE_BYTES`].
    #[error("the file has more than {FILE_BYTES} bytes")]
    TooLarge,
    /// What came is no form with a file, or came in part.
    #[error("the request is no form with a file")]
    Unreadable,
}

impl IntoResponse for NoUpload {
    fn into_response(self) -> Response {
        match self {
            Self::TooLarge => PageError::TooLarge,
            Self::Missing | Self::Unreadable => PageError::Invalid,
        }
        .into_response()
    }
}

impl<S: Send + Sync> FromRequest<S> for Upload {
    type Rejection = NoUpload;

    async fn from_request(request: Request, _: &S) -> Result<Self, NoUpload> {
        let said = request.headers().get(CONTENT_TYPE);
        let said = said.and_then(|said| said.to_str().ok());
        let boundary = multer::parse_boundary(said.unwrap_or_default());
        let boundary = boundary.map_err(|_| NoUpload::Unreadable)?;
        let bytes = whole(request.into_body()).await?;
        file(Body::from(bytes), &boundary).await
    }
}

/// The body, if it is not too large. Beyond that nothing is kept.
async fn whole(mut body: Body) -> Result<Vec<u8>, NoUpload> {
    let mut kept = Vec::new();
    let mut seen = 0;
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|_| NoUpload::Unreadable)?;
        let data: Bytes = frame.into_data().unwrap_or_default();
        seen += data.len();
        if seen <= FILE_BYTES + FRAME_BYTES {
            kept.extend_from_slice(&data);
        } else {
            kept = Vec::new();
        }
        if seen > HEARD_OUT_BYTES {
            break;
        }
    }
    if seen > FILE_BYTES + FRAME_BYTES {
        return Err(NoUpload::TooLarge);
    }
    Ok(kept)
}

/// The first file of a body; other fields are passed over.
async fn file(body: Body, boundary: &str) -> Result<Upload, NoUpload> {
    let mut form = Multipart::new(body.into_data_stream(), boundary);
    while let Some(field) = form.next_field().await.map_err(unreadable)? {
        let Some(name) = field.file_name().map(base) else {
            continue;
        };
        let bytes = Vec::from(field.bytes().await.map_err(unreadable)?);
        return match bytes.len() {
            0 if name.is_empty() => Err(NoUpload::Missing),
            length if length > FILE_BYTES => Err(NoUpload::TooLarge),
            _ => Ok(Upload { name, bytes }),
        };
    }
    Err(NoUpload::Missing)
}

fn unreadable(_: multer::Error) -> NoUpload {
    NoUpload::Unreadable
}

/// The name of a file without its folders.
fn base(name: &str) -> String {
    let base = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let letters = base.chars().filter(|letter| !letter.is_control());
    letters.take(200).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &str = "--x\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\nabc\r\n--x\r\n\
        Content-Disposition: form-data; name=\"file\"; filename=\"C:\\plan.md\"\r\nContent-Type: text/plain\r\n\r\n\
        # Plan\r\n--y\r\n\r\n--x--\r\n";

    async fn read(body: &str) -> Result<Upload, NoUpload> {
        file(Body::from(body.to_owned()), "x").await
    }

    #[tokio::test]
    async fn the_file_is_found_among_fields_with_every_byte_of_it() {
        let upload = Upload {
            name: "plan.md".to_owned(),
            bytes: b"# Plan\r\n--y\r\n".to_vec(),
        };
        assert_eq!(read(BODY).await, Ok(upload));
    }

    #[tokio::test]
    async fn a_form_without_a_file_and_a_body_that_broke_off_are_told_apart() {
        let nothing =
            "--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"\"\r\n\r\n\r\n--x--";
        let none = "--x\r\nContent-Disposition: form-data; name=\"f\"\r\n\r\na\r\n--x--";
        for body in [nothing, none] {
            assert_eq!(read(body).await, Err(NoUpload::Missing));
        }
        let last = BODY.rfind("--x--").unwrap();
        for length in 0..last {
            assert_eq!(
                read(&BODY[..length]).await,
                Err(NoUpload::Unreadable),
                "{length}"
            );
        }
    }

    #[tokio::test]
    async fn a_body_that_is_too_large_is_heard_out_and_not_kept() {
        let large = vec![b'a'; FILE_BYTES + FRAME_BYTES + 1];
        assert_eq!(whole(Body::from(large)).await, Err(NoUpload::TooLarge));
    }
}
