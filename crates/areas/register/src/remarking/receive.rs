//! Carrying what was said to the store, with the letter that follows, in one transaction.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::{InRegister, Remark};
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::Form;
use wiec_kit::frame::Frame;
use wiec_kit::messages::messages;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::jobs::AboutRemark;
use wiec_model::register::{Channel, Proposal, RemarkId, RemarkKind, RemarkState};
use wiec_store::{NewRemark, ReceivedRemark};
use wiec_text::Amendment;

use super::author::Who;
use super::place::Place;
use super::view::{at_remark, frame, mine, title, words};
use crate::telling::tell;

/// What somebody says, without who they are.
pub(super) struct Said {
    /// What it is.
    pub kind: RemarkKind,
    /// The words themselves.
    pub body: String,
    /// Why.
    pub reasons: Option<String>,
    /// What the clause should say instead.
    pub wording: Option<String>,
    /// What that changes; in amendments only.
    pub amendment: Option<Amendment>,
    /// What it replies to, or amends.
    pub reply_to: Option<RemarkId>,
}

#[derive(Template)]
#[template(path = "remarking_sent.html")]
struct SentPage {
    frame: Frame,
    name: String,
    proposal: String,
}

/// Under which key a form is received. What others typed is never found by it: it holds whose it is, and a
/// digest of all that was typed.
pub(super) fn key_of(form: &Form, permit: &Permit<Remark>) -> Option<String> {
    let key = form.key_with_words()?;
    let account = permit.signed_in.as_ref().map(|it| it.account.id);
    let whose = account.map_or_else(|| "visitor".to_owned(), |id| id.to_string());
    Some(format!("{whose}/{key}"))
}

/// Receives what was said about a place, and gives the address to lead on to. Sent again, it is what it was.
/// To strangers the answer is the same whatever address they named.
pub(super) async fn receive(
    app: &App,
    permit: &Permit<Remark>,
    visit: &Visit,
    place: &Place,
    (who, key, said): (Who, String, Said),
) -> Result<String, PageError> {
    let proposal = &permit.subject.proposal;
    let now = app.clock.now();
    let new = NewRemark {
        id: RemarkId(app.chance.uuid(now)),
        key,
        version: place.version.number,
        clause: place.clause.clone(),
        kind: said.kind,
        body: said.body,
        reasons: said.reasons,
        wording: said.wording,
        amendment: said.amendment,
        reply_to: said.reply_to,
        author: who.author,
        account: permit.signed_in.as_ref().map(|it| it.account.id),
        email: who.email,
        lang: visit.lang,
        channel: Channel::Page,
        received_at: now,
    };
    let mut tx = app.store.begin(permit.writer(), now).await?;
    let received = tx.remarks().receive(proposal, &new).await?;
    let (ReceivedRemark::New(remark) | ReceivedRemark::Again(remark)) = received;
    if let (RemarkState::Unconfirmed, Some(email)) = (&remark.state, &new.email)
        && app.limits.admits_letter(email.as_str())
    {
        // Sent again it may ask for a letter that the limit refused before; one that went out stays the one.
        let about = AboutRemark::Confirm;
        tell(&mut tx, &proposal.congress, remark.id, about).await?;
    }
    tx.commit().await?;
    let paths = visit.paths();
    let is_public = remark.is_public();
    Ok(match (permit.signed_in.is_some(), remark.number) {
        (true, Some(number)) if is_public => at_remark(&paths, proposal, number),
        (true, _) => format!("{}?saved", mine(&paths, proposal)),
        (false, _) => paths.in_proposal(proposal, words(visit.lang).sent),
    })
}

/// `GET /propozycje/{slug}/wyslane`: a letter is on its way.
pub(super) async fn sent(
    permit: Permit<Remark>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let InRegister { proposal, .. } = &permit.subject;
    let m = messages(visit.lang);
    let page = SentPage {
        frame: frame(&app, &visit, m.remarking_sent(), |paths| {
            paths.in_proposal(proposal, words(paths.lang()).sent)
        }),
        name: title(proposal, visit.lang),
        proposal: visit.paths().proposal(proposal),
    };
    Ok(respond::private(page.render()?))
}

/// The public remark that an address or form replies to; none if it replies to nothing.
pub(super) async fn parent(
    app: &App,
    proposal: &Proposal,
    place: &Place,
    number: &str,
) -> Result<Option<wiec_model::register::Remark>, PageError> {
    if number.is_empty() {
        return Ok(None);
    }
    let number: u32 = number.parse().map_err(|_| PageError::NotFound)?;
    let found = app.store.remarks().find(proposal.id, number).await?;
    let found = found.filter(|it| it.is_public() && it.clause == place.clause);
    found.map(Some).ok_or(PageError::NotFound)
}
