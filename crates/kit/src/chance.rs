//! The one source of chance: tokens that cannot be guessed, or a test's own sequence.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use jiff::Timestamp;
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// Letters of a token; 32 of them, so that every letter carries exactly five bits.
const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

/// Makes secrets.
#[derive(Clone, Debug)]
pub enum Chance {
    /// From the operating system.
    System,
    /// The same in every run, for tests.
    Seeded(Arc<AtomicU64>),
}

impl Chance {
    /// A sequence of its own for each seed.
    #[must_use]
    pub fn seeded(seed: u64) -> Self {
        Self::Seeded(Arc::new(AtomicU64::new(seed)))
    }

    /// A token of 26 letters and digits: 130 bits, none of them easy to misread.
    #[must_use]
    pub fn token(&self) -> String {
        letters(&self.bytes())
    }

    /// A key for a new row: sorted by the time it was made, and not to be guessed (UUID version 7).
    #[must_use]
    pub fn uuid(&self, now: Timestamp) -> Uuid {
        let bytes = self.bytes();
        let random = bytes.first_chunk().expect("there are 32 bytes");
        let millis = u64::try_from(now.as_millisecond()).unwrap_or_default();
        uuid::Builder::from_unix_timestamp_millis(millis, random).into_uuid()
    }

    /// A code of six digits, each as likely as any other.
    #[must_use]
    pub fn six_digits(&self) -> String {
        let bytes = self.bytes();
        let number = bytes
            .iter()
            .take(16)
            .fold(0_u128, |sum, byte| (sum << 8) | u128::from(*byte));
        // Of 128 bits, so that the first codes are likelier than the last by less than anyone can measure.
        format!("{:06}", number % 1_000_000)
    }

    /// Thirty-two bytes.
    #[must_use]
    pub fn bytes(&self) -> [u8; 32] {
        let mut bytes = [0; 32];
        match self {
            Self::System => {
                getrandom::fill(&mut bytes).expect("the operating system has chance to give")
            }
            Self::Seeded(next) => {
                bytes = Sha256::digest(next.fetch_add(1, Ordering::SeqCst).to_le_bytes()).into()
            }
        }
        bytes
    }
}

/// The first 26 of some bytes as letters and digits: 130 bits, none of them easy to misread.
pub(crate) fn letters(bytes: &[u8; 32]) -> String {
    bytes
        .iter()
        .take(26)
        .map(|byte| char::from(LETTERS[usize::from(byte % 32)]))
        .collect()
}
