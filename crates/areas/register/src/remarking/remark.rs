//! A remark: a comment, support, a question or an objection, and replies to them.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use wiec_kit::acts::Remark as RemarkAct;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Choice, Form};
use wiec_kit::frame::Frame;
use wiec_kit::messages::messages;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::register::{Remark, RemarkKind};

use super::place::Place;
use super::receive::{Said, key_of, parent, receive};
use super::view::{frame, kind, remark_form, rules, title};
use super::{author, gate};

/// The most letters of what is said, and of reasons.
pub(super) const BODY: usize = 5_000;
/// The most letters of a wording.
pub(super) const WORDING: usize = 20_000;

const KINDS: [RemarkKind; 4] = [
    RemarkKind::Comment,
    RemarkKind::Support,
    RemarkKind::Question,
    RemarkKind::Objection,
];

#[derive(Template)]
#[template(path = "remarking_remark.html")]
struct RemarkPage {
    frame: Frame,
    heading: String,
    form: Form,
    kinds: Vec<Choice>,
    behalves: Vec<Choice>,
    about: About,
    reply: Option<Reply>,
    clause_words: Option<String>,
    action: String,
}

/// What pages with a form say of its place and its reader.
pub(super) struct About {
    /// What the proposal is called.
    pub proposal: String,
    /// Where it is.
    pub proposal_href: String,
    /// What the clause is called.
    pub clause: String,
    /// The clause as the browser's drafts name it.
    pub clause_key: String,
    /// The version.
    pub version: u32,
    /// Until when something can be said.
    pub until: Option<String>,
    /// Whether the reader is signed in.
    pub is_known: bool,
    /// Stands for the reader in the drafts that their browser keeps.
    pub owner: Option<String>,
    /// The rules of the discussion.
    pub rules: String,
}

/// What one replies to.
struct Reply {
    name: String,
    body: String,
}

impl About {
    /// What is said of a place to this reader.
    pub fn of(app: &App, visit: &Visit, permit: &Permit<RemarkAct>, place: &Place) -> Self {
        let (m, paths) = (messages(visit.lang), visit.paths());
        let proposal = &permit.subject.proposal;
        let account = permit.signed_in.as_ref().map(|it| it.account.id);
        Self {
            proposal: title(proposal, visit.lang),
            proposal_href: paths.proposal(proposal),
            clause: place.name(m, visit.lang),
            clause_key: place.clause.to_string(),
            version: place.version.number,
            until: gate::until(app, visit, &permit.subject),
            is_known: account.is_some(),
            owner: account.map(|id| app.secret.code("drafts of", &id.to_string())),
            rules: rules(&paths, proposal),
        }
    }
}

/// `GET /propozycje/{slug}/akapit/{clause}/uwaga`
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
    let number = value(&asked, "do");
    let parent = parent(&app, &of.proposal, &place, number).await?;
    let form = Form::fresh(visit.lang)
        .with("version", place.version.number)
        .with("kind", RemarkKind::Comment.key())
        .with("do", number);
    let form = author::known(form, &permit).keyed(&app.chance);
    let html = page(&app, &visit, &permit, &place, parent.as_ref(), form)?;
    Ok(respond::private(html))
}

/// `POST /propozycje/{slug}/akapit/{clause}/uwaga`
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
    let seen = form.value("version").parse().unwrap_or_default();
    let place = Place::or_seen(&app, proposal, &clause, seen).await?;
    let parent = parent(&app, proposal, &place, form.value("do")).await?;
    refuse_closed(&mut form, &app, &visit, &permit);
    let said = read(&mut form, parent.as_ref());
    let who = author::read(&mut form, &permit);
    let key = key_of(&form, &permit);
    if key.is_none() {
        form.fail_whole(form.words().remarking_key_missing());
    }
    let (true, Some(said), Some(who), Some(key)) = (form.is_valid(), said, who, key) else {
        let form = form.keyed(&app.chance);
        let html = page(&app, &visit, &permit, &place, parent.as_ref(), form)?;
        return Ok(respond::again(html));
    };
    let path = receive(&app, &permit, &visit, &place, (who, key, said)).await?;
    Ok(respond::to(&path))
}

/// Notes in the form that nothing is taken now, or not from this visitor.
pub(super) fn refuse_closed(form: &mut Form, app: &App, visit: &Visit, permit: &Permit<RemarkAct>) {
    let of = &permit.subject;
    if let Some(closed) = gate::closed(app, visit, of) {
        let says = form.words().remarking_too_late(closed.title, closed.what);
        form.fail_whole(says);
    } else if gate::is_for_members(of) && permit.signed_in.is_none() {
        form.fail_whole(form.words().remarking_members_only());
    }
}

/// The first value of a field in the question of an address.
pub(super) fn value<'a>(asked: &'a [(String, String)], name: &str) -> &'a str {
    let found = asked.iter().find(|(known, _)| known == name);
    found.map_or("", |(_, value)| value)
}

fn read(form: &mut Form, parent: Option<&Remark>) -> Option<Said> {
    let m = form.words();
    let of_kind = |key: &str| RemarkKind::of(key).filter(|kind| KINDS.contains(kind));
    let kind = match parent {
        Some(_) => Some(RemarkKind::Comment),
        None => form
            .typed("kind", m.remarking_kind())
            .required()
            .choice(of_kind),
    };
    let body = form
        .typed("body", m.remarking_body())
        .required()
        .lines(BODY);
    let wording = form.typed("wording", m.remarking_wording()).lines(WORDING);
    let reasons = form.typed("reasons", m.remarking_reasons()).lines(BODY);
    let (Some(kind), Some(body)) = (kind, body) else {
        return None;
    };
    Some(Said {
        kind,
        body,
        reasons,
        wording,
        amendment: None,
        reply_to: parent.map(|parent| parent.id),
    })
}

fn page(
    app: &App,
    visit: &Visit,
    permit: &Permit<RemarkAct>,
    place: &Place,
    parent: Option<&Remark>,
    form: Form,
) -> Result<String, PageError> {
    let m = messages(visit.lang);
    let proposal = &permit.subject.proposal;
    let number = parent.and_then(|parent| parent.number);
    let reply = parent.map(|parent| Reply {
        name: parent.author.name.clone(),
        body: parent.body.clone(),
    });
    let about = About::of(app, visit, permit, place);
    let heading = match number {
        Some(number) => m.remarking_reply_title(number),
        None => m.remarking_title(&about.clause),
    };
    let title = form.titled(&heading);
    let page = RemarkPage {
        frame: frame(app, visit, &title, |paths| {
            remark_form(paths, proposal, &place.clause)
        }),
        kinds: KINDS
            .map(|one| Choice::new(one.key(), kind(m, one)))
            .to_vec(),
        behalves: author::choices(m),
        clause_words: place.words(visit.lang),
        action: remark_form(&visit.paths(), proposal, &place.clause),
        reply,
        about,
        heading,
        form,
    };
    Ok(page.render()?)
}
