//! Declaring an interest in a submission, and taking it back.

use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::ReviewSubmission;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Form};
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;

use super::give::submission;
use super::judging::{Facts, Forms, Refused, html};
use super::shown;

/// The most letters of what is said of an interest.
const WORDS: usize = 1_000;

/// `POST /nabory/{call}/komisja/{code}/zwiazek`
///
/// A review that is begun or given stays on record, and does not count while the interest stands.
#[tracing::instrument(name = "calls.interest", skip_all, fields(submission.code = %shown::code(&permit.subject.seen)))]
pub(super) async fn post(
    permit: Permit<ReviewSubmission>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let facts = Facts::read(&app, &permit).await?;
    let of = submission(&app, &permit).await?;
    let path = visit.paths().judged(&permit.subject.call.slug, &of.code);
    let mut form = Form::of(data, visit.lang);
    if !facts.can_declare() {
        return Ok(respond::to(&path));
    }
    let m = form.words();
    let words = form
        .typed("words", m.committee_interest_words())
        .lines(WORDS);
    if !form.is_valid() {
        let mut forms = Forms::fresh(&app, &visit, &facts);
        forms.refused = Some(Refused {
            why: m.committee_refused_long(),
            typed: vec![(m.committee_interest_words(), form.value("words").to_owned())],
        });
        let html = html(&app, &visit, &permit.subject, &facts, forms)?;
        return Ok(respond::again(html));
    }
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    let account = facts.account;
    let said = if form.value("act") == "back" {
        tx.reviews().withdraw_interest(&of, account).await?;
        "back"
    } else {
        tx.reviews().declare_interest(&of, account, words).await?;
        "declared"
    };
    tx.commit().await?;
    Ok(respond::to(&format!("{path}?{said}")))
}
