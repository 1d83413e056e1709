//! What changed from release to release, newest first.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use wiec_kit::acts::ReadProgramme;
use wiec_kit::app::App;
use wiec_kit::dates;
use wiec_kit::edition::Edition;
use wiec_kit::error::PageError;
use wiec_kit::frame::{Frame, Reader, Section};
use wiec_kit::messages::Messages;
use wiec_kit::permit::Permit;
use wiec_kit::said::Said;
use wiec_kit::visit::Visit;
use wiec_model::changes::{Change, Event, changes};
use wiec_model::{Release, Slot};

use crate::view::{self, Changes, Sending};

/// So many releases are shown; a congress has a handful.
const RELEASES: usize = 20;

#[derive(Template)]
#[template(path = "changes.html")]
struct ChangesPage {
    frame: Frame,
    releases: Vec<ReleasePart>,
    feed: String,
}

struct ReleasePart {
    name: String,
    when: String,
    machine: String,
    first: bool,
    sessions: usize,
    note: Option<Said>,
    changes: Vec<Line>,
}

struct Line {
    tags: Vec<&'static str>,
    title: Said,
    href: Option<String>,
    details: Vec<Detail>,
}

struct Detail {
    name: &'static str,
    before: Option<Said>,
    after: Said,
}

/// `GET /zmiany`
pub async fn get(
    permit: Permit<ReadProgramme>,
    State(app): State<App>,
    visit: Visit,
    asked: HeaderMap,
) -> Result<Response, PageError> {
    let edition = permit.subject;
    let reader = view::reader(&app, &visit, &edition).await?;
    // Twenty releases are a few megabytes: they are read only if the page is not on the shelf.
    let sending = Sending::new(&app, &visit, &edition, &reader, &asked, Changes::ByRelease);
    if let Some(response) = sending.shelved().await {
        return Ok(response);
    }
    let html = page(&app, &edition, &reader, &recent(&app, &edition).await?)?;
    Ok(sending.send(html).await)
}

/// The newest releases of an edition, newest first.
async fn recent(app: &App, edition: &Edition) -> Result<Vec<Release>, PageError> {
    let mut releases = vec![edition.release.clone()];
    let newest = edition.release.number;
    for number in (1..newest).rev().take(RELEASES) {
        releases.extend(app.store.releases().find(edition.slug(), number).await?);
    }
    Ok(releases)
}

fn page(
    app: &App,
    edition: &Arc<Edition>,
    reader: &Reader,
    releases: &[Release],
) -> Result<String, askama::Error> {
    let m = wiec_kit::messages::messages(reader.lang());
    let frame = Frame::new(app, Some(edition), reader, m.changes_title(), |paths| {
        paths.changes()
    })
    .within(Section::Changes)
    .about(m.changes_about());
    let part = |(at, release): (usize, &Release)| {
        let zone = &release.programme.congress.zone;
        let day = dates::long_date(dates::date_of(release.released_at, zone), reader.lang());
        let previous = releases.get(at + 1);
        ReleasePart {
            name: release.name.clone(),
            when: format!("{day}, {}", dates::hour(release.released_at, zone)),
            machine: dates::machine(release.released_at, zone),
            first: release.number == 1,
            sessions: release.programme.sessions.len(),
            note: release
                .note
                .as_ref()
                .map(|note| Said::of(note, reader.lang())),
            changes: previous
                .map(|previous| lines(previous, release, edition, reader))
                .unwrap_or_default(),
        }
    };
    let releases = releases
        .iter()
        .enumerate()
        .take(RELEASES)
        .map(part)
        .collect();
    ChangesPage {
        releases,
        feed: reader.paths.file("changes.atom"),
        frame,
    }
    .render()
}

fn lines(previous: &Release, next: &Release, edition: &Edition, reader: &Reader) -> Vec<Line> {
    let m = wiec_kit::messages::messages(reader.lang());
    let line = |change: Change<'_>| {
        let still_there = edition
            .release
            .programme
            .sessions
            .iter()
            .find(|session| session.guid == change.session.guid);
        Line {
            tags: change.events.iter().map(|event| tag(event, m)).collect(),
            title: Said::of(&change.session.title, reader.lang()),
            href: still_there.map(|session| reader.paths.session(session)),
            details: change
                .events
                .iter()
                .filter_map(|event| detail(event, previous, next, reader))
                .collect(),
        }
    };
    changes(previous, next).into_iter().map(line).collect()
}

/// The word for what happened.
pub fn tag(event: &Event<'_>, m: &'static Messages) -> &'static str {
    match event {
        Event::Added => m.change_added(),
        Event::Dropped => m.change_dropped(),
        Event::Rescheduled { .. } => m.change_rescheduled(),
        Event::Relocated { .. } => m.change_relocated(),
        Event::Retitled { .. } => m.change_retitled(),
        Event::Recast => m.change_recast(),
        Event::Reworded => m.change_reworded(),
    }
}

fn detail(
    event: &Event<'_>,
    previous: &Release,
    next: &Release,
    reader: &Reader,
) -> Option<Detail> {
    let m = wiec_kit::messages::messages(reader.lang());
    let lang = reader.lang();
    match event {
        Event::Rescheduled { from, to } => Some(Detail {
            name: m.change_time(),
            before: Some(Said::new(&when(from, previous, reader))),
            after: Said::new(&when(to, next, reader)),
        }),
        Event::Relocated { from, to } => {
            let room = |slot: &Slot, release: &Release| {
                release
                    .programme
                    .room(slot.room.as_str())
                    .map_or_else(|| Said::new(""), |room| Said::of(&room.name, lang))
            };
            Some(Detail {
                name: m.change_room(),
                before: Some(room(from, previous)),
                after: room(to, next),
            })
        }
        Event::Retitled { from } => {
            let now = next
                .programme
                .sessions
                .iter()
                .find(|session| session.guid == from.guid)?;
            Some(Detail {
                name: m.change_title(),
                before: Some(Said::of(&from.title, lang)),
                after: Said::of(&now.title, lang),
            })
        }
        Event::Added | Event::Dropped | Event::Recast | Event::Reworded => None,
    }
}

fn when(slot: &Slot, release: &Release, reader: &Reader) -> String {
    let zone = &release.programme.congress.zone;
    format!(
        "{}, {}",
        dates::day_month(dates::date_of(slot.starts_at, zone), reader.lang()),
        dates::hours(slot, zone)
    )
}
