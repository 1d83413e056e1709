//! A visitor's own programme: marked sessions, kept without an account, and their calendar.
//!
//! A browser holds a secret in a cookie; the store knows only the hash of what follows from it. The
//! calendar's address holds the reading secret: whoever has it may read, not change.

use std::sync::Arc;

use askama::Template;
use axum::Json;
use axum::extract::{Form, Path, State};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::json;
use uuid::Uuid;
use wiec_interchange::write::context::Context;
use wiec_interchange::write::ical::{self, Selection};
use wiec_kit::acts::{KeepMarks, ReadProgramme};
use wiec_kit::app::App;
use wiec_kit::cookies::MineKey;
use wiec_kit::dates;
use wiec_kit::edition::Edition;
use wiec_kit::error::PageError;
use wiec_kit::frame::{Frame, Reader, Section};
use wiec_kit::permit::Permit;
use wiec_kit::rendered::Ready;
use wiec_kit::respond::{self, Keep};
use wiec_kit::visit::{Visit, Wants};
use wiec_model::{Lang, Session};
use wiec_store::{Actor, TokenHash};

use crate::addresses::Permanent;
use crate::card::Card;
use crate::export_words::ExportWords;
use crate::look::{back, set_cookie};
use crate::view;

#[derive(Template)]
#[template(path = "mine.html")]
struct MinePage {
    frame: Frame,
    days: Vec<(String, Vec<Card>)>,
    count: usize,
    clashes: Vec<(Card, Card)>,
    /// Marked sessions that are no more, each with its day.
    cancelled: Vec<(String, Card)>,
    calendar: Option<String>,
    calendar_href: String,
    programme_href: String,
}

/// What a star sends: exactly one of the two.
#[derive(Deserialize)]
#[serde(default, deny_unknown_fields)]
#[derive(Default)]
pub struct MineForm {
    add: String,
    remove: String,
}

/// `GET /moje`
pub async fn get(
    permit: Permit<ReadProgramme>,
    State(app): State<App>,
    visit: Visit,
    asked: HeaderMap,
) -> Result<Response, PageError> {
    let edition = permit.subject;
    let reader = view::reader(&app, &visit, &edition).await?;
    let marks = marks(&app, visit.mine.as_ref()).await?;
    let html = page(
        &app,
        &edition,
        &reader,
        visit.mine.as_ref(),
        &marks,
        app.clock.now(),
    )?;
    Ok(view::private(html, &asked).await)
}

/// `POST /moje`: marks or unmarks one session. Doing it again changes nothing.
pub async fn post(
    permit: Permit<KeepMarks>,
    State(app): State<App>,
    visit: Visit,
    headers: HeaderMap,
    Form(form): Form<MineForm>,
) -> Result<Response, PageError> {
    let edition = permit.subject;
    if !app.limits.admits_write(visit.peer) {
        return Err(PageError::TooMany);
    }
    let known = |code: &str| {
        edition
            .release
            .programme
            .session(code)
            .ok_or(PageError::Invalid)
    };
    let (session, adds) = match (form.add.as_str(), form.remove.as_str()) {
        (code, "") => (known(code)?, true),
        ("", code) => (known(code)?, false),
        _ => return Err(PageError::Invalid),
    };
    let key = visit
        .mine
        .clone()
        .unwrap_or_else(|| MineKey::new(app.chance.token()));
    save(&app, &edition, &key, session, adds).await?;
    let visit = Visit {
        mine: Some(key.clone()),
        ..visit
    };
    let mut response = answer(&app, &edition, &visit, &headers).await?;
    set_cookie(&mut response, &key.set_cookie(&app.site));
    Ok(response)
}

async fn save(
    app: &App,
    edition: &Edition,
    key: &MineKey,
    session: &Session,
    adds: bool,
) -> Result<(), PageError> {
    let hash = TokenHash::of(&key.reading_secret());
    let mut tx = app.store.begin(Actor::Visitor, app.clock.now()).await?;
    if adds {
        tx.favourites()
            .add(&hash, edition.slug(), session.guid)
            .await?;
    } else {
        tx.favourites()
            .remove(&hash, edition.slug(), session.guid)
            .await?;
    }
    tx.commit().await?;
    Ok(())
}

async fn answer(
    app: &App,
    edition: &Edition,
    visit: &Visit,
    headers: &HeaderMap,
) -> Result<Response, PageError> {
    if visit.wants == Wants::Page {
        return Ok(back(headers, visit).into_response());
    }
    let mine = view::reader(app, visit, edition)
        .await?
        .mine
        .unwrap_or_default();
    Ok(Json(json!({ "count": mine.len(), "mine": mine })).into_response())
}

/// `GET /moje/{secret}/kalendarz.ics`
pub async fn calendar(
    permit: Permit<ReadProgramme>,
    State(app): State<App>,
    visit: Visit,
    Path(secret): Path<String>,
    asked: HeaderMap,
) -> Result<Response, PageError> {
    let edition = permit.subject;
    let guids = app
        .store
        .favourites()
        .find(&TokenHash::of(&secret))
        .await?
        .ok_or(PageError::NotFound)?;
    let calendar = written(&app, &edition, visit.lang, &guids);
    let ready = Arc::new(Ready::fleeting("text/calendar; charset=utf-8", calendar));
    let mut response = respond::ready(ready, &asked, Keep::AskPrivately).await;
    // An address that somebody let slip must not be found by everybody.
    let unlisted = HeaderValue::from_static("noindex");
    response.headers_mut().insert("x-robots-tag", unlisted);
    Ok(response)
}

fn written(app: &App, edition: &Edition, lang: Lang, guids: &[Uuid]) -> String {
    let name =
        wiec_kit::messages::messages(lang).calendar_mine(edition.release.programme.name(lang));
    let addresses = Permanent::new(app, edition);
    let context = Context::of(&edition.release, &addresses, &ExportWords);
    ical::calendar(&context, lang, Selection::Sessions(guids), &name)
}

fn page(
    app: &App,
    edition: &Arc<Edition>,
    reader: &Reader,
    key: Option<&MineKey>,
    marks: &[Uuid],
    now: Timestamp,
) -> Result<String, PageError> {
    let programme = &edition.release.programme;
    let lang = reader.lang();
    let m = wiec_kit::messages::messages(lang);
    let frame = Frame::new(app, Some(edition), reader, m.mine_title(), |paths| {
        paths.mine()
    })
    .within(Section::Mine)
    .unlisted();
    let codes = reader.mine.clone().unwrap_or_default();
    let mine = |session: &&Session| codes.iter().any(|code| code == session.code.as_str());
    let card = |session: &Session| Card::of(edition, reader, session, Some(now));
    let days = programme.days.iter().map(|day| {
        let cards: Vec<Card> = programme
            .sessions_on(day)
            .into_iter()
            .filter(mine)
            .filter_map(card)
            .collect();
        (dates::day_month(day.date, lang), cards)
    });
    let today = programme.day_of(now).or(programme.days.first());
    let path = key
        .filter(|_| !codes.is_empty())
        .map(|key| reader.paths.my_calendar(&key.reading_secret()));
    Ok(MinePage {
        days: days.filter(|(_, cards)| !cards.is_empty()).collect(),
        count: codes.len(),
        clashes: clashes(edition, reader, &codes, now),
        cancelled: cancelled(edition, reader, marks, now),
        calendar: path.as_ref().map(|path| format!("{}{path}", app.site.base)),
        calendar_href: path.unwrap_or_default(),
        programme_href: today.map_or_else(|| reader.paths.programme(), |day| reader.paths.day(day)),
        frame,
    }
    .render()?)
}

/// The guids of all sessions that the visitor marked, also of those that are no more.
async fn marks(app: &App, key: Option<&MineKey>) -> Result<Vec<Uuid>, PageError> {
    let Some(key) = key else {
        return Ok(Vec::new());
    };
    let hash = TokenHash::of(&key.reading_secret());
    Ok(app
        .store
        .favourites()
        .find(&hash)
        .await?
        .unwrap_or_default())
}

/// Marked sessions that were cancelled: whoever counted on one shall not have to notice its absence.
fn cancelled(
    edition: &Edition,
    reader: &Reader,
    marks: &[Uuid],
    now: Timestamp,
) -> Vec<(String, Card)> {
    let zone = &edition.release.programme.congress.zone;
    let line = |session: &Session| {
        let slot = session.slot.as_ref()?;
        let day = dates::day_month(dates::date_of(slot.starts_at, zone), reader.lang());
        Some((day, Card::of(edition, reader, session, Some(now))?))
    };
    edition
        .release
        .cancelled
        .iter()
        .map(|gone| &gone.session)
        .filter(|session| marks.contains(&session.guid))
        .filter_map(line)
        .collect()
}

/// Marked sessions that go on at the same time.
fn clashes(
    edition: &Edition,
    reader: &Reader,
    codes: &[String],
    now: Timestamp,
) -> Vec<(Card, Card)> {
    let programme = &edition.release.programme;
    let mut mine: Vec<&Session> = programme
        .sessions
        .iter()
        .filter(|session| codes.iter().any(|code| code == session.code.as_str()))
        .collect();
    programme.sort(&mut mine);
    let card = |session: &Session| Card::of(edition, reader, session, Some(now));
    let mut clashes = Vec::new();
    for (at, first) in mine.iter().enumerate() {
        for second in &mine[at + 1..] {
            let overlap = first
                .slot
                .as_ref()
                .zip(second.slot.as_ref())
                .is_some_and(|(a, b)| a.overlaps(b));
            if let (true, Some(first), Some(second)) = (overlap, card(first), card(second)) {
                clashes.push((first, second));
            }
        }
    }
    clashes
}
