//! Where a link may lead: to pages, letters, telephones and places on our own pages. Everything else,
//! scripts above all, is refused.

use serde::{Deserialize, Serialize};

use crate::error::UnsafeAddress;

/// The address of a link that a reader may safely follow.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Address(String);

const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

impl Address {
    /// Reads an address: `https`, `http`, `mailto`, `tel`, or one without a scheme.
    ///
    /// # Errors
    ///
    /// [`UnsafeAddress`] for every other scheme, for an empty address, and for control characters,
    /// which browsers ignore and filters therefore miss.
    pub fn parse(text: &str) -> Result<Self, UnsafeAddress> {
        let text = text.trim();
        let refused = || UnsafeAddress(text.to_owned());
        if text.is_empty() || text.chars().any(|c| c.is_control() || c.is_whitespace()) {
            return Err(refused());
        }
        // What stands before the first `:` is a scheme unless a `/`, `?` or `#` stands before it.
        match text.find([':', '/', '?', '#']) {
            Some(at) if text[at..].starts_with(':') => {
                let scheme = text[..at].to_ascii_lowercase();
                if !SCHEMES.contains(&scheme.as_str()) {
                    return Err(refused());
                }
            }
            _ => {}
        }
        Ok(Self(text.to_owned()))
    }

    /// The address as it was written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Address {
    type Error = UnsafeAddress;

    fn try_from(text: String) -> Result<Self, UnsafeAddress> {
        Self::parse(&text)
    }
}

impl From<Address> for String {
    fn from(address: Address) -> Self {
        address.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_and_data_are_refused_however_they_are_spelt() {
        for text in [
            "javascript:alert(1)",
            " JaVaScRiPt:alert(1)",
            "java\nscript:x",
            "data:text/html,x",
            "vbscript:x",
            "",
        ] {
            assert!(Address::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn pages_letters_and_places_on_our_pages_are_let_through() {
        for text in [
            "https://kongres.example/a?b=c:d",
            "mailto:biuro@kongres.example",
            "tel:+48410000000",
            "#p4",
            "/propozycje/m1#p4",
            "plik:1/x?y".trim_start_matches("plik:1"),
        ] {
            assert!(Address::parse(text).is_ok(), "{text}");
        }
    }
}
