//! The form of a review: what it shows of one that is begun, and what is read out of it.

use std::collections::BTreeMap;

use wiec_kit::form::{Choice, Form};
use wiec_kit::messages::Messages;
use wiec_model::calls::{Call, Criterion, Mark, Recommendation, Review};
use wiec_store::ReviewWords;

use super::view;

/// The most letters of each comment.
pub(super) const COMMENT: usize = 5_000;
/// Scales with more points than this are a list that opens; a row of them would not fit on a phone.
const POINTS_IN_A_ROW: u32 = 11;
/// What stands in the form for "I cannot judge that".
const CANNOT: &str = "cannot";

/// Whether a review has to be whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// It is given: the office decides by it.
    Whole,
    /// It is a draft.
    AsItIs,
}

/// A criterion as it stands in the form.
pub(super) struct Asked {
    /// The name of its field.
    pub name: String,
    /// What it is called.
    pub label: String,
    /// What its points mean.
    pub hint: String,
    /// Its points, and the answer that one cannot judge it.
    pub choices: Vec<Choice>,
    /// Whether they stand in a row.
    pub is_row: bool,
}

/// The criteria of a call as they stand in the form.
pub(super) fn asked(m: &Messages, call: &Call) -> Vec<Asked> {
    let criteria = call.setup.review.criteria.iter();
    criteria.map(|criterion| asked_of(m, criterion)).collect()
}

fn asked_of(m: &Messages, criterion: &Criterion) -> Asked {
    let is_row = criterion.most.saturating_sub(criterion.least) < POINTS_IN_A_ROW;
    let points = (criterion.least..=criterion.most).map(|points| Choice::new(points, points));
    let cannot = Choice::new(CANNOT, m.committee_cannot());
    let first = (!is_row).then(|| Choice::new("", m.committee_choose()));
    let scale = m.committee_scale(criterion.least, criterion.most, criterion.weight);
    let meaning = criterion.hint.as_ref().map(|hint| hint.words(m.lang()));
    Asked {
        name: field(criterion),
        label: criterion.name.words(m.lang()).to_owned(),
        hint: meaning.map_or_else(|| scale.clone(), |meaning| format!("{meaning} {scale}")),
        choices: first.into_iter().chain(points).chain([cannot]).collect(),
        is_row,
    }
}

/// The answers to what should be done.
pub(super) fn recommendations(m: &Messages) -> Vec<Choice> {
    Recommendation::ALL
        .map(|one| Choice::new(one.key(), view::recommendation(m, one)))
        .to_vec()
}

/// The form with what a review says.
pub(super) fn filled(form: Form, review: Option<&Review>) -> Form {
    let Some(review) = review else {
        return form.with("seen", 0);
    };
    let mut form = form
        .with("seen", review.revision)
        .with("for_committee", &review.for_committee)
        .with("for_authors", &review.for_authors);
    if let Some(given) = review.recommendation {
        form = form.with("recommendation", given.key());
    }
    for (key, mark) in &review.marks {
        let name = format!("mark-{key}");
        form = match mark {
            Mark::Points(points) => form.with(&name, points),
            Mark::CannotJudge => form.with(&name, CANNOT),
        };
    }
    form
}

/// What was typed, if nothing is wrong with it.
pub(super) fn read(form: &mut Form, call: &Call, wanted: Wanted) -> Option<ReviewWords> {
    let m = form.words();
    let mut marks = BTreeMap::new();
    for criterion in &call.setup.review.criteria {
        let (name, label) = (field(criterion), criterion.name.words(m.lang()));
        let typed = form.typed(&name, label);
        let typed = match wanted {
            Wanted::Whole => typed.required(),
            Wanted::AsItIs => typed,
        };
        if let Some(mark) = typed.choice(|value| mark(criterion, value)) {
            marks.insert(criterion.key.clone(), mark);
        }
    }
    let is_judged = marks.values().any(|mark| matches!(mark, Mark::Points(_)));
    let typed = form.typed("recommendation", m.committee_recommendation());
    let typed = match wanted {
        Wanted::Whole if is_judged => typed.required(),
        _ => typed,
    };
    let recommendation = typed.choice(Recommendation::of);
    let comment = |form: &mut Form, name: &str, label| {
        form.typed(name, label).lines(COMMENT).unwrap_or_default()
    };
    let for_committee = comment(form, "for_committee", m.committee_for_committee());
    let for_authors = comment(form, "for_authors", m.committee_for_authors());
    form.is_valid().then_some(ReviewWords {
        marks,
        for_committee,
        for_authors,
        recommendation,
    })
}

fn mark(criterion: &Criterion, value: &str) -> Option<Mark> {
    if value == CANNOT {
        return Some(Mark::CannotJudge);
    }
    let points = value.parse().ok()?;
    let range = criterion.least..=criterion.most;
    range.contains(&points).then_some(Mark::Points(points))
}

fn field(criterion: &Criterion) -> String {
    format!("mark-{}", criterion.key)
}

#[cfg(test)]
mod tests {
    use wiec_kit::form::FormData;
    use wiec_model::calls::{CallId, CallKind, CallSetup};
    use wiec_model::{Lang, Text};

    use super::*;

    fn call() -> Call {
        let title = Text::in_language(Lang::Pl, "Nabór").unwrap();
        Call {
            id: "00000000000000000000000000000001"
                .parse::<CallId>()
                .unwrap(),
            congress: "kpm-2019".parse().unwrap(),
            slug: "nabor".parse().unwrap(),
            setup: CallSetup::usual(CallKind::Poster, title),
            revision: 0,
            created_at: jiff::Timestamp::UNIX_EPOCH,
        }
    }

    fn form(fields: &[(&str, &str)]) -> Form {
        Form::of(FormData::of(fields), Lang::Pl)
    }

    #[test]
    fn a_draft_may_lack_anything_and_a_given_review_says_something_by_each_criterion() {
        let call = call();
        let some = [("mark-poziom", "4")];
        let draft = read(&mut form(&some), &call, Wanted::AsItIs).unwrap();
        assert_eq!(draft.marks.len(), 1);
        let mut whole = form(&some);
        assert_eq!(read(&mut whole, &call, Wanted::Whole), None);
        let fields: Vec<&str> = whole.errors().iter().map(|it| it.field.as_str()).collect();
        let missing = [
            "mark-zgodnosc",
            "mark-przydatnosc",
            "mark-jasnosc",
            "recommendation",
        ];
        assert_eq!(fields, missing);
    }

    #[test]
    fn whoever_cannot_judge_anything_recommends_nothing() {
        let call = call();
        let keys = call.setup.review.criteria.iter().map(field);
        let fields: Vec<String> = keys.collect();
        let fields: Vec<(&str, &str)> = fields.iter().map(|name| (name.as_str(), CANNOT)).collect();
        let words = read(&mut form(&fields), &call, Wanted::Whole).unwrap();
        assert!(words.marks.values().all(|mark| *mark == Mark::CannotJudge));
    }

    #[test]
    fn points_beyond_the_scale_are_an_error_at_their_field() {
        let mut typed = form(&[("mark-poziom", "6"), ("mark-jasnosc", "0")]);
        assert_eq!(read(&mut typed, &call(), Wanted::AsItIs), None);
        assert_eq!(typed.errors().len(), 2);
    }
}
