//! Accounts: what someone signs in to. A person of the programme need not have one, and an account
//! need not appear in any programme.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::text::Lang;

/// RFC 5321, 4.5.3.1: no path is longer than this, its angle brackets included.
const MAX_EMAIL_BYTES: usize = 254;
/// RFC 5321, 4.5.3.1.1.
const MAX_LOCAL_BYTES: usize = 64;

/// The key of an account, for ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AccountId(pub Uuid);

impl fmt::Display for AccountId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for AccountId {
    type Err = uuid::Error;

    fn from_str(raw: &str) -> Result<Self, uuid::Error> {
        raw.parse().map(Self)
    }
}

/// Someone who can sign in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// Its key.
    pub id: AccountId,
    /// Where letters go; someone who came with a passkey need not have one.
    pub email: Option<Email>,
    /// What they are called, in letters and on their ticket.
    pub name: Option<String>,
    /// How they want to be addressed, in their own words: `pani radna`, `Szanowni Państwo`.
    pub salutation: Option<String>,
    /// The language of their letters.
    pub lang: Lang,
    /// What they prefer of the pages' appearance, as the pages wrote it.
    pub preferences: Preferences,
    /// When it was made.
    pub created_at: Timestamp,
}

/// Accessibility of one's own choice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    /// Larger letters.
    pub large_text: bool,
    /// Stronger contrast than the system asks for.
    pub high_contrast: bool,
    /// Nothing that moves.
    pub still: bool,
}

/// How someone proved who they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Means {
    /// By a link or a code in a letter.
    Mail,
    /// By a passkey.
    Passkey,
    /// By a provider of identities.
    Provider,
    /// By pressing a button of the sample congress.
    Demo,
}

impl Means {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Mail, Self::Passkey, Self::Provider, Self::Demo];
}

/// An address that letters can be sent to.
///
/// Trimmed and in lower case throughout: nobody has ever been glad of two accounts that differ by a
/// capital. One `@`, something before it, a domain with a dot behind it; printable ASCII only, so
/// that no header can be broken by one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Email(String);

impl Email {
    /// The address as it stands in a letter.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What stands behind the `@`.
    #[must_use]
    pub fn domain(&self) -> &str {
        self.0.rsplit('@').next().unwrap_or_default()
    }
}

impl FromStr for Email {
    type Err = EmailError;

    fn from_str(raw: &str) -> Result<Self, EmailError> {
        let address = raw.trim().to_lowercase();
        let fits = address.len() <= MAX_EMAIL_BYTES
            && address
                .split_once('@')
                .is_some_and(|(local, domain)| is_local(local) && is_domain(domain));
        if fits {
            Ok(Self(address))
        } else {
            Err(EmailError)
        }
    }
}

/// RFC 5322's dot-atom: quoted local parts exist on paper only.
fn is_local(local: &str) -> bool {
    let is_atom = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&byte);
    local.len() <= MAX_LOCAL_BYTES
        && local
            .split('.')
            .all(|atom| !atom.is_empty() && atom.bytes().all(is_atom))
}

fn is_domain(domain: &str) -> bool {
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && label
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    domain.contains('.') && domain.split('.').all(is_label)
}

impl TryFrom<String> for Email {
    type Error = EmailError;

    fn try_from(raw: String) -> Result<Self, EmailError> {
        raw.parse()
    }
}

impl From<Email> for String {
    fn from(email: Email) -> Self {
        email.0
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What was offered as an address is none. It is not repeated: it may be somebody's all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("that is not an e-mail address; write it like anna@example.org")]
pub struct EmailError;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_the_same_however_it_is_capitalised() {
        let email: Email = " Anna.Nowak+KPM@Urzad.Kielce.EU ".parse().unwrap();
        assert_eq!(email.as_str(), "anna.nowak+kpm@urzad.kielce.eu");
        assert_eq!(email.domain(), "urzad.kielce.eu");
    }

    #[test]
    fn nothing_that_could_break_a_header_is_an_address() {
        for raw in [
            "",
            "anna",
            "anna@kielce",
            "@kielce.eu",
            "a@b@c.eu",
            "a..b@c.eu",
            "anna@kielce.eu\nBcc: x@y.eu",
            "anna nowak@kielce.eu",
            "<anna@kielce.eu>",
            "anna@-kielce.eu",
            "anna@kielce..eu",
            "zażółć@kielce.eu",
            "anna@kielce.eu,ewa@kielce.eu",
        ] {
            assert_eq!(raw.parse::<Email>(), Err(EmailError), "{raw:?}");
        }
        let long = format!("{}@kielce.eu", "a".repeat(65));
        assert_eq!(long.parse::<Email>(), Err(EmailError));
    }
}
