//! The consultation of a proposal: what was done, step by step, and the clock that says what the law
//! still asks for.

mod read;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use wiec_kit::acts::ManageRegister;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Choice, Form};
use wiec_kit::messages::messages;
use wiec_kit::office::{OfficeFrame, saved};
use wiec_kit::paths::Paths;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::consultation::{COUNTING, FormKind, Medium, NoticeItem, Profile, Standing as Day};
use wiec_model::register::Proposal;

use super::change::{Changed, change};
use super::clock::{self, Clock};
use super::rows::{self, Row};
use super::view::{self, Link};
use super::words;

/// The rows of places in which the notice was published.
pub(super) const PLACES: &str = "place";
/// The rows of forms.
pub(super) const FORMS: &str = "form";

#[derive(Template)]
#[template(path = "office_consultation.html")]
struct ConsultationPage {
    frame: OfficeFrame,
    form: Form,
    profiles: Vec<Choice>,
    media: Vec<Choice>,
    items: Vec<Choice>,
    kinds: Vec<Choice>,
    sessions: Vec<Choice>,
    places: Vec<Row>,
    forms: Vec<Row>,
    clock: Option<Clock>,
    counting: String,
    list: String,
    about: String,
    links: Vec<Link>,
}

/// `GET /biuro/{congress}/propozycje/{proposal}/konsultacje`
pub async fn get(
    permit: Permit<ManageRegister>,
    State(app): State<App>,
    visit: Visit,
    Path((_, word)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let proposal = view::proposal(&app, &permit.subject, &word).await?;
    let form = read::filled(Form::fresh(visit.lang), &proposal.consultation);
    let form = form.with("revision", proposal.revision);
    let html = html(&app, &visit, &permit, form, &proposal).await?;
    Ok(respond::private(html))
}

/// `POST /biuro/{congress}/propozycje/{proposal}/konsultacje`
///
/// The days of the consultation are the hours of the discussion: both change at once. Whoever writes
/// over a change that they did not see is told so first, and may send the form again.
pub async fn post(
    permit: Permit<ManageRegister>,
    State(app): State<App>,
    visit: Visit,
    Path((_, word)): Path<(String, String)>,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let congress = &permit.subject;
    let before = view::proposal(&app, congress, &word).await?;
    if let Some(moved) = rows::moved(&data, &[PLACES, FORMS]) {
        let form = Form::of(moved, visit.lang);
        let html = html(&app, &visit, &permit, form, &before).await?;
        return Ok(respond::private(html));
    }
    let mut form = Form::of(data, visit.lang);
    let draft = app.store.drafts().find(congress).await?;
    let draft = draft.ok_or(PageError::NotFound)?;
    let Some(consultation) = read::read(&mut form, &draft) else {
        let html = html(&app, &visit, &permit, form, &before).await?;
        return Ok(respond::again(html));
    };
    let zone = view::zone(&app, congress).await?;
    let after = Proposal {
        discussion: before.discussion.within(&consultation, &zone),
        consultation,
        ..before.clone()
    };
    match change(&app, &permit, form, &before, &after).await? {
        Changed::Done => {
            let path = view::of(&visit.paths(), &before, |words| words.consultation);
            Ok(respond::to(&saved(&path)))
        }
        Changed::Clash(clash) => {
            let (form, now) = *clash;
            let html = html(&app, &visit, &permit, form, &now).await?;
            Ok(respond::clash(html))
        }
    }
}

async fn html(
    app: &App,
    visit: &Visit,
    permit: &Permit<ManageRegister>,
    form: Form,
    proposal: &Proposal,
) -> Result<String, PageError> {
    let congress = &permit.subject;
    let m = messages(visit.lang);
    let title = form.titled(m.office_consultation_title());
    let place = |paths: &Paths| view::of(paths, proposal, |words| words.consultation);
    let frame = view::frame(app, visit, permit, &title, place).await?;
    let standings = app.store.remarks().standings(congress).await?;
    let standing = standings.get(&proposal.id).copied().unwrap_or_default();
    let now = app.clock.now();
    let day = Day::at(now, &frame.zone, standing.published, standing.unanswered);
    let draft = app.store.drafts().find(congress).await?;
    let draft = draft.ok_or(PageError::NotFound)?;
    let session = |it: &wiec_model::Session| {
        let called = format!("{} {}", it.code, it.title.words(visit.lang));
        Choice::new(it.guid, called)
    };
    let mut sessions: Vec<_> = draft
        .sessions
        .iter()
        .filter(|session| !draft.is_service(session))
        .collect();
    sessions.sort_by(|a, b| a.code.cmp(&b.code));
    let page = ConsultationPage {
        profiles: Profile::ALL
            .map(|it| Choice::new(it.key(), words::profile(it, m)))
            .to_vec(),
        media: Medium::ALL
            .map(|it| Choice::new(it.key(), words::medium(it, m)))
            .to_vec(),
        items: NoticeItem::ALL
            .map(|it| Choice::new(it.key(), words::notice_item(it, m)))
            .to_vec(),
        kinds: FormKind::ALL
            .map(|it| Choice::new(it.key(), words::form_kind(it, m)))
            .to_vec(),
        sessions: std::iter::once(Choice::new("", m.office_form_no_session()))
            .chain(sessions.into_iter().map(session))
            .collect(),
        places: rows::rows(&form, PLACES, "name"),
        forms: rows::rows(&form, FORMS, "on"),
        clock: clock::read(&proposal.consultation, day, m),
        counting: clock::source(COUNTING, m),
        list: view::list(&frame.paths, congress),
        about: proposal.about.title.words(visit.lang).to_owned(),
        links: view::links(&frame.paths, proposal, m),
        frame,
        form,
    };
    Ok(page.render()?)
}
