//! The installation's secret: what follows from it can be given out, checked, and not be guessed.
//!
//! It stands outside the database, so that a stolen backup opens nothing: a ticket's code, the link
//! that stops letters, and the key of a member's marks all follow from it.

use std::fmt;
use wiec_model::digest::hex;

use hmac::{Hmac, Mac};
use sha2::Sha256;
use wiec_model::AccountId;

use crate::chance::letters;

/// Thirty-two bytes that nobody else knows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Secret([u8; 32]);

impl Secret {
    /// A secret of these bytes.
    #[must_use]
    pub const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The secret written as 64 hexadecimal digits.
    #[must_use]
    pub fn from_hex(words: &str) -> Option<Self> {
        let words = words.trim();
        let mut bytes = [0; 32];
        if words.len() != 64 || !words.is_ascii() {
            return None;
        }
        for (at, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&words[2 * at..2 * at + 2], 16).ok()?;
        }
        Some(Self(bytes))
    }

    /// The secret as 64 hexadecimal digits, for the file it is kept in.
    #[must_use]
    pub fn to_hex(&self) -> String {
        hex(&self.0)
    }

    /// What follows from the secret for `words` when used for `purpose`: HMAC-SHA-256 (RFC 2104).
    ///
    /// Purposes keep apart what would otherwise open one thing with the key of another.
    #[must_use]
    pub fn sign(&self, purpose: &str, words: &str) -> [u8; 32] {
        let mac = self.mac(purpose, words);
        mac.finalize().into_bytes().into()
    }

    /// What [`Secret::sign`] gives, as 26 letters and digits: 130 bits.
    #[must_use]
    pub fn code(&self, purpose: &str, words: &str) -> String {
        letters(&self.sign(purpose, words))
    }

    /// Whether `code` is what [`Secret::code`] gives, compared in the same time whatever is wrong
    /// with it.
    #[must_use]
    pub fn admits(&self, purpose: &str, words: &str, code: &str) -> bool {
        let right = self.code(purpose, words);
        let differing = right
            .bytes()
            .zip(code.bytes())
            .fold(0, |sum, (a, b)| sum | (a ^ b));
        right.len() == code.len() && differing == 0
    }

    /// The key of a member's own marks: the same on each of their devices, and nowhere stored.
    #[must_use]
    pub fn marks_of(&self, account: AccountId) -> String {
        self.code("marks", &account.to_string())
    }

    fn mac(&self, purpose: &str, words: &str) -> Hmac<Sha256> {
        let mut mac =
            Hmac::<Sha256>::new_from_slice(&self.0).expect("HMAC takes keys of any length");
        mac.update(purpose.as_bytes());
        // A byte that no purpose holds: "ab" + "c" must not be "a" + "bc".
        mac.update(&[0]);
        mac.update(words.as_bytes());
        mac
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_opens_what_it_was_made_for_and_nothing_else() {
        let secret = Secret::new([7; 32]);
        let code = secret.code("ticket", "4711");
        assert!(secret.admits("ticket", "4711", &code));
        assert!(!secret.admits("ticket", "4712", &code));
        assert!(!secret.admits("marks", "4711", &code));
        assert!(!secret.admits("ticket", "4711", &code[1..]));
        assert!(!Secret::new([8; 32]).admits("ticket", "4711", &code));
    }

    #[test]
    fn a_secret_is_read_from_its_file_as_it_was_written() {
        let secret = Secret::new(std::array::from_fn(|at| u8::try_from(at * 7).unwrap()));
        assert_eq!(Secret::from_hex(&secret.to_hex()), Some(secret));
        for wrong in ["", "00", &"g".repeat(64), &"ż".repeat(32)] {
            assert_eq!(Secret::from_hex(wrong), None);
        }
    }
}
