//! What the members said of a submission, side by side, as figures and in words.

use std::collections::{BTreeMap, BTreeSet};

use wiec_kit::messages::Messages;
use wiec_model::AccountId;
use wiec_model::account::Account;
use wiec_model::calls::{Aggregate, Call, Mark, Review, aggregate, weighted_mean};

use super::view;

/// What the members said, as the page shows it.
pub(super) struct Others {
    /// What the criteria are called.
    pub criteria: Vec<String>,
    /// The reviews that are given.
    pub rows: Vec<Judgement>,
    /// Names of figures with what they are.
    pub figures: Vec<(&'static str, String)>,
    /// Whether one of them stands apart.
    pub has_outlier: bool,
}

/// A review as a row.
pub(super) struct Judgement {
    /// Whose.
    pub who: String,
    /// Its points by each criterion, a dash where it cannot judge.
    pub marks: Vec<String>,
    /// What it says in all, of 100.
    pub mean: Option<String>,
    /// What it recommends.
    pub recommendation: Option<&'static str>,
    /// What it says to the committee.
    pub for_committee: String,
    /// What it says to the authors.
    pub for_authors: String,
    /// Whether it stands apart from the others.
    pub is_outlier: bool,
    /// Whether it counts: not that of somebody who declared an interest since.
    pub is_counted: bool,
}

/// The given reviews of a submission, of which those of `excluded` do not count.
pub(super) fn told(
    m: &Messages,
    call: &Call,
    given: &[Review],
    excluded: &BTreeSet<AccountId>,
    who: impl Fn(AccountId) -> String,
) -> Others {
    let criteria = &call.setup.review.criteria;
    let counted = given.iter().filter(|it| !excluded.contains(&it.account));
    let means: Vec<(AccountId, Option<f64>)> = counted
        .map(|review| (review.account, weighted_mean(&review.marks, criteria)))
        .collect();
    let figures = aggregate(&means);
    let row = |review: &Review| Judgement {
        is_outlier: figures.outliers.contains(&review.account),
        is_counted: !excluded.contains(&review.account),
        ..judgement(m, call, review, who(review.account))
    };
    Others {
        criteria: criteria
            .iter()
            .map(|it| it.name.words(m.lang()).to_owned())
            .collect(),
        rows: given.iter().map(row).collect(),
        has_outlier: !figures.outliers.is_empty(),
        figures: said(m, &figures),
    }
}

/// A review as a row by itself.
pub(super) fn judgement(m: &Messages, call: &Call, review: &Review, who: String) -> Judgement {
    let criteria = &call.setup.review.criteria;
    let mark = |key| match review.marks.get(key) {
        Some(Mark::Points(points)) => points.to_string(),
        Some(Mark::CannotJudge) | None => "–".to_owned(),
    };
    let mean = weighted_mean(&review.marks, criteria);
    Judgement {
        who,
        marks: criteria.iter().map(|it| mark(&it.key)).collect(),
        mean: mean.map(|mean| view::figure(mean, 0, m.lang())),
        recommendation: review.recommendation.map(|it| view::recommendation(m, it)),
        for_committee: review.for_committee.clone(),
        for_authors: review.for_authors.clone(),
        is_outlier: false,
        is_counted: true,
    }
}

/// What a member is called by the others: members know each other; authors and the public never see this.
pub(super) fn name(
    m: &Messages,
    names: &BTreeMap<AccountId, Account>,
    account: AccountId,
    me: AccountId,
) -> String {
    if account == me {
        return m.committee_you().to_owned();
    }
    let known = names.get(&account).and_then(|known| known.name.clone());
    known.unwrap_or_else(|| m.committee_nameless().to_owned())
}

fn said(m: &Messages, figures: &Aggregate) -> Vec<(&'static str, String)> {
    let percent = |value: f64| m.committee_of_hundred(view::figure(value, 0, m.lang()).as_str());
    let agreement = figures.agreement.map(|value| {
        let figure = view::figure(value, 2, m.lang());
        m.committee_agreement_is(figure.as_str(), agreement(m, value))
    });
    [
        (m.committee_mean(), figures.mean.map(percent)),
        (m.committee_median(), figures.median.map(percent)),
        (
            m.committee_spread(),
            figures.spread.map(|value| view::figure(value, 1, m.lang())),
        ),
        (m.committee_agreement(), agreement),
    ]
    .into_iter()
    .filter_map(|(name, value)| value.map(|value| (name, value)))
    .collect()
}

/// Agreement in words.
///
/// Source: LeBreton and Senter, "Answers to 20 Questions About Interrater Reliability and Interrater
/// Agreement", Organizational Research Methods 11(4), 2008, table 3.
fn agreement(m: &Messages, value: f64) -> &'static str {
    match value {
        value if value <= 0.3 => m.committee_agreement_none(),
        value if value <= 0.5 => m.committee_agreement_weak(),
        value if value <= 0.7 => m.committee_agreement_moderate(),
        value if value <= 0.9 => m.committee_agreement_strong(),
        _ => m.committee_agreement_very_strong(),
    }
}
