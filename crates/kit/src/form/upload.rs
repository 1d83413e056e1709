//! A form that was sent with a file.
//!
//! The file is read up to a limit; what is beyond is passed over and thrown away, so that a browser
//! that sends far too much hears why it is refused instead of a broken connection. Memory holds no more
//! than the limit.

use axum::extract::multipart::Field;
use axum::extract::{FromRequest, Multipart, Request};

use crate::error::PageError;
use crate::form::FormData;

/// How much of a file is kept.
const MOST_BYTES: usize = 20 << 20;
/// How much is passed over before the connection is given up: ten times that and a little.
const PATIENCE_BYTES: usize = 256 << 20;
/// How much all other fields may hold.
const FIELDS_BYTES: usize = 64 << 10;

/// A form with a file that may be read. Its route takes away the limit of axum
/// (`DefaultBodyLimit::disable()`), because this one counts by itself.
pub struct CheckedUpload {
    /// The fields that are no file.
    pub data: FormData,
    /// The file.
    pub file: Sent,
}

/// What stands in the field for a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sent {
    /// Nothing was chosen.
    Nothing,
    /// More than is read.
    TooLarge {
        /// How much is read, in bytes.
        most: usize,
    },
    /// A file.
    File {
        /// What it is called where it comes from.
        name: String,
        /// What is in it.
        bytes: Vec<u8>,
    },
}

impl<S: Send + Sync> FromRequest<S> for CheckedUpload {
    type Rejection = PageError;

    async fn from_request(request: Request, state: &S) -> Result<Self, PageError> {
        let mut parts = Multipart::from_request(request, state)
            .await
            .map_err(|_| PageError::Invalid)?;
        let mut upload = Self {
            data: FormData::default(),
            file: Sent::Nothing,
        };
        let mut letters = 0;
        while let Some(field) = parts.next_field().await.map_err(|_| PageError::Invalid)? {
            let name = field.name().unwrap_or_default().to_owned();
            match field.file_name().map(str::to_owned) {
                Some(called) => match read(field, MOST_BYTES).await? {
                    Some(bytes) if bytes.is_empty() && called.is_empty() => {}
                    Some(bytes) => {
                        upload.file = Sent::File {
                            name: called,
                            bytes,
                        };
                    }
                    None => upload.file = Sent::TooLarge { most: MOST_BYTES },
                },
                None => {
                    let bytes = read(field, FIELDS_BYTES - letters).await?;
                    let bytes = bytes.ok_or(PageError::TooLarge)?;
                    letters += bytes.len();
                    upload.data.push(&name, &String::from_utf8_lossy(&bytes));
                }
            }
        }
        Ok(upload)
    }
}

/// What a field holds; `None` if that is more than `most`, and it was passed over.
async fn read(mut field: Field<'_>, most: usize) -> Result<Option<Vec<u8>>, PageError> {
    let mut bytes = Vec::new();
    let mut passed = 0;
    while let Some(chunk) = field.chunk().await.map_err(|_| PageError::Invalid)? {
        passed += chunk.len();
        if passed > PATIENCE_BYTES {
            return Err(PageError::TooLarge);
        }
        if passed > most {
            bytes = Vec::new();
        } else {
            bytes.extend_from_slice(&chunk);
        }
    }
    Ok((passed <= most).then_some(bytes))
}
