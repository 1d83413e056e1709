//! Saying something to the others about a submission, once one's own review is given or the committee talks.

use axum::extract::State;
use axum::response::Response;
use uuid::Uuid;
use wiec_kit::acts::ReviewSubmission;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Form};
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::AccountId;
use wiec_model::digest::sha256;

use super::form::COMMENT;
use super::give::submission;
use super::judging::{Facts, Forms, Refused, html};
use super::{shown, view};

/// `POST /nabory/{call}/komisja/{code}/rozmowa`
#[tracing::instrument(name = "calls.talk", skip_all, fields(submission.code = %shown::code(&permit.subject.seen)))]
pub(super) async fn post(
    permit: Permit<ReviewSubmission>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let facts = Facts::read(&app, &permit).await?;
    let mut form = Form::of(data, visit.lang);
    let m = form.words();
    if !facts.can_talk() {
        let mut forms = Forms::fresh(&app, &visit, &facts);
        forms.refused = Some(Refused {
            why: m.committee_refused_talk(),
            typed: vec![(m.committee_message(), form.value("message").to_owned())],
        });
        let html = html(&app, &visit, &permit.subject, &facts, forms)?;
        return Ok(respond::again(html));
    }
    let body = form
        .typed("message", m.committee_message())
        .required()
        .lines(COMMENT);
    let key = key(&form, facts.account);
    if key.is_none() {
        form.fail_whole(m.committee_key_missing());
    }
    let (Some(body), Some(key)) = (body, key) else {
        let mut forms = Forms::fresh(&app, &visit, &facts);
        forms.talk = form.keyed(&app.chance);
        let html = html(&app, &visit, &permit.subject, &facts, forms)?;
        return Ok(respond::again(html));
    };
    let of = submission(&app, &permit).await?;
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    tx.reviews().say(&of, facts.account, key, &body).await?;
    tx.commit().await?;
    let (call, code) = (&permit.subject.call.slug, &of.code);
    let path = visit.paths().judged(call, code);
    let anchor = view::TALK;
    Ok(respond::to(&format!("{path}?said#{anchor}")))
}

/// The key under which a message is said once: it holds whose it is, and what was typed.
fn key(form: &Form, account: AccountId) -> Option<Uuid> {
    let words = form.key_with_words()?;
    let digest = sha256(format!("{account}/{words}"));
    digest.get(..32)?.parse().ok()
}
