//! Taking a file that somebody sends: of a size that is known beforehand, and whole or not at all.
//!
//! The body of a form with one file is simple enough to be read here: parts between lines that the
//! sender chose, each with a few headers. What it holds is for the caller to find out.

use std::ops::Range;

use axum::body::{Body, Bytes};
use axum::extract::{FromRequest, Request};
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use http_body_util::BodyExt;

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
        let boundary = boundary(&request).ok_or(NoUpload::Unreadable)?;
        let mut bytes = whole(request.into_body()).await?;
        let (name, place) = file(&bytes, &boundary)?;
        // Cut out where it stands: a second copy would be another twenty megabytes.
        bytes.truncate(place.end);
        bytes.drain(..place.start);
        Ok(Self { name, bytes })
    }
}

/// The line that stands between the parts.
fn boundary(request: &Request) -> Option<String> {
    let said = request.headers().get(CONTENT_TYPE)?.to_str().ok()?;
    let mut parts = said.split(';').map(str::trim);
    if !parts.next()?.eq_ignore_ascii_case("multipart/form-data") {
        return None;
    }
    let boundary = parts.find_map(|part| part.strip_prefix("boundary="))?;
    let boundary = boundary.trim_matches('"');
    (1..=70)
        .contains(&boundary.len())
        .then(|| format!("--{boundary}"))
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

/// What the first file of a body is called, and where it stands; other fields are passed over.
fn file(body: &[u8], boundary: &str) -> Result<(String, Range<usize>), NoUpload> {
    let delimiter = format!("\r\n{boundary}");
    let mut rest = body
        .strip_prefix(boundary.as_bytes())
        .ok_or(NoUpload::Unreadable)?;
    loop {
        let Some(part) = rest.strip_prefix(b"\r\n") else {
            // Two dashes after the last line.
            return Err(match rest.strip_prefix(b"--") {
                Some(_) => NoUpload::Missing,
                None => NoUpload::Unreadable,
            });
        };
        let end = position(part, delimiter.as_bytes()).ok_or(NoUpload::Unreadable)?;
        let head_end = position(&part[..end], b"\r\n\r\n").ok_or(NoUpload::Unreadable)?;
        let head = String::from_utf8_lossy(&part[..head_end]);
        if let Some(name) = file_name(&head) {
            let start = body.len() - part.len() + head_end + 4;
            return match end - head_end - 4 {
                0 if name.is_empty() => Err(NoUpload::Missing),
                length if length > FILE_BYTES => Err(NoUpload::TooLarge),
                length => Ok((name, start..start + length)),
            };
        }
        rest = &part[end + delimiter.len()..];
    }
}

/// What a part's file is called; none for a part that is no file. Browsers write quotes within as `%22`.
fn file_name(head: &str) -> Option<String> {
    let is_disposition = |line: &&str| {
        let name = line.split(':').next().unwrap_or_default();
        name.trim().eq_ignore_ascii_case("content-disposition")
    };
    let line = head.lines().find(is_disposition)?;
    let (_, after) = line.split_once("filename=\"")?;
    let name = after.split('"').next()?;
    let base = name.rsplit(['/', '\\']).next()?;
    let letters = base.chars().filter(|letter| !letter.is_control());
    Some(letters.take(200).collect())
}

/// Where `wanted` begins in `bytes`.
fn position(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    let (first, _) = wanted.split_first()?;
    let mut from = 0;
    loop {
        let at = from + bytes[from..].iter().position(|byte| byte == first)?;
        if bytes[at..].starts_with(wanted) {
            return Some(at);
        }
        from = at + 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &str = "--x\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\nabc\r\n--x\r\n\
        Content-Disposition: form-data; name=\"file\"; filename=\"C:\\plan.md\"\r\nContent-Type: text/plain\r\n\r\n\
        # Plan\r\n--y\r\n\r\n--x--\r\n";

    #[test]
    fn the_file_is_found_among_fields_with_every_byte_of_it() {
        let (name, place) = file(BODY.as_bytes(), "--x").unwrap();
        assert_eq!(
            (name.as_str(), &BODY[place]),
            ("plan.md", "# Plan\r\n--y\r\n")
        );
    }

    #[test]
    fn a_form_without_a_file_and_a_body_that_broke_off_are_told_apart() {
        let nothing =
            "--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"\"\r\n\r\n\r\n--x--";
        let none = "--x\r\nContent-Disposition: form-data; name=\"f\"\r\n\r\na\r\n--x--";
        for body in [nothing, none] {
            assert_eq!(file(body.as_bytes(), "--x"), Err(NoUpload::Missing));
        }
        for length in 0..BODY.len() - 11 {
            let cut = file(&BODY.as_bytes()[..length], "--x");
            assert_eq!(cut, Err(NoUpload::Unreadable), "{length}");
        }
    }

    #[tokio::test]
    async fn a_body_that_is_too_large_is_heard_out_and_not_kept() {
        let large = vec![b'a'; FILE_BYTES + FRAME_BYTES + 1];
        assert_eq!(whole(Body::from(large)).await, Err(NoUpload::TooLarge));
    }
}
