//! A room: what is on in it now, all that happens in it, how to get there and what it has.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use wiec_kit::acts::ReadProgramme;
use wiec_kit::app::App;
use wiec_kit::dates;
use wiec_kit::error::PageError;
use wiec_kit::frame::{Frame, Section};
use wiec_kit::messages::Messages;
use wiec_kit::permit::Permit;
use wiec_kit::said::Said;
use wiec_kit::visit::Visit;
use wiec_model::now::room_now;
use wiec_model::{Feature, Session};

use crate::card::Card;
use crate::view::{self, Changes};

#[derive(Template)]
#[template(path = "room.html")]
struct RoomPage {
    frame: Frame,
    name: Said,
    capacity: Option<u32>,
    floor: Option<Said>,
    equipment: Option<Said>,
    access: Option<Said>,
    features: Vec<(&'static str, &'static str)>,
    now: Vec<Card>,
    next: Option<Card>,
    days: Vec<(String, Vec<Card>)>,
    calendar: String,
    door: String,
}

/// `GET /sala/{room}`
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
            let lang = reader.lang();
            let m = wiec_kit::messages::messages(lang);
            let title = called(room.name.words(lang), m);
            let frame = Frame::new(&app, Some(&edition), &reader, &title, |paths| {
                paths.room(room)
            })
            .within(Section::Programme)
            .about(&m.room_about(title.as_str()));
            let card = |session: &Session| Card::of(&edition, &reader, session, Some(now));
            let here = |session: &&Session| {
                session
                    .slot
                    .as_ref()
                    .is_some_and(|slot| slot.room == room.slug)
            };
            let days = programme.days.iter().map(|day| {
                let sessions = programme.sessions_on(day);
                let cards: Vec<Card> = sessions.into_iter().filter(here).filter_map(card).collect();
                (dates::day_month(day.date, lang), cards)
            });
            let current = room_now(programme, room, now);
            RoomPage {
                name: frame.said(&room.name),
                capacity: room.capacity,
                floor: room.floor.as_ref().map(|text| frame.said(text)),
                equipment: room.equipment.as_ref().map(|text| frame.said(text)),
                access: room.access.as_ref().map(|text| frame.said(text)),
                features: room
                    .features
                    .iter()
                    .map(|&known| feature(known, m))
                    .collect(),
                now: current.now.into_iter().filter_map(card).collect(),
                next: current.next.and_then(card),
                days: days.filter(|(_, cards)| !cards.is_empty()).collect(),
                calendar: reader.paths.calendar_of(reader.paths.room(room)),
                door: reader.paths.door(room),
                frame,
            }
            .render()
        },
    )
    .await
}

/// `Sala 5`, also for a room whose name says already that it is one.
fn called(name: &str, m: &'static Messages) -> String {
    const SAYS_SO: [&str; 4] = ["sala", "room", "saal", "hall"];
    let first = name.split_whitespace().next().unwrap_or_default();
    if SAYS_SO.contains(&first.to_lowercase().as_str()) {
        wiec_kit::said::nb(name)
    } else {
        m.room_title(name)
    }
}

/// The sign and the name of a feature.
pub fn feature(feature: Feature, m: &'static Messages) -> (&'static str, &'static str) {
    match feature {
        Feature::HearingLoop => ("ear", m.feature_hearing_loop()),
        Feature::LiveCaptions => ("caption", m.feature_live_captions()),
        Feature::SignLanguage => ("hands", m.feature_sign_language()),
        Feature::Interpretation => ("headphones", m.feature_interpretation()),
        Feature::AudioDescription => ("eye", m.feature_audio_description()),
        Feature::StepFree => ("wheel", m.feature_step_free()),
        Feature::Stream => ("globe", m.feature_stream()),
        Feature::Recording => ("camera", m.feature_recording()),
    }
}

#[cfg(test)]
mod tests {
    use wiec_kit::messages::messages;
    use wiec_model::Lang;

    use super::*;

    #[test]
    fn no_room_is_called_a_room_twice() {
        assert_eq!(called("Sala 5", messages(Lang::Pl)), "Sala 5");
        assert_eq!(called("Sala 5", messages(Lang::En)), "Sala 5");
        assert_eq!(called("Aula", messages(Lang::Pl)), "Sala Aula");
    }
}
