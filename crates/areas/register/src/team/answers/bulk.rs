//! One answer to many remarks that say the same.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::WriteProposal;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Choice, Form};
use wiec_kit::frame::Frame;
use wiec_kit::messages::messages;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::register::{Position, Proposal, Remark, RemarkId, RemarkKind};

use super::{author, chosen, give, kind_name, said};
use crate::team::view;

#[derive(Template)]
#[template(path = "team_bulk.html")]
struct BulkPage {
    frame: Frame,
    queue: String,
    action: String,
    owner: String,
    form: Form,
    rows: Vec<Row>,
    positions: Vec<Choice>,
}

struct Row {
    id: RemarkId,
    number: u32,
    kind: &'static str,
    who: String,
    words: String,
    /// It has an answer, which this one replaces.
    is_answered: bool,
}

/// The page on which an answer to `chosen` is written.
///
/// # Errors
///
/// [`PageError::Internal`] if it cannot be rendered.
pub fn show(
    app: &App,
    visit: &Visit,
    proposal: &Proposal,
    chosen: &[Remark],
    form: Form,
) -> Result<Response, PageError> {
    Ok(respond::private(html(app, visit, proposal, chosen, form)?))
}

/// `POST …/zespol/odpowiedzi/zapisz`
#[tracing::instrument(name = "register.answer_many", skip_all, fields(proposal.slug = %permit.subject.proposal.slug))]
pub async fn save(
    permit: Permit<WriteProposal>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let proposal = &permit.subject.proposal;
    let mut form = Form::of(data, visit.lang).keyed(&app.chance);
    let m = form.words();
    let chosen = chosen(&app, proposal, &form).await?;
    let answer = give::read(&app, &mut form);
    let has_amendments = chosen.iter().any(|it| it.kind == RemarkKind::Amendment);
    let in_part = answer.as_ref().map(|it| it.position) == Some(Position::InPart);
    if in_part && has_amendments {
        // What of each is taken has to be typed, and that is another text for each.
        form.fail("position", m.team_position(), m.team_bulk_in_part());
    }
    if chosen.is_empty() {
        form.fail_whole(m.team_answers_none_ticked());
    }
    let Some(answer) = answer.filter(|_| form.is_valid()) else {
        return Ok(respond::again(html(&app, &visit, proposal, &chosen, form)?));
    };
    let ids: Vec<RemarkId> = chosen.iter().map(|remark| remark.id).collect();
    let nothing = BTreeMap::new();
    give::give(&app, permit.writer(), proposal, &ids, &answer, &nothing).await?;
    let queue = view::at(&visit.paths(), proposal, |words| words.answers);
    Ok(respond::to(&view::saved(&queue)))
}

fn html(
    app: &App,
    visit: &Visit,
    proposal: &Proposal,
    chosen: &[Remark],
    form: Form,
) -> Result<String, PageError> {
    let m = messages(visit.lang);
    let title = form.titled(&m.team_bulk_title(chosen.len()));
    let frame = view::frame(app, visit, &title, |paths| {
        view::at(paths, proposal, |words| words.answers)
    });
    let queue = view::at(&frame.paths, proposal, |words| words.answers);
    let row = |remark: &Remark| Row {
        id: remark.id,
        number: remark.number.unwrap_or_default(),
        kind: kind_name(m, remark.kind),
        who: author(remark),
        words: said(remark),
        is_answered: remark.answer.is_some(),
    };
    let page = BulkPage {
        action: format!("{queue}/{}", view::words(visit.lang).save),
        owner: app.secret.code("kept bulk", &proposal.id.to_string()),
        rows: chosen.iter().map(row).collect(),
        positions: give::positions(m),
        queue,
        form,
        frame,
    };
    Ok(page.render()?)
}
