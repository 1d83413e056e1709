//! A session: what it is about, how it runs, who appears in it, and the door to it.

mod agenda;
mod facts;
mod people;

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use jiff::Timestamp;
use wiec_interchange::write::context::Context;
use wiec_kit::acts::ReadProgramme;
use wiec_kit::app::App;
use wiec_kit::dates;
use wiec_kit::edition::{Edition, Found};
use wiec_kit::error::PageError;
use wiec_kit::frame::{Frame, Reader, Section};
use wiec_kit::markdown;
use wiec_kit::paths::words;
use wiec_kit::permit::Permit;
use wiec_kit::said::Said;
use wiec_kit::visit::Visit;
use wiec_model::{MapLine, Session, Text};

use crate::addresses::Permanent;
use crate::card::{Card, State as Standing};
use crate::export_words::ExportWords;
use crate::moved;
use crate::view::{self, Changes};

pub use people::part;

use agenda::{Step, StoryLine, agenda, story_line};
use facts::{Fact, facts};
use people::{PersonLine, people};

/// So many neighbours are named beside a session.
const RELATED: usize = 4;

#[derive(Template)]
#[template(path = "session.html")]
struct SessionPage {
    frame: Frame,
    card: Card,
    day: String,
    day_href: String,
    calendar: String,
    cancelled: bool,
    subtitle: Option<Said>,
    lead: Option<Said>,
    description: Option<String>,
    agenda: Vec<Step>,
    stories: Vec<StoryLine>,
    /// The clock for the hall, where there is something to time.
    timer: Option<String>,
    people: Vec<PersonLine>,
    proposals: Vec<(String, Said)>,
    links: Vec<(String, String)>,
    features: Vec<(&'static str, &'static str)>,
    accessibility: Option<Said>,
    facts: Vec<Fact>,
    related: Vec<Card>,
    room_name: Option<Said>,
    room_floor: Option<Said>,
    linked_data: String,
}

/// `GET /sesje/{session}`
///
/// A session that was released once and is no more keeps its address and says so (410); one that was
/// released under another slug is led to from there (308).
pub async fn get(
    permit: Permit<ReadProgramme>,
    State(app): State<App>,
    visit: Visit,
    Path(slug): Path<String>,
    asked: HeaderMap,
) -> Result<Response, PageError> {
    let edition = permit.subject;
    let reader = view::reader(&app, &visit, &edition).await?;
    let gone = match edition
        .session(&slug, visit.lang)
        .ok_or(PageError::NotFound)?
    {
        Found::Here(session) => {
            let make = |now| page(&app, &edition, &reader, session, Some(now));
            return view::send(
                &app,
                &visit,
                &edition,
                &reader,
                &asked,
                Changes::ByMinute,
                make,
            )
            .await;
        }
        Found::Moved(session) => return Ok(moved::to(&reader.paths.session(session))),
        Found::Gone(session) => session,
    };
    let html = page(&app, &edition, &reader, gone, Some(app.clock.now()))?;
    let mut response = view::private(html, &asked).await;
    if response.status() == StatusCode::OK {
        *response.status_mut() = StatusCode::GONE;
    }
    Ok(response)
}

/// The page of a session; without `now` it tells nothing of the time and stays true until the next release.
pub fn page(
    app: &App,
    edition: &Arc<Edition>,
    reader: &Reader,
    session: &Session,
    now: Option<Timestamp>,
) -> Result<String, askama::Error> {
    let programme = &edition.release.programme;
    let lang = reader.lang();
    let title = session.title.words(lang);
    let mut frame = Frame::new(app, Some(edition), reader, title, |paths| {
        paths.session(session)
    })
    .within(Section::Programme);
    let about = session
        .lead
        .as_ref()
        .or(session.description.as_ref())
        .map_or(title, |lead| lead.words(lang));
    frame = frame.about(&short(about));
    let cancelled = edition.session_by_guid(session.guid).is_none();
    if cancelled {
        frame = frame.unlisted();
    }
    let card = Card::of(edition, reader, session, now).ok_or(askama::Error::Fmt)?;
    let slot = session.slot.as_ref().ok_or(askama::Error::Fmt)?;
    let day = programme.day_of(slot.starts_at);
    let room = programme.room(slot.room.as_str());
    let addresses = Permanent::new(app, edition);
    SessionPage {
        day: dates::day_month(
            dates::date_of(slot.starts_at, &programme.congress.zone),
            lang,
        ),
        day_href: day.map(|day| reader.paths.day(day)).unwrap_or_default(),
        calendar: reader.paths.calendar_of(reader.paths.session(session)),
        cancelled,
        subtitle: session
            .lead
            .as_ref()
            .and(session.subtitle.as_ref())
            .map(|text| frame.said(text)),
        lead: session.lead.as_ref().map(|text| frame.said(text)),
        description: session.description.as_ref().map(|text| marked(text, lang)),
        agenda: agenda(edition, reader, session, slot, now),
        stories: session
            .stories
            .iter()
            .map(|story| story_line(story, &frame))
            .collect(),
        // The clock is no part of what a phone stores.
        timer: (now.is_some() && !cancelled && is_timed(session))
            .then(|| format!("{}/{}", reader.paths.session(session), words(lang).timer)),
        people: people(edition, reader, session),
        proposals: match now {
            // They are no part of a release, and what a phone stores is.
            None => Vec::new(),
            Some(_) => proposals(app, edition, session, &frame),
        },
        links: session
            .links
            .iter()
            .map(|link| {
                (
                    link.url.clone(),
                    link.title.clone().unwrap_or_else(|| link.url.clone()),
                )
            })
            .collect(),
        features: programme
            .features_of(session)
            .into_iter()
            .map(|feature| crate::room::feature(feature, frame.m))
            .collect(),
        accessibility: session.accessibility.as_ref().map(|text| frame.said(text)),
        facts: facts(session, room.and_then(|room| room.capacity), &frame),
        related: if cancelled {
            Vec::new()
        } else {
            related(edition, reader, session, now)
        },
        room_name: room.map(|room| frame.said(&room.name)),
        room_floor: room
            .and_then(|room| room.floor.as_ref())
            .map(|floor| frame.said(floor)),
        linked_data: match now {
            // Search engines do not read what a phone stores.
            None => String::new(),
            Some(_) => linked_data(edition, session, &addresses, lang),
        },
        card,
        frame,
    }
    .render()
}

/// Whether a session has a running order: talks, stories or phases.
const fn is_timed(session: &Session) -> bool {
    !session.talks.is_empty() || !session.stories.is_empty() || !session.phases.is_empty()
}

/// The session for machines, as schema.org knows it.
fn linked_data(
    edition: &Edition,
    session: &Session,
    addresses: &Permanent,
    lang: wiec_model::Lang,
) -> String {
    let context = Context::of(&edition.release, addresses, &ExportWords);
    let entry = context.entry(session.guid);
    entry
        .map(|entry| wiec_interchange::write::linked_data::session(&context, entry, lang))
        .unwrap_or_default()
}

/// The proposals that are debated in a session: their pages, and what they are called.
fn proposals(
    app: &App,
    edition: &Edition,
    session: &Session,
    frame: &Frame,
) -> Vec<(String, Said)> {
    let debated = app.proposals.debated_in(edition.slug(), session);
    let named = debated
        .iter()
        .map(|it| (frame.paths.proposal(it), frame.said(&it.about.title)));
    named.collect()
}

/// A description as HTML, wrapped in its language where it is not the reader's.
pub fn marked(text: &Text, lang: wiec_model::Lang) -> String {
    let shown = text.show(lang);
    let html = markdown::html(shown.words);
    match shown.fallback {
        Some(tag) => format!("<div lang=\"{tag}\">{html}</div>"),
        None => html,
    }
}

/// The first words, for previews.
fn short(words: &str) -> String {
    const LETTERS: usize = 200;
    if words.chars().count() <= LETTERS {
        return words.to_owned();
    }
    let cut: String = words.chars().take(LETTERS).collect();
    format!(
        "{}…",
        cut.rsplit_once(' ')
            .map_or(cut.as_str(), |(whole, _)| whole)
    )
}

/// What else is on the same theme, from this session on.
fn related(
    edition: &Edition,
    reader: &Reader,
    session: &Session,
    now: Option<Timestamp>,
) -> Vec<Card> {
    let programme = &edition.release.programme;
    if programme.line_of(session) == MapLine::Brak {
        return Vec::new();
    }
    let mut others: Vec<&Session> = programme
        .sessions
        .iter()
        .filter(|other| {
            other.code != session.code
                && other.track == session.track
                && !programme.is_service(other)
        })
        .collect();
    programme.sort(&mut others);
    let here = session.slot.as_ref().map(|slot| slot.starts_at);
    let later = others
        .iter()
        .position(|other| other.slot.as_ref().map(|slot| slot.starts_at) >= here)
        .unwrap_or(0);
    others.rotate_left(later);
    others
        .into_iter()
        .take(RELATED)
        .filter_map(|other| Card::of(edition, reader, other, now))
        .collect()
}
