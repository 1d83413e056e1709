//! A session's room and time as fields: on its own page, in the table and in the grid the same four.

use jiff::ToSpan;
use wiec_model::edit::Edit;
use wiec_model::{Session, Slot};

use super::kind::MOST_MINUTES;
use crate::context::Context;
use crate::sheet::{Field, Reading, Width};

/// The fields of a session's slot, their names behind `prefix`.
pub fn fields(prefix: &str, session: Option<&Session>, context: &Context<'_>) -> Vec<Field> {
    let (m, programme) = (context.m, context.programme);
    let slot = session.and_then(|session| session.slot.as_ref());
    let day = slot.and_then(|slot| programme.day_of(slot.starts_at));
    let start = slot.map(|slot| start_of(slot, context));
    let minutes = session.map(|session| context.minutes_of(session));
    let name = |name: &str| format!("{prefix}{name}");
    let first = programme.days.first();
    vec![
        Field::choice(name("room"), m.plan_room(), context.rooms())
            .maybe(slot.map(|slot| &slot.room))
            .wide(Width::Quarter),
        Field::choice(name("day"), m.plan_day(), context.days())
            .maybe(day.or(first).map(|day| day.date))
            .wide(Width::Quarter),
        Field::short("time", name("start"), m.plan_start()).maybe(start),
        Field::short("number", name("minutes"), m.plan_minutes()).maybe(minutes),
    ]
}

/// When a slot begins, as a field holds it: `09:05`.
pub fn start_of(slot: &Slot, context: &Context<'_>) -> String {
    let zone = context.programme.congress.zone.rules();
    let local = zone.to_datetime(slot.starts_at);
    format!("{:02}:{:02}", local.hour(), local.minute())
}

/// A slot that was read.
pub enum Placed {
    /// Neither room nor start: the session is not scheduled.
    Nowhere,
    /// A room and a time.
    At(Slot),
}

impl Placed {
    /// The slot, if there is one.
    pub fn slot(self) -> Option<Slot> {
        match self {
            Self::Nowhere => None,
            Self::At(slot) => Some(slot),
        }
    }
}

/// The edit that brings a session there; none if it is there already.
pub fn edit(session: &Session, placed: Placed) -> Option<Edit> {
    let slot = placed.slot();
    if slot == session.slot {
        return None;
    }
    let code = session.code.clone();
    Some(match slot {
        Some(slot) => Edit::Place(code, slot),
        None => Edit::Unschedule(code),
    })
}

/// Reads the fields; `None` if something is wrong with them.
pub fn read(prefix: &str, reading: &mut Reading<'_>, context: &Context<'_>) -> Option<Placed> {
    let programme = context.programme;
    let [room, day, start, minutes] =
        ["room", "day", "start", "minutes"].map(|name| format!("{prefix}{name}"));
    if !reading.has(&room) && !reading.has(&start) {
        // Minutes without a place say nothing, but nonsense in them is still told.
        reading.of(&minutes).number(1..=MOST_MINUTES);
        return Some(Placed::Nowhere);
    }
    let room = reading
        .of(&room)
        .required()
        .choice(|key| programme.room(key).map(|room| room.slug.clone()));
    let day = reading.of(&day).required().choice(|key| {
        let mut days = programme.days.iter();
        days.find(|day| day.date.to_string() == key)
    });
    let start = reading.of(&start).required().time();
    let minutes = reading.of(&minutes).required().number(1..=MOST_MINUTES);
    let starts_at = programme.instant_on(day?, start?);
    let ends_at = starts_at
        .checked_add(i64::from(minutes?).minutes())
        .unwrap_or(starts_at);
    Some(Placed::At(Slot {
        room: room?,
        starts_at,
        ends_at,
    }))
}
