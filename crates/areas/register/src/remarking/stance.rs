//! How one stands to a remark: for it, against it, neither; and taking that back.

use axum::extract::{Path, State};
use axum::response::Response;
use wiec_kit::acts::Remark as RemarkAct;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::CheckedForm;
use wiec_kit::paths::Paths;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::register::{Proposal, Remark, Stance};
use wiec_model::rules::{Action, On, may};

use super::gate;

/// `POST /propozycje/{slug}/uwaga/{number}/glos`: `stance` is `for`, `against`, `abstain` or `none`; `back`
/// says from which page it was sent: `proposal`, `clause`, `remarks`, else the remark's own.
///
/// It asks for leave to remark, which everybody has, so that who is not signed in can be led to sign in and
/// back to the remark, and not merely away.
pub(super) async fn post(
    permit: Permit<RemarkAct>,
    State(app): State<App>,
    visit: Visit,
    Path((_, number)): Path<(String, u32)>,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let of = &permit.subject;
    let (proposal, paths) = (&of.proposal, visit.paths());
    let found = app.store.remarks().find(proposal.id, number).await?;
    let remark = found.filter(Remark::is_public).ok_or(PageError::NotFound)?;
    let on = On::Proposal(of.edition.slug().clone(), proposal.slug.clone());
    let account = permit.signed_in.as_ref().map(|it| it.account.id);
    let account = account.filter(|_| may(&permit.actor, Action::TakePart, &on));
    let Some(account) = account else {
        let back = paths.sign_in_for(&paths.remark(proposal, number));
        return Err(PageError::SignIn(back));
    };
    if let Some(closed) = gate::closed(&app, &visit, of) {
        return Ok(respond::again(gate::page(&app, &visit, of, closed)?));
    }
    let word = data.get("stance").unwrap_or_default();
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    let is_done = match (Stance::of(word), word) {
        (Some(stance), _) => {
            tx.remarks()
                .stand(proposal, remark.id, account, stance)
                .await?
        }
        (None, "none") => tx.remarks().step_back(proposal, remark.id, account).await?,
        (None, _) => return Err(PageError::Invalid),
    };
    tx.commit().await?;
    if !is_done {
        return Err(PageError::NotFound);
    }
    let back = data.get("back").unwrap_or_default();
    Ok(respond::to(&came_from(&paths, proposal, &remark, back)))
}

fn came_from(paths: &Paths, proposal: &Proposal, remark: &Remark, back: &str) -> String {
    let number = remark.number.unwrap_or_default();
    let page = match back {
        "proposal" => paths.proposal(proposal),
        "clause" => paths.clause(proposal, &remark.clause),
        "remarks" => paths.in_proposal(proposal, wiec_kit::paths::words(paths.lang()).remarks),
        _ => paths.remark(proposal, number),
    };
    format!("{page}#uwaga-{number}")
}
