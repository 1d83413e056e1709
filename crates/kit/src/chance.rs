//! The one source of chance: tokens that cannot be guessed, or a test's own sequence.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use sha2::{Digest, Sha256};

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
        self.bytes()
            .iter()
            .take(26)
            .map(|byte| char::from(LETTERS[usize::from(byte % 32)]))
            .collect()
    }

    fn bytes(&self) -> [u8; 32] {
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
