//! Coming in as somebody of the sample congress, by pressing a button. Only the demo has this
//! address; a real congress answers that there is no such page.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use wiec_kit::acts::SignIn;
use wiec_kit::app::{App, Stage};
use wiec_kit::demo::cast;
use wiec_kit::error::PageError;
use wiec_kit::form::CheckedForm;
use wiec_kit::permit::Permit;
use wiec_kit::visit::Visit;
use wiec_model::account::Means;
use wiec_model::rules::Role;
use wiec_store::Actor;

use crate::entering::Entering;
use crate::view;

/// `POST /wejdz/jako`
pub async fn post(
    permit: Permit<SignIn>,
    State(app): State<App>,
    visit: Visit,
    headers: HeaderMap,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let () = permit.subject;
    if app.stage != Stage::Demo {
        return Err(PageError::NotFound);
    }
    let role: Role = data
        .get("role")
        .and_then(|role| role.parse().ok())
        .ok_or(PageError::Invalid)?;
    let email = cast(role).ok_or(PageError::Invalid)?.email();
    let account = app.store.accounts().find_by_email(&email).await?;
    let account = account.ok_or(PageError::Invalid)?;
    let entering = Entering {
        app: &app,
        visit: &visit,
        headers: &headers,
        means: Means::Demo,
    };
    let mut tx = app
        .store
        .begin(Actor::Account(account.id), app.clock.now())
        .await?;
    let entered = entering.enter(&mut tx, &account).await?;
    tx.commit().await?;
    let mut response = view::lead_to(&visit.paths().account());
    entered.keep(&app, &mut response);
    Ok(response)
}
