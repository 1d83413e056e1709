//! What a phone shows without a network: a page of last resort, and the bundle of all others.

use std::collections::BTreeMap;
use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use serde_json::json;
use wiec_kit::acts::ReadProgramme;
use wiec_kit::app::App;
use wiec_kit::edition::Edition;
use wiec_kit::error::PageError;
use wiec_kit::frame::{Frame, Reader, Section, stored_as};
use wiec_kit::permit::Permit;
use wiec_kit::visit::Visit;
use wiec_model::Lang;

use crate::filter::Filter;
use crate::view::{self, Changes};
use crate::{programme, session};

#[derive(Template)]
#[template(path = "offline.html")]
struct OfflinePage {
    frame: Frame,
}

/// `GET /offline`
pub async fn get(
    permit: Permit<ReadProgramme>,
    State(app): State<App>,
    visit: Visit,
    asked: HeaderMap,
) -> Result<Response, PageError> {
    let edition = permit.subject;
    let reader = Reader::of(&visit);
    view::send(
        &app,
        &visit,
        &edition,
        &reader,
        &asked,
        Changes::ByRelease,
        |_| page(&app, &edition, &reader),
    )
    .await
}

fn page(app: &App, edition: &Arc<Edition>, reader: &Reader) -> Result<String, askama::Error> {
    let title = wiec_kit::messages::messages(reader.lang()).offline_title();
    let frame = Frame::new(app, Some(edition), reader, title, |paths| {
        paths.file("offline")
    })
    .within(Section::Aside)
    .unlisted();
    OfflinePage { frame }.render()
}

/// All days and sessions of the current edition as one file, by address: what the service worker stores.
///
/// It says when each day begins and ends, so that the worker can open the programme at the day that it is.
/// The pages share most of their bytes, so compressed together they are far smaller than one by one.
pub fn bundle(app: &App, edition: &Arc<Edition>, lang: Lang) -> Result<String, askama::Error> {
    let reader = Reader::anyone(lang);
    let programme = &edition.release.programme;
    let mut pages = BTreeMap::new();
    for day in &programme.days {
        let html = programme::page(app, edition, &reader, day, &Filter::default(), None)?;
        pages.insert(reader.paths.day(day), html);
    }
    for one in &programme.sessions {
        pages.insert(
            reader.paths.session(one),
            session::page(app, edition, &reader, one, None)?,
        );
    }
    pages.insert(reader.paths.file("offline"), page(app, edition, &reader)?);
    let days: Vec<_> = programme
        .days
        .iter()
        .map(|day| {
            let (from, to) = programme.bounds_of(day);
            json!({ "path": reader.paths.day(day), "from": from.as_second(), "to": to.as_second() })
        })
        .collect();
    let stored = edition.release.released_at.to_string();
    Ok(
        json!({ "release": stored_as(edition), "stored": stored, "days": days, "pages": pages })
            .to_string(),
    )
}
