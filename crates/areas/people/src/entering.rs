//! The last step of every way in: an account is known to be somebody's, and a browser is signed in.
//!
//! Each time the browser gets a token that nobody has seen before, and a login that it held until
//! then ends: a token planted in it beforehand opens nothing.

use axum::http::HeaderMap;
use axum::http::header::USER_AGENT;
use axum::response::Response;
use jiff::{SignedDuration, Timestamp};
use wiec_kit::app::App;
use wiec_kit::cookies::{LOGIN_SECONDS, LoginKey, MineKey};
use wiec_kit::error::PageError;
use wiec_kit::visit::Visit;
use wiec_model::account::{Account, Means};
use wiec_store::{NewLogin, TokenHash, Tx};

use crate::{device, letters, look, view};

/// A browser about to be signed in.
pub struct Entering<'a> {
    /// The running program.
    pub app: &'a App,
    /// The request that proved it.
    pub visit: &'a Visit,
    /// Its headers.
    pub headers: &'a HeaderMap,
    /// How it was proved.
    pub means: Means,
}

/// What the browser takes away from it.
pub struct Entered {
    key: LoginKey,
    mine: MineKey,
    account: Account,
}

impl Entering<'_> {
    /// Signs the browser in to an account, within the transaction that proved whose it is.
    ///
    /// The marks of the browser join the account's own, and whoever owns the account is told of the
    /// new login, unless it is the first there ever was.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn enter(&self, tx: &mut Tx, account: &Account) -> Result<Entered, PageError> {
        let Self { app, visit, .. } = self;
        let now = tx.at();
        if let Some(old) = &visit.login {
            tx.logins().end_token(&old.hash()).await?;
        }
        let is_first = !tx.logins().was_ever(account.id).await?;
        let key = LoginKey::new(app.chance.token());
        let login = NewLogin {
            id: app.chance.uuid(now),
            token: key.hash(),
            account: account.id,
            means: self.means,
            device: self.device(),
            expires_at: expires_at(now),
        };
        tx.logins().create(&login).await?;
        let mine = MineKey::new(app.secret.marks_of(account.id));
        if let Some(marks) = &visit.mine {
            let (from, to) = (marks.reading_secret(), mine.reading_secret());
            tx.favourites()
                .join(&TokenHash::of(&from), &TokenHash::of(&to))
                .await?;
        }
        // Whoever is reached at this address in a programme is the one who just proved to have it.
        if let (Means::Mail, Some(email)) = (self.means, &account.email) {
            tx.contacts().claim(account.id, email).await?;
        }
        if !is_first && let Some(letter) = letters::new_login(app, account, &login, now) {
            tx.mails().post(&letter).await?;
        }
        Ok(Entered {
            key,
            mine,
            account: account.clone(),
        })
    }

    fn device(&self) -> String {
        let said = self.headers.get(USER_AGENT);
        device::describe(
            said.and_then(|value| value.to_str().ok())
                .unwrap_or_default(),
        )
    }
}

impl Entered {
    /// Gives the browser what it needs to be known again.
    pub fn keep(&self, app: &App, response: &mut Response) {
        view::set_cookie(response, &self.key.set_cookie(&app.site));
        view::set_cookie(response, &self.mine.set_cookie(&app.site));
        look::keep(self.account.preferences, app, response);
        view::private(response);
    }
}

fn expires_at(now: Timestamp) -> Timestamp {
    now.saturating_add(SignedDuration::from_secs(i64::from(LOGIN_SECONDS)))
        .unwrap_or(Timestamp::MAX)
}
