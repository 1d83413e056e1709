//! The page at which everybody comes in: by letter, by passkey, or by a provider.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use wiec_kit::acts::SignIn;
use wiec_kit::app::App;
use wiec_kit::demo::ComeInAs;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Form, FormData};
use wiec_kit::frame::Frame;
use wiec_kit::permit::Permit;
use wiec_kit::visit::Visit;
use wiec_model::account::Email;

use crate::by_mail::Begin;
use crate::letters::words;
use crate::next::{or_own_page, own_path};
use crate::passkey::Here;
use crate::view;

/// Why the page is shown again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Because {
    /// It is not.
    Nothing,
    /// A letter's link or code is over.
    Over,
    /// The provider did not say who it is.
    Provider,
}

#[derive(Template)]
#[template(path = "sign_in.html")]
struct SignInPage {
    frame: Frame,
    form: Form,
    because: Because,
    provider: Option<String>,
    passkeys: Here,
    come_in_as: Option<ComeInAs>,
}

/// `GET /wejdz`
pub async fn get(
    permit: Permit<SignIn>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let query = visit.address.split_once('?').map_or("", |(_, query)| query);
    let asked = FormData::parse(query.as_bytes());
    if permit.signed_in.is_some() {
        return Ok(view::lead_to(&or_own_page(asked.get("next"), &visit)));
    }
    let form = with_next(Form::fresh(visit.lang), asked.get("next"));
    page(&app, &visit, form, Because::Nothing, StatusCode::OK)
}

/// `POST /wejdz`: sends a letter to an address. The answer is the same for every address.
pub async fn post(
    permit: Permit<SignIn>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let () = permit.subject;
    if !app.limits.admits_asking(visit.peer) {
        return Err(PageError::TooMany);
    }
    let mut form = Form::of(data, visit.lang);
    let m = words(visit.lang);
    let Some(email) = email(&mut form, m.people_email(), m.form_email()) else {
        return page(
            &app,
            &visit,
            form,
            Because::Nothing,
            StatusCode::UNPROCESSABLE_ENTITY,
        );
    };
    let begin = Begin {
        email: &email,
        account: None,
        lang: visit.lang,
        next: own_path(form.value("next")),
    };
    let (key, kind) = begin.run(&app).await?;
    let mut response = view::lead_to(&visit.paths().sign_in_code());
    key.keep(kind, &app.site, &mut response);
    Ok(response)
}

/// An address for letters, from the field `email`.
pub fn email(form: &mut Form, label: &str, says: &str) -> Option<Email> {
    form.typed("email", label)
        .required()
        .parse(says, |typed| typed.parse().ok())
}

/// The page, with what was typed.
///
/// # Errors
///
/// [`PageError::Internal`] if it cannot be rendered.
pub fn page(
    app: &App,
    visit: &Visit,
    form: Form,
    because: Because,
    status: StatusCode,
) -> Result<Response, PageError> {
    let m = words(visit.lang);
    let title = form.titled(m.people_sign_in());
    let page = SignInPage {
        frame: view::frame(app, visit, &title, |paths| paths.sign_in()),
        provider: app.provider.as_ref().map(|provider| provider.name.clone()),
        passkeys: Here::at(&app.site),
        come_in_as: ComeInAs::at(app, &visit.paths()),
        form,
        because,
    };
    view::send(status, &page)
}

/// The form with where to go on, if that is a page of ours.
pub fn with_next(form: Form, next: Option<&str>) -> Form {
    match next.and_then(own_path) {
        Some(next) => form.with("next", next),
        None => form,
    }
}
