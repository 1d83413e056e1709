//! A foreign schedule understood: rooms, tracks, kinds, days and sessions of a programme.

mod edition;
mod event;
mod links;
mod lists;
mod times;

use std::collections::BTreeMap;

use jiff::civil::Date;
use uuid::Uuid;
use wiec_model::{Day, Programme, Session, SessionCode, Slug, Zone};

use crate::congress_file::give_lines;
use crate::names::{Taken, follows_from_code};
use crate::read::people::People;
use crate::read::problem::{Place, Report};
use crate::read::schedule::{Event, ForeignDay, ForeignRoom, Schedule};
use crate::read::{Hints, moment};

/// A night that ends before this hour still belongs to the evening's day.
const DAY_TURNS_AT: i8 = 5;

/// Makes a programme of a schedule; what is wrong goes into the report.
pub(crate) fn programme(schedule: Schedule, hints: &Hints, report: &Report) -> Programme {
    let congress = edition::congress(&schedule, hints, report);
    let language = edition::first_language(&congress);
    let rooms = lists::Rooms::of(&schedule, &congress.slug, &language, report);
    let mut tracks = lists::Tracks::of(&schedule, &language);
    let mut kinds = lists::Kinds::new(&language);
    let mut people = People::new(&congress.slug, &language);
    let mut sessions = Vec::new();
    let mut origins = Vec::new();
    for (day, room, event) in events(&schedule) {
        let setting = event::Setting {
            schedule: &schedule,
            congress: &congress,
            language: &language,
            day,
            report,
        };
        origins.push(event.place.clone());
        let room = rooms.slug_of(room);
        sessions.push(event::session(
            event,
            room,
            &setting,
            &mut tracks,
            &mut kinds,
            &mut people,
        ));
    }
    if schedule.is_of_pretalx() {
        number_codes(&mut sessions);
    }
    give_slugs(&mut sessions);
    let days = days(&schedule, &sessions, &congress.zone, report);
    let (people, kinds) = (people.into_people(), kinds.into_kinds());
    let tracks = give_lines(
        tracks
            .into_tracks()
            .into_iter()
            .map(|track| (track, None))
            .collect(),
        &sessions,
    );
    let rooms = rooms.into_rooms();
    let programme = Programme {
        congress,
        days,
        rooms,
        tracks,
        goals: Vec::new(),
        kinds,
        people,
        sessions,
        proposals: Vec::new(),
    };
    add_problems(&programme, &origins, report);
    programme
}

type Placed<'a> = (&'a ForeignDay, &'a ForeignRoom, &'a Event);

/// All events in the order of the file, each with its day and room.
fn events(schedule: &Schedule) -> impl Iterator<Item = Placed<'_>> {
    schedule.days.iter().flat_map(|day| {
        day.rooms
            .iter()
            .flat_map(move |(room, events)| events.iter().map(move |event| (day, room, event)))
    })
}

/// pretalx gives all slots of one submission its code, and a guid to each; the second slot becomes
/// `ABC123-2`. Elsewhere a code given twice is a mistake.
fn number_codes(sessions: &mut [Session]) {
    let mut seen: BTreeMap<SessionCode, Vec<Uuid>> = BTreeMap::new();
    for session in sessions {
        let slots = seen.entry(session.code.clone()).or_default();
        let is_another_slot = !slots.is_empty() && !slots.contains(&session.guid);
        slots.push(session.guid);
        let numbered = format!("{}-{}", session.code, slots.len());
        if let (true, Ok(code)) = (is_another_slot, numbered.parse()) {
            session.code = code;
        }
    }
}

fn give_slugs(sessions: &mut [Session]) {
    let mut taken = Taken::default();
    for session in sessions {
        let otherwise =
            Slug::from_words(session.code.as_str()).unwrap_or_else(|| session.slug.pl.clone());
        session.slug = taken.give(&session.title, &otherwise);
    }
}

/// The days of the file, and those on which sessions start though the file does not list them.
fn days(schedule: &Schedule, sessions: &[Session], zone: &Zone, report: &Report) -> Vec<Day> {
    let mut dates: Vec<Date> = Vec::new();
    for day in &schedule.days {
        match day.date.as_ref().or(day.start.as_ref()) {
            Some(found) => dates.extend(report.keep(&found.place, moment::date(&found.words))),
            // Its sessions may say their dates themselves.
            None if day.rooms.iter().any(|(_, events)| !events.is_empty()) => {}
            None => report.add(day.place.clone(), "the day has no date"),
        }
    }
    dates.extend(sessions.iter().filter_map(|session| day_of(session, zone)));
    dates.sort_unstable();
    dates.dedup();
    let numbered = (1_u16..).zip(dates);
    numbered
        .map(|(number, date)| Day {
            number,
            date,
            name: None,
        })
        .collect()
}

fn day_of(session: &Session, zone: &Zone) -> Option<Date> {
    let local = zone.rules().to_datetime(session.slot.as_ref()?.starts_at);
    if local.hour() < DAY_TURNS_AT {
        local.date().yesterday().ok()
    } else {
        Some(local.date())
    }
}

/// What the programme finds contradictory in itself, at the lines of the file.
fn add_problems(programme: &Programme, origins: &[Place], report: &Report) {
    let session = |place: &str| -> Option<(usize, usize)> {
        let start = place.find("sessions[")? + "sessions[".len();
        let end = start + place[start..].find(']')?;
        Some((place[start..end].parse().ok()?, end + 1))
    };
    let problems = programme.problems().into_iter();
    for problem in problems.filter(|problem| !follows_from_code(programme, &problem.place)) {
        let origin = session(&problem.place).and_then(|(index, _)| origins.get(index));
        // "already used by sessions[3]" means nothing in a file that has no such list.
        let message = match session(&problem.message)
            .and_then(|(index, end)| Some((origins.get(index)?, end)))
        {
            Some((other, end)) => {
                let before = problem
                    .message
                    .split("sessions[")
                    .next()
                    .unwrap_or_default();
                format!("{before}the event at {other}{}", &problem.message[end..])
            }
            None => problem.message,
        };
        let field = problem.place.rsplit('.').next().unwrap_or_default();
        let message = if field == "guid" || field == "code" {
            format!("{field} {message}")
        } else {
            message
        };
        report.add(origin.cloned().unwrap_or(Place::File), message);
    }
}
