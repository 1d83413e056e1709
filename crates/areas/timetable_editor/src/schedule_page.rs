//! The draft schedule of a day: a grid, a form for each of its blocks, and the conflicts.
//!
//! The form does all that dragging does: it sends a room, a day, a start and minutes, or a step in one
//! of four ways. The browser's script sends the same.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use jiff::ToSpan;
use wiec_kit::acts::EditDraft;
use wiec_kit::app::App;
use wiec_kit::dates::day_slug;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Form};
use wiec_kit::messages::messages;
use wiec_kit::office::{OfficeFrame, Part};
use wiec_kit::paths::words;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::edit::{Edit, Thing, fingerprint};
use wiec_model::{Day, Lang, Programme, Session, Slot};

use crate::clash::Clash;
use crate::context::Context;
use crate::list::sent;
use crate::save::{Outcome, SEEN_SLOT, draft, propose, refuse, save};
use crate::schedule::Schedule;
use crate::sheet::{Group, Reading, Sheet, ShownGroup};
use crate::things::slot;

/// One step of the arrows.
const STEP_MINUTES: i64 = 15;

#[derive(Template)]
#[template(path = "schedule.html")]
struct SchedulePage {
    frame: OfficeFrame,
    days: Vec<DayTab>,
    here: String,
    date: String,
    schedule: Schedule,
    selected: Option<Selected>,
    day_key: String,
    release: String,
}

struct DayTab {
    label: String,
    href: String,
    current: bool,
}

/// The block whose form is open.
struct Selected {
    code: String,
    title: String,
    kind: String,
    href: String,
    form: Form,
    groups: Vec<ShownGroup>,
    seen: String,
    clash: Option<Clash>,
    is_scheduled: bool,
}

/// `GET /biuro/{congress}/harmonogram`: the day that it is, or the first.
pub async fn first(
    permit: Permit<EditDraft>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let programme = draft(&app, &permit.subject).await?;
    let today = programme.day_of(app.clock.now());
    let day = today
        .or(programme.days.first())
        .ok_or(PageError::NotFound)?;
    let list = Part::Schedule.path(&visit.paths(), &permit.subject);
    Ok(respond::to(&format!(
        "{list}/{}",
        day_slug(day.date, visit.lang)
    )))
}

/// `GET /biuro/{congress}/harmonogram/{day}`
pub async fn get(
    permit: Permit<EditDraft>,
    State(app): State<App>,
    visit: Visit,
    Path((_, day)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let programme = draft(&app, &permit.subject).await?;
    let day = day_of(&programme, &day)?;
    let context = Context::of(&programme, visit.lang);
    let session = chosen(&visit).and_then(|code| programme.session(&code));
    let selected = session.map(|session| {
        let form = sheet(session, &context).form(visit.lang);
        select(session, &context, form, None, &permit, &visit)
    });
    let html = page(&app, &visit, &permit, &context, day, selected).await?;
    Ok(respond::private(html))
}

/// `POST /biuro/{congress}/harmonogram/{day}`: moves a session, or takes its room and time.
pub async fn post(
    permit: Permit<EditDraft>,
    State(app): State<App>,
    visit: Visit,
    Path((_, day)): Path<(String, String)>,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let programme = draft(&app, &permit.subject).await?;
    let day = day_of(&programme, &day)?;
    let context = Context::of(&programme, visit.lang);
    let mut form = sent(data, &visit);
    let session = programme
        .session(form.value("code"))
        .ok_or(PageError::NotFound)?;
    let Some(edits) = read(&mut form, session, &context) else {
        let selected = select(session, &context, form, None, &permit, &visit);
        let html = page(&app, &visit, &permit, &context, day, Some(selected)).await?;
        return Ok(respond::again(html));
    };
    let proposed = propose(edits, &form, "");
    match save(&app, permit.writer(), &permit.subject, &proposed).await? {
        Outcome::Done(_) => {
            let slot = proposed.first().and_then(|proposed| match &proposed.edit {
                Edit::Place(_, slot) => programme.day_of(slot.starts_at),
                _ => None,
            });
            let path = address(&permit, &visit, slot.unwrap_or(day));
            Ok(respond::to(&format!(
                "{path}?{}={}",
                parameter(visit.lang),
                session.code
            )))
        }
        Outcome::Refused(refusal) => {
            refuse(&mut form, context.m, &refusal, &sheet(session, &context));
            let selected = select(session, &context, form, None, &permit, &visit);
            let html = page(&app, &visit, &permit, &context, day, Some(selected)).await?;
            Ok(respond::again(html))
        }
        Outcome::Changed(changed) => {
            let theirs = Context::of(&changed.theirs, visit.lang);
            let now = changed
                .theirs
                .session(session.code.as_str())
                .ok_or(PageError::Conflict)?;
            let stored = sheet(now, &theirs);
            let mine = stored.clone().with(&form);
            let clash = Clash::of(&changed, &mine, &stored, &changed.theirs.congress.zone);
            let selected = select(now, &theirs, form, Some(clash), &permit, &visit);
            let html = page(&app, &visit, &permit, &theirs, day, Some(selected)).await?;
            Ok(respond::clash(html))
        }
    }
}

/// What the form wants done; `None` if something is wrong with it.
fn read(form: &mut Form, session: &Session, context: &Context<'_>) -> Option<Vec<Edit>> {
    let act = form.value("act").to_owned();
    if act == "unschedule" {
        return Some(vec![Edit::Unschedule(session.code.clone())]);
    }
    if let Some(slot) = stepped(&act, session, context) {
        return Some(vec![Edit::Place(session.code.clone(), slot)]);
    }
    let sheet = sheet(session, context);
    let mut reading = Reading::new(&sheet, form, context.m);
    let placed = slot::read("", &mut reading, context);
    let placed = placed.filter(|_| form.is_valid())?;
    Some(slot::edit(session, placed).into_iter().collect())
}

/// The slot one step further in the way that an arrow names.
fn stepped(act: &str, session: &Session, context: &Context<'_>) -> Option<Slot> {
    let slot = session.slot.as_ref()?;
    let rooms = &context.programme.rooms;
    let at = rooms.iter().position(|room| room.slug == slot.room)?;
    let by = |minutes: i64| {
        Some(Slot {
            starts_at: slot.starts_at.checked_add(minutes.minutes()).ok()?,
            ends_at: slot.ends_at.checked_add(minutes.minutes()).ok()?,
            ..slot.clone()
        })
    };
    let into = |at: usize| {
        // At the edge it stays where it is.
        let room = rooms.get(at).map_or(&slot.room, |room| &room.slug);
        Some(Slot {
            room: room.clone(),
            ..slot.clone()
        })
    };
    match act {
        "earlier" => by(-STEP_MINUTES),
        "later" => by(STEP_MINUTES),
        "left" => into(at.saturating_sub(1)),
        "right" => into(at + 1),
        _ => None,
    }
}

fn sheet(session: &Session, context: &Context<'_>) -> Sheet {
    Sheet::of(vec![Group::of(
        "",
        slot::fields("", Some(session), context),
    )])
}

fn select(
    session: &Session,
    context: &Context<'_>,
    form: Form,
    clash: Option<Clash>,
    permit: &Permit<EditDraft>,
    visit: &Visit,
) -> Selected {
    let code = Thing::Slot(session.code.clone());
    let seen = fingerprint(context.programme, &code).map(|seen| seen.to_string());
    let sent = Some(form.value(SEEN_SLOT)).filter(|sent| clash.is_none() && !sent.is_empty());
    let kind = context.programme.kind(session.kind.as_str());
    let sessions = Part::Sessions.path(&visit.paths(), &permit.subject);
    Selected {
        code: session.code.to_string(),
        title: context.words(&session.title).to_owned(),
        kind: kind
            .map(|kind| context.words(&kind.name).to_owned())
            .unwrap_or_default(),
        href: format!("{sessions}/{}", session.code),
        groups: sheet(session, context).shown(&form),
        seen: sent.map(str::to_owned).or(seen).unwrap_or_default(),
        clash,
        is_scheduled: session.slot.is_some(),
        form,
    }
}

/// The parameter that names the block whose form is open.
const fn parameter(lang: Lang) -> &'static str {
    match lang {
        Lang::Pl => "sesja",
        Lang::En => "session",
    }
}

/// The code that the address names, in the words of either language.
fn chosen(visit: &Visit) -> Option<String> {
    let (_, query) = visit.address.split_once('?')?;
    query.split('&').find_map(|part| {
        let (name, value) = part.split_once('=')?;
        Lang::ALL
            .into_iter()
            .any(|lang| parameter(lang) == name)
            .then(|| value.to_owned())
    })
}

fn day_of<'a>(programme: &'a Programme, slug: &str) -> Result<&'a Day, PageError> {
    let mut days = programme.days.iter();
    let day = days.find(|day| {
        Lang::ALL
            .into_iter()
            .any(|lang| day_slug(day.date, lang) == slug)
    });
    day.ok_or(PageError::NotFound)
}

fn address(permit: &Permit<EditDraft>, visit: &Visit, day: &Day) -> String {
    let list = Part::Schedule.path(&visit.paths(), &permit.subject);
    format!("{list}/{}", day_slug(day.date, visit.lang))
}

async fn page(
    app: &App,
    visit: &Visit,
    permit: &Permit<EditDraft>,
    context: &Context<'_>,
    day: &Day,
    selected: Option<Selected>,
) -> Result<String, PageError> {
    let (m, slug) = (messages(visit.lang), &permit.subject);
    let availabilities = app.store.availabilities().list(slug).await?;
    let frame = OfficeFrame::open(
        app,
        visit,
        &permit.actor,
        slug,
        Part::Schedule,
        m.office_schedule(),
        |paths| {
            let list = Part::Schedule.path(paths, slug);
            format!("{list}/{}", day_slug(day.date, paths.lang()))
        },
    )
    .await?;
    let code = selected.as_ref().map_or("", |one| one.code.as_str());
    let schedule = Schedule::of(day, context, &availabilities, code);
    let tab = |other: &Day| DayTab {
        label: context.day(other),
        href: address(permit, visit, other),
        current: other == day,
    };
    let page = SchedulePage {
        days: context.programme.days.iter().map(tab).collect(),
        here: address(permit, visit, day),
        date: wiec_kit::dates::day_month(day.date, visit.lang),
        release: frame.part(words(visit.lang).release),
        day_key: day.date.to_string(),
        schedule,
        selected,
        frame,
    };
    Ok(page.render()?)
}

impl SchedulePage {
    /// The address of a block's form.
    fn form_of(&self, code: &str) -> String {
        format!(
            "{}?{}={code}#wybrane",
            self.here,
            parameter(self.frame.lang)
        )
    }
}
