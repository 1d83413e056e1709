//! Small assignments of reviewers, against trying everything.
#![allow(
    clippy::unwrap_used,
    reason = "a test that unwraps says enough by failing"
)]

use proptest::prelude::*;
use wiec_allotment::reviews::{Assignment, Reviews, best_total, fairest};

fn reviews() -> impl Strategy<Value = Reviews> {
    let row = prop::collection::vec(prop::option::weighted(0.8, -2..6i32), 3);
    let loads = prop::collection::vec(
        (0..2u32, 0..3u32).prop_map(|(least, more)| (least, least + more)),
        3,
    );
    (prop::collection::vec(row, 0..4), loads, 0..3u32).prop_map(|(scores, loads, each)| Reviews {
        scores,
        loads,
        each,
    })
}

/// Scores of all sizes, and reviewers who must all have something to do.
fn fine_reviews() -> impl Strategy<Value = Reviews> {
    let row = prop::collection::vec(prop::option::weighted(0.9, -100..10_000i32), 4);
    let loads = prop::collection::vec((0..3u32, 0..3u32), 4);
    let loads = loads.prop_map(|loads| loads.into_iter().map(|(a, b)| (a, a + b)).collect());
    (prop::collection::vec(row, 1..5), loads, 1..4u32).prop_map(|(scores, loads, each)| Reviews {
        scores,
        loads,
        each,
    })
}

/// Too many to try everything, and enough to be repaired and branched on.
fn many_reviews() -> impl Strategy<Value = Reviews> {
    let row = prop::collection::vec(prop::option::weighted(0.9, 0..1_000i32), 10);
    let loads = prop::collection::vec((0..3u32, 1..3u32), 10);
    let loads = loads.prop_map(|loads| loads.into_iter().map(|(a, b)| (a, a + b)).collect());
    (prop::collection::vec(row, 9), loads, 2..4u32).prop_map(|(scores, loads, each)| Reviews {
        scores,
        loads,
        each,
    })
}

fn is_allowed(reviews: &Reviews, found: &Assignment) -> bool {
    let rows = || found.reviewers.iter().zip(&reviews.scores);
    let whole = rows().all(|(row, scores)| {
        let distinct = row.windows(2).all(|pair| pair[0] < pair[1]);
        let able = row.iter().all(|&reviewer| scores[reviewer].is_some());
        distinct && able && row.len() == reviews.each as usize
    });
    let load = |reviewer| rows().filter(|(row, _)| row.contains(&reviewer)).count() as u32;
    let mut loads = reviews.loads.iter().enumerate();
    let sums = rows().map(|(row, scores)| {
        let scores = row
            .iter()
            .map(|&reviewer| i64::from(scores[reviewer].unwrap()));
        scores.sum::<i64>()
    });
    whole
        && loads.all(|(reviewer, &(least, most))| (least..=most).contains(&load(reviewer)))
        && (sums.clone().min().unwrap_or(0), sums.sum()) == (found.least, found.total)
}

fn all_assignments(reviews: &Reviews, chosen: &mut Vec<Vec<usize>>, found: &mut Vec<(i64, i64)>) {
    let Some(row) = reviews.scores.get(chosen.len()) else {
        let load = |reviewer| chosen.iter().filter(|row| row.contains(&reviewer)).count() as u32;
        let fits = |(reviewer, &(least, most)): (usize, &(u32, u32))| {
            (least..=most).contains(&load(reviewer))
        };
        if reviews.loads.iter().enumerate().all(fits) {
            let sums = chosen.iter().enumerate().map(|(submission, row)| {
                row.iter()
                    .map(|&reviewer| i64::from(reviews.scores[submission][reviewer].unwrap()))
                    .sum::<i64>()
            });
            found.push((sums.clone().min().unwrap_or(0), sums.sum()));
        }
        return;
    };
    for subset in 0..1usize << row.len() {
        let some: Vec<usize> = (0..row.len())
            .filter(|reviewer| subset >> reviewer & 1 == 1)
            .collect();
        if some.len() == reviews.each as usize
            && some.iter().all(|&reviewer| row[reviewer].is_some())
        {
            chosen.push(some);
            all_assignments(reviews, chosen, found);
            chosen.pop();
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(128) })]

    #[test]
    fn nothing_beats_an_assignment_of_reviewers_that_is_proved(reviews in reviews()) {
        compare_reviews(&reviews)?;
    }

    #[test]
    fn nothing_beats_what_is_proved_where_scores_are_fine(reviews in fine_reviews()) {
        compare_reviews(&reviews)?;
    }

    #[test]
    fn the_fairest_is_allowed_and_fairer_than_the_best_total(reviews in many_reviews()) {
        let (total, fair) = (best_total(&reviews).unwrap(), fairest(&reviews, 2_000).unwrap());
        prop_assert_eq!(total.is_some(), fair.is_some());
        if let (Some(total), Some(fair)) = (total, fair) {
            prop_assert!(is_allowed(&reviews, &total) && is_allowed(&reviews, &fair));
            prop_assert!(fair.least >= total.least && fair.total <= total.total);
            let longer = fairest(&reviews, 20_000).unwrap().unwrap();
            prop_assert!(!fair.proved || (longer.least, longer.total) == (fair.least, fair.total));
        }
    }
}

fn compare_reviews(reviews: &Reviews) -> Result<(), TestCaseError> {
    let mut found = Vec::new();
    all_assignments(reviews, &mut Vec::new(), &mut found);
    let total = best_total(reviews).unwrap().map(|best| best.total);
    prop_assert_eq!(total, found.iter().map(|(_, total)| *total).max());
    let best = found.iter().copied().max();
    let fair = fairest(reviews, 100_000).unwrap();
    prop_assert!(
        fair.as_ref()
            .is_none_or(|fair| fair.proved && is_allowed(reviews, fair))
    );
    prop_assert_eq!(fair.map(|fair| (fair.least, fair.total)), best);
    for steps in [0, 1, 3, 10] {
        let hasty = fairest(reviews, steps).unwrap();
        prop_assert!(
            hasty
                .as_ref()
                .is_none_or(|hasty| is_allowed(reviews, hasty))
        );
        let hasty = hasty.map(|hasty| (hasty.proved, (hasty.least, hasty.total)));
        prop_assert!(
            hasty.is_none_or(|(proved, it)| found.contains(&it) && (!proved || Some(it) == best))
        );
    }
    Ok(())
}

#[test]
fn no_submissions_need_no_reviewers() {
    let best = best_total(&Reviews::default()).unwrap().unwrap();
    assert!(best.reviewers.is_empty());
    assert!(fairest(&Reviews::default(), 0).unwrap().unwrap().proved);
}

#[test]
fn a_row_without_all_reviewers_is_refused() {
    let reviews = Reviews {
        scores: vec![vec![]],
        loads: vec![(0, 1)],
        each: 1,
    };
    assert!(best_total(&reviews).is_err());
    assert!(fairest(&reviews, 1).is_err());
}
