//! The debate that the congress turns round, and its night of flops.

use jiff::Timestamp;
use wiec_kit::dates;
use wiec_kit::edition::Edition;
use wiec_kit::frame::Reader;
use wiec_model::Session;
use wiec_model::session::Recording;
use wiec_model::theme::Kind;

use crate::card::Card;

/// One part of the debate.
pub struct CorePart {
    pub date: String,
    pub card: Card,
}

/// The night of flops.
pub struct Night {
    pub card: Card,
    pub when: String,
    pub stories: usize,
    pub recorded: bool,
}

/// The debate that the congress turns round: the plenary sessions of its first track.
pub fn core(edition: &Edition, reader: &Reader, now: Timestamp) -> Vec<CorePart> {
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
pub fn question(edition: &Edition, reader: &Reader, now: Timestamp) -> Option<Card> {
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

/// Whether a session belongs to the debate rather than beside it.
pub fn is_core(session: &Session) -> bool {
    matches!(
        session.kind.as_str(),
        "plenary" | "expert-presentation" | "expert-debate"
    )
}

/// The night of flops, if there is one.
pub fn night(edition: &Edition, reader: &Reader, now: Timestamp) -> Option<Night> {
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
        recorded: session.recording != Recording::Forbidden,
        card,
    })
}
