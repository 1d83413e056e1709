//! An amendment: another wording, typed into the text itself.

mod page;

use axum::extract::{Path, Query, State};
use axum::response::Response;
use wiec_kit::acts::Remark as RemarkAct;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Form};
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::register::{Clause, ProposalId, Remark, RemarkKind};
use wiec_text::{Anchor, Document};

use super::place::Place;
use super::receive::{Said, key_of, parent, receive};
use super::remark::{BODY, refuse_closed, value};
use super::scope::{Base, Extent, Offer, Scope, offer};
use super::{author, gate};
use page::{Clash, page};

/// What an amendment is typed into, and how much of it.
pub(super) struct Typing {
    /// Where.
    pub place: Place,
    /// The amendment that is amended.
    pub parent: Option<Remark>,
    /// The text.
    pub base: Base,
    /// How much of it.
    pub extent: Extent,
}

impl Typing {
    /// What an address or form asks for: `scope`, the blocks that were chosen, and the number of the
    /// amendment to be amended.
    pub async fn of(
        app: &App,
        permit: &Permit<RemarkAct>,
        place: Place,
        scope: &str,
        (chosen, number): (&[Anchor], &str),
    ) -> Result<Self, PageError> {
        let proposal = &permit.subject.proposal;
        if matches!(place.clause, Clause::Item(_)) {
            // What is recommended is no part of the text that amendments are made to.
            return Err(PageError::NotFound);
        }
        let parent = parent(app, proposal, &place, number).await?;
        let under = match &parent {
            Some(parent) => Some(parent.amendment.clone().ok_or(PageError::NotFound)?),
            None => None,
        };
        let document = place.version.content.document.clone();
        // Its text was changed since: it can be read, and not be amended.
        let base = Base::of(document, under).map_err(|_| PageError::Conflict)?;
        let extent = Extent::of(&base, &place.clause, Scope::of(scope), chosen);
        Ok(Self {
            place,
            parent,
            base,
            extent,
        })
    }

    /// Reads the wordings off the async threads: comparing long texts takes a while.
    pub async fn offer(&self, form: Form) -> Result<(Form, Option<Offer>), PageError> {
        let (base, clause) = (self.base.clone(), self.place.clause.clone());
        let (extent, mut form) = (self.extent.clone(), form);
        let reading = tokio::task::spawn_blocking(move || {
            let offer = offer(&mut form, &base, &clause, &extent);
            (form, offer)
        });
        reading
            .await
            .map_err(|broken| PageError::Internal(broken.into()))
    }
}

/// `GET /propozycje/{slug}/akapit/{clause}/poprawka`
pub(super) async fn get(
    permit: Permit<RemarkAct>,
    State(app): State<App>,
    visit: Visit,
    Path((_, clause)): Path<(String, String)>,
    Query(asked): Query<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    let of = &permit.subject;
    let place = Place::find(&app, &of.proposal, &clause).await?;
    if !place.is_there() {
        return Err(PageError::NotFound);
    }
    if let Some(instead) = gate::instead(&app, &visit, of, permit.signed_in.is_some())? {
        return Ok(instead);
    }
    let chosen = blocks(
        asked
            .iter()
            .filter(|it| it.0 == "of")
            .map(|it| it.1.as_str()),
    );
    let number = value(&asked, "do");
    let scope = value(&asked, "scope");
    let typing = Typing::of(&app, &permit, place, scope, (&chosen, number)).await?;
    let form = Form::fresh(visit.lang)
        .with("version", typing.place.version.number)
        .with("do", number);
    let form = author::known(form, &permit).keyed(&app.chance);
    let html = page(&app, &visit, &permit, &typing, (form, None))?;
    Ok(respond::private(html))
}

/// `POST /propozycje/{slug}/akapit/{clause}/poprawka`
pub(super) async fn post(
    permit: Permit<RemarkAct>,
    State(app): State<App>,
    visit: Visit,
    Path((_, clause)): Path<(String, String)>,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    if !app.limits.admits_write(visit.peer) {
        return Err(PageError::TooMany);
    }
    let proposal = &permit.subject.proposal;
    let mut form = Form::of(data, visit.lang);
    let seen: u32 = form.value("version").parse().unwrap_or_default();
    let place = Place::or_seen(&app, proposal, &clause, seen).await?;
    let typing = sent(&app, &permit, place, &form).await?;
    let number = typing.place.version.number;
    if proposal.current != Some(number) {
        form.fail_whole(form.words().remarking_clause_gone(number + 1));
        let html = page(&app, &visit, &permit, &typing, (form, None))?;
        return Ok(respond::clash(html));
    }
    if let Some(older) = changed_since(&app, proposal.id, &typing, seen).await? {
        let form = form.replacing("version", number);
        let clash = Clash::of(&typing, &older, &visit);
        let html = page(&app, &visit, &permit, &typing, (form, Some(clash)))?;
        return Ok(respond::clash(html));
    }
    refuse_closed(&mut form, &app, &visit, &permit);
    let (mut form, offer) = typing.offer(form).await?;
    let m = form.words();
    let reasons = form
        .typed("reasons", m.remarking_reasons())
        .required()
        .lines(BODY);
    let who = author::read(&mut form, &permit);
    let key = key_of(&form, &permit);
    if key.is_none() {
        form.fail_whole(m.remarking_key_missing());
    }
    let (true, Some(offer), Some(who), Some(key)) = (form.is_valid(), offer, who, key) else {
        let form = form.keyed(&app.chance);
        let html = page(&app, &visit, &permit, &typing, (form, None))?;
        return Ok(respond::again(html));
    };
    let said = Said {
        kind: RemarkKind::Amendment,
        body: String::new(),
        reasons,
        wording: offer.wording,
        amendment: Some(offer.amendment),
        reply_to: typing.parent.as_ref().map(|parent| parent.id),
    };
    let path = receive(&app, &permit, &visit, &typing.place, (who, key, said)).await?;
    Ok(respond::to(&path))
}

/// What a form that was sent is about.
pub(super) async fn sent(
    app: &App,
    permit: &Permit<RemarkAct>,
    place: Place,
    form: &Form,
) -> Result<Typing, PageError> {
    let chosen = blocks(form.data().all("of"));
    let (scope, number) = (form.value("scope"), form.value("do"));
    Typing::of(app, permit, place, scope, (&chosen, number)).await
}

/// The text that somebody saw when they began, if what they typed into reads otherwise by now.
async fn changed_since(
    app: &App,
    proposal: ProposalId,
    typing: &Typing,
    seen: u32,
) -> Result<Option<Document>, PageError> {
    let Place { version, .. } = &typing.place;
    if seen == version.number || typing.parent.is_some() {
        return Ok(None);
    }
    let Some(older) = app.store.register().version(proposal, seen).await? else {
        return Ok(None);
    };
    let (older, newer) = (older.content.document, &version.content.document);
    let is_same = typing.extent.is_same(&older, newer);
    Ok((!is_same).then_some(older))
}

fn blocks<'a>(words: impl Iterator<Item = &'a str>) -> Vec<Anchor> {
    words.filter_map(|word| word.parse().ok()).collect()
}
