//! The page of one thing: to make it, edit it, delete it.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use wiec_kit::acts::EditDraft;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Form};
use wiec_kit::history::{Told, history_of};
use wiec_kit::messages::messages;
use wiec_kit::office::{OfficeFrame, saved};
use wiec_kit::paths::words;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::Programme;
use wiec_model::edit::{Edit, Proposed, Refusal, fingerprint};

use crate::clash::Clash;
use crate::context::Context;
use crate::list::{part_of, sent};
use crate::save::{Outcome, SEEN, SEEN_SLOT, draft, propose, refuse, save};
use crate::sheet::{Reading, ShownGroup};
use crate::thing::{Thing, find};

#[derive(Template)]
#[template(path = "thing.html")]
struct ThingPage {
    frame: OfficeFrame,
    form: Form,
    groups: Vec<ShownGroup>,
    list: String,
    list_title: &'static str,
    here: String,
    seen: Vec<(&'static str, String)>,
    clash: Option<Clash>,
    deletion: Deletion,
    beside: Option<String>,
    history: Option<Told>,
}

/// Whether the thing can be deleted.
enum Deletion {
    /// It is not there yet.
    New,
    /// It can.
    Possible,
    /// It cannot, because of this.
    Held(String),
}

/// What else there is to say on the page of a thing.
struct Around {
    clash: Option<Clash>,
}

/// `GET /biuro/{congress}/sale/{key}`
pub async fn get<T: Thing>(
    permit: Permit<EditDraft>,
    State(app): State<App>,
    visit: Visit,
    Path((_, key)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let programme = draft(&app, &permit.subject).await?;
    let context = Context::of(&programme, visit.lang);
    let thing = find::<T>(&programme, &key).ok_or(PageError::NotFound)?;
    let form = T::sheet(Some(thing), &context).form(visit.lang);
    let around = Around { clash: None };
    let html = page(&app, &visit, &permit, &context, Some(thing), form, around).await?;
    Ok(respond::private(html))
}

/// `POST /biuro/{congress}/sale`: makes a thing.
pub async fn create<T: Thing>(
    permit: Permit<EditDraft>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let programme = draft(&app, &permit.subject).await?;
    let mut form = sent(data.clone(), &visit);
    let context = Context::of(&programme, visit.lang)
        .typed(&data)
        .fresh(app.chance.uuid(app.clock.now()));
    let Some(edits) = read::<T>(&mut form, None, &context) else {
        return new_page::<T>(&app, &visit, &permit, &context, form).await;
    };
    let proposed = propose(edits, &form, "");
    let list = list_of::<T>(&permit, &visit);
    match save(&app, permit.writer(), &permit.subject, &proposed).await? {
        Outcome::Done(things) => {
            let key = things.first().and_then(T::key_of);
            let path = key.map_or_else(|| list.clone(), |key| format!("{list}/{key}"));
            Ok(respond::to(&saved(&path)))
        }
        Outcome::Refused(refusal) => {
            refuse(&mut form, context.m, &refusal, &T::sheet(None, &context));
            new_page::<T>(&app, &visit, &permit, &context, form).await
        }
        Outcome::Changed(_) => Err(PageError::Conflict),
    }
}

/// `POST /biuro/{congress}/sale/{key}`: edits a thing, or deletes it.
pub async fn post<T: Thing>(
    permit: Permit<EditDraft>,
    State(app): State<App>,
    visit: Visit,
    Path((_, key)): Path<(String, String)>,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let programme = draft(&app, &permit.subject).await?;
    let mut form = sent(data.clone(), &visit);
    let context = Context::of(&programme, visit.lang).typed(&data);
    let thing = find::<T>(&programme, &key).ok_or(PageError::NotFound)?;
    let list = list_of::<T>(&permit, &visit);
    let here = format!("{list}/{key}");
    let deletes = form.value("act") == "delete";
    let edits = if deletes {
        Some(vec![thing.deletion()])
    } else {
        read::<T>(&mut form, Some(thing), &context)
    };
    let Some(edits) = edits else {
        return refused::<T>(&app, &visit, &permit, &context, thing, form).await;
    };
    let proposed = match deletes {
        true => deletion(edits, &form),
        false => propose(edits, &form, ""),
    };
    match save(&app, permit.writer(), &permit.subject, &proposed).await? {
        Outcome::Done(_) if deletes => Ok(respond::to(&saved(&list))),
        Outcome::Done(things) => {
            // A day is called by its date, which may be another now.
            let key = things.first().and_then(T::key_of);
            let path = key.map_or(here, |key| format!("{list}/{key}"));
            Ok(respond::to(&saved(&path)))
        }
        Outcome::Refused(Refusal::Gone(_)) => Err(PageError::Conflict),
        Outcome::Refused(refusal) => {
            refuse(
                &mut form,
                context.m,
                &refusal,
                &T::sheet(Some(thing), &context),
            );
            refused::<T>(&app, &visit, &permit, &context, thing, form).await
        }
        Outcome::Changed(changed) => {
            let theirs = Context::of(&changed.theirs, visit.lang).typed(&data);
            let now = find::<T>(&changed.theirs, &key).ok_or(PageError::Conflict)?;
            let mine = T::sheet(Some(now), &theirs).with(&form);
            let stored = T::sheet(Some(now), &theirs);
            let zone = &changed.theirs.congress.zone;
            let clash = Some(Clash::of(&changed, &mine, &stored, zone));
            let form = if deletes {
                stored.form(visit.lang)
            } else {
                form
            };
            let around = Around { clash };
            let html = page(&app, &visit, &permit, &theirs, Some(now), form, around).await?;
            Ok(respond::clash(html))
        }
    }
}

/// A deletion is of the whole thing as it was seen, a session's room and time included; the form of a
/// session knows the two apart, so nothing is compared there.
fn deletion(edits: Vec<Edit>, form: &Form) -> Vec<Proposed> {
    let whole = |edit: &Edit| matches!(edit, Edit::DeleteSession(_));
    edits
        .into_iter()
        .map(|edit| Proposed {
            seen: (!whole(&edit))
                .then(|| form.value(SEEN).parse().ok())
                .flatten(),
            edit,
        })
        .collect()
}

fn read<T: Thing>(form: &mut Form, before: Option<&T>, context: &Context<'_>) -> Option<Vec<Edit>> {
    let sheet = T::sheet(before, context);
    let mut reading = Reading::new(&sheet, form, context.m);
    let edits = T::read(&mut reading, before, context);
    edits.filter(|_| form.is_valid())
}

/// The page that makes a thing.
pub async fn new_page<T: Thing>(
    app: &App,
    visit: &Visit,
    permit: &Permit<EditDraft>,
    context: &Context<'_>,
    form: Form,
) -> Result<Response, PageError> {
    let is_valid = form.is_valid();
    let around = Around { clash: None };
    let html = page::<T>(app, visit, permit, context, None, form, around).await?;
    Ok(if is_valid {
        respond::private(html)
    } else {
        respond::again(html)
    })
}

async fn refused<T: Thing>(
    app: &App,
    visit: &Visit,
    permit: &Permit<EditDraft>,
    context: &Context<'_>,
    thing: &T,
    form: Form,
) -> Result<Response, PageError> {
    let around = Around { clash: None };
    let html = page(app, visit, permit, context, Some(thing), form, around).await?;
    Ok(respond::again(html))
}

fn list_of<T: Thing>(permit: &Permit<EditDraft>, visit: &Visit) -> String {
    let word = T::word(words(visit.lang));
    visit.paths().in_office(&permit.subject, word)
}

async fn page<T: Thing>(
    app: &App,
    visit: &Visit,
    permit: &Permit<EditDraft>,
    context: &Context<'_>,
    thing: Option<&T>,
    form: Form,
    around: Around,
) -> Result<String, PageError> {
    let m = messages(visit.lang);
    let (slug, titles) = (&permit.subject, T::titles(m));
    let name = thing.map_or_else(|| titles.new.to_owned(), |thing| thing.name(context));
    let part = part_of(T::word(words(visit.lang)), words(visit.lang));
    let key = thing.map(Thing::key);
    let place = |paths: &wiec_kit::paths::Paths| {
        let list = paths.in_office(slug, T::word(words(paths.lang())));
        match &key {
            Some(key) => format!("{list}/{key}"),
            None => format!("{list}?new"),
        }
    };
    let title = form.titled(&name);
    let frame = OfficeFrame::open(app, visit, &permit.actor, slug, part, &title, place).await?;
    let list = list_of::<T>(permit, visit);
    let here = match &key {
        Some(key) => format!("{list}/{key}"),
        None => list.clone(),
    };
    let deletion = match thing {
        None => Deletion::New,
        Some(thing) => thing
            .held_by(context)
            .map_or(Deletion::Possible, Deletion::Held),
    };
    let history = match thing {
        None => None,
        Some(thing) => {
            let subject = thing.target().subject(context.programme);
            let zone = &context.programme.congress.zone;
            Some(history_of(app, visit.lang, zone, slug, &subject).await?)
        }
    };
    let words = words(visit.lang);
    let is_person = thing.is_some() && T::word(words) == words.people;
    let page = ThingPage {
        beside: is_person.then(|| format!("{here}/{}", words.mail)),
        history,
        groups: T::sheet(thing, context).shown(&form),
        seen: seen(thing, context.programme, &form, around.clash.is_some()),
        clash: around.clash,
        list_title: titles.all,
        list,
        here,
        deletion,
        form,
        frame,
    };
    Ok(page.render()?)
}

/// What the form has seen: as it was sent, unless it is shown beside what somebody else saved.
fn seen<T: Thing>(
    thing: Option<&T>,
    programme: &Programme,
    form: &Form,
    afresh: bool,
) -> Vec<(&'static str, String)> {
    let Some(thing) = thing else {
        return Vec::new();
    };
    let target = thing.target();
    let slot = match &target {
        wiec_model::edit::Thing::Session(code) => Some(wiec_model::edit::Thing::Slot(code.clone())),
        _ => None,
    };
    let now = |name: &'static str, thing: &wiec_model::edit::Thing| {
        let sent = Some(form.value(name)).filter(|sent| !afresh && !sent.is_empty());
        let now = fingerprint(programme, thing).map(|now| now.to_string());
        (name, sent.map(str::to_owned).or(now).unwrap_or_default())
    };
    std::iter::once(now(SEEN, &target))
        .chain(slot.map(|slot| now(SEEN_SLOT, &slot)))
        .collect()
}
