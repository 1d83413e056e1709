//! The days, each by a few sessions that tell what it is like; and the themes.

use jiff::Timestamp;
use wiec_kit::dates;
use wiec_kit::edition::Edition;
use wiec_kit::frame::Reader;
use wiec_kit::said::Said;
use wiec_model::theme::Kind;
use wiec_model::{Day, MapLine, Session};

use super::core::is_core;
use crate::card::Card;
use crate::filter::Filter;

/// So many sessions stand for a day.
const PER_DAY: usize = 5;

/// A theme, by what its team presents.
pub struct Theme {
    pub line: MapLine,
    pub name: Said,
    pub sessions: usize,
    pub first: Option<Card>,
    pub href: String,
}

/// A day.
pub struct DayCard {
    pub number: i8,
    pub long_date: String,
    pub weekday: &'static str,
    pub ordinal: u16,
    pub name: Option<Said>,
    pub is_today: bool,
    pub cards: Vec<Card>,
    pub href: String,
}

/// All themes but the first, which is the debate.
pub fn themes(edition: &Edition, reader: &Reader, now: Timestamp) -> Vec<Theme> {
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

/// A day as it stands among the others.
pub fn day_card(edition: &Edition, reader: &Reader, day: &Day, now: Timestamp) -> DayCard {
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
