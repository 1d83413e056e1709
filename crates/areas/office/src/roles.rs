//! Who may do what in a congress: roles are given to addresses of mail, and taken.
//!
//! Whoever is given a role need not have been here before: an account waits for them, and the role
//! holds when they first sign in. The last organiser cannot be sent away.

mod given;
mod page;

use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::ManageRoles;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Form};
use wiec_kit::office::{Part, saved};
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::Slug;
use wiec_model::account::AccountId;
use wiec_model::rules::{Grant, Role, Scope};
use wiec_store::Actor;

use given::{Parts, Wanted};

/// `GET /biuro/{congress}/role`
pub async fn get(
    permit: Permit<ManageRoles>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let parts = parts(&app, &permit.subject).await?;
    let form = Form::fresh(visit.lang).with("where", "congress");
    let html = page::html(&app, &visit, &permit, &parts, form).await?;
    Ok(respond::private(html))
}

/// `POST /biuro/{congress}/role`: gives a role, or takes one.
pub async fn post(
    permit: Permit<ManageRoles>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let congress = &permit.subject;
    let parts = parts(&app, congress).await?;
    let mut form = Form::of(data, visit.lang);
    let done = match form.value("act") {
        "take" => take(&app, congress, permit.writer(), &mut form).await?,
        _ => match given::read(&mut form, &parts) {
            Some(wanted) => give(&app, &visit, permit.writer(), &wanted).await?,
            None => Done::Refused,
        },
    };
    let paths = visit.paths();
    match done {
        Done::Refused => {
            let html = page::html(&app, &visit, &permit, &parts, form).await?;
            Ok(respond::again(html))
        }
        // Whoever gave up their own role may have no business here any more.
        Done::Taken(account) if permit.signed_in()?.account.id == account => {
            Ok(respond::to(&paths.office()))
        }
        Done::Given | Done::Taken(_) => {
            Ok(respond::to(&saved(&Part::Roles.path(&paths, congress))))
        }
    }
}

enum Done {
    Given,
    Taken(AccountId),
    Refused,
}

async fn give(app: &App, visit: &Visit, writer: Actor, wanted: &Wanted) -> Result<Done, PageError> {
    let now = app.clock.now();
    let fresh = AccountId(app.chance.uuid(now));
    let mut tx = app.store.begin(writer, now).await?;
    let account = tx
        .accounts()
        .ensure(&wanted.email, visit.lang, fresh)
        .await?;
    tx.grants().grant(account.id, &wanted.grant).await?;
    tx.commit().await?;
    Ok(Done::Given)
}

async fn take(
    app: &App,
    congress: &Slug,
    writer: Actor,
    form: &mut Form,
) -> Result<Done, PageError> {
    let account: AccountId = form
        .value("account")
        .parse()
        .map_err(|_| PageError::Invalid)?;
    let grant = grant_of(form, congress).ok_or(PageError::Invalid)?;
    let mut tx = app.store.begin(writer, app.clock.now()).await?;
    if grant.role == Role::Organiser && tx.grants().organisers(congress).await?.len() <= 1 {
        form.fail_whole(form.words().roles_last_organiser());
        return Ok(Done::Refused);
    }
    tx.grants().revoke(account, &grant).await?;
    tx.commit().await?;
    Ok(Done::Taken(account))
}

/// The role that a row's button names, if it is one of this congress: those of others, and of the
/// installation, are not given or taken here.
fn grant_of(form: &Form, congress: &Slug) -> Option<Grant> {
    let scope: Scope = serde_json::from_str(form.value("scope")).ok()?;
    let role: Role = form.value("role").parse().ok()?;
    (scope.congress() == Some(congress)).then_some(Grant { role, scope })
}

async fn parts(app: &App, congress: &Slug) -> Result<Parts, PageError> {
    let draft = app.store.drafts().find(congress).await?;
    Ok(Parts {
        draft: draft.ok_or(PageError::NotFound)?,
        proposals: app.store.register().list(congress).await?,
        calls: app.store.calls().list(congress).await?,
    })
}
