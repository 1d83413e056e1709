//! The browser that began a ceremony: it holds the ceremony's key and a secret in a cookie of its own
//! for each way of signing in, so that one under way in another tab is not lost.

use axum::http::HeaderMap;
use axum::response::Response;
use uuid::Uuid;
use wiec_kit::app::{App, Site};
use wiec_kit::cookies;
use wiec_store::{Ceremony, CeremonyKind, TokenHash};

use crate::view::set_cookie;

/// As long as a letter's code is good for.
pub const LASTS_SECONDS: u32 = 900;

/// What a browser holds of a ceremony that it began.
pub struct BrowserKey {
    /// The key of the ceremony.
    pub id: Uuid,
    secret: String,
}

impl BrowserKey {
    /// A new one.
    pub fn make(app: &App) -> Self {
        Self {
            id: app.chance.uuid(app.clock.now()),
            secret: app.chance.token(),
        }
    }

    /// The one in the browser's cookie.
    pub fn of(headers: &HeaderMap, kind: CeremonyKind, site: &Site) -> Option<Self> {
        let (id, secret) = cookies::cookie(headers, &name(kind, site))?.split_once('.')?;
        Some(Self {
            id: id.parse().ok()?,
            secret: secret.to_owned(),
        })
    }

    /// What the store knows of the secret.
    pub fn hash(&self) -> TokenHash {
        TokenHash::of(&self.secret)
    }

    /// Keeps it in the browser.
    pub fn keep(&self, kind: CeremonyKind, site: &Site, response: &mut Response) {
        let value = format!("{}.{}", self.id.simple(), self.secret);
        set_cookie(response, &cookie(kind, &value, LASTS_SECONDS, site));
    }
}

/// The ceremony of a kind that this browser began and that is not over.
///
/// # Errors
///
/// If the store fails.
pub async fn under_way(
    app: &App,
    headers: &HeaderMap,
    kind: CeremonyKind,
) -> Result<Option<Ceremony>, wiec_store::StoreError> {
    let Some(key) = BrowserKey::of(headers, kind, &app.site) else {
        return Ok(None);
    };
    let found = app.store.ceremonies().find(key.id, app.clock.now()).await?;
    Ok(found.filter(|ceremony| ceremony.kind == kind && ceremony.browser == key.hash()))
}

/// Forgets the ceremony of a kind in the browser.
pub fn forget(kind: CeremonyKind, site: &Site, response: &mut Response) {
    set_cookie(response, &cookie(kind, "", 0, site));
}

fn cookie(kind: CeremonyKind, value: &str, seconds: u32, site: &Site) -> String {
    let secure = if site.is_encrypted() { "; Secure" } else { "" };
    let name = name(kind, site);
    format!("{name}={value}; Path=/; Max-Age={seconds}; SameSite=Lax{secure}; HttpOnly")
}

fn name(kind: CeremonyKind, site: &Site) -> String {
    let word = match kind {
        CeremonyKind::Mail => "mail",
        CeremonyKind::Address => "address",
        CeremonyKind::Passkey => "passkey",
        CeremonyKind::NewPasskey => "new-passkey",
        CeremonyKind::Provider => "provider",
    };
    // See the login's cookie: no neighbouring host can plant one.
    let prefix = if site.is_encrypted() { "__Host-" } else { "" };
    format!("{prefix}ceremony-{word}")
}
