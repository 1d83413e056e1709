//! Hiding words from blind members, and showing them again. The words stand in the form, so that it works
//! without a script: everywhere, or at their nth place only.

use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::ManageSubmission;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Form};
use wiec_kit::office::saved;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::calls::{Call, RedactedField, Redaction, Submission, occurrences};

use super::blind::{fields, key_of, text_of};
use crate::office::view;

const WORDS: usize = 2_000;
/// More would be another text.
const MOST: usize = 200;

/// `GET …/zgloszenia/{code}/ukryte`: what is hidden stands on the page of the submission.
pub async fn get(permit: Permit<ManageSubmission>, visit: Visit) -> Response {
    let of = &permit.subject;
    let path = view::submission(&visit.paths(), &of.call, &of.submission.code);
    respond::to(&format!("{path}#slepy"))
}

/// `POST …/zgloszenia/{code}/ukryte`: hides words, or shows some again. Sent twice, it is done once.
#[tracing::instrument(name = "calls.redact", skip_all, fields(submission.code = %permit.subject.submission.code))]
pub async fn post(
    permit: Permit<ManageSubmission>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let of = &permit.subject;
    let mut form = Form::of(data, visit.lang);
    let again = form.value("show").to_owned();
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    // What others hide or write at the same moment is not lost: all wait here for one another.
    let now = tx.submissions().locked(&of.call, of.submission.id).await?;
    let mut redactions = now.redactions.clone();
    if again.is_empty() {
        let Some(wanted) = read(&mut form, &now, &of.call) else {
            tx.give_up().await?;
            let html = super::html(&app, &visit, &permit, form).await?;
            return Ok(respond::again(html));
        };
        if !redactions.contains(&wanted) {
            redactions.push(wanted);
        }
    } else {
        redactions.retain(|it| mark(it) != again);
    }
    if redactions != now.redactions {
        let mut submissions = tx.submissions();
        submissions
            .redact(&of.call, of.submission.id, &redactions)
            .await?;
        tx.commit().await?;
    }
    let path = view::submission(&visit.paths(), &of.call, &of.submission.code);
    Ok(respond::to(&format!("{}#slepy", saved(&path))))
}

/// How a form names something that is hidden: by what it is, for its place changes.
pub fn mark(it: &Redaction) -> String {
    format!("{}/{}/{}/{}", key_of(&it.field), it.start, it.end, it.words)
}

/// What to hide; `None` if something is wrong with it, which the form then says.
fn read(form: &mut Form, of: &Submission, call: &Call) -> Option<Redaction> {
    let m = form.words();
    let field = form
        .typed("field", m.calls_office_hide_field())
        .required()
        .choice(|key| {
            let mut all = fields(of, &call.setup).into_iter();
            all.find(|field| key_of(field) == key)
        });
    let words = form
        .typed("words", m.calls_office_hide_words())
        .required()
        .lines(WORDS);
    let nth = form
        .typed("nth", m.calls_office_hide_nth())
        .number(1..=1_000);
    form.is_valid().then_some(())?;
    let (field, words) = (field?, words?);
    let Some(wanted) = redaction(of, field, words, nth) else {
        let says = m.calls_office_hide_not_there();
        form.fail("words", m.calls_office_hide_words(), says);
        return None;
    };
    if of.redactions.len() >= MOST && !of.redactions.contains(&wanted) {
        form.fail_whole(m.calls_office_hide_full(MOST));
    }
    form.is_valid().then_some(wanted)
}

/// Hides the words at their `nth` place, counted from 1, as they are written there; or everywhere. `None` if they
/// are not there.
fn redaction(
    submission: &Submission,
    field: RedactedField,
    words: String,
    nth: Option<u32>,
) -> Option<Redaction> {
    let text = text_of(submission, &field);
    let mut found = occurrences(text, &words).into_iter();
    let Some(nth) = nth else {
        found.next()?;
        // Nowhere in particular.
        return Some(Redaction {
            field,
            start: 0,
            end: 0,
            words,
        });
    };
    let range = found.nth(usize::try_from(nth).ok()?.checked_sub(1)?)?;
    let before = |at: usize| u32::try_from(text[..at].chars().count()).ok();
    Some(Redaction {
        start: before(range.start)?,
        end: before(range.end)?,
        words: text[range].to_owned(),
        field,
    })
}
