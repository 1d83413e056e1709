//! Where sessions stand in the plan of rooms and hours, in front of the public and in the office.
//!
//! A room is a column; where sessions of a room overlap (several visits set off from one place), it
//! takes as many columns as it needs lanes. A break spans the plan, unless sessions go on beside it.
//! Rows count real minutes from the plan's first hour, so that the night when clocks change has 23
//! or 25 hours in the plan as it has in the hall.

use std::collections::BTreeMap;

use jiff::{Timestamp, ToSpan};
use wiec_model::{Programme, Session, Slot, Zone};

use crate::dates;

/// The plan has classes for so many columns and hours (`ui/build/grid-places.mjs`).
const MOST_COLUMNS: usize = 48;
const MOST_HOURS: i64 = 40;
/// One row of the plan.
const STEP_MINUTES: i64 = 5;

/// The plan of one day.
#[derive(Debug, PartialEq, Eq)]
pub struct Grid {
    /// The first whole hour.
    pub from: Timestamp,
    /// The first whole hour after the last session.
    pub to: Timestamp,
    /// Columns in all.
    pub columns: usize,
    /// The rooms, with their columns.
    pub rooms: Vec<RoomColumns>,
    places: BTreeMap<String, Place>,
}

/// The columns of a room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoomColumns {
    /// Its key.
    pub room: String,
    /// Its first column, counted from 1.
    pub column: usize,
    /// How many it takes.
    pub width: usize,
}

/// What becomes of a room in which nothing happens that day.
#[derive(Clone, Copy)]
enum EmptyRooms {
    LeftOut,
    Shown,
}

/// The cells of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place {
    column: usize,
    width: usize,
}

impl Grid {
    /// Lays out `sessions`, which come in the order of the programme; `None` if none has a slot.
    ///
    /// Rooms without a session take no column.
    #[must_use]
    pub fn of(programme: &Programme, sessions: &[&Session]) -> Option<Self> {
        let slots = sessions.iter().filter_map(|session| session.slot.as_ref());
        let from = slots.clone().map(|slot| slot.starts_at).min()?;
        let to = slots.map(|slot| slot.ends_at).max()?;
        Some(Self::between(
            programme,
            sessions,
            from,
            to,
            EmptyRooms::LeftOut,
        ))
    }

    /// As [`Grid::of`], with a column for every room and with the hours from `from` to `to` at least:
    /// there is something to put a session into.
    #[must_use]
    pub fn with_all_rooms(
        programme: &Programme,
        sessions: &[&Session],
        from: Timestamp,
        to: Timestamp,
    ) -> Self {
        let slots = sessions.iter().filter_map(|session| session.slot.as_ref());
        let first = slots
            .clone()
            .map(|slot| slot.starts_at)
            .fold(from, Timestamp::min);
        let last = slots.map(|slot| slot.ends_at).fold(to, Timestamp::max);
        Self::between(programme, sessions, first, last, EmptyRooms::Shown)
    }

    fn between(
        programme: &Programme,
        sessions: &[&Session],
        from: Timestamp,
        to: Timestamp,
        empty_rooms: EmptyRooms,
    ) -> Self {
        let from = whole_hour_before(from, &programme.congress.zone);
        let to = whole_hour_after(to, from);
        let bands: Vec<&Session> = sessions
            .iter()
            .copied()
            .filter(|session| is_band(programme, session, sessions))
            .collect();
        let mut grid = Self {
            from,
            to,
            columns: 0,
            rooms: Vec::new(),
            places: BTreeMap::new(),
        };
        for room in &programme.rooms {
            let here = sessions.iter().copied().filter(|session| {
                session
                    .slot
                    .as_ref()
                    .is_some_and(|slot| slot.room == room.slug)
                    && !bands.iter().any(|band| band.code == session.code)
            });
            grid.add_room(room.slug.as_str(), here, empty_rooms);
        }
        grid.columns = grid.columns.max(1);
        for band in bands {
            grid.places.insert(
                band.code.to_string(),
                Place {
                    column: 1,
                    width: grid.columns,
                },
            );
        }
        grid
    }

    /// The classes that put a session into its cells.
    #[must_use]
    pub fn classes(&self, session: &Session) -> String {
        let (Some(place), Some(slot)) = (self.places.get(session.code.as_str()), &session.slot)
        else {
            return String::new();
        };
        let (sh, sm) = self.row(slot.starts_at);
        let (eh, em) = self.row_after(slot);
        format!(
            "c{} w{} sh{sh} sm{sm} eh{eh} em{em}",
            place.column, place.width
        )
    }

    /// The classes of the plan itself.
    #[must_use]
    pub fn size_classes(&self) -> String {
        format!(
            "cols{} hours{}",
            self.columns.min(MOST_COLUMNS),
            self.hours()
        )
    }

    /// The whole hours of the plan, with the class of their row and their label.
    #[must_use]
    pub fn hour_labels(&self, zone: &Zone) -> Vec<(String, String)> {
        (0..self.hours())
            .map(|hour| {
                (
                    format!("rh{hour}"),
                    dates::hour(
                        self.from.saturating_add(hour.hours()).unwrap_or(self.to),
                        zone,
                    ),
                )
            })
            .collect()
    }

    /// The classes of the line that says what time it is; `None` outside of the plan.
    #[must_use]
    pub fn now_classes(&self, now: Timestamp) -> Option<String> {
        if now < self.from || now >= self.to {
            return None;
        }
        let (hour, minute) = self.row(now);
        Some(format!("rh{hour} rm{minute}"))
    }

    fn hours(&self) -> i64 {
        (minutes(self.from, self.to) / 60).clamp(1, MOST_HOURS)
    }

    /// The hour and the five minutes that an instant falls into, counted from the plan's beginning.
    fn row(&self, instant: Timestamp) -> (i64, i64) {
        let passed = minutes(self.from, instant).clamp(0, MOST_HOURS * 60 - STEP_MINUTES);
        (passed / 60, passed % 60 / STEP_MINUTES * STEP_MINUTES)
    }

    /// The row after the last of a session; even the shortest has one row of its own.
    fn row_after(&self, slot: &Slot) -> (i64, i64) {
        let first = minutes(self.from, slot.starts_at) / STEP_MINUTES;
        let after = (minutes(self.from, slot.ends_at) + STEP_MINUTES - 1) / STEP_MINUTES;
        let after = after
            .max(first + 1)
            .clamp(1, MOST_HOURS * 60 / STEP_MINUTES)
            * STEP_MINUTES;
        (after / 60, after % 60)
    }

    /// Gives every session of a room the first lane that is free, earliest session first.
    fn add_room<'a>(
        &mut self,
        room: &str,
        sessions: impl Iterator<Item = &'a Session>,
        empty_rooms: EmptyRooms,
    ) {
        let mut lanes: Vec<Timestamp> = Vec::new();
        let first = self.columns + 1;
        for session in sessions {
            let Some(slot) = &session.slot else { continue };
            let lane = lanes
                .iter()
                .position(|&free| free <= slot.starts_at)
                .unwrap_or(lanes.len());
            if lane == lanes.len() {
                lanes.push(slot.ends_at);
            } else {
                lanes[lane] = slot.ends_at;
            }
            let column = (first + lane).min(MOST_COLUMNS);
            self.places
                .insert(session.code.to_string(), Place { column, width: 1 });
        }
        let width = match empty_rooms {
            EmptyRooms::LeftOut => lanes.len(),
            EmptyRooms::Shown => lanes.len().max(1),
        };
        if width > 0 {
            self.rooms.push(RoomColumns {
                room: room.to_owned(),
                column: first.min(MOST_COLUMNS),
                width,
            });
            self.columns = (self.columns + width).min(MOST_COLUMNS);
        }
    }
}

/// A break spans the plan when at most two sessions go on beside it: then they stand on top of it.
fn is_band(programme: &Programme, session: &Session, sessions: &[&Session]) -> bool {
    let Some(slot) = session
        .slot
        .as_ref()
        .filter(|_| programme.is_service(session))
    else {
        return false;
    };
    let beside = sessions
        .iter()
        .filter(|other| other.code != session.code)
        .filter(|other| {
            other
                .slot
                .as_ref()
                .is_some_and(|other| other.overlaps(slot))
        })
        .count();
    beside <= 2
}

fn whole_hour_before(instant: Timestamp, zone: &Zone) -> Timestamp {
    let past = i64::from(zone.rules().to_datetime(instant).minute());
    instant.saturating_sub(past.minutes()).unwrap_or(instant)
}

/// Whole hours are counted from the plan's beginning, so that rows and labels agree.
fn whole_hour_after(instant: Timestamp, from: Timestamp) -> Timestamp {
    let hours = (minutes(from, instant) + 59) / 60;
    from.saturating_add(hours.clamp(1, MOST_HOURS).hours())
        .unwrap_or(instant)
}

fn minutes(from: Timestamp, to: Timestamp) -> i64 {
    to.duration_since(from).as_mins()
}
