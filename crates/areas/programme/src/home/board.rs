//! What is on now and what comes next.

use jiff::Timestamp;
use wiec_kit::dates;
use wiec_kit::edition::Edition;
use wiec_kit::frame::Reader;
use wiec_model::now::rooms_now;
use wiec_model::{Lang, Programme, Session, Zone};

use crate::card::Card;

/// Where the congress stands in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    Before,
    During,
    After,
}

/// Where the congress stands at `now`.
pub fn phase(programme: &Programme, now: Timestamp) -> Phase {
    let begins = programme.days.first().map(|day| programme.bounds_of(day).0);
    let ends = programme.days.last().map(|day| programme.bounds_of(day).1);
    match (begins, ends) {
        (Some(begins), _) if now < begins => Phase::Before,
        (_, Some(ends)) if ends <= now => Phase::After,
        _ => Phase::During,
    }
}

/// The date of a session that does not begin today.
pub fn other_date(card: &Card, zone: &Zone, now: Timestamp, lang: Lang) -> Option<String> {
    let starts = Timestamp::from_second(card.starts_epoch).ok()?;
    let date = dates::date_of(starts, zone);
    (date != dates::date_of(now, zone)).then(|| dates::short_date(date, lang))
}

/// What is on in each room, and what comes next; before the congress, how it begins.
pub fn board(edition: &Edition, reader: &Reader, now: Timestamp) -> (Vec<Card>, Vec<Card>) {
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
