//! All sessions in one dense table, editable in place: what is said most often of each, a save for
//! every row and one for all. Filter and order stand in the address.

mod filter;
mod row;

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use wiec_kit::acts::EditDraft;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Form, FormData, Summary};
use wiec_kit::messages::messages;
use wiec_kit::office::{OfficeFrame, Part, saved};
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::edit::Thing as Edited;
use wiec_model::{Session, Slug};

use crate::clash::Clash;
use crate::context::Context;
use crate::save::{Outcome, draft, propose, refuse, save};
use crate::sheet::Sheet;
use crate::thing::Thing;
use crate::thing_page;

use filter::{Asked, Filter, Head};
use row::Row;

#[derive(Template)]
#[template(path = "table.html")]
struct TablePage {
    frame: OfficeFrame,
    filter: Filter,
    heads: Vec<Head>,
    rows: Vec<Row>,
    wrong: Vec<Summary>,
    clash: Option<RowClash>,
    here: String,
    list: String,
    new: String,
}

/// A row that somebody else changed.
struct RowClash {
    code: String,
    title: String,
    clash: Clash,
}

/// The rows as they were sent, and what came of them.
#[derive(Default)]
struct Sent {
    forms: Vec<(String, Form)>,
    clash: Option<RowClash>,
}

/// `GET /biuro/{congress}/sesje`; with `?new` the page that makes one.
pub async fn get(
    permit: Permit<EditDraft>,
    State(app): State<App>,
    visit: Visit,
    Query(asked): Query<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    let programme = draft(&app, &permit.subject).await?;
    let context = Context::of(&programme, visit.lang);
    if visit.asks("new") {
        let form = Session::sheet(None, &context).form(visit.lang);
        return thing_page::new_page::<Session>(&app, &visit, &permit, &context, form).await;
    }
    let asked = Asked::of(&asked);
    let html = page(&app, &visit, &permit, &context, &asked, Sent::default()).await?;
    Ok(respond::private(html))
}

/// `POST /biuro/{congress}/sesje`: saves a row or all that were touched; without either makes a session.
pub async fn post(
    permit: Permit<EditDraft>,
    State(app): State<App>,
    visit: Visit,
    Query(asked): Query<Vec<(String, String)>>,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    if !data.has("row") {
        let data = CheckedForm(data);
        return thing_page::create::<Session>(permit, State(app), visit, data).await;
    }
    let asked = Asked::of(&asked);
    let programme = draft(&app, &permit.subject).await?;
    let context = Context::of(&programme, visit.lang);
    let wanted = data.get("save").unwrap_or_default().to_owned();
    let (mut proposed, mut sent) = (Vec::new(), Sent::default());
    for code in data.all("row") {
        let Some(session) = programme.session(code) else {
            return Err(PageError::Conflict);
        };
        let mut form = row::sent(&data, session, &context);
        if row::is_touched(&form, session, &context) && (wanted == "all" || wanted == code) {
            let edits = row::read(&mut form, session, &context).unwrap_or_default();
            let prefix = row::prefix(session);
            proposed.extend(propose(edits, &form, &prefix));
        }
        sent.forms.push((code.to_owned(), form));
    }
    if sent.forms.iter().any(|(_, form)| !form.is_valid()) {
        let html = page(&app, &visit, &permit, &context, &asked, sent).await?;
        return Ok(respond::again(html));
    }
    match save(&app, permit.writer(), &permit.subject, &proposed).await? {
        Outcome::Done(_) => {
            let path = address(&permit.subject, &visit, &asked);
            Ok(respond::to(&saved(&path)))
        }
        Outcome::Refused(refusal) => {
            if let Some((_, form)) = sent.forms.first_mut() {
                refuse(form, context.m, &refusal, &Sheet::default());
            }
            let html = page(&app, &visit, &permit, &context, &asked, sent).await?;
            Ok(respond::again(html))
        }
        Outcome::Changed(changed) => {
            let (Edited::Session(code) | Edited::Slot(code)) = &changed.thing else {
                return Err(PageError::Conflict);
            };
            let theirs = Context::of(&changed.theirs, visit.lang);
            let now = changed
                .theirs
                .session(code.as_str())
                .ok_or(PageError::Conflict)?;
            let stored = row::sheet(now, &theirs);
            let own = sent.forms.iter().find(|(known, _)| known == code.as_str());
            let (_, form) = own.ok_or(PageError::Conflict)?;
            let mine = stored.clone().with(form);
            let zone = &changed.theirs.congress.zone;
            sent.clash = Some(RowClash {
                code: code.to_string(),
                title: theirs.words(&now.title).to_owned(),
                clash: Clash::of(&changed, &mine, &stored, zone),
            });
            let html = page(&app, &visit, &permit, &theirs, &asked, sent).await?;
            Ok(respond::clash(html))
        }
    }
}

fn address(slug: &Slug, visit: &Visit, asked: &Asked) -> String {
    let list = Part::Sessions.path(&visit.paths(), slug);
    format!("{list}{}", asked.query())
}

async fn page(
    app: &App,
    visit: &Visit,
    permit: &Permit<EditDraft>,
    context: &Context<'_>,
    asked: &Asked,
    sent: Sent,
) -> Result<String, PageError> {
    let (m, slug) = (messages(visit.lang), &permit.subject);
    let frame = OfficeFrame::open(
        app,
        visit,
        &permit.actor,
        slug,
        Part::Sessions,
        m.plan_sessions(),
        |paths| format!("{}{}", Part::Sessions.path(paths, slug), asked.query()),
    )
    .await?;
    let list = Part::Sessions.path(&visit.paths(), slug);
    let sessions = asked.choose(context);
    let mut rows = Vec::with_capacity(sessions.len());
    let mut wrong = Vec::new();
    for session in sessions {
        let own = sent
            .forms
            .iter()
            .find(|(code, _)| code == session.code.as_str());
        let afresh = sent
            .clash
            .as_ref()
            .is_some_and(|clash| clash.code == session.code.as_str());
        rows.push(Row::of(
            session,
            own.map(|(_, form)| form),
            afresh,
            context,
            &list,
        ));
        wrong.extend(
            own.filter(|(_, form)| !form.is_valid())
                .map(|(_, form)| form.summary()),
        );
    }
    let page = TablePage {
        filter: Filter::of(asked, context),
        heads: asked.heads(&list, m),
        rows,
        wrong,
        clash: sent.clash,
        here: format!("{list}{}", asked.query()),
        new: format!("{list}?new"),
        list,
        frame,
    };
    Ok(page.render()?)
}

/// The fields of one row out of a whole table's.
fn under(data: &FormData, names: impl Iterator<Item = String>) -> FormData {
    let mut own = FormData::default();
    for name in names {
        for value in data.all(&name) {
            own.push(&name, value);
        }
    }
    own
}
