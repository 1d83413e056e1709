//! Fingerprints: by which a form knows whether what it shows is still so.

use crate::digest::hex;
use std::fmt;
use std::str::FromStr;

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::Thing;
use crate::programme::Programme;

/// Eight bytes of the digest: nobody gains by making two versions of a session look the same.
const BYTES: usize = 8;

/// The state of a thing, as a short word for a hidden field.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Fingerprint(String);

/// The fingerprint of one thing of a programme, where it is there.
#[must_use]
pub fn fingerprint(programme: &Programme, thing: &Thing) -> Option<Fingerprint> {
    thing.said(programme).map(|said| Fingerprint::of(&said))
}

impl Fingerprint {
    /// The fingerprint of a value: of its JSON.
    ///
    /// # Panics
    ///
    /// Never for the model's values: they have text keys and no serialiser that fails.
    #[must_use]
    pub fn of<T: Serialize>(value: &T) -> Self {
        let json = serde_json::to_vec(value).expect("the model's values can be written as JSON");
        let digest = Sha256::digest(json);
        Self(hex(&digest[..BYTES]))
    }

    /// The word.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Fingerprint {
    type Err = FingerprintError;

    fn from_str(raw: &str) -> Result<Self, FingerprintError> {
        let fits = raw.len() == 2 * BYTES
            && raw
                .bytes()
                .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        if fits {
            Ok(Self(raw.to_owned()))
        } else {
            Err(FingerprintError)
        }
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a form brought as a fingerprint is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a fingerprint is sixteen digits of 0-9 and a-f; load the form again")]
pub struct FingerprintError;
