//! The front page: what is on now, the core debate, themes, ways to take part, days, accessibility.

mod board;
mod core;
mod days;

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use jiff::Timestamp;
use wiec_interchange::write::context::Context;
use wiec_kit::acts::ReadSite;
use wiec_kit::app::App;
use wiec_kit::dates;
use wiec_kit::demo::ComeInAs;
use wiec_kit::edition::Edition;
use wiec_kit::error::PageError;
use wiec_kit::frame::{Frame, Reader, Section};
use wiec_kit::permit::Permit;
use wiec_kit::said::Said;
use wiec_kit::visit::Visit;
use wiec_model::{Feature, Programme};

use crate::addresses::Permanent;
use crate::card::Card;
use crate::export_words::ExportWords;
use crate::view::{self, Changes};

use self::board::{Phase, board, other_date, phase};
use self::core::{CorePart, Night, core, night, question};
use self::days::{DayCard, Theme, day_card, themes};

/// So many sessions are listed under "now" and "next"; the rest is a link away.
const LISTED: usize = 5;

#[derive(Template)]
#[template(path = "home.html")]
struct HomePage {
    frame: Frame,
    come_in_as: Option<ComeInAs>,
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
        come_in_as: ComeInAs::at(app, &reader.paths),
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
