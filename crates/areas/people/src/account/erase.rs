//! Erasing an account: everything that leads to its owner goes in one transaction, or nothing does.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use wiec_kit::acts::OwnAccount;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Form};
use wiec_kit::member;
use wiec_kit::permit::Permit;
use wiec_kit::visit::Visit;
use wiec_model::Slug;
use wiec_model::account::AccountId;
use wiec_model::registration::{RegistrationForm, RegistrationId, Step};
use wiec_store::Stepped;

use crate::account::data;
use crate::letters::{self, words};
use crate::{sign_out, view};

/// `POST /moj-kongres/usun`: the word on the page has to be typed, so that nobody does it by a slip.
pub async fn post(
    permit: Permit<OwnAccount>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(typed): CheckedForm,
) -> Result<Response, PageError> {
    let account = &permit.subject.account;
    let m = words(visit.lang);
    let mut form = Form::of(typed, visit.lang);
    let says = m.people_erase_type(m.people_erase_word());
    let word = form
        .typed("word", m.people_erase_label())
        .required()
        .parse(&says, |typed| {
            (typed.to_lowercase() == m.people_erase_word()).then_some(())
        });
    if word.is_none() {
        return data::page(
            &app,
            &visit,
            account,
            form,
            StatusCode::UNPROCESSABLE_ENTITY,
        )
        .await;
    }
    let registered = registered(&app, account.id).await?;
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    for (congress, registration, form) in &registered {
        // A place that comes free goes to the next, as if it had been given back.
        let stepped = tx
            .registrations()
            .step(congress, *registration, Step::Withdraw, form)
            .await?;
        if let Stepped::Done { promoted, .. } = stepped {
            tx.jobs().tell_promoted(&promoted).await?;
        }
    }
    member::erase(&app, &mut tx, account).await?;
    if let Some(letter) = letters::erased(&app, account, tx.at()) {
        tx.mails().post(&letter).await?;
    }
    tx.commit().await?;
    let mut response = view::lead_to(&visit.paths().home());
    sign_out::forget(&app, &mut response);
    Ok(response)
}

/// The registrations of an account, each with the form of its congress.
async fn registered(
    app: &App,
    account: AccountId,
) -> Result<Vec<(Slug, RegistrationId, RegistrationForm)>, PageError> {
    let mut found = Vec::new();
    for congress in app.store.congresses().list().await? {
        let registrations = app.store.registrations();
        let Some(registration) = registrations.of(&congress.slug, account).await? else {
            continue;
        };
        if let Some(row) = registrations.form(&congress.slug).await? {
            found.push((congress.slug, registration.id, row.form));
        }
    }
    Ok(found)
}
