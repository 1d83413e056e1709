//! The provider of identities, as OpenID Connect describes it: found at first use, asked with a code
//! and a proof that only we began (PKCE), believed only with its signature.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex};
use std::time::Duration;

use anyhow::{Context as _, anyhow};
use jiff::{SignedDuration, Timestamp};
use openidconnect::core::{
    CoreAuthenticationFlow, CoreClient, CoreProviderMetadata, CoreUserInfoClaims,
};
use openidconnect::{
    AccessTokenHash, AuthorizationCode, ClientId, ClientSecret, CsrfToken, EndUserEmail,
    EndUserName, IssuerUrl, LocalizedClaim, Nonce, OAuth2TokenResponse as _, PkceCodeChallenge,
    PkceCodeVerifier, RedirectUrl, Scope, TokenResponse as _, reqwest,
};
use serde::{Deserialize, Serialize};
use url::Url;
use wiec_kit::app::Provider;
use wiec_model::account::Email;

/// A provider that does not answer by then does not answer.
const PATIENCE: Duration = Duration::from_secs(8);
/// Providers change their keys rarely, and announce new ones before they use them.
const KNOWN_FOR: SignedDuration = SignedDuration::from_hours(1);

/// What is remembered of the way to the provider until somebody comes back from there.
#[derive(Debug, Serialize, Deserialize)]
pub struct Sent {
    nonce: String,
    verifier: String,
    /// Where the provider was told to send them back to.
    back: String,
    /// Where to go on in the end.
    pub next: Option<String>,
}

/// Where to send somebody, and what to remember of it.
pub struct Departure {
    /// The page of the provider.
    pub url: Url,
    /// The word that has to come back.
    pub state: String,
    /// The rest.
    pub sent: Sent,
}

/// Who somebody is, by the word of the provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Who says it.
    pub issuer: String,
    /// Its name for them, for ever.
    pub subject: String,
    /// Their address, where the provider has seen a proof of it.
    pub email: Option<Email>,
    /// What they are called.
    pub name: Option<String>,
}

type Known = HashMap<String, (Timestamp, Arc<CoreProviderMetadata>)>;

/// What providers say of themselves; one process asks each of them once in a while.
static KNOWN: LazyLock<Mutex<Known>> = LazyLock::new(Mutex::default);

/// Prepares the way to the provider, which sends people back to `back`.
///
/// # Errors
///
/// If the provider cannot be reached, or says something unusable of itself.
pub async fn depart(
    provider: &Provider,
    back: &str,
    next: Option<String>,
    now: Timestamp,
) -> anyhow::Result<Departure> {
    let metadata = metadata(provider, now).await?;
    let client = CoreClient::from_provider_metadata(
        (*metadata).clone(),
        ClientId::new(provider.client_id.clone()),
        Some(ClientSecret::new(provider.client_secret.clone())),
    )
    .set_redirect_uri(RedirectUrl::new(back.to_owned())?);
    let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
    let (url, state, nonce) = client
        .authorize_url(
            CoreAuthenticationFlow::AuthorizationCode,
            CsrfToken::new_random,
            Nonce::new_random,
        )
        .add_scope(Scope::new("email".to_owned()))
        .add_scope(Scope::new("profile".to_owned()))
        .set_pkce_challenge(challenge)
        .url();
    Ok(Departure {
        url,
        state: state.secret().clone(),
        sent: Sent {
            nonce: nonce.secret().clone(),
            verifier: verifier.secret().clone(),
            back: back.to_owned(),
            next,
        },
    })
}

/// Asks the provider who came back with `code`.
///
/// # Errors
///
/// If it does not answer, or what it says is not signed by it, for us, and for this very question.
pub async fn arrive(
    provider: &Provider,
    code: &str,
    sent: Sent,
    now: Timestamp,
) -> anyhow::Result<Said> {
    let metadata = metadata(provider, now).await?;
    let said = ask(provider, &metadata, code, sent).await;
    if said.is_err() {
        // It may have changed its keys; the next one shall not fail for that.
        forget(provider);
    }
    said
}

async fn ask(
    provider: &Provider,
    metadata: &CoreProviderMetadata,
    code: &str,
    sent: Sent,
) -> anyhow::Result<Said> {
    let client = CoreClient::from_provider_metadata(
        metadata.clone(),
        ClientId::new(provider.client_id.clone()),
        Some(ClientSecret::new(provider.client_secret.clone())),
    )
    .set_redirect_uri(RedirectUrl::new(sent.back)?);
    let answer = client
        .exchange_code(AuthorizationCode::new(code.to_owned()))?
        .set_pkce_verifier(PkceCodeVerifier::new(sent.verifier))
        .request_async(&http()?)
        .await
        .context("the provider gave nothing for the code")?;
    let token = answer
        .id_token()
        .ok_or_else(|| anyhow!("the provider sent no id token"))?;
    let verifier = client.id_token_verifier();
    let claims = token
        .claims(&verifier, &Nonce::new(sent.nonce))
        .context("the id token is not what was asked for")?;
    if let Some(expected) = claims.access_token_hash() {
        let (algorithm, key) = (token.signing_alg()?, token.signing_key(&verifier)?);
        let actual = AccessTokenHash::from_token(answer.access_token(), algorithm, key)?;
        anyhow::ensure!(actual == *expected, "the access token is another one's");
    }
    let mut said = Said {
        issuer: claims.issuer().as_str().to_owned(),
        subject: claims.subject().as_str().to_owned(),
        email: proved(claims.email(), claims.email_verified()),
        name: called(claims.name()),
    };
    // With a code a provider may keep these out of the token, and tell them to whoever holds the key that it
    // gave for them (OpenID Connect Core, 5.4).
    if claims.email().is_none() && metadata.userinfo_endpoint().is_some() {
        let key = answer.access_token().clone();
        let told: CoreUserInfoClaims = client
            .user_info(key, Some(claims.subject().clone()))?
            .request_async(&http()?)
            .await
            .context("the provider tells nothing of who came")?;
        said.email = proved(told.email(), told.email_verified());
        said.name = said.name.or_else(|| called(told.name()));
    }
    Ok(said)
}

/// An address, if the provider has seen a proof of it.
fn proved(email: Option<&EndUserEmail>, verified: Option<bool>) -> Option<Email> {
    let email = email.filter(|_| verified == Some(true))?;
    email.as_str().parse().ok()
}

fn called(name: Option<&LocalizedClaim<EndUserName>>) -> Option<String> {
    Some(name?.get(None)?.as_str().to_owned())
}

async fn metadata(
    provider: &Provider,
    now: Timestamp,
) -> anyhow::Result<Arc<CoreProviderMetadata>> {
    if let Some((at, known)) = known().get(&provider.issuer)
        && now.duration_since(*at) < KNOWN_FOR
    {
        return Ok(Arc::clone(known));
    }
    let issuer = IssuerUrl::new(provider.issuer.clone())?;
    let found = CoreProviderMetadata::discover_async(issuer, &http()?)
        .await
        .with_context(|| format!("{} says nothing of itself", provider.issuer))?;
    let found = Arc::new(found);
    known().insert(provider.issuer.clone(), (now, Arc::clone(&found)));
    Ok(found)
}

fn forget(provider: &Provider) {
    known().remove(&provider.issuer);
}

fn known() -> std::sync::MutexGuard<'static, Known> {
    KNOWN.lock().expect("no one panics while holding the lock")
}

/// Redirects are not followed: an issuer must not be able to send us into the operator's own network.
fn http() -> anyhow::Result<reqwest::Client> {
    Ok(reqwest::ClientBuilder::new()
        .redirect(reqwest::redirect::Policy::none())
        .timeout(PATIENCE)
        .connect_timeout(PATIENCE)
        .build()?)
}
