//! A member's data: what is kept, as a file to take away, and the way to have it erased.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use serde_json::{Value as Json, json};
use wiec_kit::acts::OwnAccount;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::Form;
use wiec_kit::frame::Frame;
use wiec_kit::member::marks;
use wiec_kit::permit::Permit;
use wiec_kit::visit::Visit;
use wiec_model::account::Account;

use crate::account::consents::{self, Given};
use crate::account::{Part, Place, menu};
use crate::letters::{host, words};
use crate::view;

#[derive(Template)]
#[template(path = "data.html")]
struct DataPage {
    frame: Frame,
    menu: Vec<Place>,
    file: String,
    consents: Vec<Given>,
    form: Form,
    action: String,
    site: String,
}

/// `GET /moj-kongres/dane`
pub async fn get(
    permit: Permit<OwnAccount>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let form = Form::fresh(visit.lang);
    page(&app, &visit, &permit.subject.account, form, StatusCode::OK).await
}

/// `GET /moj-kongres/dane.json`: everything that is kept about the account, table by table.
pub async fn file(
    permit: Permit<OwnAccount>,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let account = &permit.subject.account;
    let file = of(&app, account).await?;
    let body =
        serde_json::to_string_pretty(&file).map_err(|error| PageError::Internal(error.into()))?;
    let headers = [
        (CONTENT_TYPE, "application/json; charset=utf-8"),
        (CONTENT_DISPOSITION, "attachment; filename=\"wiec.json\""),
    ];
    let mut response = (headers, body).into_response();
    view::private(&mut response);
    Ok(response)
}

/// Everything that is kept about an account. Tables come from the store's list; marked sessions are
/// kept under a key that only the installation's secret leads to, so they are added here.
///
/// # Errors
///
/// If the store fails.
pub async fn of(app: &App, account: &Account) -> Result<Json, PageError> {
    let tables = app.store.personal().export(account).await?;
    let marked = app.store.favourites().find(&marks(app, account.id)).await?;
    Ok(json!({
        "site": app.site.base,
        "made_at": app.clock.now(),
        "account": account,
        "marked_sessions": marked.unwrap_or_default(),
        "tables": tables,
    }))
}

/// The page, with what was typed.
///
/// # Errors
///
/// If the store fails, or it cannot be rendered.
pub async fn page(
    app: &App,
    visit: &Visit,
    account: &Account,
    form: Form,
    status: StatusCode,
) -> Result<Response, PageError> {
    let m = words(visit.lang);
    let paths = visit.paths();
    let title = form.titled(m.people_menu_data());
    let page = DataPage {
        frame: view::frame(app, visit, &title, |paths| paths.account_data()),
        menu: menu(m, &paths, Part::Data),
        file: paths.account_file(),
        consents: consents::of(app, visit, account.id).await?,
        action: paths.account_erase(),
        site: host(&app.site.base).to_owned(),
        form,
    };
    view::send(status, &page)
}
