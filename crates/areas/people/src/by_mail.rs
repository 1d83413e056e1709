//! Ceremonies by letter: a link that works in any browser, and a code that works in the one that asked.
//!
//! The store holds digests only. Of the code, which is short, the digest is made with the
//! installation's secret and the ceremony's key: who has the database alone cannot try all codes.

use axum::http::HeaderMap;
use jiff::SignedDuration;
use serde_json::json;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::paths::Paths;
use wiec_model::Lang;
use wiec_model::account::{AccountId, Email};
use wiec_store::{Actor, Ceremony, CeremonyKind, TokenHash, Tried, Tx};

use crate::browser::{self, BrowserKey, LASTS_SECONDS};
use crate::letters::{self, WayIn};

/// A code can be mistyped; who guesses has five in a million.
pub const ATTEMPTS: u32 = 5;

/// A ceremony that is to begin.
pub struct Begin<'a> {
    /// The address that is to be proved.
    pub email: &'a Email,
    /// The account that wants it as its own; none to sign in.
    pub account: Option<AccountId>,
    /// The language of the letter.
    pub lang: Lang,
    /// Where to go on in the end.
    pub next: Option<String>,
}

/// What became of a code.
pub enum Given {
    /// It is right; the ceremony is taken.
    Right(Box<Ceremony>),
    /// It is wrong; so many more can be tried.
    Wrong(u32),
    /// There is nothing that a code could be for: over, used, or begun in another browser.
    Gone,
}

impl Begin<'_> {
    /// Begins it, and sends the letter unless too many went to that address already; the browser
    /// cannot tell the difference.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn run(self, app: &App) -> Result<(BrowserKey, CeremonyKind), PageError> {
        let key = BrowserKey::make(app);
        let (link, code) = (app.chance.token(), app.chance.six_digits());
        let now = app.clock.now();
        let lasts = SignedDuration::from_secs(i64::from(LASTS_SECONDS));
        let ceremony = Ceremony {
            id: key.id,
            kind: match self.account {
                Some(_) => CeremonyKind::Address,
                None => CeremonyKind::Mail,
            },
            browser: key.hash(),
            // An address is proved by the code alone: a link would work for whoever finds the letter.
            link: self.account.is_none().then(|| TokenHash::of(&link)),
            code: Some(code_hash(app, key.id, &code)),
            email: Some(self.email.clone()),
            account: self.account,
            state: json!({ "next": self.next }),
            failures: 0,
            expires_at: now.saturating_add(lasts).unwrap_or(now),
        };
        let address = Paths::current(self.lang)
            .absolute(&app.site.base)
            .sign_in_link(&link);
        let way = WayIn {
            link: &address,
            code: &code,
            until: ceremony.expires_at,
        };
        let letter = match ceremony.kind {
            CeremonyKind::Address => letters::new_address(app, self.lang, self.email, &way),
            _ => letters::sign_in(app, self.lang, self.email, &way),
        };
        let mut tx = app.store.begin(Actor::Visitor, now).await?;
        tx.ceremonies().create(&ceremony).await?;
        if app.limits.admits_letter(self.email.as_str()) {
            tx.mails().post(&letter).await?;
        }
        tx.commit().await?;
        Ok((key, ceremony.kind))
    }
}

/// Tries a code for the ceremony that this browser began. The attempt is counted before anything is
/// compared, so that many at once are no more than many.
///
/// What is right is taken within `tx`, which the caller commits; an attempt that was wrong is on the
/// disk when this returns.
///
/// # Errors
///
/// If the store fails.
pub async fn give(
    app: &App,
    headers: &HeaderMap,
    kind: CeremonyKind,
    code: &str,
    actor: Actor,
) -> Result<(Given, Option<Tx>), PageError> {
    let Some(known) = browser::under_way(app, headers, kind).await? else {
        return Ok((Given::Gone, None));
    };
    let mut tx = app.store.begin(actor, app.clock.now()).await?;
    let Some(tried) = tx.ceremonies().attempt(known.id, ATTEMPTS).await? else {
        return Ok((Given::Gone, None));
    };
    if tried.code != Some(code_hash(app, known.id, code)) {
        tx.commit().await?;
        let left = ATTEMPTS.saturating_sub(tried.failures);
        return Ok((
            if left == 0 {
                Given::Gone
            } else {
                Given::Wrong(left)
            },
            None,
        ));
    }
    match tx.ceremonies().take(known.id).await? {
        Tried::Taken(ceremony) => Ok((Given::Right(ceremony), Some(tx))),
        Tried::Gone => Ok((Given::Gone, None)),
    }
}

/// Where a ceremony leads in the end.
pub fn next_of(ceremony: &Ceremony) -> Option<&str> {
    ceremony.state.get("next")?.as_str()
}

fn code_hash(app: &App, ceremony: uuid::Uuid, code: &str) -> TokenHash {
    TokenHash::of(
        &app.secret
            .code("sign-in code", &format!("{ceremony} {code}")),
    )
}
