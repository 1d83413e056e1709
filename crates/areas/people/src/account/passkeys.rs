//! Adding a passkey to an account.

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use webauthn_rs::prelude::RegisterPublicKeyCredential;
use wiec_kit::acts::OwnAccount;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::permit::Permit;
use wiec_kit::visit::Visit;
use wiec_store::{CeremonyKind, StoreError};

use crate::account::keys;
use crate::passkey::written;
use crate::{by_passkey, letters, view};

/// What the script sends for a challenge.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Asked {
    name: String,
}

/// What the script sends in the end.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answered {
    credential: RegisterPublicKeyCredential,
}

/// What is remembered in between. It has no `account` of its own: a ceremony that makes a new account
/// cannot be ended here, nor this one there.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Adding {
    key_name: Option<String>,
    adding: Value,
}

/// `POST /moj-kongres/klucze/pytanie`
pub async fn ask(
    permit: Permit<OwnAccount>,
    State(app): State<App>,
    visit: Visit,
    Json(asked): Json<Asked>,
) -> Result<Response, PageError> {
    keys::admit(&app, &permit).await?;
    let account = &permit.subject.account;
    let known = app.store.passkeys().list(account.id).await?;
    let shown = account
        .email
        .as_ref()
        .map(ToString::to_string)
        .or_else(|| account.name.clone())
        .unwrap_or_else(|| letters::host(&app.site.base).to_owned());
    let party = by_passkey::party(&app, &visit)?;
    let (challenge, adding) = party.ask_new(account.id, &shown, &known)?;
    let adding = Adding {
        key_name: by_passkey::name(&asked.name),
        adding,
    };
    let state = serde_json::to_value(adding).map_err(|error| PageError::Internal(error.into()))?;
    let kind = CeremonyKind::NewPasskey;
    by_passkey::begin(&app, kind, Some(account.id), state, &challenge).await
}

/// `POST /moj-kongres/klucze`
pub async fn answer(
    permit: Permit<OwnAccount>,
    State(app): State<App>,
    visit: Visit,
    headers: HeaderMap,
    Json(answered): Json<Answered>,
) -> Result<Response, PageError> {
    keys::admit(&app, &permit).await?;
    let account = &permit.subject.account;
    let kind = CeremonyKind::NewPasskey;
    let (mut tx, ceremony) = by_passkey::take(&app, &headers, kind, permit.writer()).await?;
    if ceremony.account != Some(account.id) {
        return Err(PageError::Invalid);
    }
    let Adding { key_name, adding } =
        serde_json::from_value(ceremony.state).map_err(|_| PageError::Invalid)?;
    let passkey = by_passkey::party(&app, &visit)?.new_passkey(&answered.credential, &adding)?;
    let device = by_passkey::device_of(&headers);
    let name = key_name.unwrap_or_else(|| device.clone());
    let (id, credential) = (passkey.cred_id().to_vec(), written(&passkey)?);
    let mut passkeys = tx.passkeys();
    match passkeys.create(account.id, &id, &name, &credential).await {
        Ok(()) => {}
        // An authenticator may call two passkeys alike only if it is none.
        Err(StoreError::Conflict { .. }) => return Err(PageError::Invalid),
        Err(error) => return Err(error.into()),
    }
    // A way in that lasts: whoever had the browser for a minute shall not keep the account unnoticed.
    if let Some(letter) = letters::new_passkey(&app, account, &device, tx.at()) {
        tx.mails().post(&letter).await?;
    }
    tx.commit().await?;
    let mut response = Json(json!({ "next": visit.paths().account_keys() })).into_response();
    view::private(&mut response);
    Ok(response)
}
