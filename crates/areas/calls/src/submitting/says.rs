//! What is wrong with a submission, in words, at the fields where it can be put right.

use wiec_kit::edition::Edition;
use wiec_kit::form::Form;
use wiec_model::calls::{Call, Fault, Field, Problem};

use super::fields::{of_consent, of_question};
use super::view;

/// Notes problems at their fields. `own` is the place of the one who types among the authors: what is wrong
/// with others stands at the list of authors.
pub(super) fn note(
    form: &mut Form,
    problems: &[Problem],
    (call, edition): (&Call, &Edition),
    own: Option<usize>,
) {
    for problem in problems {
        let says = fault(form, &problem.fault, edition);
        let Some((field, label)) = place(form, &problem.field, call, own) else {
            form.fail_whole(says);
            continue;
        };
        let says = match (&problem.field, &problem.fault) {
            (Field::Consent(_), _) => form.words().form_tick().to_owned(),
            (Field::Link(number), _) => form.words().submitting_bad_link_at(number + 1),
            _ => says,
        };
        form.fail(&field, label, says);
    }
}

/// The field and what it is called; none for what no field can mend.
fn place(form: &Form, field: &Field, call: &Call, own: Option<usize>) -> Option<(String, String)> {
    let m = form.words();
    let named = |name: &str, label: &str| Some((name.to_owned(), label.to_owned()));
    match field {
        Field::Whole => None,
        Field::Title => named("title", m.submitting_title()),
        Field::Summary => named("summary", m.submitting_summary()),
        Field::Track => named("track", m.submitting_track()),
        Field::Tier => named("tier", m.submitting_tier()),
        Field::Link(_) => named("links", m.submitting_links()),
        Field::Reply(key) => {
            let question = call.setup.question(key);
            let label = question.map_or(key.as_str(), |it| it.label.words(m.lang()));
            named(&of_question(key), label)
        }
        Field::Author(at) if Some(*at) == own => named("name", m.submitting_name()),
        Field::Authors | Field::Author(_) => named("invite-name", m.submitting_authors()),
        Field::Anonymity => named("anonymity", m.submitting_anonymity()),
        Field::Consent(key) => {
            let consents = &call.setup.consents;
            let consent = consents.iter().find(|consent| consent.key == *key);
            let label = consent.map_or(key.as_str(), |it| it.text.words(m.lang()));
            named(&of_consent(key), label)
        }
    }
}

fn fault(form: &Form, fault: &Fault, edition: &Edition) -> String {
    let m = form.words();
    match fault {
        Fault::Missing => m.form_required().to_owned(),
        Fault::TooLong { has, most } => m.submitting_too_long(*has, *most, has - most),
        Fault::WrongCount { has, least, most } => m.submitting_wrong_count(*has, *least, *most),
        Fault::NotOffered => m.form_choice().to_owned(),
        Fault::NotANumber { least, most } => m.submitting_not_a_number(*least, *most),
        Fault::NotALink => m.submitting_bad_link().to_owned(),
        Fault::NotTaken(gate) => {
            let why = view::shut(m, *gate, edition, m.lang());
            m.submitting_not_taken(why)
        }
    }
}
