//! The one clock: real time, the sample congress' own time, or a test's.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::{SignedDuration, Timestamp};

/// Tells the time of the congress.
#[derive(Clone, Debug)]
pub enum Clock {
    /// Real time, moved by a constant: zero for a real congress, some years for the sample.
    Running {
        /// Congress time minus real time.
        shift: SignedDuration,
    },
    /// Stands still until moved: microseconds since 1970.
    Standing(Arc<AtomicI64>),
}

impl Clock {
    /// Real time.
    pub const REAL: Self = Self::Running {
        shift: SignedDuration::ZERO,
    };

    /// A clock that shows `instant` now and runs on.
    #[must_use]
    pub fn starting_at(instant: Timestamp) -> Self {
        Self::Running {
            shift: instant.duration_since(real_now()),
        }
    }

    /// A clock that shows `instant` until it is moved.
    #[must_use]
    pub fn standing_at(instant: Timestamp) -> Self {
        Self::Standing(Arc::new(AtomicI64::new(instant.as_microsecond())))
    }

    /// The time of the congress.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        match self {
            Self::Running { shift } => real_now().saturating_add(*shift).unwrap_or(Timestamp::MAX),
            Self::Standing(at) => {
                Timestamp::from_microsecond(at.load(Ordering::SeqCst)).unwrap_or(Timestamp::MAX)
            }
        }
    }

    /// Congress time minus real time in whole seconds, for the clock in the browser.
    #[must_use]
    pub fn shift_seconds(&self) -> i64 {
        match self {
            Self::Running { shift } => shift.as_secs(),
            Self::Standing(_) => self.now().as_second() - real_now().as_second(),
        }
    }

    /// Moves a standing clock on; a running one cannot be moved.
    pub fn advance(&self, by: SignedDuration) {
        if let Self::Standing(at) = self {
            at.fetch_add(
                i64::try_from(by.as_micros()).unwrap_or(i64::MAX),
                Ordering::SeqCst,
            );
        }
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the one place where real time comes in"
)]
fn real_now() -> Timestamp {
    Timestamp::now()
}
