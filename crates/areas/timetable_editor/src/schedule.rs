//! One day of the draft as a grid of rooms and hours: its blocks, what is not scheduled, and what
//! clashes. Made of values only.

use jiff::civil::Time;
use wiec_kit::conflict_words::ConflictWords;
use wiec_kit::dates;
use wiec_kit::grid::Grid;
use wiec_kit::said::Said;
use wiec_model::availability::Availabilities;
use wiec_model::conflicts::{Conflict, Pace, Severity, conflicts};
use wiec_model::edit::{Thing, fingerprint};
use wiec_model::{Day, Kind, MapLine, Session};

use crate::context::Context;

/// The grid of a day.
pub struct Schedule {
    /// The classes of the grid's size.
    pub size: String,
    /// The heads of the rooms.
    pub rooms: Vec<RoomHead>,
    /// The whole hours: classes and labels.
    pub hours: Vec<(String, String)>,
    /// The sessions of the day.
    pub blocks: Vec<Block>,
    /// The sessions without room and time.
    pub tray: Vec<Block>,
    /// What clashes on that day.
    pub conflicts: Vec<ConflictWords>,
    /// How many clashes of the whole draft are hard, and how many soft.
    pub counts: (usize, usize),
}

/// A room's head.
pub struct RoomHead {
    /// The classes of its columns.
    pub classes: String,
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: String,
    /// How many it holds.
    pub capacity: String,
}

/// A session in the grid or in the tray.
pub struct Block {
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// Its title as it may break in a narrow column.
    pub narrow: Said,
    /// What kind of session it is.
    pub kind: String,
    /// Its line of the town plan.
    pub line: MapLine,
    /// The classes of its place and state.
    pub classes: String,
    /// Where and when it is, for those who listen.
    pub place: String,
    /// The key of its room; empty in the tray.
    pub room: String,
    /// Its start in minutes from the grid's first hour.
    pub start: i64,
    /// How long it takes.
    pub minutes: u32,
    /// By which a form knows its room and time.
    pub seen: String,
    /// The worst clash it is in.
    pub flag: Option<Flag>,
}

/// A clash as it stands on a block.
pub struct Flag {
    /// Its icon.
    pub icon: &'static str,
    /// What clashes.
    pub words: String,
}

impl Schedule {
    /// Lays out a day.
    pub fn of(
        day: &Day,
        context: &Context<'_>,
        availabilities: &Availabilities,
        selected: &str,
    ) -> Self {
        let programme = context.programme;
        let zone = &programme.congress.zone;
        let pace = Pace::of(&programme.congress);
        let sessions = programme.sessions_on(day);
        let last = match pace.closes.hour() {
            // The grid ends with the evening; what is later makes it longer.
            0..5 => Time::constant(23, 0, 0, 0),
            _ => pace.closes,
        };
        let grid = Grid::with_all_rooms(
            programme,
            &sessions,
            programme.instant_on(day, pace.opens),
            programme.instant_on(day, last),
        );
        let all = conflicts(programme, availabilities);
        let here = |conflict: &&Conflict| programme.day_of(conflict.at) == Some(day);
        let hard = all
            .iter()
            .filter(|conflict| conflict.severity() == Severity::Hard);
        let hard = hard.count();
        let mut waiting: Vec<&Session> = programme
            .sessions
            .iter()
            .filter(|session| session.slot.is_none())
            .collect();
        programme.sort(&mut waiting);
        let block = |session: &&Session| Block::of(session, Some(&grid), context, &all, selected);
        Self {
            size: grid.size_classes(),
            rooms: heads(&grid, context),
            hours: grid.hour_labels(zone),
            blocks: sessions.iter().map(block).collect(),
            tray: waiting
                .iter()
                .map(|session| Block::of(session, None, context, &all, selected))
                .collect(),
            conflicts: all
                .iter()
                .filter(here)
                .map(|conflict| ConflictWords::of(conflict, context.programme, context.lang))
                .collect(),
            counts: (hard, all.len() - hard),
        }
    }
}

fn heads(grid: &Grid, context: &Context<'_>) -> Vec<RoomHead> {
    let head = |columns: &wiec_kit::grid::RoomColumns| {
        let room = context.programme.room(&columns.room)?;
        Some(RoomHead {
            classes: format!("c{} w{}", columns.column, columns.width),
            key: room.slug.to_string(),
            name: context.words(&room.name).to_owned(),
            capacity: room
                .capacity
                .map(|capacity| capacity.to_string())
                .unwrap_or_default(),
        })
    };
    grid.rooms.iter().filter_map(head).collect()
}

impl Block {
    fn of(
        session: &Session,
        grid: Option<&Grid>,
        context: &Context<'_>,
        conflicts: &[Conflict],
        selected: &str,
    ) -> Self {
        let programme = context.programme;
        let kind = programme.kind(session.kind.as_str());
        let worst = conflicts
            .iter()
            .filter(|conflict| conflict.involves(&session.code))
            .min_by_key(|conflict| conflict.severity());
        let is_break = kind.is_some_and(Kind::is_service);
        let mut classes = grid.map(|grid| grid.classes(session)).unwrap_or_default();
        let severity = worst.map(Conflict::severity);
        for (applies, class) in [
            (is_break, " is-br"),
            (severity == Some(Severity::Hard), " is-bad"),
            (severity == Some(Severity::Soft), " is-soft"),
            (session.code.as_str() == selected, " is-sel"),
        ] {
            if applies {
                classes.push_str(class);
            }
        }
        let words =
            worst.map(|conflict| ConflictWords::of(conflict, context.programme, context.lang));
        let slot = session.slot.as_ref();
        let start = grid
            .zip(slot)
            .map(|(grid, slot)| slot.starts_at.duration_since(grid.from).as_mins());
        let code = Thing::Slot(session.code.clone());
        let seen = fingerprint(programme, &code);
        Self {
            code: session.code.to_string(),
            title: context.words(&session.title).to_owned(),
            narrow: Said::of(&session.title, context.lang).hyphenated(context.lang),
            kind: kind
                .map(|kind| context.words(&kind.name).to_owned())
                .unwrap_or_default(),
            line: programme.line_of(session),
            classes,
            place: place(session, context),
            room: slot.map(|slot| slot.room.to_string()).unwrap_or_default(),
            start: start.unwrap_or_default(),
            minutes: context.minutes_of(session),
            seen: seen.map(|seen| seen.to_string()).unwrap_or_default(),
            flag: words.map(|words| Flag {
                icon: words.icon(),
                words: words.title,
            }),
        }
    }
}

/// Where and when a session is, in words.
fn place(session: &Session, context: &Context<'_>) -> String {
    let Some(slot) = &session.slot else {
        return context.m.plan_unscheduled().to_owned();
    };
    let room = context.programme.room(slot.room.as_str());
    let room = room.map(|room| context.words(&room.name));
    let hours = dates::hours(slot, &context.programme.congress.zone);
    format!("{}, {hours}", room.unwrap_or(slot.room.as_str()))
}
