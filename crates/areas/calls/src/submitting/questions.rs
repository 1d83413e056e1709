//! A call's own questions as fields of the form.

use wiec_kit::edition::Edition;
use wiec_kit::form::{Choice, Field, Form};
use wiec_model::calls::{Call, Question, QuestionKind, Required, State};

use super::fields::of_question;
use super::view;

/// A question that is answered in the form.
pub(super) struct Asked {
    /// Its field.
    pub field: Field,
    /// At most so many characters, where they are counted for the one who types.
    pub most: Option<u32>,
}

/// The questions of a call that are answered by typing, in their order.
pub(super) fn asked(
    form: &Form,
    call: &Call,
    edition: &Edition,
    now: jiff::Timestamp,
) -> Vec<Asked> {
    let questions = call.setup.questions.iter();
    questions
        .filter_map(|question| one(form, question, edition, now))
        .collect()
}

/// What helps to answer a question, with the day from which it has to be.
pub(super) fn hint(form: &Form, question: &Question, edition: &Edition) -> String {
    let m = form.words();
    let lang = m.lang();
    let own = question
        .hint
        .as_ref()
        .map(|hint| hint.words(lang).to_owned());
    let due = match question.required {
        Required::From(due) => Some(m.submitting_due(view::moment(due, edition, lang))),
        Required::Never | Required::Always => None,
    };
    let parts: Vec<String> = own.into_iter().chain(due).collect();
    parts.join(" ")
}

/// The questions that a chosen submission has to answer, and has not: with the day by which.
pub(super) fn missing<'a>(
    call: &'a Call,
    of: &'a wiec_model::calls::Submission,
    files: &'a [wiec_model::calls::FileInfo],
) -> impl Iterator<Item = (&'a Question, jiff::Timestamp)> {
    let is_chosen = of.state.is_chosen();
    let due = move |question: &'a Question| match question.required {
        Required::From(due) if is_chosen && !of.answers(&question.key, files) => {
            Some((question, due))
        }
        _ => None,
    };
    call.setup.questions.iter().filter_map(due)
}

fn one(form: &Form, question: &Question, edition: &Edition, now: jiff::Timestamp) -> Option<Asked> {
    let m = form.words();
    let lang = m.lang();
    let name = of_question(&question.key);
    let label = question.label.words(lang);
    let (field, most) = match &question.kind {
        QuestionKind::File { .. } => return None,
        QuestionKind::Line { most } => (form.input(&name, label), Some(*most)),
        QuestionKind::Paragraphs { most } => (form.area(&name, label).rows(6), Some(*most)),
        QuestionKind::Number { .. } => (form.input(&name, label).digits(), None),
        QuestionKind::Link => (form.input(&name, label).kind("url"), None),
        QuestionKind::Choice { options, most, .. } => {
            let options = options.iter().enumerate();
            let choices: Vec<Choice> = options
                .map(|(at, option)| Choice::new(at, option.words(lang)))
                .collect();
            let field = if *most == 1 {
                form.radios(&name, label, &choices)
            } else {
                form.checks(&name, label, &choices)
            };
            (field, None)
        }
    };
    let hint = hint(form, question, edition);
    let field = if hint.is_empty() {
        field
    } else {
        field.hint(hint)
    };
    let field = if question.required.at(now) {
        field.required()
    } else {
        field
    };
    Some(Asked { field, most })
}

/// Whether a question is one that speakers answer on the way to the congress.
pub(super) fn is_late_question(question: &Question, state: &State) -> bool {
    state.is_chosen() && matches!(question.required, Required::From(_))
}
