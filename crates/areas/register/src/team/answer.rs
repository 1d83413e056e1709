//! Answering one remark: with all that belongs to it in sight, and, of an amendment that is taken in
//! part, with the words that are taken.

mod taken;

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Response};
use wiec_kit::acts::WriteProposal;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Choice, Form};
use wiec_kit::frame::Frame;
use wiec_kit::messages::messages;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::register::{Answer, Position, Proposal, Remark, RemarkId};
use wiec_store::{Answered, WantedRemarks};
use wiec_text::{SAME, likeness};

use super::answers::{self, give, is_owed};
use super::{section, view};
use taken::Part;

/// Among how many unanswered ones those that say the same are looked for.
const LOOKED_THROUGH: u64 = 1_000;

#[derive(Template)]
#[template(path = "team_answer.html")]
struct AnswerPage {
    frame: Frame,
    queue: String,
    action: String,
    preview: String,
    owner: String,
    public: String,
    form: Form,
    positions: Vec<Choice>,
    kind: &'static str,
    who: String,
    when: String,
    clause: String,
    body: String,
    reasons: Option<String>,
    /// What an amendment changes.
    change: Option<String>,
    /// The words as they were when the amendment was made, of which a part can be taken.
    original: Option<String>,
    before: Option<Earlier>,
    alike: Vec<Alike>,
}

/// The answer that counts so far.
struct Earlier {
    position: &'static str,
    reasons: String,
    when: String,
}

/// An unanswered remark that says the same.
struct Alike {
    id: RemarkId,
    number: u32,
    who: String,
    words: String,
    is_ticked: bool,
}

/// `GET …/zespol/odpowiedzi/{number}`
pub async fn get(
    permit: Permit<WriteProposal>,
    State(app): State<App>,
    visit: Visit,
    Path((_, number)): Path<(String, u32)>,
) -> Result<Response, PageError> {
    let remark = find(&app, &permit.subject.proposal, number).await?;
    let part = taken::part(&app, &remark).await?;
    let mut form = Form::fresh(visit.lang).keyed(&app.chance);
    if let Some(part) = &part {
        form = form.with("taken", &part.now);
    }
    let html = html(&app, &visit, &permit.subject.proposal, &remark, part, form).await?;
    Ok(respond::private(html))
}

/// `POST …/zespol/odpowiedzi/{number}`: answers it, and those that are ticked beside it. An earlier answer
/// is replaced, and kept in the history.
#[tracing::instrument(name = "register.answer", skip_all, fields(proposal.slug = %permit.subject.proposal.slug, remark.number = number))]
pub async fn post(
    permit: Permit<WriteProposal>,
    State(app): State<App>,
    visit: Visit,
    Path((_, number)): Path<(String, u32)>,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let proposal = &permit.subject.proposal;
    let remark = find(&app, proposal, number).await?;
    let part = taken::part(&app, &remark).await?;
    let mut form = Form::of(data, visit.lang).keyed(&app.chance);
    let answer = give::read(&app, &mut form);
    let mut accepted = BTreeMap::new();
    if let (Some(part), Some(true)) = (&part, answer.as_ref().map(takes_part)) {
        let taken = read_taken(&mut form, &remark, part);
        accepted.extend(taken.map(|taken| (remark.id, taken)));
    }
    let Some(answer) = answer.filter(|_| form.is_valid()) else {
        let html = html(&app, &visit, proposal, &remark, part, form).await?;
        return Ok(respond::again(html));
    };
    let mut ids = vec![remark.id];
    let others = answers::chosen(&app, proposal, &form).await?;
    // An amendment that is taken in part has words of its own: others are answered on their pages.
    let others = others
        .iter()
        .filter(|it| it.amendment.is_none() || !takes_part(&answer));
    ids.extend(others.map(|it| it.id).filter(|id| *id != remark.id));
    give::give(&app, permit.writer(), proposal, &ids, &answer, &accepted).await?;
    let queue = view::at(&visit.paths(), proposal, |words| words.answers);
    Ok(respond::to(&view::saved(&queue)))
}

/// `POST …/zespol/odpowiedzi/{number}/podglad`: what taking these words would change, as a fragment.
pub async fn preview(
    permit: Permit<WriteProposal>,
    State(app): State<App>,
    visit: Visit,
    Path((_, number)): Path<(String, u32)>,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let remark = find(&app, &permit.subject.proposal, number).await?;
    let part = taken::part(&app, &remark)
        .await?
        .ok_or(PageError::NotFound)?;
    let typed = data.get("taken").unwrap_or_default();
    let change = view::excerpt(&part.base, &part.with(typed), messages(visit.lang));
    let mut response = Html(change.unwrap_or_default()).into_response();
    let never = axum::http::HeaderValue::from_static("private, no-store");
    let headers = response.headers_mut();
    headers.insert(axum::http::header::CACHE_CONTROL, never);
    Ok(response)
}

fn takes_part(answer: &Answer) -> bool {
    answer.position == Position::InPart
}

/// What of an amendment is taken: something, and not all of it.
fn read_taken(form: &mut Form, remark: &Remark, part: &Part) -> Option<wiec_text::Amendment> {
    let m = form.words();
    let typed = form.typed("taken", m.team_taken()).lines(section::LETTERS);
    let taken = part.amendment(&typed.unwrap_or_default());
    if taken.edits().is_empty() {
        form.fail("taken", m.team_taken(), m.team_taken_nothing());
    } else if Some(&taken) == remark.amendment.as_ref() {
        form.fail("taken", m.team_taken(), m.team_taken_all());
    }
    form.is_valid().then_some(taken)
}

async fn find(app: &App, proposal: &Proposal, number: u32) -> Result<Remark, PageError> {
    let found = app.store.remarks().find(proposal.id, number).await?;
    found.filter(Remark::is_public).ok_or(PageError::NotFound)
}

async fn html(
    app: &App,
    visit: &Visit,
    proposal: &Proposal,
    remark: &Remark,
    part: Option<Part>,
    form: Form,
) -> Result<String, PageError> {
    let m = messages(visit.lang);
    let number = remark.number.unwrap_or_default();
    let title = form.titled(&m.team_answer_title(number));
    let frame = view::frame(app, visit, &title, |paths| {
        format!(
            "{}/{number}",
            view::at(paths, proposal, |words| words.answers)
        )
    });
    let queue = view::at(&frame.paths, proposal, |words| words.answers);
    let action = format!("{queue}/{number}");
    let all = app.store.remarks().answers(proposal.id).await?;
    let before = remark.answer.and_then(|id| all.get(&id));
    let document = match &part {
        Some(part) => part.base.clone(),
        None => base(app, proposal, remark).await?,
    };
    let page = AnswerPage {
        preview: format!("{action}/{}", view::words(visit.lang).preview),
        owner: app.secret.code("kept answer", &remark.id.to_string()),
        public: frame.paths.remark(proposal, number),
        positions: give::positions(m),
        kind: answers::kind_name(m, remark.kind),
        who: answers::author(remark),
        when: view::moment(remark.received_at, &frame),
        clause: answers::clause_name(&document, &remark.clause, m),
        body: remark.body.clone(),
        reasons: remark.reasons.clone(),
        change: part.as_ref().and_then(|part| part.change(m)),
        original: part.map(|part| part.original),
        before: before.map(|answer| Earlier {
            position: give::position_name(m, answer.position),
            reasons: answer.reasons.clone(),
            when: view::moment(answer.at, &frame),
        }),
        alike: alike(app, proposal, remark, &form).await?,
        queue,
        action,
        form,
        frame,
    };
    Ok(page.render()?)
}

/// The text that a remark was made on.
async fn base(
    app: &App,
    proposal: &Proposal,
    remark: &Remark,
) -> Result<wiec_text::Document, PageError> {
    let version = app
        .store
        .register()
        .version(proposal.id, remark.version)
        .await?;
    Ok(version.ok_or(PageError::NotFound)?.content.document)
}

/// The unanswered remarks that say what this one says.
async fn alike(
    app: &App,
    proposal: &Proposal,
    remark: &Remark,
    form: &Form,
) -> Result<Vec<Alike>, PageError> {
    let wanted = WantedRemarks {
        answered: Some(Answered::NotYet),
        ..WantedRemarks::default()
    };
    let remarks = app.store.remarks();
    let page = remarks.page(proposal.id, &wanted, LOOKED_THROUGH).await?;
    let mine = answers::said(remark);
    let is_alike = |it: &&Remark| {
        it.id != remark.id && is_owed(it) && likeness(&mine, &answers::said(it)) >= SAME
    };
    let alike = page.rows.iter().filter(is_alike).map(|it| Alike {
        id: it.id,
        number: it.number.unwrap_or_default(),
        who: answers::author(it),
        words: answers::said(it),
        is_ticked: form.chose("remark", &it.id.to_string()),
    });
    Ok(alike.collect())
}
