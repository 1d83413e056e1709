//! The ways in to an account: its passkeys, the provider, and the browsers that are signed in.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use wiec_kit::acts::OwnAccount;
use wiec_kit::app::{App, Staff};
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, FormData};
use wiec_kit::frame::Frame;
use wiec_kit::messages::Messages;
use wiec_kit::permit::Permit;
use wiec_kit::visit::Visit;
use wiec_model::account::Means;
use wiec_model::digest::hex;
use wiec_model::rules::Role;
use wiec_store::SignedIn;

use crate::account::{Part, Place, menu};
use crate::letters::{when, words};
use crate::passkey::Here;
use crate::{sign_out, view};

#[derive(Template)]
#[template(path = "keys.html")]
struct KeysPage {
    frame: Frame,
    menu: Vec<Place>,
    here: Here,
    passkeys: Vec<Key>,
    provider: Option<ProviderKey>,
    logins: Vec<Browser>,
    /// Whether the only way in that is left may not be taken away.
    is_last: bool,
    needs_passkey: bool,
    is_shut: bool,
    email: Option<String>,
    refused: bool,
}

/// A passkey on the page.
struct Key {
    id: String,
    name: String,
    added: String,
    used: Option<String>,
}

/// The provider on the page.
struct ProviderKey {
    name: String,
    issuer: String,
    is_added: bool,
}

/// A signed-in browser on the page.
struct Browser {
    id: String,
    device: String,
    means: &'static str,
    since: String,
    seen: String,
    is_this: bool,
}

/// `GET /moj-kongres/wejscia`
pub async fn get(
    permit: Permit<OwnAccount>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    page(&app, &visit, &permit, StatusCode::OK).await
}

/// `POST /moj-kongres/wejscia/usun`: takes a passkey or the provider from the account.
pub async fn remove(
    permit: Permit<OwnAccount>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    admit(&app, &permit).await?;
    let account = permit.subject.account.id;
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    let ways = tx.passkeys().ways(account).await?;
    let gone = match wanted(&data) {
        // Read together with what is left, within the transaction: two browsers at once cannot take
        // the last two.
        _ if ways < 2 => false,
        Some(Wanted::Passkey(id)) => tx.passkeys().delete(account, &id).await?,
        Some(Wanted::Provider(issuer)) => tx.passkeys().delete_identity(account, issuer).await?,
        None => return Err(PageError::Invalid),
    };
    if !gone {
        return page(&app, &visit, &permit, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    tx.commit().await?;
    Ok(view::lead_to(&visit.paths().account_keys()))
}

/// `POST /moj-kongres/wejscia/zakoncz`: ends one login, or all but this one.
pub async fn end(
    permit: Permit<OwnAccount>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let SignedIn { account, login, .. } = &permit.subject;
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    let this = login.id;
    let ended = match (data.get("login"), data.get("others")) {
        (Some(id), None) => {
            let id = id.parse().map_err(|_| PageError::Invalid)?;
            // Another account's is as if it were not there.
            if !tx.logins().end(account.id, id).await? {
                return Err(PageError::NotFound);
            }
            id
        }
        (None, Some(_)) => {
            tx.logins().end_others(account.id, Some(this)).await?;
            uuid::Uuid::nil()
        }
        _ => return Err(PageError::Invalid),
    };
    tx.commit().await?;
    if ended == this {
        let mut response = view::lead_to(&visit.paths().home());
        sign_out::forget(&app, &mut response);
        return Ok(response);
    }
    Ok(view::lead_to(&visit.paths().account_keys()))
}

enum Wanted<'a> {
    Passkey(Vec<u8>),
    Provider(&'a str),
}

fn wanted(data: &FormData) -> Option<Wanted<'_>> {
    match (data.get("passkey"), data.get("provider")) {
        (Some(id), None) => Some(Wanted::Passkey(unhex(id)?)),
        (None, Some(issuer)) => Some(Wanted::Provider(issuer)),
        _ => None,
    }
}

/// Refuses to change the ways in of a member of the staff who has a passkey and did not use one, where
/// the staff has to: otherwise whoever reads their mail could add a passkey of their own.
///
/// # Errors
///
/// [`PageError::NotFound`] then.
pub async fn admit(app: &App, permit: &Permit<OwnAccount>) -> Result<(), PageError> {
    if is_shut(app, permit).await? {
        return Err(PageError::NotFound);
    }
    Ok(())
}

async fn is_shut(app: &App, permit: &Permit<OwnAccount>) -> Result<bool, PageError> {
    if !needs_passkey(app, &permit.subject) {
        return Ok(false);
    }
    let keys = app.store.passkeys().list(permit.subject.account.id).await?;
    Ok(!keys.is_empty())
}

fn needs_passkey(app: &App, signed_in: &SignedIn) -> bool {
    app.staff == Staff::ByPasskey
        && signed_in.login.means != Means::Passkey
        && signed_in
            .grants
            .iter()
            .any(|grant| Role::STAFF.contains(&grant.role))
}

async fn page(
    app: &App,
    visit: &Visit,
    permit: &Permit<OwnAccount>,
    status: StatusCode,
) -> Result<Response, PageError> {
    let SignedIn { account, login, .. } = &permit.subject;
    let m = words(visit.lang);
    let passkeys = app.store.passkeys().list(account.id).await?;
    let identities = app.store.passkeys().identities(account.id).await?;
    let logins = app.store.logins().list(account.id, app.clock.now()).await?;
    let time = |instant| when(app, instant, visit.lang);
    let ways = usize::from(account.email.is_some()) + passkeys.len() + identities.len();
    let page = KeysPage {
        frame: view::frame(app, visit, m.people_menu_keys(), |paths| {
            paths.account_keys()
        }),
        menu: menu(m, &visit.paths(), Part::Keys),
        here: Here::at(&app.site),
        is_last: ways < 2,
        needs_passkey: needs_passkey(app, &permit.subject),
        is_shut: is_shut(app, permit).await?,
        refused: status != StatusCode::OK,
        passkeys: passkeys
            .iter()
            .map(|key| Key {
                id: hex(&key.credential_id),
                name: key.name.clone(),
                added: time(key.created_at),
                used: key.used_at.map(time),
            })
            .collect(),
        provider: app.provider.as_ref().map(|provider| ProviderKey {
            name: provider.name.clone(),
            is_added: !identities.is_empty(),
            issuer: identities
                .first()
                .map_or_else(|| provider.issuer.clone(), |known| known.issuer.clone()),
        }),
        logins: logins
            .iter()
            .map(|known| Browser {
                id: known.id.to_string(),
                device: known.device.clone(),
                means: means_name(m, known.means),
                since: time(known.created_at),
                seen: time(known.seen_at),
                is_this: known.id == login.id,
            })
            .collect(),
        email: account.email.as_ref().map(ToString::to_string),
    };
    view::send(status, &page)
}

fn means_name(m: &Messages, means: Means) -> &'static str {
    match means {
        Means::Mail => m.people_means_mail(),
        Means::Passkey => m.people_means_passkey(),
        Means::Provider => m.people_means_provider(),
        Means::Demo => m.people_means_demo(),
    }
}

fn unhex(words: &str) -> Option<Vec<u8>> {
    if !words.is_ascii() || !words.len().is_multiple_of(2) || words.len() > 2048 {
        return None;
    }
    (0..words.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(&words[at..at + 2], 16).ok())
        .collect()
}
