//! Holding a section: one person writes it at a time, and everybody sees who.
//!
//! The page's script says every half a minute that its writer is still there. Without it the hold ends
//! soon after the page was asked for; saving compares all the same, so that nothing is written over.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use wiec_kit::acts::WriteProposal;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::messages::{Messages, messages};
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::{Visit, Wants};
use wiec_model::AccountId;
use wiec_model::register::{Draft, Proposal, Section, sections};
use wiec_store::{Hold, HoldTaken};

use super::view;

/// `POST …/zespol/sekcja/{section}/trzymaj`: a sign of whoever writes a section, or the wish to.
#[tracing::instrument(name = "register.hold", skip_all, fields(proposal.slug = %permit.subject.proposal.slug))]
pub async fn hold(
    permit: Permit<WriteProposal>,
    State(app): State<App>,
    visit: Visit,
    Path((_, key)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let proposal = &permit.subject.proposal;
    known(&app, proposal, &key).await?;
    let account = permit.signed_in()?.account.id;
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    let taken = tx.register().hold(proposal, &key, account).await?;
    tx.commit().await?;
    match (taken, visit.wants) {
        (HoldTaken::Held, Wants::Json) => Ok(StatusCode::NO_CONTENT.into_response()),
        (HoldTaken::Taken(_), Wants::Json) => {
            let m = messages(visit.lang);
            let holder = holder(&app, proposal, &key, account).await?;
            Ok(lost(m, holder.as_ref()))
        }
        (_, Wants::Page) => Ok(to_section(&visit, proposal, &key)),
    }
}

/// `POST …/zespol/sekcja/{section}/pusc`: its writer went elsewhere.
#[tracing::instrument(name = "register.let_go", skip_all, fields(proposal.slug = %permit.subject.proposal.slug))]
pub async fn release(
    permit: Permit<WriteProposal>,
    State(app): State<App>,
    Path((_, key)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let account = permit.signed_in()?.account.id;
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    let proposal = &permit.subject.proposal;
    tx.register().let_go(proposal, &key, account).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// `POST …/zespol/sekcja/{section}/przejmij`: somebody else goes on writing.
#[tracing::instrument(name = "register.take_over", skip_all, fields(proposal.slug = %permit.subject.proposal.slug))]
pub async fn take_over(
    permit: Permit<WriteProposal>,
    State(app): State<App>,
    visit: Visit,
    Path((_, key)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let proposal = &permit.subject.proposal;
    known(&app, proposal, &key).await?;
    let account = permit.signed_in()?.account.id;
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    tx.register().take_over(proposal, &key, account).await?;
    tx.commit().await?;
    Ok(to_section(&visit, proposal, &key))
}

/// The section of this key; `None` if there is none (any more).
pub fn find(draft: &Draft, key: &str) -> Option<Section> {
    let mut all = sections(&draft.content.document).into_iter();
    all.find(|section| section.key() == key)
}

/// Who else writes a section now, if anybody does.
pub async fn holder(
    app: &App,
    proposal: &Proposal,
    key: &str,
    me: AccountId,
) -> Result<Option<Hold>, PageError> {
    let now = app.clock.now();
    let holds = app.store.register().holds(proposal.id).await?;
    let mut holds = holds.into_iter();
    Ok(holds.find(|hold| hold.section == key && hold.account != me && hold.holds(now)))
}

/// What the holder of a section is called.
pub fn name(hold: &Hold, m: &Messages) -> String {
    let name = hold.name.clone();
    name.unwrap_or_else(|| m.team_nameless().to_owned())
}

/// A hold is only kept on what there is: invented sections would fill the table.
async fn known(app: &App, proposal: &Proposal, key: &str) -> Result<(), PageError> {
    let draft = view::draft(app, proposal).await?;
    find(&draft, key).map(|_| ()).ok_or(PageError::NotFound)
}

fn to_section(visit: &Visit, proposal: &Proposal, key: &str) -> Response {
    respond::to(&view::section(&visit.paths(), proposal, key))
}

/// What the page's script says when somebody else writes the section now.
fn lost(m: &'static Messages, holder: Option<&Hold>) -> Response {
    let detail = match holder {
        Some(hold) => m.team_lost_to(name(hold, m).as_str()),
        None => m.team_lost().to_owned(),
    };
    let problem = BTreeMap::from([("title", m.team_lost().to_owned()), ("detail", detail)]);
    let mut response = (StatusCode::CONFLICT, Json(problem)).into_response();
    let kind = HeaderValue::from_static("application/problem+json");
    response.headers_mut().insert(CONTENT_TYPE, kind);
    response
}
