//! Signing in by passkey, and coming in for the first time with nothing but one.
//!
//! The browser's script asks for a challenge, has the authenticator sign it, and sends back what it
//! says: two requests each, in JSON, bound by a ceremony.

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use webauthn_rs::prelude::{PublicKeyCredential, RegisterPublicKeyCredential};
use wiec_kit::acts::SignIn;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::permit::Permit;
use wiec_kit::visit::Visit;
use wiec_model::account::{Account, AccountId, Means, Preferences};
use wiec_store::{Actor, Ceremony, CeremonyKind, Tried, Tx};

use crate::browser::{self, BrowserKey, LASTS_SECONDS};
use crate::entering::Entering;
use crate::next::or_own_page;
use crate::passkey::{Party, written};
use crate::{device, letters, view};

/// The longest name that anybody is called by here.
pub const NAME_LETTERS: usize = 80;

/// What the script sends for a challenge to make a passkey.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct NewAsked {
    name: String,
}

/// What the script sends in the end.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answered<C> {
    credential: C,
    #[serde(default)]
    next: Option<String>,
}

/// `POST /wejdz/klucz/pytanie`
pub async fn ask(
    permit: Permit<SignIn>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let () = permit.subject;
    admit(&app, &visit)?;
    let party = party(&app, &visit)?;
    let (challenge, state) = party.ask()?;
    begin(&app, CeremonyKind::Passkey, None, state, &challenge).await
}

/// `POST /wejdz/klucz`
pub async fn answer(
    permit: Permit<SignIn>,
    State(app): State<App>,
    visit: Visit,
    headers: HeaderMap,
    Json(answered): Json<Answered<PublicKeyCredential>>,
) -> Result<Response, PageError> {
    let () = permit.subject;
    admit(&app, &visit)?;
    let party = party(&app, &visit)?;
    let (account, id) = party.claimed(&answered.credential)?;
    let row = app.store.passkeys().find(&id).await?;
    let row = row
        .filter(|row| row.account == account)
        .ok_or(PageError::Invalid)?;
    let actor = Actor::Account(account);
    let (mut tx, ceremony) = take(&app, &headers, CeremonyKind::Passkey, actor).await?;
    let passkey = party.used(&answered.credential, &ceremony.state, &row)?;
    let account = app.store.accounts().find(account).await?;
    let account = account.ok_or(PageError::Invalid)?;
    tx.passkeys().touch(&id, &written(&passkey)?).await?;
    enter(
        &app,
        &visit,
        &headers,
        tx,
        &account,
        answered.next.as_deref(),
    )
    .await
}

/// `POST /wejdz/nowy-klucz/pytanie`
pub async fn ask_new(
    permit: Permit<SignIn>,
    State(app): State<App>,
    visit: Visit,
    Json(asked): Json<NewAsked>,
) -> Result<Response, PageError> {
    let () = permit.subject;
    admit(&app, &visit)?;
    let name = name(&asked.name);
    let account = AccountId(app.chance.uuid(app.clock.now()));
    let shown = name
        .as_deref()
        .unwrap_or_else(|| letters::host(&app.site.base));
    let (challenge, state) = party(&app, &visit)?.ask_new(account, shown, &[])?;
    let state = json!({ "account": account, "name": name, "registration": state });
    begin(&app, CeremonyKind::NewPasskey, None, state, &challenge).await
}

/// `POST /wejdz/nowy-klucz`: makes an account that has a passkey and nothing else.
pub async fn answer_new(
    permit: Permit<SignIn>,
    State(app): State<App>,
    visit: Visit,
    headers: HeaderMap,
    Json(answered): Json<Answered<RegisterPublicKeyCredential>>,
) -> Result<Response, PageError> {
    let () = permit.subject;
    admit(&app, &visit)?;
    let known = browser::under_way(&app, &headers, CeremonyKind::NewPasskey).await?;
    let known = known.ok_or(PageError::Invalid)?;
    // One that was begun to add a passkey to an account makes no new account.
    let coming: Coming = serde_json::from_value(known.state).map_err(|_| PageError::Invalid)?;
    let actor = Actor::Account(coming.account);
    let (mut tx, _) = take(&app, &headers, CeremonyKind::NewPasskey, actor).await?;
    let party = party(&app, &visit)?;
    let passkey = party.new_passkey(&answered.credential, &coming.registration)?;
    let account = Account {
        id: coming.account,
        email: None,
        name: coming.name,
        salutation: None,
        lang: visit.lang,
        preferences: Preferences::default(),
        created_at: tx.at(),
    };
    tx.accounts().create(&account).await?;
    let (id, credential) = (passkey.cred_id().to_vec(), written(&passkey)?);
    tx.passkeys()
        .create(account.id, &id, &device_of(&headers), &credential)
        .await?;
    enter(
        &app,
        &visit,
        &headers,
        tx,
        &account,
        answered.next.as_deref(),
    )
    .await
}

/// Somebody who comes in for the first time.
#[derive(Debug, Deserialize)]
struct Coming {
    account: AccountId,
    name: Option<String>,
    registration: Value,
}

/// Begins a ceremony with an authenticator, and sends its challenge.
///
/// # Errors
///
/// If the store fails.
pub async fn begin(
    app: &App,
    kind: CeremonyKind,
    account: Option<AccountId>,
    state: Value,
    challenge: &impl Serialize,
) -> Result<Response, PageError> {
    let key = BrowserKey::make(app);
    let now = app.clock.now();
    let lasts = SignedDuration::from_secs(i64::from(LASTS_SECONDS));
    let ceremony = Ceremony {
        id: key.id,
        kind,
        browser: key.hash(),
        link: None,
        code: None,
        email: None,
        account,
        state,
        failures: 0,
        expires_at: now.saturating_add(lasts).unwrap_or(now),
    };
    let mut tx = app.store.begin(Actor::Visitor, now).await?;
    tx.ceremonies().create(&ceremony).await?;
    tx.commit().await?;
    let mut response = Json(challenge).into_response();
    key.keep(kind, &app.site, &mut response);
    view::private(&mut response);
    Ok(response)
}

/// Takes the ceremony that this browser began, so that nobody can end it a second time.
///
/// # Errors
///
/// [`PageError::Invalid`] if there is none, or it is over.
pub async fn take(
    app: &App,
    headers: &HeaderMap,
    kind: CeremonyKind,
    actor: Actor,
) -> Result<(Tx, Ceremony), PageError> {
    let known = browser::under_way(app, headers, kind).await?;
    let known = known.ok_or(PageError::Invalid)?;
    let mut tx = app.store.begin(actor, app.clock.now()).await?;
    match tx.ceremonies().take(known.id).await? {
        Tried::Taken(ceremony) => Ok((tx, *ceremony)),
        Tried::Gone => Err(PageError::Invalid),
    }
}

/// The site's side of a ceremony, called as the congress is.
///
/// # Errors
///
/// [`PageError::NotFound`] where there can be no passkeys.
pub fn party(app: &App, visit: &Visit) -> Result<Party, PageError> {
    let name = visit
        .edition
        .as_ref()
        .map_or("Wiec", |edition| edition.release.programme.name(visit.lang));
    Party::of(&app.site, name)
}

/// A name as it was typed, on one line; none if nothing is left of it.
pub fn name(typed: &str) -> Option<String> {
    let words: Vec<&str> = typed
        .split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect();
    let name: String = words.join(" ").chars().take(NAME_LETTERS).collect();
    (!name.is_empty()).then_some(name)
}

/// What the browser says it is.
pub fn device_of(headers: &HeaderMap) -> String {
    let said = headers.get(axum::http::header::USER_AGENT);
    device::describe(
        said.and_then(|value| value.to_str().ok())
            .unwrap_or_default(),
    )
}

fn admit(app: &App, visit: &Visit) -> Result<(), PageError> {
    if app.limits.admits_asking(visit.peer) {
        Ok(())
    } else {
        Err(PageError::TooMany)
    }
}

async fn enter(
    app: &App,
    visit: &Visit,
    headers: &HeaderMap,
    mut tx: Tx,
    account: &Account,
    next: Option<&str>,
) -> Result<Response, PageError> {
    let entering = Entering {
        app,
        visit,
        headers,
        means: Means::Passkey,
    };
    let entered = entering.enter(&mut tx, account).await?;
    tx.commit().await?;
    let mut response = Json(json!({ "next": or_own_page(next, visit) })).into_response();
    entered.keep(app, &mut response);
    Ok(response)
}
