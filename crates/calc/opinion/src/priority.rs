//! Which statement to show next: the next one is drawn with these weights, all finite and
//! positive.

use crate::map::{StatementResult, Tally};

/// What Polis gives statements about the person, whatever is known of them.
const META: f64 = 49.0;
/// What a statement about the person is worth asking, beside one on which groups agree or differ.
const ASIDE: f64 = 0.25;
/// However dull a statement is, it can come up.
const LEAST: f64 = 0.01;

/// Polis' weight: much for what is agreed with, extreme, rarely passed over, and new.
pub(crate) fn polis(votes: Tally, extremity: f64, is_meta: bool) -> f64 {
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

/// Our weight: what the statement may still turn out to be. It is judged by the upper ends of
/// the intervals of what speaks for asking (people agree across groups; groups differ) and the
/// lower end of what speaks against (people pass). So a new statement is asked about, and the
/// more is known the more its weight is what it deserves.
pub(crate) fn by_uncertainty(statement: &StatementResult) -> f64 {
    let seen = f64::from(statement.votes.seen);
    let unsure = 1.0 / (1.0 + seen).sqrt();
    let unites = statement.agree.high;
    let divides = (statement.divisiveness + unsure).min(1.0);
    let worth = if statement.is_meta {
        ASIDE * (1.0 + unsure)
    } else {
        unites + divides
    };
    let weight = (1.0 - statement.pass.low) * worth;
    (weight * weight).max(LEAST)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(a: f64, b: f64) -> bool {
        (a - b).abs() < 1e-6
    }

    #[test]
    fn polis_weights_are_those_of_polis() {
        let votes = |agrees, passes, seen: u32| Tally {
            agrees,
            disagrees: seen - agrees - passes,
            seen,
        };
        assert!(close(polis(votes(0, 0, 0), 0.0, false), 5.0625));
        assert!(close(polis(votes(1, 0, 1), 0.0, false), 12.529_726));
        assert!(close(polis(votes(15, 3, 20), 1.0, false), 3.186_668));
        assert!(close(polis(votes(15, 3, 20), 1.0, true), META));
    }
}
