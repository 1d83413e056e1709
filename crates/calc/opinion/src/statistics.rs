//! What a group says about a statement, beside what all others say: Polis' statistics.

use crate::map::{GroupStatistics, Share, Side, Tally};

/// The one-sided 90 % point of the normal distribution, as Polis rounds it.
pub(crate) const Z: f64 = 1.2816;
/// The two-sided 90 % point: how wide intervals are.
const Z_INTERVAL: f64 = 1.644_853_626_951_472_2;

/// A group's statistics from its votes and from those of all other groups together.
pub(crate) fn of_group(votes: Tally, others: Tally) -> GroupStatistics {
    GroupStatistics {
        votes,
        agree: Share::of(votes.agrees, votes.seen),
        disagree: Share::of(votes.disagrees, votes.seen),
        for_agree: side(votes.agrees, votes.seen, others.agrees, others.seen),
        for_disagree: side(votes.disagrees, votes.seen, others.disagrees, others.seen),
    }
}

fn side(successes: u32, seen: u32, others: u32, others_seen: u32) -> Side {
    let p_success = smoothed(successes, seen);
    Side {
        p_success,
        p_test: against_half(successes, seen),
        repness: p_success / smoothed(others, others_seen),
        repness_test: against_others(successes, others, seen, others_seen),
    }
}

/// The share with one more vote for and one against.
pub(crate) fn smoothed(successes: u32, seen: u32) -> f64 {
    (f64::from(successes) + 1.0) / (f64::from(seen) + 2.0)
}

/// z of a share against one half.
pub(crate) fn against_half(successes: u32, seen: u32) -> f64 {
    let n = f64::from(seen) + 1.0;
    2.0 * n.sqrt() * ((f64::from(successes) + 1.0) / n - 0.5)
}

/// z of a share against that of the others.
fn against_others(successes: u32, others: u32, seen: u32, others_seen: u32) -> f64 {
    let [s1, s2, n1, n2] = [successes, others, seen, others_seen].map(|n| f64::from(n) + 1.0);
    let pooled = (s1 + s2) / (n1 + n2);
    if pooled == 1.0 {
        return 0.0;
    }
    (s1 / n1 - s2 / n2) / (pooled * (1.0 - pooled) * (1.0 / n1 + 1.0 / n2)).sqrt()
}

impl Share {
    /// A share with Wilson's score interval, which stays within 0 and 1 and has width at 0 of 1.
    ///
    /// # Example
    ///
    /// ```
    /// use wiec_opinion::Share;
    /// let share = Share::of(9, 10);
    /// assert!(share.low > 0.63 && share.value == 0.9 && share.high < 0.98);
    /// // Nobody was asked: anything is possible.
    /// assert_eq!(Share::of(0, 0), Share { value: 0.0, low: 0.0, high: 1.0 });
    /// ```
    #[must_use]
    pub fn of(successes: u32, of: u32) -> Self {
        if of == 0 {
            return Self {
                value: 0.0,
                low: 0.0,
                high: 1.0,
            };
        }
        let (n, z2) = (f64::from(of), Z_INTERVAL * Z_INTERVAL);
        let value = f64::from(successes) / n;
        let middle = (value + z2 / (2.0 * n)) / (1.0 + z2 / n);
        let spread = (value * (1.0 - value) / n + z2 / (4.0 * n * n)).sqrt();
        let half = Z_INTERVAL * spread / (1.0 + z2 / n);
        Self {
            value,
            low: (middle - half).clamp(0.0, value),
            high: (middle + half).clamp(value, 1.0),
        }
    }
}

/// The votes of several groups together.
pub(crate) fn sum(tallies: impl Iterator<Item = Tally>) -> Tally {
    tallies.fold(Tally::default(), |a, b| Tally {
        agrees: a.agrees + b.agrees,
        disagrees: a.disagrees + b.disagrees,
        seen: a.seen + b.seen,
    })
}
