//! Taking a form: of one of our own pages, of a size that a form can have.

use axum::body::Bytes;
use axum::extract::rejection::{BytesRejection, FailedToBufferBody};
use axum::extract::{FromRequest, Request};
use axum::http::header::CONTENT_TYPE;

use crate::error::PageError;
use crate::form::FormData;

/// A form that may be read: the front door let it in only if it came from a page of this site, and
/// it is no larger than the route allows.
pub struct CheckedForm(pub FormData);

impl<S: Send + Sync> FromRequest<S> for CheckedForm {
    type Rejection = PageError;

    async fn from_request(request: Request, state: &S) -> Result<Self, PageError> {
        if !is_form(&request) {
            return Err(PageError::Invalid);
        }
        let body = Bytes::from_request(request, state).await;
        let body = body.map_err(|rejection| match rejection {
            BytesRejection::FailedToBufferBody(FailedToBufferBody::LengthLimitError(_)) => {
                PageError::TooLarge
            }
            _ => PageError::Invalid,
        })?;
        Ok(Self(FormData::parse(&body)))
    }
}

fn is_form(request: &Request) -> bool {
    let said = request.headers().get(CONTENT_TYPE);
    said.and_then(|value| value.to_str().ok())
        .is_some_and(|value| {
            value.split(';').next().is_some_and(|kind| {
                kind.trim()
                    .eq_ignore_ascii_case("application/x-www-form-urlencoded")
            })
        })
}
