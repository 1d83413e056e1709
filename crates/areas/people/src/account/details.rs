//! Who a member is to the congress: name, how to address them, language, and how pages look to them.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use wiec_kit::acts::OwnAccount;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Choice, Form, FormData};
use wiec_kit::frame::Frame;
use wiec_kit::messages::Messages;
use wiec_kit::permit::Permit;
use wiec_kit::visit::Visit;
use wiec_model::Lang;
use wiec_model::account::{Account, Preferences};

use crate::account::{Part, Place, menu};
use crate::by_passkey::NAME_LETTERS;
use crate::letters::words;
use crate::{look, view};

const SALUTATION_LETTERS: usize = 60;

#[derive(Template)]
#[template(path = "details.html")]
struct DetailsPage {
    frame: Frame,
    menu: Vec<Place>,
    form: Form,
    languages: [Choice; 2],
    email_form: Form,
    email: Option<String>,
    action: String,
    email_action: String,
    saved: bool,
}

/// `GET /moj-kongres/konto`
pub async fn get(
    permit: Permit<OwnAccount>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let account = &permit.subject.account;
    let forms = (filled(account, visit.lang), Form::fresh(visit.lang));
    page(&app, &visit, account, forms, StatusCode::OK)
}

/// `POST /moj-kongres/konto`
pub async fn post(
    permit: Permit<OwnAccount>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let before = &permit.subject.account;
    let mut form = Form::of(data, visit.lang);
    let after = read(&mut form, words(visit.lang), before);
    let Some(after) = after.filter(|_| form.is_valid()) else {
        let forms = (form, Form::fresh(visit.lang));
        return page(
            &app,
            &visit,
            before,
            forms,
            StatusCode::UNPROCESSABLE_ENTITY,
        );
    };
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    tx.accounts().update(before, &after).await?;
    tx.commit().await?;
    let mut response = view::lead_to(&format!("{}?zapisano=1", visit.paths().account_details()));
    look::keep(after.preferences, &app, &mut response);
    Ok(response)
}

/// The page, with what was typed into either of its forms.
///
/// # Errors
///
/// [`PageError::Internal`] if it cannot be rendered.
pub fn page(
    app: &App,
    visit: &Visit,
    account: &Account,
    (form, email_form): (Form, Form),
    status: StatusCode,
) -> Result<Response, PageError> {
    let m = words(visit.lang);
    let paths = visit.paths();
    let title = email_form.titled(&form.titled(m.people_menu_details()));
    let page = DetailsPage {
        frame: view::frame(app, visit, &title, |paths| paths.account_details()),
        menu: menu(m, &paths, Part::Details),
        languages: Lang::ALL.map(|lang| Choice::new(lang.code(), lang_name(lang))),
        email: account.email.as_ref().map(ToString::to_string),
        action: paths.account_details(),
        email_action: paths.account_address(),
        saved: FormData::parse(
            visit
                .address
                .split_once('?')
                .map_or("", |(_, query)| query)
                .as_bytes(),
        )
        .has("zapisano"),
        form,
        email_form,
    };
    view::send(status, &page)
}

/// The form as the account is.
pub fn filled(account: &Account, lang: Lang) -> Form {
    let Preferences {
        large_text,
        high_contrast,
        still,
    } = account.preferences;
    let mut form = Form::fresh(lang)
        .with("name", account.name.as_deref().unwrap_or_default())
        .with(
            "salutation",
            account.salutation.as_deref().unwrap_or_default(),
        )
        .with("lang", account.lang.code());
    for (name, is_on) in [
        ("large-text", large_text),
        ("high-contrast", high_contrast),
        ("still", still),
    ] {
        if is_on {
            form = form.with(name, "1");
        }
    }
    form
}

fn read(form: &mut Form, m: &Messages, before: &Account) -> Option<Account> {
    let name = form.typed("name", m.people_name()).text(NAME_LETTERS);
    let salutation = form
        .typed("salutation", m.people_salutation())
        .text(SALUTATION_LETTERS);
    let lang = form
        .typed("lang", m.people_lang())
        .required()
        .choice(|code| Lang::ALL.into_iter().find(|lang| lang.code() == code))?;
    let mut ticked = |name| form.typed(name, "").checked();
    let preferences = Preferences {
        large_text: ticked("large-text"),
        high_contrast: ticked("high-contrast"),
        still: ticked("still"),
    };
    Some(Account {
        name,
        salutation,
        lang,
        preferences,
        ..before.clone()
    })
}

/// A language by its own name: who looks for it may read no other.
fn lang_name(lang: Lang) -> &'static str {
    match lang {
        Lang::Pl => "polski",
        Lang::En => "English",
    }
}
