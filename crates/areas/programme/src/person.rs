//! A person: who they are and where they appear.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use wiec_kit::acts::ReadProgramme;
use wiec_kit::app::App;
use wiec_kit::edition::Found;
use wiec_kit::error::PageError;
use wiec_kit::frame::{Frame, Section};
use wiec_kit::permit::Permit;
use wiec_kit::said::Said;
use wiec_kit::visit::Visit;
use wiec_model::Session;

use crate::card::Card;
use crate::moved;
use crate::people::called;
use crate::session::marked;
use crate::view::{self, Changes};

#[derive(Template)]
#[template(path = "person.html")]
struct PersonPage {
    frame: Frame,
    name: Said,
    role: Option<Said>,
    biography: Option<String>,
    appearances: Vec<(&'static str, String, Card)>,
}

/// `GET /osoby/{person}`
pub async fn get(
    permit: Permit<ReadProgramme>,
    State(app): State<App>,
    visit: Visit,
    Path(slug): Path<String>,
    asked: HeaderMap,
) -> Result<Response, PageError> {
    let edition = permit.subject;
    let reader = view::reader(&app, &visit, &edition).await?;
    let person = match edition.person(&slug, visit.lang) {
        Some(Found::Here(person)) => person,
        Some(Found::Moved(person)) => return Ok(moved::to(&reader.paths.person(person))),
        // Whoever is in no session any more has nothing left to be told of.
        Some(Found::Gone(_)) | None => return Err(PageError::NotFound),
    };
    view::send(
        &app,
        &visit,
        &edition,
        &reader,
        &asked,
        Changes::ByMinute,
        |now| {
            let programme = &edition.release.programme;
            let lang = reader.lang();
            let name = called(person, lang);
            let frame = Frame::new(&app, Some(&edition), &reader, name.words(), |paths| {
                paths.person(person)
            })
            .within(Section::People)
            .about(&wiec_kit::messages::messages(lang).person_about(name.words()));
            let mut sessions: Vec<&Session> = programme
                .sessions
                .iter()
                .filter(|session| session.people.iter().any(|one| one.person == person.guid))
                .collect();
            programme.sort(&mut sessions);
            let appearance = |session: &Session| {
                let part = session
                    .people
                    .iter()
                    .find(|one| one.person == person.guid)?
                    .part;
                let slot = session.slot.as_ref()?;
                let day = wiec_kit::dates::day_month(
                    wiec_kit::dates::date_of(slot.starts_at, &programme.congress.zone),
                    lang,
                );
                Some((
                    crate::session::part(part, frame.m),
                    day,
                    Card::of(&edition, &reader, session, Some(now))?,
                ))
            };
            PersonPage {
                name,
                role: person
                    .name
                    .as_ref()
                    .and(person.role.as_ref())
                    .map(|role| Said::of(role, lang)),
                biography: person.biography.as_ref().map(|text| marked(text, lang)),
                appearances: sessions.into_iter().filter_map(appearance).collect(),
                frame,
            }
            .render()
        },
    )
    .await
}
