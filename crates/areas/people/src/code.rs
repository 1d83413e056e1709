//! The code of a letter, typed into the browser that asked for it.

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use wiec_kit::acts::SignIn;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Form};
use wiec_kit::frame::Frame;
use wiec_kit::permit::Permit;
use wiec_kit::visit::Visit;
use wiec_model::account::{AccountId, Email, Means};
use wiec_store::{Actor, Ceremony, CeremonyKind, Tx};

use crate::browser;
use crate::by_mail::{self, Given, next_of};
use crate::entering::Entering;
use crate::letters::words;
use crate::next::or_own_page;
use crate::sign_in::{self, Because};
use crate::view;

#[derive(Template)]
#[template(path = "code.html")]
struct CodePage {
    frame: Frame,
    form: Form,
    email: String,
    action: String,
    again: String,
}

/// `GET /wejdz/kod`
pub async fn get(
    permit: Permit<SignIn>,
    State(app): State<App>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let () = permit.subject;
    page(&app, &visit, &headers, Form::fresh(visit.lang)).await
}

/// `POST /wejdz/kod`
pub async fn post(
    permit: Permit<SignIn>,
    State(app): State<App>,
    visit: Visit,
    headers: HeaderMap,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let () = permit.subject;
    if !app.limits.admits_asking(visit.peer) {
        return Err(PageError::TooMany);
    }
    let mut form = Form::of(data, visit.lang);
    let Some(code) = typed(&mut form, &visit) else {
        return page(&app, &visit, &headers, form).await;
    };
    let known = browser::under_way(&app, &headers, CeremonyKind::Mail).await?;
    let account = whose(&app, known.and_then(|known| known.email).as_ref()).await?;
    let actor = Actor::Account(account);
    match by_mail::give(&app, &headers, CeremonyKind::Mail, &code, actor).await? {
        (Given::Right(ceremony), Some(tx)) => {
            let mut response = enter(&app, &visit, &headers, tx, &ceremony, account).await?;
            browser::forget(CeremonyKind::Mail, &app.site, &mut response);
            Ok(response)
        }
        (Given::Wrong(left), _) => {
            form.fail(
                "code",
                words(visit.lang).people_code(),
                words(visit.lang).people_code_wrong(left),
            );
            page(&app, &visit, &headers, form).await
        }
        _ => over(&app, &visit),
    }
}

/// The six digits in the field `code`, without what people put between them.
pub fn typed(form: &mut Form, visit: &Visit) -> Option<String> {
    let m = words(visit.lang);
    form.typed("code", m.people_code())
        .required()
        .parse(m.people_code_six(), |typed| {
            let digits: String = typed
                .chars()
                .filter(|c| !c.is_whitespace() && *c != '-')
                .collect();
            let is_code = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_digit());
            is_code.then_some(digits)
        })
}

/// The account of an address, or the key of the one that is made for it.
///
/// # Errors
///
/// If the store fails.
pub async fn whose(app: &App, email: Option<&Email>) -> Result<AccountId, PageError> {
    let fresh = AccountId(app.chance.uuid(app.clock.now()));
    let Some(email) = email else {
        return Ok(fresh);
    };
    let known = app.store.accounts().find_by_email(email).await?;
    Ok(known.map_or(fresh, |account| account.id))
}

/// Signs in whoever proved the address of a ceremony, and makes their account if it is new.
///
/// # Errors
///
/// If the store fails.
pub async fn enter(
    app: &App,
    visit: &Visit,
    headers: &HeaderMap,
    mut tx: Tx,
    ceremony: &Ceremony,
    account: AccountId,
) -> Result<Response, PageError> {
    let email = ceremony.email.as_ref().ok_or(PageError::NotFound)?;
    let account = tx.accounts().ensure(email, visit.lang, account).await?;
    let entering = Entering {
        app,
        visit,
        headers,
        means: Means::Mail,
    };
    let entered = entering.enter(&mut tx, &account).await?;
    tx.commit().await?;
    let mut response = view::lead_to(&or_own_page(next_of(ceremony), visit));
    entered.keep(app, &mut response);
    Ok(response)
}

/// The answer where a code or a link is worth nothing any more.
///
/// # Errors
///
/// [`PageError::Internal`] if the page cannot be rendered.
pub fn over(app: &App, visit: &Visit) -> Result<Response, PageError> {
    let form = Form::fresh(visit.lang);
    let mut response = sign_in::page(
        app,
        visit,
        form,
        Because::Over,
        StatusCode::UNPROCESSABLE_ENTITY,
    )?;
    browser::forget(CeremonyKind::Mail, &app.site, &mut response);
    Ok(response)
}

async fn page(
    app: &App,
    visit: &Visit,
    headers: &HeaderMap,
    form: Form,
) -> Result<Response, PageError> {
    let Some(ceremony) = browser::under_way(app, headers, CeremonyKind::Mail).await? else {
        return over(app, visit);
    };
    let status = if form.is_valid() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let title = form.titled(words(visit.lang).people_code_title());
    let page = CodePage {
        frame: view::frame(app, visit, &title, |paths| paths.sign_in_code()),
        email: ceremony.email.map(String::from).unwrap_or_default(),
        action: visit.paths().sign_in_code(),
        again: visit.paths().sign_in(),
        form,
    };
    view::send(status, &page)
}
