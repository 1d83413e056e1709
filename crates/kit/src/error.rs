//! What can go wrong with a page. Status, words and logging are chosen here and nowhere else.

use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use wiec_store::StoreError;

use crate::messages::Messages;

/// Why there is no page.
#[derive(Debug)]
pub enum PageError {
    /// There is no such thing, or not for this reader.
    NotFound,
    /// Nothing has been released yet.
    NothingReleased,
    /// Only for those who signed in; the address to do so at.
    SignIn(String),
    /// The form says something that cannot be.
    Invalid,
    /// The form holds more than it can.
    TooLarge,
    /// Somebody else changed the same thing in the meantime.
    Conflict,
    /// The request comes from another site's page.
    Foreign,
    /// It takes another method.
    Method,
    /// Too many requests from one address.
    TooMany,
    /// Too many requests altogether.
    Overloaded,
    /// It took too long.
    TimedOut,
    /// Something broke; what, is for the log.
    Internal(anyhow::Error),
}

/// A failure without its cause, as it travels to the front door to become a page.
#[derive(Clone, Copy, Debug)]
pub struct Failure {
    /// The status of the answer.
    pub status: StatusCode,
    /// Its title.
    pub title: fn(&Messages) -> &'static str,
    /// What happened, what was not lost, what to do next.
    pub advice: fn(&Messages) -> &'static str,
    /// When to try again, in seconds.
    pub retry_after_seconds: Option<u16>,
}

impl PageError {
    /// What is said of it.
    #[must_use]
    pub fn failure(&self) -> Failure {
        let said = |status, title, advice| Failure {
            status,
            title,
            advice,
            retry_after_seconds: None,
        };
        match self {
            Self::NotFound => said(
                StatusCode::NOT_FOUND,
                Messages::error_not_found,
                Messages::error_not_found_advice,
            ),
            Self::SignIn(_) => said(
                StatusCode::UNAUTHORIZED,
                Messages::error_sign_in,
                Messages::error_sign_in_advice,
            ),
            Self::NothingReleased => said(
                StatusCode::NOT_FOUND,
                Messages::error_nothing_released,
                Messages::error_nothing_released_advice,
            ),
            Self::Invalid => said(
                StatusCode::UNPROCESSABLE_ENTITY,
                Messages::error_invalid,
                Messages::error_invalid_advice,
            ),
            Self::TooLarge => said(
                StatusCode::PAYLOAD_TOO_LARGE,
                Messages::error_too_large,
                Messages::error_too_large_advice,
            ),
            Self::Conflict => said(
                StatusCode::CONFLICT,
                Messages::error_conflict,
                Messages::error_conflict_advice,
            ),
            Self::Foreign => said(
                StatusCode::FORBIDDEN,
                Messages::error_foreign,
                Messages::error_foreign_advice,
            ),
            Self::Method => said(
                StatusCode::METHOD_NOT_ALLOWED,
                Messages::error_method,
                Messages::error_method_advice,
            ),
            Self::TooMany => Failure {
                retry_after_seconds: Some(10),
                ..said(
                    StatusCode::TOO_MANY_REQUESTS,
                    Messages::error_too_many,
                    Messages::error_too_many_advice,
                )
            },
            Self::Overloaded => Failure {
                retry_after_seconds: Some(2),
                ..said(
                    StatusCode::SERVICE_UNAVAILABLE,
                    Messages::error_overloaded,
                    Messages::error_overloaded_advice,
                )
            },
            Self::TimedOut => Failure {
                retry_after_seconds: Some(5),
                ..said(
                    StatusCode::SERVICE_UNAVAILABLE,
                    Messages::error_timed_out,
                    Messages::error_timed_out_advice,
                )
            },
            Self::Internal(_) => said(
                StatusCode::INTERNAL_SERVER_ERROR,
                Messages::error_internal,
                Messages::error_internal_advice,
            ),
        }
    }
}

impl IntoResponse for PageError {
    fn into_response(self) -> Response {
        if let Self::Internal(cause) = &self {
            tracing::error!(cause = format!("{cause:#}"), "a page could not be made");
        }
        if let Self::SignIn(address) = &self {
            return Redirect::to(address).into_response();
        }
        let failure = self.failure();
        let mut response = failure.status.into_response();
        if let Some(seconds) = failure.retry_after_seconds {
            response
                .headers_mut()
                .insert(axum::http::header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response.extensions_mut().insert(failure);
        response
    }
}

impl From<StoreError> for PageError {
    /// What two people did at once is nobody's failure; the second looks again and decides.
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Stale => Self::Conflict,
            StoreError::Busy => Self::Overloaded,
            error => Self::Internal(error.into()),
        }
    }
}

impl From<askama::Error> for PageError {
    fn from(error: askama::Error) -> Self {
        Self::Internal(error.into())
    }
}
