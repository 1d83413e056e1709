//! What is wrong with what was typed in, said at the fields where it is. What is wrong the model knows.

use jiff::Timestamp;
use uuid::Uuid;
use wiec_kit::form::Form;
use wiec_kit::messages::Messages;
use wiec_model::calls::{
    Author, AuthorId, AuthorStanding, Call, Entry, Fault, Field, FileInfo, Moment, Offered,
    Problem, Submission, problems,
};
use wiec_model::{Slug, Zone};

use super::read::{Typed, field};
use crate::office::words;

/// To what, when, and for what.
pub struct Context<'a> {
    /// The call.
    pub call: &'a Call,
    /// When.
    pub now: Timestamp,
    /// On whose clocks.
    pub zone: &'a Zone,
    /// To keep it, or to send it.
    pub moment: Moment,
}

/// Notes everything that is wrong.
pub fn note(
    form: &mut Form,
    typed: &Typed,
    context: &Context<'_>,
    before: Option<&Submission>,
    files: &[FileInfo],
) {
    let first = Author {
        id: AuthorId(Uuid::nil()),
        standing: AuthorStanding::Submitter,
        account: None,
        email: None,
        about: typed.about.clone(),
    };
    let others = before.into_iter().flat_map(Submission::standing_authors);
    let authors: Vec<Author> = std::iter::once(first)
        .chain(others.skip(1).cloned())
        .collect();
    let files: Vec<Slug> = files.iter().map(|file| file.question.clone()).collect();
    let offered = Offered {
        words: &typed.words,
        authors: &authors,
        anonymity: typed.anonymity,
        agreed: &typed.agreed,
        files: &files,
        entry: match before {
            None => Entry::New,
            Some(it) if it.submitted_at.is_some() => Entry::Submitted,
            Some(it) => Entry::Draft(it.begun_at),
        },
    };
    let setup = &context.call.setup;
    for problem in problems(&offered, setup, context.now, context.moment) {
        say(form, &problem, context);
    }
}

fn say(form: &mut Form, problem: &Problem, context: &Context<'_>) {
    let m = form.words();
    let says = fault(&problem.fault, context.zone, m);
    let (name, label) = match &problem.field {
        Field::Whole | Field::Authors => return form.fail_whole(says),
        Field::Title => ("title".to_owned(), m.calls_office_title().to_owned()),
        Field::Summary => ("summary".to_owned(), m.calls_office_summary().to_owned()),
        Field::Track => ("track".to_owned(), m.calls_office_track().to_owned()),
        Field::Tier => ("tier".to_owned(), m.calls_office_tier().to_owned()),
        Field::Link(_) => ("links".to_owned(), m.calls_office_links().to_owned()),
        Field::Author(_) => (
            "author-name".to_owned(),
            m.calls_office_author_name().to_owned(),
        ),
        Field::Anonymity => (
            "anonymity".to_owned(),
            m.calls_office_anonymity().to_owned(),
        ),
        Field::Reply(key) => {
            let question = context.call.setup.question(key);
            let label = question.map(|it| it.label.words(m.lang()).to_owned());
            (field(key), label.unwrap_or_default())
        }
        Field::Consent(key) => (
            format!("consent-{key}"),
            m.calls_office_consent().to_owned(),
        ),
    };
    // What could not be read is said already.
    if form.error(&name).is_none() {
        form.fail(&name, label, says);
    }
}

fn fault(fault: &Fault, zone: &Zone, m: &Messages) -> String {
    match fault {
        Fault::Missing => m.form_required().to_owned(),
        Fault::TooLong { has, most } => m.calls_office_fault_too_long(*has, *most),
        Fault::WrongCount { has, least, most } => m.calls_office_fault_count(*has, *least, *most),
        Fault::NotOffered => m.form_choice().to_owned(),
        Fault::NotANumber { least, most } => {
            m.calls_office_fault_number(least.to_string(), most.to_string())
        }
        Fault::NotALink => m.calls_office_not_a_link().to_owned(),
        Fault::NotTaken(gate) => m.calls_office_fault_closed(words::gate(*gate, zone, m)),
    }
}
