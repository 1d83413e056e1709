//! Reviews of a submission as figures: how good it is, how much the members agree, who stands apart.

use std::collections::BTreeMap;

use super::review::Mark;
use super::reviewing::Criterion;
use crate::account::AccountId;
use crate::slug::Slug;

/// The length of the scale on which reviews are compared: percent of what is possible.
const SCALE: f64 = 100.0;

/// A distance from the median, in units of the usual one, beyond which a review stands apart.
///
/// Source: Iglewicz and Hoaglin, "How to Detect and Handle Outliers", ASQC Quality Press 1993: modified
/// z-scores above 3.5 are labelled outliers.
const APART: f64 = 3.5;

/// What makes a median absolute deviation comparable with a standard deviation: the 0.75 quantile of the
/// normal distribution, by the same source.
const NORMAL: f64 = 0.6745;

/// The least deviation that is taken as usual, in percent. A departure from the source: with three reviews
/// of which two are equal it would be nought, and every third one an outlier. Five is a fifth of the step
/// between two points of a scale from 1 to 5.
const LEAST_DEVIATION: f64 = 5.0;

/// The reviews of a submission as figures, on a scale from 0 to 100.
#[derive(Clone, Debug, PartialEq)]
pub struct Aggregate {
    /// How many reviews are given, also those that cannot judge anything.
    pub given: u32,
    /// The mean of the reviews; none if none of them judges anything.
    pub mean: Option<f64>,
    /// Their median.
    pub median: Option<f64>,
    /// Their standard deviation, as of a sample; none below two reviews.
    pub spread: Option<f64>,
    /// How much closer together they are than if points were given by chance: 1 if all are equal, 0 if no
    /// closer than by chance; none below two reviews.
    pub agreement: Option<f64>,
    /// Whose reviews stand apart from the others; none below three.
    pub outliers: Vec<AccountId>,
}

/// What a review says in all: the mean of its marks, each as percent of its scale, by the weights of the
/// criteria. What the member cannot judge counts for nothing, neither good nor bad. None if there is
/// nothing left, or all of that has no weight.
///
/// `100 · Σ w (p − least) / (most − least) / Σ w`, over the criteria with points `p`.
#[must_use]
pub fn weighted_mean(marks: &BTreeMap<Slug, Mark>, criteria: &[Criterion]) -> Option<f64> {
    let (mut sum, mut weights) = (0.0, 0.0);
    for criterion in criteria {
        let Some(Mark::Points(points)) = marks.get(&criterion.key) else {
            continue;
        };
        let length = criterion.most.saturating_sub(criterion.least).max(1);
        let above = points.saturating_sub(criterion.least).min(length);
        let weight = f64::from(criterion.weight);
        sum += weight * SCALE * f64::from(above) / f64::from(length);
        weights += weight;
    }
    (weights > 0.0).then(|| sum / weights)
}

/// The reviews of a submission as figures. `reviews` holds, for each that is given, whose it is and its
/// [`weighted_mean`]; their order changes nothing.
///
/// Agreement is `r_wg = 1 − s² / σ²`, where `s` is the spread and `σ²` the variance of points given by
/// chance, alike over the whole scale: a twelfth of its square. Source: James, Demaree and Wolf, "Estimating
/// within-group interrater reliability with and without response bias", Journal of Applied Psychology
/// 69(1), 1984, doi:10.1037/0021-9010.69.1.85. Below nought it is nought, as they say.
#[must_use]
pub fn aggregate(reviews: &[(AccountId, Option<f64>)]) -> Aggregate {
    let mut judged: Vec<(f64, AccountId)> = reviews
        .iter()
        .filter_map(|(account, mean)| mean.map(|mean| (mean, *account)))
        .collect();
    judged.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let values: Vec<f64> = judged.iter().map(|(mean, _)| *mean).collect();
    let mean = mean(&values);
    let spread = mean.and_then(|mean| spread(&values, mean));
    let median = median(&values);
    let by_chance = SCALE * SCALE / 12.0;
    Aggregate {
        given: u32::try_from(reviews.len()).unwrap_or(u32::MAX),
        mean,
        median,
        spread,
        agreement: spread.map(|spread| (1.0 - spread * spread / by_chance).max(0.0)),
        outliers: median.map_or_else(Vec::new, |median| outliers(&judged, median)),
    }
}

fn mean(values: &[f64]) -> Option<f64> {
    let count = u32::try_from(values.len())
        .ok()
        .filter(|count| *count > 0)?;
    Some(values.iter().sum::<f64>() / f64::from(count))
}

fn spread(values: &[f64], mean: f64) -> Option<f64> {
    let count = u32::try_from(values.len())
        .ok()
        .filter(|count| *count > 1)?;
    let squares: f64 = values.iter().map(|it| (it - mean) * (it - mean)).sum();
    Some((squares / f64::from(count - 1)).sqrt())
}

/// The middle of values in order.
fn median(values: &[f64]) -> Option<f64> {
    let middle = values.len() / 2;
    let upper = values.get(middle)?;
    if values.len() % 2 == 1 {
        return Some(*upper);
    }
    Some(f64::midpoint(values[middle - 1], *upper))
}

fn outliers(judged: &[(f64, AccountId)], median_of_all: f64) -> Vec<AccountId> {
    if judged.len() < 3 {
        return Vec::new();
    }
    let distance = |mean: f64| (mean - median_of_all).abs();
    let mut distances: Vec<f64> = judged.iter().map(|(mean, _)| distance(*mean)).collect();
    distances.sort_by(f64::total_cmp);
    let usual = median(&distances).unwrap_or(0.0).max(LEAST_DEVIATION);
    let apart = judged
        .iter()
        .filter(|(mean, _)| NORMAL * distance(*mean) / usual > APART);
    apart.map(|(_, account)| *account).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::super::{CallKind, CallSetup};
    use super::*;
    use crate::text::{Lang, Text};

    fn reviews(means: &[f64]) -> Vec<(AccountId, Option<f64>)> {
        let numbered = means.iter().zip(1..);
        numbered
            .map(|(mean, number)| (AccountId(Uuid::from_u128(number)), Some(*mean)))
            .collect()
    }

    fn close(one: Option<f64>, other: f64) -> bool {
        one.is_some_and(|one| (one - other).abs() < 1e-9)
    }

    #[test]
    fn criteria_count_by_their_weights_and_what_cannot_be_judged_counts_for_nothing() {
        let title = Text::in_language(Lang::Pl, "Nabór").unwrap();
        let criteria = CallSetup::usual(CallKind::Poster, title).review.criteria;
        let mean = |marks: [Mark; 4]| {
            let keys = criteria.iter().map(|criterion| criterion.key.clone());
            weighted_mean(&keys.zip(marks).collect(), &criteria)
        };
        use Mark::{CannotJudge as None, Points};
        // Weights 3, 3, 2, 1.
        assert!(close(mean([Points(5); 4]), 100.0));
        assert!(close(mean([Points(1); 4]), 0.0));
        assert!(close(
            mean([Points(5), Points(1), Points(1), Points(1)]),
            100.0 / 3.0
        ));
        assert!(close(mean([Points(5), None, None, Points(1)]), 75.0));
        assert_eq!(mean([None; 4]), Option::None);
        assert_eq!(weighted_mean(&BTreeMap::new(), &criteria), Option::None);
    }

    #[test]
    fn equal_reviews_agree_wholly_and_opposite_ones_not_at_all() {
        let same = aggregate(&reviews(&[60.0, 60.0, 60.0]));
        assert!(close(same.mean, 60.0) && close(same.spread, 0.0) && close(same.agreement, 1.0));
        let opposite = aggregate(&reviews(&[0.0, 100.0]));
        assert!(close(opposite.mean, 50.0) && close(opposite.agreement, 0.0));
        let one = aggregate(&reviews(&[30.0]));
        assert_eq!((one.spread, one.agreement, one.given), (None, None, 1));
        let none = aggregate(&[(AccountId(Uuid::nil()), None)]);
        assert_eq!((none.mean, none.given), (None, 1));
    }

    #[test]
    fn one_who_stands_far_apart_is_named_and_a_small_difference_is_none() {
        let apart = |means: &[f64]| {
            let found = aggregate(&reviews(means)).outliers;
            found
                .iter()
                .map(|account| account.0.as_u128())
                .collect::<Vec<_>>()
        };
        assert_eq!(apart(&[80.0, 82.0, 20.0]), [3]);
        assert_eq!(apart(&[80.0, 80.0, 70.0]), [0u128; 0]);
        assert_eq!(apart(&[10.0, 50.0, 90.0]), [0u128; 0]);
        assert_eq!(apart(&[10.0, 90.0]), [0u128; 0]);
    }

    proptest! {
        #[test]
        fn the_order_of_reviews_changes_nothing(means in prop::collection::vec(0.0..=100.0, 0..9)) {
            let there = reviews(&means);
            let mut back = there.clone();
            back.reverse();
            prop_assert_eq!(aggregate(&there), aggregate(&back));
        }

        #[test]
        fn figures_stay_within_their_scales(means in prop::collection::vec(0.0..=100.0, 2..9)) {
            let all = aggregate(&reviews(&means));
            prop_assert!((0.0..=100.0).contains(&all.mean.unwrap()));
            prop_assert!((0.0..=1.0).contains(&all.agreement.unwrap()));
        }
    }
}
