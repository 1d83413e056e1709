//! The cookies: the chosen theme, the secret of one's marks, and the token of a login.

use axum::http::HeaderMap;
use axum::http::header::COOKIE;
use sha2::{Digest, Sha256};
use wiec_model::account::Preferences;
use wiec_store::TokenHash;

use crate::app::Site;

/// A year, in seconds.
const KEPT_FOR_SECONDS: u32 = 31_536_000;
/// How long a login lasts, in seconds: thirty days, as long as people prepare a congress.
pub const LOGIN_SECONDS: u32 = 2_592_000;
/// The length of the tokens that `Chance` makes.
const TOKEN_LENGTH: usize = 26;

/// The chosen theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// As the system says.
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// What the visitor's cookie says.
    #[must_use]
    pub fn of(headers: &HeaderMap) -> Self {
        cookie(headers, "theme").map_or(Self::System, Self::from_key)
    }

    /// The theme with this key; anything unknown leaves it to the system.
    #[must_use]
    pub fn from_key(key: &str) -> Self {
        match key {
            "light" => Self::Light,
            "dark" => Self::Dark,
            _ => Self::System,
        }
    }

    /// The key for `data-theme`; none when the system decides.
    #[must_use]
    pub const fn key(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }

    /// The header that keeps this choice.
    #[must_use]
    pub fn set_cookie(self, site: &Site) -> String {
        // The script reads and writes it too, so it is not HttpOnly; it is no secret.
        set_cookie("theme", self.key().unwrap_or("system"), site, "")
    }
}

/// The secret by which a browser's marks are found again. Whoever has it may change them.
#[derive(Clone, PartialEq, Eq)]
pub struct MineKey(String);

impl MineKey {
    /// A new secret.
    #[must_use]
    pub const fn new(token: String) -> Self {
        Self(token)
    }

    /// The secret in the visitor's cookie.
    #[must_use]
    pub fn of(headers: &HeaderMap) -> Option<Self> {
        cookie(headers, "mine")
            .filter(|token| is_token(token))
            .map(|token| Self(token.to_owned()))
    }

    /// The secret for reading only, which stands in calendar links: it follows from this one, and
    /// not the other way round, so a shared calendar does not hand over the marks.
    #[must_use]
    pub fn reading_secret(&self) -> String {
        let digest = Sha256::digest(format!("wiec calendar {}", self.0));
        digest
            .iter()
            .take(16)
            .map(|byte| format!("{byte:02x}"))
            .collect()
    }

    /// The header that keeps this secret.
    #[must_use]
    pub fn set_cookie(&self, site: &Site) -> String {
        set_cookie("mine", &self.0, site, "; HttpOnly")
    }

    /// The header that forgets it.
    #[must_use]
    pub fn forget(site: &Site) -> String {
        set_cookie_for("mine", "", 0, site, "; HttpOnly")
    }
}

/// What the visitor's cookie says of accessibility of their own choice. Pages that do not ask whose they
/// are look as it says all the same.
#[must_use]
pub fn preferences(headers: &HeaderMap) -> Preferences {
    let said = cookie(headers, "access").unwrap_or_default();
    let has = |word| said.split('.').any(|said| said == word);
    Preferences {
        large_text: has("text"),
        high_contrast: has("contrast"),
        still: has("still"),
    }
}

/// The words of a choice, in their order: `text.still`.
#[must_use]
pub fn preference_words(preferences: Preferences) -> String {
    let words = [
        (preferences.large_text, "text"),
        (preferences.high_contrast, "contrast"),
        (preferences.still, "still"),
    ];
    let chosen: Vec<&str> = words
        .into_iter()
        .filter(|(is_on, _)| *is_on)
        .map(|(_, word)| word)
        .collect();
    chosen.join(".")
}

/// The header that keeps a choice; one of nothing is forgotten.
#[must_use]
pub fn keep_preferences(preferences: Preferences, site: &Site) -> String {
    let words = preference_words(preferences);
    let seconds = if words.is_empty() {
        0
    } else {
        KEPT_FOR_SECONDS
    };
    set_cookie_for("access", &words, seconds, site, "; HttpOnly")
}

/// The token of a login. Whoever has it is signed in.
#[derive(Clone, PartialEq, Eq)]
pub struct LoginKey(String);

impl LoginKey {
    /// A new token.
    #[must_use]
    pub const fn new(token: String) -> Self {
        Self(token)
    }

    /// The token in the visitor's cookie.
    #[must_use]
    pub fn of(headers: &HeaderMap, site: &Site) -> Option<Self> {
        cookie(headers, login_name(site))
            .filter(|token| is_token(token))
            .map(|token| Self(token.to_owned()))
    }

    /// What the store knows of it.
    #[must_use]
    pub fn hash(&self) -> TokenHash {
        TokenHash::of(&self.0)
    }

    /// The header that keeps it.
    #[must_use]
    pub fn set_cookie(&self, site: &Site) -> String {
        set_cookie_for(login_name(site), &self.0, LOGIN_SECONDS, site, "; HttpOnly")
    }

    /// The header that forgets it.
    #[must_use]
    pub fn forget(site: &Site) -> String {
        set_cookie_for(login_name(site), "", 0, site, "; HttpOnly")
    }
}

fn login_name(site: &Site) -> &'static str {
    if site.is_encrypted() {
        // Browsers take a name that begins so from this very host and from encrypted connections
        // only: no neighbouring host can plant a login. Without encryption they refuse it.
        "__Host-login"
    } else {
        "login"
    }
}

fn is_token(token: &str) -> bool {
    token.len() == TOKEN_LENGTH
        && token
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
}

fn set_cookie(name: &str, value: &str, site: &Site, more: &str) -> String {
    set_cookie_for(name, value, KEPT_FOR_SECONDS, site, more)
}

fn set_cookie_for(name: &str, value: &str, seconds: u32, site: &Site, more: &str) -> String {
    let secure = if site.is_encrypted() { "; Secure" } else { "" };
    format!("{name}={value}; Path=/; Max-Age={seconds}; SameSite=Lax{secure}{more}")
}

/// The value of a cookie.
pub fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .find_map(|pair| {
            pair.trim()
                .split_once('=')
                .filter(|(key, _)| *key == name)
                .map(|(_, value)| value)
        })
}
