//! What is decided and not told yet: who still has to agree, and what exactly happens once it is applied.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::{InOfficeCall, ManageCall};
use wiec_kit::app::App;
use wiec_kit::dates;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Form};
use wiec_kit::messages::Messages;
use wiec_kit::office::{OfficeFrame, Part, saved};
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::calls::{
    Decision, MayDecide, Pending, State as Standing, Submission, SubmissionId, confirm_by,
};
use wiec_model::{Account, AccountId};
use wiec_store::NewMailing;

use super::decider::{Decider, is_own};
use super::letters;
use super::row::{self, Decided};
use super::table::called;
use super::view::{self, Around, Page};

#[derive(Template)]
#[template(path = "choosing_decisions.html")]
struct DecisionsPage {
    frame: OfficeFrame,
    around: Around,
    form: Form,
    groups: Vec<Group>,
    waiting: Vec<Waiting>,
    own: usize,
    table: String,
}

/// What happens to those of one decision.
struct Group {
    id: &'static str,
    title: String,
    rows: Vec<Told>,
}

/// Somebody's submission whose authors will be told.
struct Told {
    /// What the form names it by: its key, its decision, and since when that stands.
    named: String,
    title: String,
    href: String,
    authors: String,
    reason: Option<String>,
    /// Its place in reserve.
    rank: Option<u32>,
    /// Whether nobody of its authors can be written to.
    is_unreachable: bool,
}

/// What waits for a second person.
struct Waiting {
    value: String,
    title: String,
    href: String,
    decided: Decided,
    can_second: bool,
}

/// `GET /biuro/{congress}/nabory/{call}/decyzje`
pub async fn get(
    permit: Permit<ManageCall>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let form = Form::fresh(visit.lang);
    Ok(respond::private(html(&app, &visit, &permit, form).await?))
}

/// `POST /biuro/{congress}/nabory/{call}/decyzje`: somebody agrees with a decision, or all that were shown
/// are applied.
pub async fn post(
    permit: Permit<ManageCall>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let form = Form::of(data, visit.lang);
    match form.data().get("second").map(str::to_owned) {
        Some(second) => agree(&app, &visit, &permit, form, &second).await,
        None if form.value("act") == "apply" => apply(&app, &visit, &permit, form).await,
        None => Err(PageError::Invalid),
    }
}

async fn agree(
    app: &App,
    visit: &Visit,
    permit: &Permit<ManageCall>,
    mut form: Form,
    second: &str,
) -> Result<Response, PageError> {
    let of = &permit.subject;
    let (id, decision) = named(second).ok_or(PageError::Invalid)?;
    let decider = Decider::read(app, of, &permit.signed_in()?.account).await?;
    let found = app.store.submissions().get(&of.congress, id).await?;
    let found = found.filter(|it| it.call == of.call.id);
    let by = (
        decider.id(),
        decider.may(&found.ok_or(PageError::NotFound)?),
    );
    let here = Page::Decisions.path(&visit.paths(), of);
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    let now = tx.submissions().locked(&of.call, id).await?;
    // Another reason is another decision: nobody agrees with words that they did not see.
    let stands = now.pending.filter(|it| named_by(id, it) == second);
    if stands.as_ref().and_then(|it| it.seconded_by) == Some(decider.id()) {
        tx.give_up().await?;
        return Ok(respond::to(&saved(&here)));
    }
    if stands.is_some() && tx.submissions().second(&of.call, id, decision, by).await? {
        tx.commit().await?;
        return Ok(respond::to(&saved(&here)));
    }
    tx.give_up().await?;
    form.fail_whole(form.words().choosing_second_refused());
    Ok(respond::clash(html(app, visit, permit, form).await?))
}

/// All that were shown are applied, and letters about them are written as drafts, in one transaction. If
/// anything of it has changed since it was shown, nothing happens, and the page shows how it is now.
#[tracing::instrument(name = "calls.apply", skip_all, fields(call.slug = %permit.subject.call.slug))]
async fn apply(
    app: &App,
    visit: &Visit,
    permit: &Permit<ManageCall>,
    mut form: Form,
) -> Result<Response, PageError> {
    let of = &permit.subject;
    let outbox = Part::Mail.path(&visit.paths(), &of.congress);
    let key = form.key().ok_or(PageError::Invalid)?.to_owned();
    let shown: Vec<String> = form.data().all("of").map(str::to_owned).collect();
    if shown.is_empty() {
        return Ok(respond::to(&Page::Decisions.path(&visit.paths(), of)));
    }
    let m = form.words();
    let comments = letters::comments(app, of).await?;
    let account = &permit.signed_in()?.account;
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    let mailing = NewMailing {
        congress: of.congress.clone(),
        template: letters::TEMPLATE.to_owned(),
        name: m.choosing_mailing(of.call.setup.title.words(visit.lang)),
        key: Some(format!("call/{}/{key}", of.call.id)),
    };
    let Some(mailing) = tx.mails().begin_mailing(&mailing).await? else {
        // It was sent before: everything has happened.
        tx.give_up().await?;
        return Ok(respond::to(&outbox));
    };
    let mut ids = Vec::new();
    for raw in &shown {
        let (id, _) = named(raw).ok_or(PageError::Invalid)?;
        let now = tx.submissions().locked(&of.call, id).await?;
        let stands = now.pending.as_ref().filter(|it| it.is_ready());
        let is_same = stands.is_some_and(|pending| *raw == named_by(id, pending));
        if is_same && !is_own(account, &now.authors) {
            ids.push(id);
        }
    }
    let applied = if ids.len() == shown.len() {
        tx.submissions().apply(&of.call, &ids).await?
    } else {
        Vec::new()
    };
    if applied.len() != shown.len() {
        tx.give_up().await?;
        form.fail_whole(m.choosing_apply_changed());
        return Ok(respond::clash(html(app, visit, permit, form).await?));
    }
    let letters = letters::write(app, of, &applied, &comments).await?;
    let mut mails = tx.mails();
    mails.draft_all(&of.congress, mailing, &letters).await?;
    tx.commit().await?;
    Ok(respond::to(&saved(&format!("{outbox}?mailing={mailing}"))))
}

fn named_by(id: SubmissionId, pending: &Pending) -> String {
    let since = pending.at.as_microsecond();
    format!("{id}.{}.{since}", pending.decision.key())
}

fn named(raw: &str) -> Option<(SubmissionId, Decision)> {
    let mut parts = raw.split('.');
    let id = parts.next()?.parse().ok()?;
    Some((id, Decision::of(parts.next()?)?))
}

async fn html(
    app: &App,
    visit: &Visit,
    permit: &Permit<ManageCall>,
    form: Form,
) -> Result<String, PageError> {
    let of = &permit.subject;
    let account = &permit.signed_in()?.account;
    let m = form.words();
    let title = form.titled(m.choosing_decisions());
    let (frame, around) = view::frame(app, visit, permit, Page::Decisions, &title).await?;
    let decider = Decider::read(app, of, account).await?;
    let all = app.store.submissions();
    let all = all
        .list(&of.congress, of.call.id, &Standing::JUDGED)
        .await?;
    let pending: Vec<&Submission> = all.iter().filter(|it| it.pending.is_some()).collect();
    let others = pending.iter().filter(|it| !is_own(account, &it.authors));
    let others: Vec<&Submission> = others.copied().collect();
    let deciders: Vec<AccountId> = others.iter().copied().flat_map(deciders).collect();
    let names = app.store.accounts().list(deciders).await?;
    let names = names.iter().map(|(id, account)| (*id, called(account)));
    let names: BTreeMap<AccountId, String> = names.collect();
    let authors: Vec<AccountId> = others
        .iter()
        .copied()
        .flat_map(letters::accounts_of)
        .collect();
    let known = app.store.accounts().list(authors).await?;
    let groups = Decision::ALL.map(|decision| {
        let rows = told(&others, decision, &all, &known, of, &frame);
        group(decision, rows, app, of, &frame)
    });
    let page = DecisionsPage {
        groups: groups
            .into_iter()
            .filter(|it| !it.rows.is_empty())
            .collect(),
        waiting: waiting(&others, &decider, &names, of, &frame),
        own: pending.len() - others.len(),
        table: Page::Table.path(&frame.paths, of),
        // A key that was given up with its act can be used again.
        form: form.keyed(&app.chance),
        frame,
        around,
    };
    Ok(page.render()?)
}

/// Who decided on a submission, and who agreed.
fn deciders(submission: &Submission) -> impl Iterator<Item = AccountId> {
    let pending = submission.pending.iter();
    pending.flat_map(|pending| std::iter::once(pending.by).chain(pending.seconded_by))
}

fn told(
    pending: &[&Submission],
    decision: Decision,
    all: &[Submission],
    accounts: &BTreeMap<AccountId, Account>,
    of: &InOfficeCall,
    frame: &OfficeFrame,
) -> Vec<Told> {
    let ranks = all.iter().filter_map(|it| match it.state {
        Standing::Reserve { rank, .. } => Some(rank),
        _ => None,
    });
    let last = ranks.max().unwrap_or(0);
    let ready = pending.iter().filter_map(|submission| {
        let pending = submission.pending.as_ref()?;
        (pending.decision == decision && pending.is_ready()).then_some((*submission, pending))
    });
    ready
        .zip(1..)
        .map(|((submission, pending), place)| Told {
            named: named_by(submission.id, pending),
            title: submission.words.title.clone(),
            href: href(of, submission, frame),
            authors: row::authors(&submission.authors),
            reason: pending.reason.clone(),
            rank: (decision == Decision::Reserve).then_some(last + place),
            is_unreachable: letters::reached(submission, accounts).is_empty(),
        })
        .collect()
}

fn group(
    decision: Decision,
    rows: Vec<Told>,
    app: &App,
    of: &InOfficeCall,
    frame: &OfficeFrame,
) -> Group {
    let m = frame.m;
    let count = rows.len();
    let until = confirm_by(&of.call.setup.confirmation, app.clock.now());
    let until = dates::moment(until, &frame.zone, m.lang());
    Group {
        id: decision.key(),
        title: match decision {
            Decision::Accept => m.choosing_will_accept(count, until),
            Decision::Reserve => m.choosing_will_reserve(count),
            Decision::Reject => m.choosing_will_reject(count),
        },
        rows,
    }
}

fn waiting(
    pending: &[&Submission],
    decider: &Decider,
    names: &BTreeMap<AccountId, String>,
    of: &InOfficeCall,
    frame: &OfficeFrame,
) -> Vec<Waiting> {
    let m: &Messages = frame.m;
    let waits = pending.iter().filter_map(|submission| {
        let pending = submission.pending.as_ref()?;
        (!pending.is_ready()).then_some((*submission, pending))
    });
    waits
        .map(|(submission, pending)| Waiting {
            value: named_by(submission.id, pending),
            title: submission.words.title.clone(),
            href: href(of, submission, frame),
            decided: row::decided(pending, names, m),
            can_second: pending.by != decider.id() && decider.may(submission) == MayDecide::Alone,
        })
        .collect()
}

fn href(of: &InOfficeCall, submission: &Submission, frame: &OfficeFrame) -> String {
    let paths = &frame.paths;
    paths.office_submission(&of.congress, &of.call.slug, &submission.code)
}
