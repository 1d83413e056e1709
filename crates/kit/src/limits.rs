//! How often one address may write without having said who it is.

use std::net::IpAddr;
use std::num::NonZeroU32;

use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

/// A hall of people shares one address, each of whom may mark a few sessions a minute.
const WRITES_PER_SECOND: NonZeroU32 = NonZeroU32::new(50).expect("fifty is not zero");
const WRITES_AT_ONCE: NonZeroU32 = NonZeroU32::new(600).expect("six hundred is not zero");

/// Counts the anonymous writes of every address.
pub struct Limits {
    writes: DefaultKeyedRateLimiter<IpAddr>,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            writes: RateLimiter::keyed(
                Quota::per_second(WRITES_PER_SECOND).allow_burst(WRITES_AT_ONCE),
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

    /// Forgets the addresses that have been quiet, so that the table does not grow for ever.
    pub fn forget_quiet(&self) {
        self.writes.retain_recent();
        self.writes.shrink_to_fit();
    }
}

fn network(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        // Whoever has one IPv6 address has a whole /64 of them.
        IpAddr::V6(long) => IpAddr::V6((u128::from(long) & !u128::from(u64::MAX)).into()),
    }
}
