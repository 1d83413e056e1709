//! One request as the pages see it: whose, in which language, to which edition.

use std::convert::Infallible;
use std::net::IpAddr;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use wiec_model::Lang;
use wiec_model::account::Preferences;

use crate::cookies::{LoginKey, MineKey, Theme, preference_words};
use crate::edition::Edition;
use crate::paths::Paths;

/// A request, read once at the door.
#[derive(Clone)]
pub struct Visit {
    /// The language of its address.
    pub lang: Lang,
    /// The edition it is for: the one named in its address, or the current one.
    pub edition: Option<Arc<Edition>>,
    /// Whether its address names the edition.
    pub form: Form,
    /// Its address as it was asked for, query and all.
    pub address: String,
    /// The chosen theme.
    pub theme: Theme,
    /// Accessibility of their own choice.
    pub preferences: Preferences,
    /// The secret of the visitor's marks, if they have any.
    pub mine: Option<MineKey>,
    /// The token of the browser's login, if it has one; whose it is, a permit finds out.
    pub login: Option<LoginKey>,
    /// Where it comes from.
    pub peer: IpAddr,
    /// What kind of answer is wanted.
    pub wants: Wants,
}

/// Whether an address names its edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// It does not: it is the current edition's, whichever that is.
    Current,
    /// It does, and stays valid for ever.
    Permanent,
}

/// What kind of answer is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wants {
    /// A page.
    Page,
    /// JSON, problems included.
    Json,
}

impl Visit {
    /// Where a page of this visit stands on the shelf of [`crate::rendered::Rendered`]: everything that it
    /// depends on besides the time and who reads it.
    #[must_use]
    pub fn shelf(&self, edition: &Edition) -> String {
        let access = preference_words(self.preferences);
        let (slug, number) = (edition.slug(), edition.release.number);
        let theme = self.theme.key().unwrap_or_default();
        format!("{slug} {number} {theme} {access} {}", self.path())
    }

    /// The path of its address, without the query.
    #[must_use]
    pub fn path(&self) -> &str {
        self.address.split('?').next().unwrap_or_default()
    }

    /// Whether its address asks for `word`, with a value or without.
    #[must_use]
    pub fn asks(&self, word: &str) -> bool {
        let (_, query) = self.address.split_once('?').unwrap_or_default();
        query
            .split('&')
            .any(|part| part.split('=').next() == Some(word))
    }

    /// Addresses of the same form as the one asked for.
    #[must_use]
    pub fn paths(&self) -> Paths {
        match (&self.edition, self.form) {
            (Some(edition), Form::Permanent) => Paths::permanent(self.lang, edition.slug().clone()),
            _ => Paths::current(self.lang),
        }
    }
}

impl<S: Sync> FromRequestParts<S> for Visit {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(parts
            .extensions
            .get::<Self>()
            .expect("the front door reads every request")
            .clone())
    }
}
