//! Signing out: the login ends, and what the browser knows of its owner is forgotten.

use axum::extract::State;
use axum::http::{HeaderName, HeaderValue};
use axum::response::Response;
use wiec_kit::acts::SignIn;
use wiec_kit::app::App;
use wiec_kit::cookies::{LoginKey, MineKey};
use wiec_kit::error::PageError;
use wiec_kit::permit::Permit;
use wiec_kit::visit::Visit;

use crate::{look, view};

/// `POST /wyjdz`. Done twice, or by nobody in particular, it is the same.
pub async fn post(
    permit: Permit<SignIn>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    if let Some(signed_in) = &permit.signed_in {
        let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
        tx.logins()
            .end(signed_in.account.id, signed_in.login.id)
            .await?;
        tx.commit().await?;
    }
    let mut response = view::lead_to(&visit.paths().home());
    forget(&app, &mut response);
    Ok(response)
}

/// Makes a browser forget whose it was: its cookies, and what pages and marks it stored.
pub fn forget(app: &App, response: &mut Response) {
    view::set_cookie(response, &LoginKey::forget(&app.site));
    view::set_cookie(response, &MineKey::forget(&app.site));
    look::forget(app, response);
    // Pages with somebody's marks are stored for use without a network; the next one at this
    // machine is somebody else.
    response.headers_mut().insert(
        HeaderName::from_static("clear-site-data"),
        HeaderValue::from_static("\"storage\""),
    );
}
