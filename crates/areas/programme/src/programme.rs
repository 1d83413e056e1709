//! A day of the programme: one list by the hour, which wide screens show as a plan of rooms and hours.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::Timestamp;
use wiec_kit::acts::ReadProgramme;
use wiec_kit::app::App;
use wiec_kit::dates;
use wiec_kit::edition::Edition;
use wiec_kit::error::PageError;
use wiec_kit::frame::{Frame, Reader, Section};
use wiec_kit::grid::{Grid, RoomColumns};
use wiec_kit::permit::Permit;
use wiec_kit::said::Said;
use wiec_kit::visit::Visit;
use wiec_model::{Day, Feature, MapLine, Session};

use crate::card::{Card, short_name};
use crate::filter::{Filter, Names, access_key, names};
use crate::view::{self, Changes, Sending};

#[derive(Template)]
#[template(path = "programme.html")]
struct ProgrammePage {
    frame: Frame,
    date: String,
    calendar: String,
    here: String,
    days: Vec<DayTab>,
    filter: Filter,
    names: Names,
    themes: Vec<ThemeChip>,
    kinds: Vec<Choice>,
    access: Vec<Choice>,
    everything_href: String,
    mine_href: String,
    clear_href: String,
    groups: Vec<Group>,
    count: usize,
    size_classes: String,
    rooms: Vec<RoomHead>,
    hours: Vec<(String, String)>,
    now: Option<NowLine>,
    zone: String,
    legend: Vec<(MapLine, Said)>,
    printed_at: String,
}

struct DayTab {
    date: String,
    name: Said,
    href: String,
    current: bool,
}

struct ThemeChip {
    line: MapLine,
    name: Said,
    href: String,
    chosen: bool,
}

struct Choice {
    key: String,
    name: String,
    /// The language of its name, where that is not the page's.
    lang: Option<String>,
    chosen: bool,
}

struct Group {
    time: String,
    machine: String,
    parallel: usize,
    is_now: bool,
    slots: Vec<SlotCard>,
}

struct SlotCard {
    card: Card,
    places: String,
}

struct RoomHead {
    classes: String,
    name: Said,
    capacity: Option<u32>,
}

struct NowLine {
    classes: Option<String>,
    hour: String,
    from: i64,
    to: i64,
}

impl ProgrammePage {
    /// Whether there is a "now" to jump to.
    fn has_now(&self) -> bool {
        self.groups.iter().any(|group| group.is_now)
    }
}

/// `GET /program`: the day that it is, or the first.
pub async fn today(
    permit: Permit<ReadProgramme>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let programme = &permit.subject.release.programme;
    let day = programme
        .day_of(app.clock.now())
        .or(programme.days.first())
        .ok_or(PageError::NotFound)?;
    let query = visit
        .address
        .split_once('?')
        .map(|(_, query)| format!("?{query}"))
        .unwrap_or_default();
    Ok(Redirect::temporary(&format!("{}{query}", visit.paths().day(day))).into_response())
}

/// `GET /program/{day}`
pub async fn get(
    permit: Permit<ReadProgramme>,
    State(app): State<App>,
    visit: Visit,
    Path(day): Path<String>,
    Query(asked_for): Query<Vec<(String, String)>>,
    asked: HeaderMap,
) -> Result<Response, PageError> {
    let edition = permit.subject;
    let day = edition.day(&day).ok_or(PageError::NotFound)?;
    let filter = Filter::of(&asked_for);
    let reader = view::reader(&app, &visit, &edition).await?;
    let query = filter.is_known(&edition).then(|| filter.query(visit.lang));
    Sending::new(&app, &visit, &edition, &reader, &asked, Changes::ByMinute)
        .asking(&visit, query, Changes::ByMinute)
        .make(|now| page(&app, &edition, &reader, day, &filter, Some(now)))
        .await
}

/// The page of a day; without `now` it tells nothing of the time and stays true until the next release.
pub fn page(
    app: &App,
    edition: &Arc<Edition>,
    reader: &Reader,
    day: &Day,
    filter: &Filter,
    now: Option<Timestamp>,
) -> Result<String, askama::Error> {
    let programme = &edition.release.programme;
    let lang = reader.lang();
    let zone = &programme.congress.zone;
    let date = dates::day_month(day.date, lang);
    let m = wiec_kit::messages::messages(lang);
    let mut frame = Frame::new(
        app,
        Some(edition),
        reader,
        &m.programme_of_day(date.clone()),
        |paths| format!("{}{}", paths.day(day), filter.query(paths.lang())),
    )
    .within(Section::Programme)
    .about(&m.programme_about(date.clone()));
    if filter.is_on() {
        frame = frame.unlisted();
    }
    let all = programme.sessions_on(day);
    let chosen = filter.choose(edition, reader, &all);
    let grid = Grid::of(programme, &chosen);
    let here = reader.paths.day(day);
    ProgrammePage {
        calendar: reader.paths.calendar_of(&here),
        days: programme
            .days
            .iter()
            .map(|other| day_tab(reader, other, day, filter))
            .collect(),
        names: names(lang),
        themes: themes(edition, reader, day, filter),
        kinds: kinds(edition, reader, &all, filter),
        access: access(edition, &all, filter, frame.m),
        everything_href: format!("{here}{}", filter.with_theme("").query(lang)),
        mine_href: format!("{here}{}", filter.mine_switched().query(lang)),
        clear_href: here.clone(),
        groups: groups(edition, reader, &chosen, grid.as_ref(), now),
        count: filter.count(edition, &chosen),
        size_classes: grid.as_ref().map(Grid::size_classes).unwrap_or_default(),
        rooms: grid
            .as_ref()
            .map(|grid| room_heads(edition, reader, grid))
            .unwrap_or_default(),
        hours: grid
            .as_ref()
            .map(|grid| grid.hour_labels(zone))
            .unwrap_or_default(),
        now: grid.as_ref().map(|grid| now_line(grid, zone, now)),
        zone: zone.name().to_owned(),
        legend: legend(edition, &frame),
        printed_at: now
            .map(|now| printed_at(now, zone, lang))
            .unwrap_or_default(),
        filter: filter.clone(),
        here,
        date,
        frame,
    }
    .render()
}

/// `15 listopada 2019, 10:42`: a print outlives its day.
fn printed_at(now: Timestamp, zone: &wiec_model::Zone, lang: wiec_model::Lang) -> String {
    let date = dates::long_date(dates::date_of(now, zone), lang);
    format!("{date}, {}", dates::hour(now, zone))
}

fn day_tab(reader: &Reader, day: &Day, shown: &Day, filter: &Filter) -> DayTab {
    let lang = reader.lang();
    DayTab {
        date: dates::day_month(day.date, lang),
        name: day.name.as_ref().map_or_else(
            || Said::new(dates::weekday(day.date, lang)),
            |name| Said::of(name, lang),
        ),
        href: format!("{}{}", reader.paths.day(day), filter.query(lang)),
        current: day == shown,
    }
}

fn themes(edition: &Edition, reader: &Reader, day: &Day, filter: &Filter) -> Vec<ThemeChip> {
    let tracks = edition
        .release
        .programme
        .tracks
        .iter()
        .filter(|track| track.line != MapLine::Brak);
    let chip = |track: &wiec_model::Track| {
        let chosen = filter.theme == track.slug.as_str();
        ThemeChip {
            line: track.line,
            name: Said::of(&track.name, reader.lang()),
            href: format!(
                "{}{}",
                reader.paths.day(day),
                filter.with_theme(track.slug.as_str()).query(reader.lang())
            ),
            chosen,
        }
    };
    tracks.map(chip).collect()
}

fn kinds(edition: &Edition, reader: &Reader, all: &[&Session], filter: &Filter) -> Vec<Choice> {
    let here = |kind: &&wiec_model::Kind| {
        !kind.is_service()
            && (filter.kind == kind.slug.as_str()
                || all.iter().any(|session| session.kind == kind.slug))
    };
    let choice = |kind: &wiec_model::Kind| {
        let name = short_name(kind);
        let shown = name.show(reader.lang());
        Choice {
            key: kind.slug.to_string(),
            name: shown.words.to_owned(),
            lang: shown.fallback.map(ToString::to_string),
            chosen: filter.kind == kind.slug.as_str(),
        }
    };
    edition
        .release
        .programme
        .kinds
        .iter()
        .filter(here)
        .map(choice)
        .collect()
}

fn access(
    edition: &Edition,
    all: &[&Session],
    filter: &Filter,
    m: &'static wiec_kit::messages::Messages,
) -> Vec<Choice> {
    let programme = &edition.release.programme;
    let here = |feature: &Feature| {
        filter.access == access_key(*feature)
            || all
                .iter()
                .any(|session| programme.features_of(session).contains(feature))
    };
    let choice = |feature: Feature| Choice {
        key: access_key(feature).to_owned(),
        name: crate::room::feature(feature, m).1.to_owned(),
        lang: None,
        chosen: filter.access == access_key(feature),
    };
    Feature::ACCESS
        .into_iter()
        .filter(here)
        .map(choice)
        .collect()
}

/// Sessions that begin together stand together.
fn groups(
    edition: &Edition,
    reader: &Reader,
    sessions: &[&Session],
    grid: Option<&Grid>,
    now: Option<Timestamp>,
) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for session in sessions {
        let Some(card) = Card::of(edition, reader, session, now) else {
            continue;
        };
        if groups
            .last()
            .is_none_or(|group| group.machine != card.starts_machine)
        {
            groups.push(Group {
                time: card.starts.clone(),
                machine: card.starts_machine.clone(),
                parallel: 0,
                is_now: false,
                slots: Vec::new(),
            });
        }
        let group = groups.last_mut().expect("one was just made");
        group.parallel += usize::from(!card.service);
        group.is_now |= card.is_live();
        group.slots.push(SlotCard {
            places: grid.map(|grid| grid.classes(session)).unwrap_or_default(),
            card,
        });
    }
    mark_one_now(&mut groups);
    groups
}

/// "Now" is one place to jump to: the first group with something in session.
fn mark_one_now(groups: &mut [Group]) {
    let mut seen = false;
    for group in groups {
        group.is_now &= !seen;
        seen |= group.is_now;
    }
}

fn room_heads(edition: &Edition, reader: &Reader, grid: &Grid) -> Vec<RoomHead> {
    let programme = &edition.release.programme;
    let head = |columns: &RoomColumns| {
        let room = programme.room(&columns.room)?;
        Some(RoomHead {
            classes: format!("c{} w{}", columns.column, columns.width),
            name: Said::of(&room.name, reader.lang()),
            capacity: room.capacity,
        })
    };
    grid.rooms.iter().filter_map(head).collect()
}

fn now_line(grid: &Grid, zone: &wiec_model::Zone, now: Option<Timestamp>) -> NowLine {
    NowLine {
        classes: now.and_then(|now| grid.now_classes(now)),
        hour: now.map(|now| dates::hour(now, zone)).unwrap_or_default(),
        from: grid.from.as_second(),
        to: grid.to.as_second(),
    }
}

fn legend(edition: &Edition, frame: &Frame) -> Vec<(MapLine, Said)> {
    let tracks = edition
        .release
        .programme
        .tracks
        .iter()
        .filter(|track| track.line != MapLine::Brak);
    tracks
        .map(|track| (track.line, frame.said(&track.name)))
        .collect()
}
