//! `cosp-json/1` and `cosp-solution/1`.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Value, json};

use crate::cosp::problem::{Place, Plan, Problem, Triple};
use crate::error::{Malformed, ensure, parse};

/// More sessions than this do not fit into the mask of the sessions of a track.
const MOST_SESSIONS: usize = 128;
/// More slots than this do not fit into the mask of the positions that a cell covers.
const MOST_SLOTS: usize = 128;

/// Reads a problem and looks whether every index in it exists.
///
/// # Errors
///
/// [`Malformed`] if it is no JSON of this form, names what does not exist, or holds a submission
/// that is longer than every session.
pub fn read(text: &str) -> Result<Problem, Malformed> {
    let problem: Problem = parse(text, "cosp-json/1")?;
    check(&problem)?;
    Ok(problem)
}

fn check(problem: &Problem) -> Result<(), Malformed> {
    ensure(problem.format == "cosp-json/1", || {
        format!("the format is {:?}, not \"cosp-json/1\"", problem.format)
    })?;
    let sessions = problem.sessions.len();
    ensure((1..=MOST_SESSIONS).contains(&sessions), || {
        format!("{sessions} sessions; there must be 1 to {MOST_SESSIONS}")
    })?;
    let cells = sessions * problem.rooms.len();
    ensure((1..60_000).contains(&cells), || {
        format!("{cells} sessions times rooms; there must be 1 to 60000")
    })?;
    let longest = problem.sessions.iter().map(|one| one.slots).max();
    ensure(longest <= Some(MOST_SLOTS), || {
        format!("a session has {longest:?} slots; at most {MOST_SLOTS} are possible")
    })?;
    for one in &problem.submissions {
        ensure(one.track < problem.tracks.len(), || {
            format!(
                "submission {} is of track {}, which does not exist",
                one.id, one.track
            )
        })?;
        ensure(one.slots >= 1 && Some(one.slots) <= longest, || {
            format!(
                "submission {} takes {} slots; no session has room for it",
                one.id, one.slots
            )
        })?;
    }
    ensure(problem.weights.all().iter().all(|&it| it >= 0), || {
        "no weight is below 0".to_owned()
    })?;
    check_indices(problem)
}

fn check_indices(problem: &Problem) -> Result<(), Malformed> {
    let (submissions, tracks) = (problem.submissions.len(), problem.tracks.len());
    let (sessions, rooms) = (problem.sessions.len(), problem.rooms.len());
    let penalties = &problem.penalties;
    let triples: [(&str, &[Triple], usize, usize); 7] = [
        ("track_session", &penalties.track_session, tracks, sessions),
        ("track_room", &penalties.track_room, tracks, rooms),
        ("session_room", &penalties.session_room, sessions, rooms),
        ("track_track", &penalties.track_track, tracks, tracks),
        (
            "submission_session",
            &penalties.submission_session,
            submissions,
            sessions,
        ),
        (
            "submission_room",
            &penalties.submission_room,
            submissions,
            rooms,
        ),
        (
            "submission_timezone",
            &penalties.submission_timezone,
            submissions,
            sessions,
        ),
    ];
    for (name, list, first, second) in triples {
        for &(a, b, penalty) in list {
            ensure(a < first && b < second, || {
                format!("the penalty {name} of {a} and {b} is of something that does not exist")
            })?;
            ensure(penalty >= 0, || {
                format!("the penalty {name} of {a} and {b} is {penalty}; none is below 0")
            })?;
        }
    }
    let conflicts = &problem.conflicts;
    let pairs = [
        ("presenter", &conflicts.presenter, submissions),
        ("attendee", &conflicts.attendee, submissions),
        ("chair", &conflicts.chair, tracks),
    ];
    for (name, list, bound) in pairs {
        for &(a, b) in list {
            ensure(a < b && b < bound, || {
                format!(
                    "the {name} conflict of {a} and {b}: both must exist, the smaller one first"
                )
            })?;
        }
    }
    Ok(())
}

#[derive(Deserialize)]
struct File {
    assignments: BTreeMap<String, (String, String, usize)>,
}

/// Reads a solution. Submissions that it does not name have no place.
///
/// # Errors
///
/// [`Malformed`] if it is no JSON of this form or names a session or room that does not exist.
pub fn read_plan(problem: &Problem, text: &str) -> Result<Plan, Malformed> {
    let file: File = parse(text, "cosp-solution/1")?;
    let place = |id: &str| {
        let Some((session, room, slot)) = file.assignments.get(id) else {
            return Ok(None);
        };
        let found = problem.sessions.iter().position(|one| one.id == *session);
        let found = found.zip(problem.rooms.iter().position(|one| one.id == *room));
        match found {
            Some((session, room)) => Ok(Some(Place {
                session,
                room,
                slot: *slot,
            })),
            None => Err(Malformed(format!(
                "{id} is in {session}, {room}, which does not exist"
            ))),
        }
    };
    problem
        .submissions
        .iter()
        .map(|one| place(&one.id))
        .collect()
}

/// Writes a solution.
pub fn write_plan(problem: &Problem, plan: &Plan) -> String {
    let mut assignments = serde_json::Map::new();
    for (one, place) in problem.submissions.iter().zip(plan) {
        if let Some(at) = place {
            let (session, room) = (&problem.sessions[at.session].id, &problem.rooms[at.room].id);
            assignments.insert(one.id.clone(), json!([session, room, at.slot]));
        }
    }
    let file: Value =
        json!({"format": "cosp-solution/1", "instance": problem.name, "assignments": assignments});
    file.to_string()
}
