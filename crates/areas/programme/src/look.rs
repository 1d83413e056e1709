//! The choice of theme, for those whose system does not know what they like.

use axum::extract::{Form, State};
use axum::http::header::{REFERER, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use wiec_kit::acts::ReadSite;
use wiec_kit::app::App;
use wiec_kit::cookies::Theme;
use wiec_kit::error::PageError;
use wiec_kit::permit::Permit;
use wiec_kit::visit::Visit;

/// The form behind the sun and the moon.
#[derive(Deserialize)]
pub struct LookForm {
    theme: String,
}

/// `POST /wyglad`
pub async fn post(
    permit: Permit<ReadSite>,
    State(app): State<App>,
    visit: Visit,
    headers: HeaderMap,
    Form(form): Form<LookForm>,
) -> Result<Response, PageError> {
    let () = permit.subject;
    let mut response = back(&headers, &visit).into_response();
    set_cookie(
        &mut response,
        &Theme::from_key(&form.theme).set_cookie(&app.site),
    );
    Ok(response)
}

/// Leads back to the page that the form stood on, if it was one of ours, else to the front page.
pub fn back(headers: &HeaderMap, visit: &Visit) -> Redirect {
    let referer = headers.get(REFERER).and_then(|value| value.to_str().ok());
    // Only its path is used, so that nobody can be led elsewhere.
    let path = referer
        .and_then(|address| address.parse::<axum::http::Uri>().ok())
        .and_then(|uri| {
            uri.path_and_query()
                .map(|path| format!("/{}", path.as_str().trim_start_matches(['/', '\\'])))
        });
    Redirect::to(&path.unwrap_or_else(|| visit.paths().home()))
}

/// Adds a cookie to an answer.
pub fn set_cookie(response: &mut Response, cookie: &str) {
    let value = HeaderValue::from_str(cookie)
        .expect("a cookie is made of letters, digits and our own signs");
    response.headers_mut().append(SET_COOKIE, value);
}
