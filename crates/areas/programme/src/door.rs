//! The screen beside a room's door: what is on, what comes next, large enough for five metres.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use wiec_kit::acts::ReadProgramme;
use wiec_kit::app::App;
use wiec_kit::dates;
use wiec_kit::error::PageError;
use wiec_kit::frame::{Frame, Section};
use wiec_kit::permit::Permit;
use wiec_kit::said::Said;
use wiec_kit::visit::Visit;
use wiec_model::Session;
use wiec_model::now::room_now;

use crate::card::Card;
use crate::view::{self, Changes};

#[derive(Template)]
#[template(path = "door.html")]
struct DoorPage {
    frame: Frame,
    name: Said,
    hour: String,
    zone: String,
    now: Vec<Card>,
    next: Option<Card>,
}

/// `GET /drzwi/{room}`
pub async fn get(
    permit: Permit<ReadProgramme>,
    State(app): State<App>,
    visit: Visit,
    Path(slug): Path<String>,
    asked: HeaderMap,
) -> Result<Response, PageError> {
    let edition = permit.subject;
    let programme = &edition.release.programme;
    let room = programme.room(&slug).ok_or(PageError::NotFound)?;
    let reader = view::reader(&app, &visit, &edition).await?;
    view::send(
        &app,
        &visit,
        &edition,
        &reader,
        &asked,
        Changes::ByMinute,
        |now| {
            let title = wiec_kit::messages::messages(reader.lang())
                .door_title(room.name.words(reader.lang()));
            let frame = Frame::new(&app, Some(&edition), &reader, &title, |paths| {
                paths.door(room)
            })
            .within(Section::Programme)
            .unlisted();
            let card = |session: &Session| Card::of(&edition, &reader, session, Some(now));
            let current = room_now(programme, room, now);
            DoorPage {
                name: frame.said(&room.name),
                hour: dates::hour(now, &programme.congress.zone),
                zone: programme.congress.zone.name().to_owned(),
                now: current.now.into_iter().filter_map(card).collect(),
                next: current.next.and_then(card),
                frame,
            }
            .render()
        },
    )
    .await
}
