//! When people and rooms can: for each day from when to when. Who said nothing always can.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use jiff::ToSpan;
use uuid::Uuid;
use wiec_kit::acts::EditDraft;
use wiec_kit::app::App;
use wiec_kit::dates;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Choice, Form};
use wiec_kit::messages::messages;
use wiec_kit::office::{OfficeFrame, Part, saved};
use wiec_kit::paths::words;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::availability::{Availabilities, Availability, Whose, Window};
use wiec_model::{Day, Programme};
use wiec_store::StoreError;

use crate::context::Context;
use crate::list::sent;
use crate::save::draft;
use crate::sheet::{Field, Group, Reading, Sheet, ShownGroup};

/// Before noon and after it; more would be a timetable of its own.
const WINDOWS: usize = 2;

#[derive(Template)]
#[template(path = "availability.html")]
struct AvailabilityPage {
    frame: OfficeFrame,
    form: Form,
    groups: Vec<ShownGroup>,
    said: Vec<Said>,
    whose: Vec<Choice>,
    chosen: String,
    here: String,
}

/// What somebody said.
struct Said {
    name: String,
    href: String,
    windows: Vec<String>,
}

/// `GET /biuro/{congress}/dyspozycyjnosc`; `?whose=room.silnica` opens that room's form.
pub async fn get(
    permit: Permit<EditDraft>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let programme = draft(&app, &permit.subject).await?;
    let context = Context::of(&programme, visit.lang);
    let all = app.store.availabilities().list(&permit.subject).await?;
    let (_, query) = visit.address.split_once('?').unwrap_or_default();
    let asked = query
        .split('&')
        .find_map(|part| part.strip_prefix("whose="))
        .unwrap_or_default();
    let whose = whose_of(asked, &programme);
    let availability = whose.as_ref().map(|whose| all.of(whose));
    let form = sheet(availability, &context).form(visit.lang);
    let form = form.with("seen", seen(availability));
    let html = page(&app, &visit, &permit, &context, &all, asked, form).await?;
    Ok(respond::private(html))
}

/// `POST /biuro/{congress}/dyspozycyjnosc`
pub async fn post(
    permit: Permit<EditDraft>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let programme = draft(&app, &permit.subject).await?;
    let context = Context::of(&programme, visit.lang);
    let mut form = sent(data, &visit);
    let asked = form.value("whose").to_owned();
    let whose = whose_of(&asked, &programme).ok_or(PageError::Invalid)?;
    let sheet = sheet(None, &context);
    let saw = saw(form.value("seen")).ok_or(PageError::Invalid)?;
    let mut reading = Reading::new(&sheet, &mut form, context.m);
    let windows = read(&mut reading, &context);
    if !form.is_valid() {
        let all = app.store.availabilities().list(&permit.subject).await?;
        let html = page(&app, &visit, &permit, &context, &all, &asked, form).await?;
        return Ok(respond::again(html));
    }
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    let mut availabilities = tx.availabilities();
    let wanted = Availability::of(windows);
    let written = availabilities.save_over(&permit.subject, &whose, &wanted, &saw);
    match written.await {
        Ok(()) => tx.commit().await?,
        Err(StoreError::Stale) => {
            drop(tx);
            let all = app.store.availabilities().list(&permit.subject).await?;
            let mut form = form.replacing("seen", seen(Some(all.of(&whose))));
            form.fail_whole(context.m.plan_availability_changed());
            let html = page(&app, &visit, &permit, &context, &all, &asked, form).await?;
            return Ok(respond::clash(html));
        }
        Err(error) => return Err(error.into()),
    }
    let here = visit
        .paths()
        .in_office(&permit.subject, words(visit.lang).availability);
    Ok(respond::to(&saved(&format!("{here}?whose={asked}"))))
}

/// What was said, as the form carries it: whoever saves names what they saw.
fn seen(availability: Option<&Availability>) -> String {
    let said = availability.cloned().unwrap_or_default();
    serde_json::to_string(&said).unwrap_or_default()
}

fn saw(words: &str) -> Option<Availability> {
    serde_json::from_str(words).ok()
}

/// Whom a key of the form names: `room.silnica`, `person.` and a guid.
fn whose_of(key: &str, programme: &Programme) -> Option<Whose> {
    let (what, key) = key.split_once('.')?;
    match what {
        "room" => programme
            .room(key)
            .map(|room| Whose::Room(room.slug.clone())),
        "person" => {
            let guid: Uuid = key.parse().ok()?;
            programme
                .person(guid)
                .map(|person| Whose::Person(person.guid))
        }
        _ => None,
    }
}

fn key_of(whose: &Whose) -> String {
    match whose {
        Whose::Room(slug) => format!("room.{slug}"),
        Whose::Person(guid) => format!("person.{guid}"),
    }
}

/// The fields of a window of a day.
fn names(line: usize, number: usize) -> [String; 2] {
    ["from", "to"].map(|word| match number {
        0 => format!("{word}.{line}"),
        _ => format!("{word}.{line}.{number}"),
    })
}

/// From when to when, for each day.
fn sheet(availability: Option<&Availability>, context: &Context<'_>) -> Sheet {
    let m = context.m;
    let zone = context.programme.congress.zone.rules();
    let clock = |at| {
        let local = zone.to_datetime(at);
        format!("{:02}:{:02}", local.hour(), local.minute())
    };
    let windows = availability.map_or(&[][..], Availability::windows);
    let row = |(line, day): (usize, &Day)| {
        let mut windows = windows
            .iter()
            .filter(|window| context.programme.day_of(window.starts_at()) == Some(day));
        let fields = (0..WINDOWS).map(|number| {
            let window = windows.next();
            let label = |word: &str| match number {
                0 => format!("{}, {word}", context.day(day)),
                _ => format!("{}, {word} ({})", context.day(day), number + 1),
            };
            let [from, to] = names(line, number);
            [
                Field::short("time", from, label(m.plan_from()))
                    .maybe(window.map(|window| clock(window.starts_at()))),
                Field::short("time", to, label(m.plan_to()))
                    .maybe(window.map(|window| clock(window.ends_at()))),
            ]
        });
        fields.flatten().collect::<Vec<_>>()
    };
    let days = context.programme.days.iter().enumerate();
    Sheet::of(vec![Group::of("", days.flat_map(row).collect::<Vec<_>>())])
}

fn read(reading: &mut Reading<'_>, context: &Context<'_>) -> Vec<Window> {
    let mut windows = Vec::new();
    let days = context.programme.days.iter().enumerate();
    for (line, day, number) in
        days.flat_map(|(line, day)| (0..WINDOWS).map(move |number| (line, day, number)))
    {
        let [from, to] = names(line, number);
        if !reading.has(&from) && !reading.has(&to) {
            continue;
        }
        let starts = reading.of(&from).required().time();
        let ends = reading.of(&to).required().time();
        let (Some(starts), Some(ends)) = (starts, ends) else {
            continue;
        };
        let starts_at = context.programme.instant_on(day, starts);
        let mut ends_at = context.programme.instant_on(day, ends);
        // The day turns at five; "until five" is the end of its night.
        if ends_at < starts_at {
            ends_at = ends_at.checked_add(24.hours()).unwrap_or(ends_at);
        }
        match Window::new(starts_at, ends_at) {
            Ok(window) => windows.push(window),
            Err(_) => {
                let says = reading.m.plan_error_ends_before();
                reading.fail(&to, says);
            }
        }
    }
    windows
}

async fn page(
    app: &App,
    visit: &Visit,
    permit: &Permit<EditDraft>,
    context: &Context<'_>,
    all: &Availabilities,
    chosen: &str,
    form: Form,
) -> Result<String, PageError> {
    let (m, slug) = (messages(visit.lang), &permit.subject);
    let frame = OfficeFrame::open(
        app,
        visit,
        &permit.actor,
        slug,
        Part::Schedule,
        &form.titled(m.plan_availability()),
        |paths| paths.in_office(slug, words(paths.lang()).availability),
    )
    .await?;
    let here = frame.part(words(visit.lang).availability);
    let programme = context.programme;
    let rooms = programme.rooms.iter().map(|room| {
        let key = key_of(&Whose::Room(room.slug.clone()));
        Choice::new(key, context.words(&room.name))
    });
    let people = programme.people.iter().map(|person| {
        let key = key_of(&Whose::Person(person.guid));
        Choice::new(key, context.person(person))
    });
    let whose: Vec<Choice> = rooms.chain(people).collect();
    let names: BTreeMap<&str, &str> = whose
        .iter()
        .map(|choice| (choice.value.as_str(), choice.label.as_str()))
        .collect();
    let zone = &programme.congress.zone;
    let window = |window: &Window| {
        let day = programme.day_of(window.starts_at());
        let day = day.map(|day| context.day(day)).unwrap_or_default();
        let from = dates::hour(window.starts_at(), zone);
        format!("{day}, {from}–{}", dates::hour(window.ends_at(), zone))
    };
    let said = all.0.iter().filter_map(|(whose, availability)| {
        let key = key_of(whose);
        Some(Said {
            name: (*names.get(key.as_str())?).to_owned(),
            href: format!("{here}?whose={key}"),
            windows: availability.windows().iter().map(window).collect(),
        })
    });
    let page = AvailabilityPage {
        said: said.collect(),
        groups: sheet(None, context).shown(&form),
        chosen: chosen.to_owned(),
        whose,
        here,
        form,
        frame,
    };
    Ok(page.render()?)
}
