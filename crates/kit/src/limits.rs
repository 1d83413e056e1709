//! How often one address may write without having said who it is.

use std::net::IpAddr;
use std::num::NonZeroU32;
use std::time::Duration;

use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use sha2::{Digest, Sha256};

/// A hall of people shares one address, each of whom may mark a few sessions a minute.
const WRITES_PER_SECOND: NonZeroU32 = NonZeroU32::new(50).expect("fifty is not zero");
const WRITES_AT_ONCE: NonZeroU32 = NonZeroU32::new(600).expect("six hundred is not zero");

/// Signing in: a hall of people shares one address, but each of them comes in once. Behind one address
/// this leaves room for a code and its mistakes, and none for trying all codes.
const ASKING_PER_SECOND: NonZeroU32 = NonZeroU32::new(2).expect("two is not zero");
const ASKING_AT_ONCE: NonZeroU32 = NonZeroU32::new(240).expect("two hundred and forty is not zero");

/// Letters to one mailbox that somebody asked for without having said who they are.
const LETTERS_AT_ONCE: NonZeroU32 = NonZeroU32::new(5).expect("five is not zero");
const LETTER_EVERY: Duration = Duration::from_secs(180);

/// Counts the anonymous writes of every address.
pub struct Limits {
    writes: DefaultKeyedRateLimiter<IpAddr>,
    asking: DefaultKeyedRateLimiter<IpAddr>,
    letters: DefaultKeyedRateLimiter<[u8; 32]>,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            writes: RateLimiter::keyed(
                Quota::per_second(WRITES_PER_SECOND).allow_burst(WRITES_AT_ONCE),
            ),
            asking: RateLimiter::keyed(
                Quota::per_second(ASKING_PER_SECOND).allow_burst(ASKING_AT_ONCE),
            ),
            letters: RateLimiter::keyed(
                Quota::with_period(LETTER_EVERY)
                    .expect("three minutes are not nothing")
                    .allow_burst(LETTERS_AT_ONCE),
            ),
        }
    }
}

impl Limits {
    /// Whether `address` may write once more now; an IPv6 network counts as one address.
    #[must_use]
    pub fn admits_write(&self, address: IpAddr) -> bool {
        self.writes.check_key(&network(address)).is_ok()
    }

    /// Whether `address` may take one more step of signing in now.
    #[must_use]
    pub fn admits_asking(&self, address: IpAddr) -> bool {
        self.asking.check_key(&network(address)).is_ok()
    }

    /// Whether one more letter may go to a mailbox that nobody has proved to be theirs. Only digests
    /// are kept of the mailboxes.
    #[must_use]
    pub fn admits_letter(&self, email: &str) -> bool {
        let key: [u8; 32] = Sha256::digest(email.as_bytes()).into();
        self.letters.check_key(&key).is_ok()
    }

    /// Forgets the addresses that have been quiet, so that the table does not grow for ever.
    pub fn forget_quiet(&self) {
        self.writes.retain_recent();
        self.writes.shrink_to_fit();
        self.asking.retain_recent();
        self.asking.shrink_to_fit();
        self.letters.retain_recent();
        self.letters.shrink_to_fit();
    }
}

fn network(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        // Whoever has one IPv6 address has a whole /64 of them.
        IpAddr::V6(long) => IpAddr::V6((u128::from(long) & !u128::from(u64::MAX)).into()),
    }
}
