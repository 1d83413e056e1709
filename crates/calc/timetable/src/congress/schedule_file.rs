//! The file of a schedule, `wiec-congress-schedule/1`.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::json;

use crate::congress::file::PlaceIn;
use crate::congress::names::Names;
use crate::congress::problem::{Problem, Session};
use crate::congress::schedule::{Place, Schedule};
use crate::error::{Malformed, ensure, parse};

const SCHEDULE: &str = "wiec-congress-schedule/1";

#[derive(Deserialize)]
struct ScheduleFile {
    format: String,
    sessions: BTreeMap<String, PlaceIn>,
}

/// Reads a schedule. Sessions that it does not name have no place; those that the congress does
/// not have any more are left out, as a repair needs it.
///
/// # Errors
///
/// [`Malformed`] if it is no JSON of this form or names a room that does not exist.
pub fn read_schedule(problem: &Problem, text: &str) -> Result<Schedule, Malformed> {
    let file: ScheduleFile = parse(text, SCHEDULE)?;
    ensure(file.format == SCHEDULE, || {
        format!("the format is {:?}, not {SCHEDULE:?}", file.format)
    })?;
    let rooms = Names::new("room", problem.rooms.iter().map(|it| &it.id))?;
    let place = |it: &Session| {
        let found = file.sessions.get(&it.id);
        found
            .map(|at| {
                Ok(Place {
                    room: rooms.find(&at.room)?,
                    start: at.start,
                })
            })
            .transpose()
    };
    problem.sessions.iter().map(place).collect()
}

/// Writes a schedule.
pub fn write_schedule(problem: &Problem, schedule: &Schedule) -> String {
    let mut sessions = serde_json::Map::new();
    for (it, place) in problem.sessions.iter().zip(schedule) {
        if let Some(at) = place {
            let room = &problem.rooms[at.room].id;
            sessions.insert(it.id.clone(), json!({"room": room, "start": at.start}));
        }
    }
    let file = json!({"format": SCHEDULE, "name": problem.name, "sessions": sessions});
    serde_json::to_string_pretty(&file).expect("names and numbers can always be written")
}
