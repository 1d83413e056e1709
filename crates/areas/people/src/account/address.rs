//! A new address for letters: proved by a code that is sent there, told to the old one.

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use wiec_kit::acts::OwnAccount;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Form};
use wiec_kit::frame::Frame;
use wiec_kit::permit::Permit;
use wiec_kit::visit::Visit;
use wiec_model::account::Account;
use wiec_store::{CeremonyKind, StoreError};

use crate::account::{details, keys};
use crate::by_mail::{self, Begin, Given};
use crate::letters::{self, words};
use crate::{browser, code, sign_in, view};

#[derive(Template)]
#[template(path = "code.html")]
struct CodePage {
    frame: Frame,
    form: Form,
    email: String,
    action: String,
    again: String,
}

/// `POST /moj-kongres/adres`: sends a code to the new address. The answer does not tell whether
/// another account has it.
pub async fn post(
    permit: Permit<OwnAccount>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let account = &permit.subject.account;
    keys::admit(&app, &permit).await?;
    if !app.limits.admits_asking(visit.peer) {
        return Err(PageError::TooMany);
    }
    let mut form = Form::of(data, visit.lang);
    let m = words(visit.lang);
    let Some(email) = sign_in::email(&mut form, m.people_new_email(), m.form_email()) else {
        let forms = (details::filled(account, visit.lang), form);
        return details::page(
            &app,
            &visit,
            account,
            forms,
            StatusCode::UNPROCESSABLE_ENTITY,
        );
    };
    let begin = Begin {
        email: &email,
        account: Some(account.id),
        lang: visit.lang,
        next: None,
    };
    let (key, kind) = begin.run(&app).await?;
    let mut response = view::lead_to(&visit.paths().account_address_code());
    key.keep(kind, &app.site, &mut response);
    Ok(response)
}

/// `GET /moj-kongres/adres/kod`
pub async fn get_code(
    permit: Permit<OwnAccount>,
    State(app): State<App>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let account = &permit.subject.account;
    page(&app, &visit, &headers, account, Form::fresh(visit.lang)).await
}

/// `POST /moj-kongres/adres/kod`
pub async fn post_code(
    permit: Permit<OwnAccount>,
    State(app): State<App>,
    visit: Visit,
    headers: HeaderMap,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let account = &permit.subject.account;
    if !app.limits.admits_asking(visit.peer) {
        return Err(PageError::TooMany);
    }
    let mut form = Form::of(data, visit.lang);
    let m = words(visit.lang);
    let Some(code) = code::typed(&mut form, &visit) else {
        return page(&app, &visit, &headers, account, form).await;
    };
    let kind = CeremonyKind::Address;
    let (given, tx) = by_mail::give(&app, &headers, kind, &code, permit.writer()).await?;
    let (ceremony, mut tx) = match (given, tx) {
        (Given::Right(ceremony), Some(tx)) => (ceremony, tx),
        (Given::Wrong(left), _) => {
            form.fail("code", m.people_code(), m.people_code_wrong(left));
            return page(&app, &visit, &headers, account, form).await;
        }
        _ => return over(&app, &visit, account, m.people_address_over()),
    };
    if ceremony.account != Some(account.id) {
        return Err(PageError::NotFound);
    }
    let after = Account {
        email: ceremony.email.clone(),
        ..account.clone()
    };
    match tx.accounts().update(account, &after).await {
        Ok(()) => {}
        Err(StoreError::Conflict { .. }) => {
            return over(&app, &visit, account, m.people_address_taken());
        }
        Err(error) => return Err(error.into()),
    }
    if account.email != after.email
        && let Some(letter) = letters::address_changed(&app, account, tx.at())
    {
        tx.mails().post(&letter).await?;
    }
    tx.commit().await?;
    let mut response = view::lead_to(&format!("{}?zapisano=1", visit.paths().account_details()));
    browser::forget(kind, &app.site, &mut response);
    Ok(response)
}

fn over(app: &App, visit: &Visit, account: &Account, says: &str) -> Result<Response, PageError> {
    let mut form = Form::fresh(visit.lang);
    form.fail("email", words(visit.lang).people_new_email(), says);
    let forms = (details::filled(account, visit.lang), form);
    details::page(app, visit, account, forms, StatusCode::UNPROCESSABLE_ENTITY)
}

async fn page(
    app: &App,
    visit: &Visit,
    headers: &HeaderMap,
    account: &Account,
    form: Form,
) -> Result<Response, PageError> {
    let m = words(visit.lang);
    let known = browser::under_way(app, headers, CeremonyKind::Address).await?;
    let Some(ceremony) = known.filter(|known| known.account == Some(account.id)) else {
        return over(app, visit, account, m.people_address_over());
    };
    let status = if form.is_valid() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let title = form.titled(m.people_code_title());
    let page = CodePage {
        frame: view::frame(app, visit, &title, |paths| paths.account_address_code()),
        email: ceremony.email.map(String::from).unwrap_or_default(),
        action: visit.paths().account_address_code(),
        again: visit.paths().account_details(),
        form,
    };
    view::send(status, &page)
}
