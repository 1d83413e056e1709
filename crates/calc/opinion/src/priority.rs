//! Which statement to show next: the next one is drawn with these weights.

use crate::map::Tally;

/// What Polis gives statements about the person, whatever is known of them.
const META: f64 = 49.0;

/// Polis' weight: much for what is agreed with, extreme, rarely passed over, and new.
pub(crate) fn priority(votes: Tally, extremity: f64, is_meta: bool) -> f64 {
    if is_meta {
        return META;
    }
    let seen = f64::from(votes.seen);
    let passes = seen - f64::from(votes.agrees) - f64::from(votes.disagrees);
    let importance =
        (1.0 - (passes + 1.0) / (seen + 2.0)) * (1.0 + extremity) * (f64::from(votes.agrees) + 1.0)
            / (seen + 2.0);
    let weight = importance * (1.0 + 8.0 * libm::exp2(-seen / 5.0));
    weight * weight
}
