//! A session: what it is about, how it runs, who appears in it, and the door to it.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use jiff::{Timestamp, ToSpan};
use wiec_interchange::write::context::Context;
use wiec_kit::app::App;
use wiec_kit::dates;
use wiec_kit::edition::{Edition, Found};
use wiec_kit::error::PageError;
use wiec_kit::frame::{Frame, Reader, Section};
use wiec_kit::markdown;
use wiec_kit::permit::{Permit, ReadProgramme};
use wiec_kit::said::Said;
use wiec_kit::visit::Visit;
use wiec_model::person::Part;
use wiec_model::session::{Recording, Stream};
use wiec_model::{Booking, MapLine, Session, Slot, Text};

use crate::addresses::Permanent;
use crate::card::{Card, State as Standing};
use crate::export_words::ExportWords;
use crate::moved;
use crate::view::{self, Changes};

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
    people: Vec<PersonLine>,
    links: Vec<(String, String)>,
    features: Vec<(&'static str, &'static str)>,
    accessibility: Option<Said>,
    facts: Vec<Fact>,
    related: Vec<Card>,
    room_name: Option<Said>,
    room_floor: Option<Said>,
    linked_data: String,
}

/// One step of a session: a talk, or a phase of its script.
struct Step {
    time: String,
    starts_epoch: i64,
    ends_epoch: i64,
    title: Said,
    minutes: u32,
    state: Standing,
}

struct StoryLine {
    title: Said,
    role: Option<Said>,
    minutes: u32,
}

struct PersonLine {
    icon: &'static str,
    name: Said,
    role: Option<Said>,
    part: &'static str,
    href: String,
}

struct Fact {
    name: &'static str,
    value: String,
    more: Option<&'static str>,
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
        people: people(edition, reader, session),
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

/// Phases follow one another from the beginning; talks too, where there are no phases.
fn agenda(
    edition: &Edition,
    reader: &Reader,
    session: &Session,
    slot: &Slot,
    now: Option<Timestamp>,
) -> Vec<Step> {
    let zone = &edition.release.programme.congress.zone;
    let phases = session
        .phases
        .iter()
        .map(|phase| (&phase.name, phase.minutes));
    let talks = session.talks.iter().map(|talk| (&talk.title, talk.minutes));
    let steps: Vec<(&Text, u32)> = if session.phases.is_empty() {
        talks.collect()
    } else {
        phases.collect()
    };
    let mut begins = slot.starts_at;
    steps
        .into_iter()
        .map(|(title, minutes)| {
            let ends = begins
                .saturating_add(i64::from(minutes).minutes())
                .unwrap_or(slot.ends_at);
            let step = Step {
                time: dates::hour(begins, zone),
                starts_epoch: begins.as_second(),
                ends_epoch: ends.as_second(),
                title: Said::of(title, reader.lang()),
                minutes,
                state: standing(begins, ends, now),
            };
            begins = ends;
            step
        })
        .collect()
}

fn standing(begins: Timestamp, ends: Timestamp, now: Option<Timestamp>) -> Standing {
    match now {
        None => Standing::Untold,
        Some(now) if now < begins => Standing::Coming,
        Some(now) if now < ends => Standing::Live,
        Some(_) => Standing::Over,
    }
}

fn story_line(story: &wiec_model::session::Story, frame: &Frame) -> StoryLine {
    StoryLine {
        title: frame.said(&story.title),
        role: story.role.as_ref().map(|role| frame.said(role)),
        minutes: story.minutes,
    }
}

fn people(edition: &Edition, reader: &Reader, session: &Session) -> Vec<PersonLine> {
    let lang = reader.lang();
    let m = wiec_kit::messages::messages(lang);
    let line = |appearance: &wiec_model::session::Appearance| {
        let person = edition.person_by_guid(appearance.person)?;
        let role = person.role.as_ref().map(|role| Said::of(role, lang));
        let (name, role) = match (&person.name, role) {
            (Some(name), role) => (Said::new(name), role),
            (None, Some(role)) => (role, None),
            (None, None) => return None,
        };
        Some(PersonLine {
            icon: part_icon(appearance.part),
            name,
            role,
            part: part(appearance.part, m),
            href: reader.paths.person(person),
        })
    };
    session.people.iter().filter_map(line).collect()
}

/// The word for a part.
pub fn part(part: Part, m: &'static wiec_kit::messages::Messages) -> &'static str {
    match part {
        Part::Moderator => m.part_moderator(),
        Part::Speaker => m.part_speaker(),
        Part::Panelist => m.part_panelist(),
        Part::Respondent => m.part_respondent(),
        Part::Reviewer => m.part_reviewer(),
        Part::Facilitator => m.part_facilitator(),
        Part::Host => m.part_host(),
        Part::Guide => m.part_guide(),
        Part::Scribe => m.part_scribe(),
    }
}

fn part_icon(part: Part) -> &'static str {
    match part {
        Part::Moderator => "mic",
        Part::Facilitator => "tools",
        Part::Host => "home",
        Part::Guide => "walk",
        Part::Scribe => "edit",
        Part::Respondent | Part::Reviewer => "chat",
        Part::Speaker | Part::Panelist => "user",
    }
}

fn facts(session: &Session, room_capacity: Option<u32>, frame: &Frame) -> Vec<Fact> {
    let m = frame.m;
    let mut facts = Vec::new();
    if let Some(places) = session.capacity.or(room_capacity) {
        facts.push(Fact {
            name: m.fact_places(),
            value: places.to_string(),
            more: Some(booking(session.booking, m)),
        });
    }
    let remote = match session.stream {
        Stream::Streamed => Some((m.fact_streamed(), m.fact_streamed_more())),
        Stream::RoomOnly => Some((m.fact_room_only(), m.fact_room_only_more())),
        Stream::Unstated => None,
    };
    if let Some((value, more)) = remote {
        facts.push(Fact {
            name: m.fact_remote(),
            value: value.to_owned(),
            more: Some(more),
        });
    }
    match &session.recording {
        Recording::Forbidden => facts.push(Fact {
            name: m.fact_recording(),
            value: m.fact_not_recorded().to_owned(),
            more: None,
        }),
        Recording::Allowed { licence } => {
            let value = licence
                .clone()
                .unwrap_or_else(|| m.fact_recorded().to_owned());
            facts.push(Fact {
                name: m.fact_recording(),
                value,
                more: None,
            });
        }
        Recording::Unstated => {}
    }
    if !session.languages.is_empty() {
        let spoken: Vec<String> = session
            .languages
            .iter()
            .map(|tag| language(tag.as_str(), m))
            .collect();
        facts.push(Fact {
            name: m.fact_languages(),
            value: spoken.join(", "),
            more: None,
        });
    }
    facts.extend(visit_facts(session, frame));
    facts
}

fn visit_facts(session: &Session, frame: &Frame) -> Vec<Fact> {
    let m = frame.m;
    let Some(visit) = &session.visit else {
        return Vec::new();
    };
    let transport = visit.transport.as_deref().map(|transport| match transport {
        "coach" => m.transport_coach().to_owned(),
        "walk" => m.transport_walk().to_owned(),
        other => other.to_owned(),
    });
    let transport = transport.map(|value| Fact {
        name: m.fact_transport(),
        value,
        more: None,
    });
    let document = visit.needs_id.then(|| Fact {
        name: m.fact_document(),
        value: m.fact_document_needed().to_owned(),
        more: None,
    });
    transport.into_iter().chain(document).collect()
}

fn booking(booking: Booking, m: &'static wiec_kit::messages::Messages) -> &'static str {
    match booking {
        Booking::Open => m.booking_open(),
        Booking::FirstCome { .. } => m.booking_first_come(),
        Booking::OrganiserSelection { .. } => m.booking_selection(),
    }
}

fn language(tag: &str, m: &'static wiec_kit::messages::Messages) -> String {
    match tag {
        "pl" => m.language_pl().to_owned(),
        "en" => m.language_en().to_owned(),
        "pjm" | "pso" => m.language_pjm().to_owned(),
        other => other.to_owned(),
    }
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
