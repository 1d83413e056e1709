//! The front page: what is on now, the core debate, themes, ways to take part, days, accessibility.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use jiff::Timestamp;
use wiec_interchange::write::context::Context;
use wiec_kit::app::App;
use wiec_kit::dates;
use wiec_kit::edition::Edition;
use wiec_kit::error::PageError;
use wiec_kit::frame::{Frame, Reader, Section};
use wiec_kit::permit::{Permit, ReadSite};
use wiec_kit::said::Said;
use wiec_kit::visit::Visit;
use wiec_model::now::rooms_now;
use wiec_model::theme::Kind;
use wiec_model::{Day, Feature, Lang, MapLine, Programme, Session, Zone};

use crate::addresses::Permanent;
use crate::card::Card;
use crate::export_words::ExportWords;
use crate::filter::Filter;
use crate::view::{self, Changes};

/// So many sessions are listed under "now" and "next"; the rest is a link away.
const LISTED: usize = 5;
/// So many sessions stand for a day.
const PER_DAY: usize = 5;

#[derive(Template)]
#[template(path = "home.html")]
struct HomePage {
    frame: Frame,
    name_words: Vec<String>,
    place: Option<Said>,
    dates: String,
    lead: String,
    phase: Phase,
    clock: String,
    clock_machine: String,
    now: Vec<Card>,
    now_more: usize,
    /// With its date, where that is not today.
    next: Vec<(Option<String>, Card)>,
    core: Vec<CorePart>,
    question: Option<Card>,
    core_name: Option<Said>,
    themes: Vec<Theme>,
    night: Option<Night>,
    days: Vec<DayCard>,
    access: Vec<Access>,
    today_href: String,
    linked_data: String,
}

impl HomePage {
    /// Leads to what is on now, where anything is.
    fn now_fragment(&self) -> &'static str {
        if self.now.is_empty() { "" } else { "#teraz" }
    }
}

/// Where the congress stands in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    Before,
    During,
    After,
}

struct CorePart {
    date: String,
    card: Card,
}

struct Theme {
    line: MapLine,
    name: Said,
    sessions: usize,
    first: Option<Card>,
    href: String,
}

struct Night {
    card: Card,
    when: String,
    stories: usize,
    recorded: bool,
}

struct DayCard {
    number: i8,
    long_date: String,
    weekday: &'static str,
    ordinal: u16,
    name: Option<Said>,
    is_today: bool,
    cards: Vec<Card>,
    href: String,
}

struct Access {
    icon: &'static str,
    title: &'static str,
    rooms: String,
}

/// `GET /`
pub async fn get(
    permit: Permit<ReadSite>,
    State(app): State<App>,
    visit: Visit,
    asked: HeaderMap,
) -> Result<Response, PageError> {
    let () = permit.subject;
    let edition = visit.edition.clone().ok_or(PageError::NothingReleased)?;
    let reader = view::reader(&app, &visit, &edition).await?;
    view::send(
        &app,
        &visit,
        &edition,
        &reader,
        &asked,
        Changes::ByMinute,
        |now| page(&app, &edition, &reader, now),
    )
    .await
}

fn page(
    app: &App,
    edition: &Arc<Edition>,
    reader: &Reader,
    now: Timestamp,
) -> Result<String, askama::Error> {
    let programme = &edition.release.programme;
    let zone = &programme.congress.zone;
    let frame = Frame::new(
        app,
        Some(edition),
        reader,
        programme.name(reader.lang()),
        |paths| paths.home(),
    )
    .within(Section::Home);
    let lead = frame.m.home_lead().to_owned();
    let (now_cards, next) = board(edition, reader, now);
    let today = programme.day_of(now).or(programme.days.first());
    let addresses = Permanent::new(app, edition);
    HomePage {
        name_words: programme
            .name(reader.lang())
            .split_whitespace()
            .map(str::to_owned)
            .collect(),
        place: programme
            .congress
            .place
            .as_ref()
            .map(|place| frame.said(place)),
        dates: days_range(programme, reader),
        phase: phase(programme, now),
        clock: format!(
            "{}, {}",
            dates::day_month(dates::date_of(now, zone), reader.lang()),
            dates::hour(now, zone)
        ),
        clock_machine: dates::machine(now, zone),
        now_more: now_cards.len().saturating_sub(LISTED),
        now: now_cards.into_iter().take(LISTED).collect(),
        next: next
            .into_iter()
            .take(LISTED)
            .map(|card| (other_date(&card, zone, now, reader.lang()), card))
            .collect(),
        core: core(edition, reader, now),
        question: question(edition, reader, now),
        core_name: programme
            .tracks
            .first()
            .map(|track| frame.said(&track.name)),
        themes: themes(edition, reader, now),
        night: night(edition, reader, now),
        days: programme
            .days
            .iter()
            .map(|day| day_card(edition, reader, day, now))
            .collect(),
        access: access(edition, &frame),
        today_href: today.map_or_else(|| reader.paths.programme(), |day| reader.paths.day(day)),
        linked_data: linked_data(edition, &addresses, reader),
        frame: frame.about(&lead),
        lead,
    }
    .render()
}

/// The congress for machines: itself, without its sessions, each of which has a page of its own.
fn linked_data(edition: &Edition, addresses: &Permanent, reader: &Reader) -> String {
    let context = Context::of(&edition.release, addresses, &ExportWords);
    wiec_interchange::write::linked_data::congress_alone(&context, reader.lang())
}

fn days_range(programme: &Programme, reader: &Reader) -> String {
    match (programme.days.first(), programme.days.last()) {
        (Some(first), Some(last)) => dates::date_range(first.date, last.date, reader.lang()),
        _ => String::new(),
    }
}

fn phase(programme: &Programme, now: Timestamp) -> Phase {
    let begins = programme.days.first().map(|day| programme.bounds_of(day).0);
    let ends = programme.days.last().map(|day| programme.bounds_of(day).1);
    match (begins, ends) {
        (Some(begins), _) if now < begins => Phase::Before,
        (_, Some(ends)) if ends <= now => Phase::After,
        _ => Phase::During,
    }
}

/// The date of a session that does not begin today.
fn other_date(card: &Card, zone: &Zone, now: Timestamp, lang: Lang) -> Option<String> {
    let starts = Timestamp::from_second(card.starts_epoch).ok()?;
    let date = dates::date_of(starts, zone);
    (date != dates::date_of(now, zone)).then(|| dates::short_date(date, lang))
}

/// What is on in each room, and what comes next; before the congress, how it begins.
fn board(edition: &Edition, reader: &Reader, now: Timestamp) -> (Vec<Card>, Vec<Card>) {
    let programme = &edition.release.programme;
    let rooms = rooms_now(programme, now);
    let card = |session: &&Session| Card::of(edition, reader, session, Some(now));
    let on: Vec<Card> = rooms
        .iter()
        .flat_map(|room| &room.now)
        .filter_map(card)
        .collect();
    let mut coming: Vec<&Session> = rooms.iter().filter_map(|room| room.next).collect();
    if coming.is_empty() && on.is_empty() && phase(programme, now) != Phase::After {
        coming = programme
            .days
            .iter()
            .map(|day| programme.sessions_on(day))
            .find(|sessions| {
                sessions.iter().any(|session| {
                    session
                        .slot
                        .as_ref()
                        .is_some_and(|slot| slot.starts_at > now)
                })
            })
            .unwrap_or_default();
    }
    programme.sort(&mut coming);
    (on, coming.iter().filter_map(card).collect())
}

/// The debate that the congress turns round: the plenary sessions of its first track.
fn core(edition: &Edition, reader: &Reader, now: Timestamp) -> Vec<CorePart> {
    let programme = &edition.release.programme;
    let Some(first) = programme.tracks.first() else {
        return Vec::new();
    };
    let mut sessions: Vec<&Session> = programme
        .sessions
        .iter()
        .filter(|session| session.track.as_ref() == Some(&first.slug) && is_core(session))
        .collect();
    programme.sort(&mut sessions);
    let zone = &programme.congress.zone;
    let part = |session: &Session| {
        let slot = session.slot.as_ref()?;
        let date = dates::short_date(dates::date_of(slot.starts_at, zone), reader.lang());
        Some(CorePart {
            date,
            card: Card::of(edition, reader, session, Some(now))?,
        })
    };
    sessions.into_iter().filter_map(part).collect()
}

/// The question that the debate begins with: the plenary session of its track in which most people speak.
fn question(edition: &Edition, reader: &Reader, now: Timestamp) -> Option<Card> {
    let programme = &edition.release.programme;
    let first = programme.tracks.first()?;
    let mut plenaries: Vec<&Session> = programme
        .sessions
        .iter()
        .filter(|session| {
            session.track.as_ref() == Some(&first.slug) && session.kind.as_str() == "plenary"
        })
        .collect();
    programme.sort(&mut plenaries);
    // Of equals the earliest: max_by_key would take the last.
    let session = plenaries
        .into_iter()
        .rev()
        .max_by_key(|session| session.people.len())?;
    Card::of(edition, reader, session, Some(now))
}

fn is_core(session: &Session) -> bool {
    matches!(
        session.kind.as_str(),
        "plenary" | "expert-presentation" | "expert-debate"
    )
}

fn themes(edition: &Edition, reader: &Reader, now: Timestamp) -> Vec<Theme> {
    let programme = &edition.release.programme;
    let today = programme.day_of(now).or(programme.days.first());
    let theme = |track: &wiec_model::Track| {
        let mut sessions: Vec<&Session> = programme
            .sessions
            .iter()
            .filter(|session| session.track.as_ref() == Some(&track.slug))
            .collect();
        programme.sort(&mut sessions);
        let presentation = sessions
            .iter()
            .find(|session| session.proposals_track.is_some())
            .or(sessions.first());
        let query = Filter::default()
            .with_theme(track.slug.as_str())
            .query(reader.lang());
        Theme {
            line: track.line,
            name: Said::of(&track.name, reader.lang()),
            sessions: sessions.len(),
            first: presentation.and_then(|session| Card::of(edition, reader, session, Some(now))),
            href: format!(
                "{}{query}",
                today.map_or_else(|| reader.paths.programme(), |day| reader.paths.day(day))
            ),
        }
    };
    // The first track is the core debate, which has a section of its own.
    programme
        .tracks
        .iter()
        .skip(1)
        .filter(|track| track.line != MapLine::Brak)
        .map(theme)
        .filter(|theme| theme.sessions > 0)
        .collect()
}

fn night(edition: &Edition, reader: &Reader, now: Timestamp) -> Option<Night> {
    let programme = &edition.release.programme;
    let session = programme
        .sessions
        .iter()
        .find(|session| session.kind.as_str() == Kind::FLOP_NIGHT)?;
    let card = Card::of(edition, reader, session, Some(now))?;
    let slot = session.slot.as_ref()?;
    let date = dates::day_month(
        dates::date_of(slot.starts_at, &programme.congress.zone),
        reader.lang(),
    );
    Some(Night {
        when: format!("{date}, {}", card.hours),
        stories: session.stories.len(),
        recorded: session.recording != wiec_model::session::Recording::Forbidden,
        card,
    })
}

fn day_card(edition: &Edition, reader: &Reader, day: &Day, now: Timestamp) -> DayCard {
    let programme = &edition.release.programme;
    let mut sessions = programme.sessions_on(day);
    sessions.retain(|session| !programme.is_service(session));
    DayCard {
        number: day.date.day(),
        long_date: dates::day_month(day.date, reader.lang()),
        weekday: dates::weekday(day.date, reader.lang()),
        ordinal: day.number,
        name: day.name.as_ref().map(|name| Said::of(name, reader.lang())),
        is_today: programme.day_of(now) == Some(day),
        cards: telling(&sessions)
            .into_iter()
            .filter_map(|session| Card::of(edition, reader, session, Some(now)))
            .collect(),
        href: reader.paths.day(day),
    }
}

/// A few sessions that tell what a day is like: the first of each hour, plenaries before others.
fn telling<'a>(sessions: &[&'a Session]) -> Vec<&'a Session> {
    let mut chosen: Vec<&Session> = Vec::new();
    let of_one_start = |session: &Session, other: &Session| {
        session.slot.as_ref().map(|slot| slot.starts_at)
            == other.slot.as_ref().map(|slot| slot.starts_at)
    };
    for session in sessions {
        if !chosen.iter().any(|other| of_one_start(session, other)) {
            chosen.push(session);
        }
    }
    if chosen.len() > PER_DAY {
        let mut ranked: Vec<(usize, &Session)> = chosen.iter().copied().enumerate().collect();
        ranked.sort_by_key(|(at, session)| {
            (
                !is_core(session) && session.kind.as_str() != Kind::FLOP_NIGHT,
                *at,
            )
        });
        ranked.truncate(PER_DAY);
        ranked.sort_by_key(|(at, _)| *at);
        chosen = ranked.into_iter().map(|(_, session)| session).collect();
    }
    chosen
}

fn access(edition: &Edition, frame: &Frame) -> Vec<Access> {
    let programme = &edition.release.programme;
    let entry = |feature: Feature| {
        let rooms: Vec<&str> = programme
            .rooms
            .iter()
            .filter(|room| room.features.contains(&feature))
            .map(|room| room.name.words(frame.lang))
            .collect();
        let (icon, title) = crate::room::feature(feature, frame.m);
        (!rooms.is_empty()).then(|| Access {
            icon,
            title,
            rooms: wiec_kit::said::nb(&rooms.join(", ")),
        })
    };
    Feature::ACCESS.into_iter().filter_map(entry).collect()
}
