//! What a session is in conflict with by itself: hours, rooms, people who cannot, recording.

use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::{Span, Timestamp};

use super::pace::Pace;
use super::{Clash, Conflict, Placed};
use crate::availability::{Availabilities, Whose};
use crate::congress::{Day, Zone};
use crate::place::{Feature, Room};
use crate::programme::Programme;
use crate::session::{Recording, Stream};

pub(super) fn find(
    found: &mut Vec<Conflict>,
    programme: &Programme,
    placed: &[Placed<'_>],
    availabilities: &Availabilities,
    pace: &Pace,
) {
    let rooms: BTreeMap<&str, &Room> = programme
        .rooms
        .iter()
        .map(|room| (room.slug.as_str(), room))
        .collect();
    let days: Vec<Hours> = programme
        .days
        .iter()
        .filter_map(|day| Hours::of(programme, day, pace))
        .collect();
    for one in placed {
        let mut say = |what| {
            found.push(Conflict {
                at: one.slot.starts_at,
                sessions: vec![one.session.code.clone()],
                what,
            });
        };
        let its_room = rooms.get(one.slot.room.as_str()).copied();
        let clashes = [
            hours(one, &days),
            room(one, its_room),
            recording(one, its_room),
        ];
        clashes.into_iter().flatten().for_each(&mut say);
        if !availabilities
            .of(&Whose::Room(one.slot.room.clone()))
            .covers(one.slot)
        {
            say(Clash::RoomUnavailable {
                room: one.slot.room.clone(),
            });
        }
        for appearance in &one.session.people {
            let person = appearance.person;
            if !availabilities.of(&Whose::Person(person)).covers(one.slot) {
                say(Clash::PersonUnavailable { person });
            }
        }
    }
}

/// A day, and when it opens and closes.
struct Hours {
    from: Timestamp,
    to: Timestamp,
    opens_at: Timestamp,
    closes_at: Timestamp,
}

impl Hours {
    /// None for a day at the end of all calendars.
    fn of(programme: &Programme, day: &Day, pace: &Pace) -> Option<Self> {
        let (from, to) = programme.bounds_of(day);
        let zone = &programme.congress.zone;
        Some(Self {
            from,
            to,
            opens_at: clock(zone, day.date, pace.opens_at())?,
            closes_at: clock(zone, day.date, pace.closes_at())?,
        })
    }
}

/// The instant at which the clocks show so many minutes after midnight.
fn clock(zone: &Zone, date: Date, minutes: i32) -> Option<Timestamp> {
    let local = date
        .at(0, 0, 0, 0)
        .checked_add(Span::new().minutes(minutes));
    zone.rules().to_timestamp(local.ok()?).ok()
}

fn hours(one: &Placed<'_>, days: &[Hours]) -> Option<Clash> {
    let slot = one.slot;
    let day = days
        .iter()
        .find(|day| day.from <= slot.starts_at && slot.starts_at < day.to)?;
    let is_outside = slot.starts_at < day.opens_at || day.closes_at < slot.ends_at;
    is_outside.then_some(Clash::OutsideTheDay {
        opens_at: day.opens_at,
        closes_at: day.closes_at,
    })
}

/// A study visit only meets in its room.
fn room(one: &Placed<'_>, room: Option<&Room>) -> Option<Clash> {
    let (room, holds, wanted) = (room?, room?.capacity?, one.session.capacity?);
    (holds < wanted && one.session.visit.is_none()).then(|| Clash::TooManyPeople {
        room: room.slug.clone(),
        holds,
        wanted,
    })
}

fn recording(one: &Placed<'_>, room: Option<&Room>) -> Option<Clash> {
    if one.session.recording != Recording::Forbidden {
        return None;
    }
    if one.session.stream == Stream::Streamed {
        return Some(Clash::StreamedUnrecorded);
    }
    let keeps = |feature: &Feature| matches!(feature, Feature::Recording | Feature::Stream);
    room.filter(|room| room.features.iter().any(keeps))
        .map(|room| Clash::RecordingRoom {
            room: room.slug.clone(),
        })
}
