//! Typing in what somebody sent who has no account: on paper, by e-mail. It is kept as a draft or sent, and
//! whoever it is of is written to at their address.

pub mod author;
mod faults;
mod page;
mod read;

use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::{ManageCall, ManageSubmission};
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Form};
use wiec_kit::messages::Messages;
use wiec_kit::office::saved;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::calls::{
    Anonymity, AuthorId, Call, Moment, Submission, SubmissionCode, SubmissionId,
};
use wiec_model::jobs::AboutSubmission;
use wiec_model::{AccountId, Lang};
use wiec_store::{Begun, NewSubmission, Rewritten, Saved, Submitted, Tx};

use super::view;
use page::Page;
use read::Typed;

/// `GET /biuro/{congress}/nabory/{call}/dopisz`
pub async fn new(
    permit: Permit<ManageCall>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let form = Form::fresh(visit.lang)
        .with("lang", Lang::Pl)
        .with("anonymity", Anonymity::None.key());
    let page = Page::of_call(&permit.subject, &permit.actor);
    Ok(respond::private(page.html(&app, &visit, form).await?))
}

/// `POST /biuro/{congress}/nabory/{call}/dopisz`: begins a draft, or sends it at once. Sent twice, it is
/// begun once.
#[tracing::instrument(name = "calls.type_in", skip_all, fields(call.slug = %permit.subject.call.slug))]
pub async fn create(
    permit: Permit<ManageCall>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let call = &permit.subject.call;
    let page = Page::of_call(&permit.subject, &permit.actor);
    let mut form = Form::of(data, visit.lang);
    let key = form.key().ok_or(PageError::Invalid)?.to_owned();
    let now = app.clock.now();
    let label = form.words().calls_office_member_email();
    let email = form.typed("author-email", label).required().email();
    let draft = view::draft(&app, &call.congress).await?;
    let zone = view::zone(&app, &call.congress).await?;
    let typed = read::read(&mut form, call, &draft, None);
    let moment = moment(&form);
    let context = faults::Context {
        call,
        now,
        zone: &zone,
        moment,
    };
    faults::note(&mut form, &typed, &context, None, &[]);
    let (true, Some(email)) = (form.is_valid(), email) else {
        return Ok(respond::again(page.html(&app, &visit, form).await?));
    };
    let new = NewSubmission {
        id: SubmissionId(app.chance.uuid(now)),
        code: code(&app),
        key: format!("office/{key}"),
        account: None,
        email: Some(email),
        author: AuthorId(app.chance.uuid(now)),
        about: typed.about.clone(),
        words: typed.words.clone(),
        anonymity: typed.anonymity,
    };
    let mut tx = app.store.begin(permit.writer(), now).await?;
    let begun = tx.submissions().begin(call, &new).await?;
    let sent = match begun {
        Begun::New(submission) if moment == Moment::Submitting => {
            let refused = send(&mut tx, call, &submission, &typed, form.words()).await?;
            (submission, refused)
        }
        Begun::New(submission) | Begun::Again(submission) => (submission, None),
    };
    tx.commit().await?;
    after(&app, &visit, page, form, sent).await
}

/// `GET …/zgloszenia/{code}/tekst`
pub async fn get(
    permit: Permit<ManageSubmission>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let submission = typed_in(&permit)?;
    let call = &permit.subject.call;
    let form = read::filled(Form::fresh(visit.lang), submission, call);
    let form = form.with("revision", submission.revision);
    let page = Page::of_submission(&permit.subject, &permit.actor);
    Ok(respond::private(page.html(&app, &visit, form).await?))
}

/// `POST …/zgloszenia/{code}/tekst`: saves what was typed in otherwise, or sends it. Whoever writes over a
/// change that they did not see is told so first.
#[tracing::instrument(name = "calls.type_over", skip_all, fields(submission.code = %permit.subject.submission.code))]
pub async fn post(
    permit: Permit<ManageSubmission>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let before = typed_in(&permit)?;
    let call = &permit.subject.call;
    let page = Page::of_submission(&permit.subject, &permit.actor);
    let mut form = Form::of(data, visit.lang);
    let seen: u32 = form
        .value("revision")
        .parse()
        .map_err(|_| PageError::Invalid)?;
    let draft = view::draft(&app, &call.congress).await?;
    let zone = view::zone(&app, &call.congress).await?;
    let files = app.store.submissions().files(before.id).await?;
    let typed = read::read(&mut form, call, &draft, Some(before));
    let moment = moment(&form);
    let context = faults::Context {
        call,
        now: app.clock.now(),
        zone: &zone,
        moment,
    };
    faults::note(&mut form, &typed, &context, Some(before), &files);
    if !form.is_valid() {
        return Ok(respond::again(page.html(&app, &visit, form).await?));
    }
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    let own = before.submitter().map(|author| author.id);
    let wanted = Rewritten {
        words: &typed.words,
        anonymity: typed.anonymity,
        about: own.map(|author| (author, &typed.about)),
    };
    let mut submissions = tx.submissions();
    let kept = submissions.save(call, before.id, seen, wanted).await?;
    let submission = match kept {
        Saved::Saved(submission) => submission,
        Saved::Clash(now) => {
            tx.give_up().await?;
            let mut form = form.replacing("revision", now.revision);
            form.fail_whole(form.words().office_changed_meanwhile());
            return Ok(respond::clash(page.html(&app, &visit, form).await?));
        }
        Saved::NotTaken(..) | Saved::Over(_) => {
            tx.give_up().await?;
            form.fail_whole(form.words().calls_office_not_changeable());
            return Ok(respond::again(page.html(&app, &visit, form).await?));
        }
    };
    let refused = match moment {
        Moment::Submitting => send(&mut tx, call, &submission, &typed, form.words()).await?,
        Moment::Saving => None,
    };
    tx.commit().await?;
    after(&app, &visit, page, form, (submission, refused)).await
}

/// Where it goes on: to what is kept, or back to the form where it was not sent.
async fn after(
    app: &App,
    visit: &Visit,
    page: Page<'_>,
    form: Form,
    (submission, refused): (Submission, Option<&'static str>),
) -> Result<Response, PageError> {
    let Some(says) = refused else {
        let path = view::submission(&visit.paths(), page.call, &submission.code);
        return Ok(respond::to(&saved(&path)));
    };
    let mut form = form.replacing("revision", submission.revision);
    form.fail_whole(says);
    let page = Page {
        submission: Some(&submission),
        ..page
    };
    Ok(respond::again(page.html(app, visit, form).await?))
}

/// Sends a draft, and has whom it is of written to. Says why it is not sent, if it is not.
async fn send(
    tx: &mut Tx,
    call: &Call,
    submission: &Submission,
    typed: &Typed,
    m: &Messages,
) -> Result<Option<&'static str>, PageError> {
    let agreed = call.setup.consents.iter();
    let agreed: Vec<_> = agreed
        .filter(|consent| typed.agreed.contains(&consent.key))
        .cloned()
        .collect();
    let mut submissions = tx.submissions();
    let sent = submissions
        .submit(call, submission.id, submission.revision, &agreed)
        .await?;
    Ok(match sent {
        Submitted::Now(_) => {
            let receipt = AboutSubmission::Receipt.job(&call.congress, submission.id);
            tx.jobs().enqueue(&receipt).await?;
            None
        }
        Submitted::Before(_) => None,
        Submitted::NotTaken(_) | Submitted::NotAdmitted | Submitted::TooMany(_) => {
            Some(m.calls_office_not_taken())
        }
        Submitted::Clash(_) => Some(m.office_changed_meanwhile()),
    })
}

/// What the office typed in. What somebody sent themselves, they change themselves.
fn typed_in(permit: &Permit<ManageSubmission>) -> Result<&Submission, PageError> {
    let submission = &permit.subject.submission;
    let owner: Option<AccountId> = submission.account;
    match owner {
        None => Ok(submission),
        Some(_) => Err(PageError::NotFound),
    }
}

fn moment(form: &Form) -> Moment {
    match form.value("act") {
        "send" => Moment::Submitting,
        _ => Moment::Saving,
    }
}

fn code(app: &App) -> SubmissionCode {
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&app.chance.bytes()[..16]);
    SubmissionCode::from_chance(bytes)
}
