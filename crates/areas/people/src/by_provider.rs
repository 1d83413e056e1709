//! Signing in at the provider of identities, and adding it to an account.

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use jiff::SignedDuration;
use wiec_kit::acts::{OwnAccount, SignIn};
use wiec_kit::app::{App, Provider};
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Form, FormData};
use wiec_kit::frame::Frame;
use wiec_kit::permit::Permit;
use wiec_kit::visit::Visit;
use wiec_model::account::{Account, AccountId, Means, Preferences};
use wiec_store::{Actor, Ceremony, CeremonyKind, StoreError, TokenHash};

use crate::browser::{self, BrowserKey, LASTS_SECONDS};
use crate::entering::Entering;
use crate::letters::words;
use crate::next::{or_own_page, own_path};
use crate::provider::{Said, Sent, arrive, depart};
use crate::sign_in::{self, Because};
use crate::{by_passkey, view};

#[derive(Template)]
#[template(path = "departure.html")]
struct DeparturePage {
    frame: Frame,
    provider: String,
    url: String,
}

/// `POST /wejdz/dostawca`
pub async fn post(
    permit: Permit<SignIn>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let () = permit.subject;
    let next = data.get("next").and_then(own_path);
    set_out(&app, &visit, None, next).await
}

/// `POST /moj-kongres/dostawca`: adds the provider to the account.
pub async fn add(
    permit: Permit<OwnAccount>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let next = Some(visit.paths().account_keys());
    set_out(&app, &visit, Some(permit.subject.account.id), next).await
}

/// `GET /wejdz/powrot`: back from the provider.
pub async fn back(
    permit: Permit<SignIn>,
    State(app): State<App>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let provider = app.provider.clone().ok_or(PageError::NotFound)?;
    if !app.limits.admits_asking(visit.peer) {
        return Err(PageError::TooMany);
    }
    let query = visit.address.split_once('?').map_or("", |(_, query)| query);
    let query = FormData::parse(query.as_bytes());
    let known = browser::under_way(&app, &headers, CeremonyKind::Provider).await?;
    let state = query.get("state").map(TokenHash::of);
    let known = known.filter(|known| known.link.is_some() && known.link == state);
    let (Some(ceremony), Some(code)) = (known, query.get("code")) else {
        return turned_away(&app, &visit);
    };
    // Taken before the provider is asked: a code that came twice is asked about once.
    let (tx, ceremony) = match by_passkey::take(&app, &headers, ceremony.kind, Actor::Visitor).await
    {
        Ok(taken) => taken,
        Err(PageError::Invalid) => return turned_away(&app, &visit),
        Err(error) => return Err(error),
    };
    tx.commit().await?;
    let sent: Sent = serde_json::from_value(ceremony.state.clone())
        .map_err(|error| PageError::Internal(error.into()))?;
    let next = sent.next.clone();
    let said = match arrive(&provider, code, sent, app.clock.now()).await {
        Ok(said) => said,
        Err(cause) => {
            tracing::warn!(
                cause = format!("{cause:#}"),
                "a provider did not let someone in"
            );
            return turned_away(&app, &visit);
        }
    };
    let signed_in = permit
        .signed_in
        .as_ref()
        .map(|signed_in| signed_in.account.id);
    match ceremony.account {
        // Added to an account only in a browser that is still signed in to it.
        Some(account) if signed_in != Some(account) => turned_away(&app, &visit),
        Some(account) => attach(&app, &visit, account, &said, next.as_deref()).await,
        None => enter(&app, &visit, &headers, &said, next.as_deref()).await,
    }
}

async fn set_out(
    app: &App,
    visit: &Visit,
    account: Option<AccountId>,
    next: Option<String>,
) -> Result<Response, PageError> {
    let provider = app.provider.clone().ok_or(PageError::NotFound)?;
    if !app.limits.admits_asking(visit.peer) {
        return Err(PageError::TooMany);
    }
    let now = app.clock.now();
    let back = visit.paths().absolute(&app.site.base).provider_return();
    let departure = match depart(&provider, &back, next, now).await {
        Ok(departure) => departure,
        Err(cause) => {
            tracing::warn!(cause = format!("{cause:#}"), "a provider cannot be reached");
            return turned_away(app, visit);
        }
    };
    let key = BrowserKey::make(app);
    let lasts = SignedDuration::from_secs(i64::from(LASTS_SECONDS));
    let ceremony = Ceremony {
        id: key.id,
        kind: CeremonyKind::Provider,
        browser: key.hash(),
        link: Some(TokenHash::of(&departure.state)),
        code: None,
        email: None,
        account,
        state: serde_json::to_value(&departure.sent)
            .map_err(|error| PageError::Internal(error.into()))?,
        failures: 0,
        expires_at: now.saturating_add(lasts).unwrap_or(now),
    };
    let mut tx = app.store.begin(Actor::Visitor, now).await?;
    tx.ceremonies().create(&ceremony).await?;
    tx.commit().await?;
    let mut response = departure_page(app, visit, &provider, departure.url.as_str())?;
    key.keep(CeremonyKind::Provider, &app.site, &mut response);
    Ok(response)
}

/// A page that leads on by itself: our policy lets no form be sent to another host, not even by way
/// of a redirect.
fn departure_page(
    app: &App,
    visit: &Visit,
    provider: &Provider,
    url: &str,
) -> Result<Response, PageError> {
    let title = words(visit.lang).people_departure(&provider.name);
    let page = DeparturePage {
        frame: view::frame(app, visit, &title, |paths| paths.sign_in()),
        provider: provider.name.clone(),
        url: url.to_owned(),
    };
    view::send(StatusCode::OK, &page)
}

/// Signs in whomever the provider named: by its own name for them, else by the address it vouches for.
async fn enter(
    app: &App,
    visit: &Visit,
    headers: &HeaderMap,
    said: &Said,
    next: Option<&str>,
) -> Result<Response, PageError> {
    let known = app
        .store
        .passkeys()
        .identity(&said.issuer, &said.subject)
        .await?;
    let by_email = match (&known, &said.email) {
        (None, Some(email)) => app.store.accounts().find_by_email(email).await?,
        _ => None,
    };
    let id = known
        .as_ref()
        .map(|identity| identity.account)
        .or(by_email.as_ref().map(|account| account.id))
        .unwrap_or_else(|| AccountId(app.chance.uuid(app.clock.now())));
    let mut tx = app.store.begin(Actor::Account(id), app.clock.now()).await?;
    let account = match (&known, by_email) {
        (Some(_), _) => app
            .store
            .accounts()
            .find(id)
            .await?
            .ok_or(PageError::NotFound)?,
        (None, Some(account)) => account,
        (None, None) => {
            let account = newcomer(id, visit, said, tx.at());
            tx.accounts().create(&account).await?;
            account
        }
    };
    if known.is_none() {
        tx.passkeys()
            .add_identity(account.id, &said.issuer, &said.subject)
            .await?;
    }
    let entering = Entering {
        app,
        visit,
        headers,
        means: Means::Provider,
    };
    let entered = entering.enter(&mut tx, &account).await?;
    tx.commit().await?;
    let mut response = view::lead_to(&or_own_page(next, visit));
    browser::forget(CeremonyKind::Provider, &app.site, &mut response);
    entered.keep(app, &mut response);
    Ok(response)
}

fn newcomer(id: AccountId, visit: &Visit, said: &Said, at: jiff::Timestamp) -> Account {
    Account {
        id,
        email: said.email.clone(),
        name: said.name.as_deref().and_then(by_passkey::name),
        salutation: None,
        lang: visit.lang,
        preferences: Preferences::default(),
        created_at: at,
    }
}

async fn attach(
    app: &App,
    visit: &Visit,
    account: AccountId,
    said: &Said,
    next: Option<&str>,
) -> Result<Response, PageError> {
    let mut tx = app
        .store
        .begin(Actor::Account(account), app.clock.now())
        .await?;
    let added = tx
        .passkeys()
        .add_identity(account, &said.issuer, &said.subject)
        .await;
    match added {
        Ok(()) => tx.commit().await?,
        // It opens this account already, or another one, which is nobody's business here.
        Err(StoreError::Conflict { .. }) => {}
        Err(error) => return Err(error.into()),
    }
    let mut response = view::lead_to(&or_own_page(next, visit));
    browser::forget(CeremonyKind::Provider, &app.site, &mut response);
    Ok(response)
}

fn turned_away(app: &App, visit: &Visit) -> Result<Response, PageError> {
    let form = Form::fresh(visit.lang);
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    let mut response = sign_in::page(app, visit, form, Because::Provider, status)?;
    browser::forget(CeremonyKind::Provider, &app.site, &mut response);
    Ok(response)
}
