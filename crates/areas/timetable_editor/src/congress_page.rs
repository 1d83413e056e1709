//! The settings of the congress: one sheet, no list.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::EditDraft;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Form};
use wiec_kit::messages::messages;
use wiec_kit::office::{OfficeFrame, Part, saved};
use wiec_kit::paths::words;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::edit::{Edit, Thing, fingerprint};

use crate::clash::Clash;
use crate::context::Context;
use crate::list::{Tab, sent, settings_tabs};
use crate::save::{Outcome, SEEN, draft, propose, refuse, save};
use crate::sheet::{Reading, ShownGroup};
use crate::things::{congress_sheet, read_congress};

#[derive(Template)]
#[template(path = "congress.html")]
struct CongressPage {
    frame: OfficeFrame,
    form: Form,
    groups: Vec<ShownGroup>,
    here: String,
    seen: String,
    clash: Option<Clash>,
    tabs: Vec<Tab>,
}

/// `GET /biuro/{congress}/ustawienia`
pub async fn get(
    permit: Permit<EditDraft>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let programme = draft(&app, &permit.subject).await?;
    let context = Context::of(&programme, visit.lang);
    let form = congress_sheet(&context).form(visit.lang);
    Ok(respond::private(
        page(&app, &visit, &permit, &context, form, None).await?,
    ))
}

/// `POST /biuro/{congress}/ustawienia`
pub async fn post(
    permit: Permit<EditDraft>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let programme = draft(&app, &permit.subject).await?;
    let mut form = sent(data, &visit);
    let context = Context::of(&programme, visit.lang);
    let sheet = congress_sheet(&context);
    let mut reading = Reading::new(&sheet, &mut form, context.m);
    let fields = read_congress(&mut reading, &programme.congress);
    let Some(fields) = fields.filter(|_| form.is_valid()) else {
        let html = page(&app, &visit, &permit, &context, form, None).await?;
        return Ok(respond::again(html));
    };
    let proposed = propose(vec![Edit::SetCongress(fields)], &form, "");
    match save(&app, permit.writer(), &permit.subject, &proposed).await? {
        Outcome::Done(_) => {
            let paths = visit.paths();
            let here = Part::Settings.path(&paths, &permit.subject);
            Ok(respond::to(&saved(&here)))
        }
        Outcome::Refused(refusal) => {
            refuse(&mut form, context.m, &refusal, &sheet);
            let html = page(&app, &visit, &permit, &context, form, None).await?;
            Ok(respond::again(html))
        }
        Outcome::Changed(changed) => {
            let theirs = Context::of(&changed.theirs, visit.lang);
            let stored = congress_sheet(&theirs);
            let mine = stored.clone().with(&form);
            let clash = Clash::of(&changed, &mine, &stored, &changed.theirs.congress.zone);
            let html = page(&app, &visit, &permit, &theirs, form, Some(clash)).await?;
            Ok(respond::clash(html))
        }
    }
}

async fn page(
    app: &App,
    visit: &Visit,
    permit: &Permit<EditDraft>,
    context: &Context<'_>,
    form: Form,
    clash: Option<Clash>,
) -> Result<String, PageError> {
    let (m, slug) = (messages(visit.lang), &permit.subject);
    let title = form.titled(m.plan_congress());
    let frame = OfficeFrame::open(
        app,
        visit,
        &permit.actor,
        slug,
        Part::Settings,
        &title,
        |paths| Part::Settings.path(paths, slug),
    )
    .await?;
    let now = fingerprint(context.programme, &Thing::Congress).map(|seen| seen.to_string());
    let sent = Some(form.value(SEEN)).filter(|sent| clash.is_none() && !sent.is_empty());
    let page = CongressPage {
        groups: congress_sheet(context).shown(&form),
        seen: sent.map(str::to_owned).or(now).unwrap_or_default(),
        here: frame.part(words(visit.lang).settings),
        tabs: settings_tabs(&frame, words(visit.lang).settings),
        clash,
        form,
        frame,
    };
    Ok(page.render()?)
}
