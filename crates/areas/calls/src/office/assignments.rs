//! Who is to judge what: a table of submissions and members with bids and interests, and a form that gives
//! or takes by hand. Nothing that is begun is taken from anybody.

pub mod calculated;
mod matrix;
mod table;

use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::ManageCall;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Form};
use wiec_kit::office::saved;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::AccountId;
use wiec_model::calls::{Submission, SubmissionCode};

pub(super) use table::Table;

use super::{submission, view, words};
use matrix::html;

const REASON: usize = 500;

/// `GET /biuro/{congress}/nabory/{call}/przydzialy`
pub async fn get(
    permit: Permit<ManageCall>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let table = Table::read(&app, &permit.subject.call).await?;
    let asked = view::query(&visit);
    let code = asked.get("code").unwrap_or_default();
    let form = Form::fresh(visit.lang).with("code", code);
    let html = html(&app, &visit, &permit, form, &table).await?;
    Ok(respond::private(html))
}

/// `POST /biuro/{congress}/nabory/{call}/przydzialy`: gives a submission to a member, or takes it from them,
/// and why. Sent twice, it is done once.
#[tracing::instrument(name = "calls.assign_by_hand", skip_all, fields(call.slug = %permit.subject.call.slug))]
pub async fn post(
    permit: Permit<ManageCall>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let call = &permit.subject.call;
    let mut form = Form::of(data, visit.lang);
    let table = Table::read(&app, call).await?;
    let Some((submission, account, reason)) = read(&permit, &table, &mut form) else {
        let html = html(&app, &visit, &permit, form, &table).await?;
        return Ok(respond::again(html));
    };
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    let mut reviews = tx.reviews();
    if form.value("act") == "take" {
        reviews.unassign(submission, account, &reason).await?;
    } else {
        reviews.assign_by_hand(submission, account, &reason).await?;
    }
    tx.commit().await?;
    let path = view::of(&visit.paths(), call, |words| words.assignments);
    Ok(respond::to(&saved(&path)))
}

/// Reads what to give or take; `None` if something is wrong with it, which the form then says.
fn read<'a>(
    permit: &Permit<ManageCall>,
    table: &'a Table,
    form: &mut Form,
) -> Option<(&'a Submission, AccountId, String)> {
    let m = form.words();
    let submission = form.typed("code", m.calls_office_code()).required().parse(
        m.calls_office_no_such_code(),
        |typed| {
            let code: SubmissionCode = typed.parse().ok()?;
            table.submissions.iter().find(|it| it.code == code)
        },
    );
    let takes = form.value("act") == "take";
    let account: Option<AccountId> = form
        .typed("account", m.calls_office_member())
        .required()
        .choice(|typed| {
            let account: AccountId = typed.parse().ok()?;
            let is_known = table.members.iter().any(|it| it.account == account);
            is_known.then_some(account)
        });
    let reason = form
        .typed("reason", m.calls_office_reason())
        .required()
        .text(REASON);
    let (submission, account) = (submission?, account?);
    if is_own(permit, submission) {
        form.fail("code", m.calls_office_code(), m.calls_office_own_hands());
    }
    if takes && table.begun.contains_key(&(submission.id, account)) {
        let says = m.calls_office_begun_stays();
        form.fail("account", m.calls_office_member(), says);
    }
    let member = table.members.iter().find(|it| it.account == account)?;
    let barring = table.barring(&permit.subject.call, member, submission);
    if let Some(interest) = barring.first().filter(|_| !takes) {
        let says = m.calls_office_has_interest(words::interest(*interest, m));
        form.fail("account", m.calls_office_member(), says);
    }
    form.is_valid().then_some((submission, account, reason?))
}

/// Whether a submission is of who acts: then they neither see nor choose who judges it.
fn is_own(permit: &Permit<ManageCall>, of: &Submission) -> bool {
    let signed_in = permit.signed_in.as_ref();
    signed_in.is_some_and(|it| submission::is_of(of, &it.account))
}
