//! Accessibility of one's own choice, kept with the account and, for pages that do not ask whose they
//! are, in a cookie.

use axum::response::Response;
use wiec_kit::app::App;
use wiec_kit::cookies;
use wiec_model::account::Preferences;

use crate::view::set_cookie;

/// Keeps the choice in the browser.
pub fn keep(preferences: Preferences, app: &App, response: &mut Response) {
    set_cookie(response, &cookies::keep_preferences(preferences, &app.site));
}

/// Forgets it in the browser.
pub fn forget(app: &App, response: &mut Response) {
    keep(Preferences::default(), app, response);
}
