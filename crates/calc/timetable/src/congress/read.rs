//! The congress' own file, `wiec-congress-timetable/1`, and that of its schedule,
//! `wiec-congress-schedule/1`. Things are named in them; the names become indices here.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::congress::check::check;
use crate::congress::problem::{Day, Person, Precedence, Problem, Room, Session, Span, Track};
use crate::congress::rules::{Rule, Rules, Strength};
use crate::congress::schedule::{Place, Schedule};
use crate::error::{Malformed, ensure, parse};

const FORMAT: &str = "wiec-congress-timetable/1";
const SCHEDULE: &str = "wiec-congress-schedule/1";

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    format: String,
    #[serde(default)]
    name: String,
    days: Vec<Stretch>,
    #[serde(default)]
    breaks: Vec<Stretch>,
    #[serde(default)]
    starts: Vec<u32>,
    #[serde(default = "usual_step")]
    step_minutes: u32,
    #[serde(default)]
    turnover_minutes: u32,
    #[serde(default)]
    most_parallel: Option<usize>,
    rooms: Vec<RoomIn>,
    #[serde(default)]
    people: Vec<PersonIn>,
    #[serde(default)]
    tracks: Vec<String>,
    sessions: Vec<SessionIn>,
    #[serde(default)]
    apart: Vec<(String, String)>,
    #[serde(default)]
    order: Vec<OrderIn>,
    #[serde(default)]
    rules: BTreeMap<Rule, Strength>,
}

fn usual_step() -> u32 {
    5
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stretch {
    id: String,
    from: u32,
    to: u32,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RoomIn {
    id: String,
    capacity: u32,
    #[serde(default)]
    features: Vec<String>,
    #[serde(default)]
    open: Vec<(u32, u32)>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PersonIn {
    id: String,
    #[serde(default)]
    available: Vec<(u32, u32)>,
    #[serde(default)]
    favourites: Vec<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SessionIn {
    id: String,
    minutes: u32,
    #[serde(default)]
    people: Vec<String>,
    #[serde(default)]
    needs: Vec<String>,
    #[serde(default)]
    rooms: Vec<String>,
    #[serde(default)]
    windows: Vec<(u32, u32)>,
    #[serde(default)]
    audience: u32,
    #[serde(default)]
    track: Option<String>,
    #[serde(default)]
    pinned: Option<PlaceIn>,
    #[serde(default)]
    announced: bool,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PlaceIn {
    room: String,
    start: u32,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct OrderIn {
    before: String,
    after: String,
    #[serde(default)]
    gap_minutes: u32,
}

/// Names of one kind of thing, and which one each is.
struct Names<'a>(&'a str, BTreeMap<&'a str, usize>);

impl<'a> Names<'a> {
    fn new(kind: &'a str, ids: impl Iterator<Item = &'a String>) -> Result<Self, Malformed> {
        let mut known = BTreeMap::new();
        for (index, id) in ids.enumerate() {
            ensure(known.insert(id.as_str(), index).is_none(), || {
                format!("there are two {kind}s called {id:?}")
            })?;
        }
        Ok(Self(kind, known))
    }

    fn find(&self, id: &str) -> Result<usize, Malformed> {
        let found = self.1.get(id).copied();
        found.ok_or_else(|| Malformed(format!("there is no {} called {id:?}", self.0)))
    }

    fn find_all(&self, ids: &[String]) -> Result<Vec<usize>, Malformed> {
        ids.iter().map(|id| self.find(id)).collect()
    }
}

fn spans(pairs: &[(u32, u32)]) -> Vec<Span> {
    pairs.iter().map(|&(from, to)| Span { from, to }).collect()
}

fn pairs(spans: &[Span]) -> Vec<(u32, u32)> {
    spans.iter().map(|it| (it.from, it.to)).collect()
}

/// Reads a congress.
///
/// # Errors
///
/// [`Malformed`] if it is no JSON of this form, has unknown keys, names what does not exist or
/// something twice, or makes no sense: a session of no length, a day that ends before it begins.
pub fn read(text: &str) -> Result<Problem, Malformed> {
    let file: File = parse(text, FORMAT)?;
    ensure(file.format == FORMAT, || {
        format!("the format is {:?}, not {FORMAT:?}", file.format)
    })?;
    let rooms = Names::new("room", file.rooms.iter().map(|it| &it.id))?;
    let people = Names::new("person", file.people.iter().map(|it| &it.id))?;
    let tracks = Names::new("track", file.tracks.iter())?;
    let sessions = Names::new("session", file.sessions.iter().map(|it| &it.id))?;
    let mut rules = Rules::default();
    file.rules
        .iter()
        .for_each(|(&rule, &strength)| rules.set(rule, strength));
    let day = |it: &Stretch| Day {
        id: it.id.clone(),
        span: Span {
            from: it.from,
            to: it.to,
        },
    };
    let person = |it: &PersonIn| {
        Ok(Person {
            id: it.id.clone(),
            available: spans(&it.available),
            favourites: sessions.find_all(&it.favourites)?,
        })
    };
    let session = |it: &SessionIn| {
        let pin = it.pinned.as_ref();
        let pin = pin.map(|pin| {
            Ok(Place {
                room: rooms.find(&pin.room)?,
                start: pin.start,
            })
        });
        Ok(Session {
            id: it.id.clone(),
            minutes: it.minutes,
            people: people.find_all(&it.people)?,
            needs: it.needs.clone(),
            rooms: rooms.find_all(&it.rooms)?,
            windows: spans(&it.windows),
            audience: it.audience,
            track: it.track.as_ref().map(|id| tracks.find(id)).transpose()?,
            pinned: pin.transpose()?,
            announced: it.announced,
        })
    };
    let precedence = |it: &OrderIn| {
        let (before, after) = (sessions.find(&it.before)?, sessions.find(&it.after)?);
        Ok(Precedence {
            before,
            after,
            gap_minutes: it.gap_minutes,
        })
    };
    let problem = Problem {
        name: file.name.clone(),
        days: file.days.iter().map(day).collect(),
        breaks: file.breaks.iter().map(day).collect(),
        starts: file.starts.clone(),
        step_minutes: file.step_minutes,
        turnover_minutes: file.turnover_minutes,
        most_parallel: file.most_parallel,
        rooms: file
            .rooms
            .iter()
            .map(|it| Room {
                id: it.id.clone(),
                capacity: it.capacity,
                features: it.features.clone(),
                open: spans(&it.open),
            })
            .collect(),
        people: file
            .people
            .iter()
            .map(person)
            .collect::<Result<_, Malformed>>()?,
        tracks: file
            .tracks
            .iter()
            .map(|id| Track { id: id.clone() })
            .collect(),
        sessions: file
            .sessions
            .iter()
            .map(session)
            .collect::<Result<_, Malformed>>()?,
        apart: file
            .apart
            .iter()
            .map(|(one, other)| Ok((sessions.find(one)?, sessions.find(other)?)))
            .collect::<Result<_, Malformed>>()?,
        order: file
            .order
            .iter()
            .map(precedence)
            .collect::<Result<_, Malformed>>()?,
        rules,
    };
    check(&problem)?;
    Ok(problem)
}

/// Writes a congress as [`read`] reads it.
pub fn write(problem: &Problem) -> String {
    let room = |at: usize| problem.rooms[at].id.clone();
    let person = |at: usize| problem.people[at].id.clone();
    let session = |at: usize| problem.sessions[at].id.clone();
    let day = |it: &Day| Stretch {
        id: it.id.clone(),
        from: it.span.from,
        to: it.span.to,
    };
    let file = File {
        format: FORMAT.to_owned(),
        name: problem.name.clone(),
        days: problem.days.iter().map(day).collect(),
        breaks: problem.breaks.iter().map(day).collect(),
        starts: problem.starts.clone(),
        step_minutes: problem.step_minutes,
        turnover_minutes: problem.turnover_minutes,
        most_parallel: problem.most_parallel,
        rooms: problem
            .rooms
            .iter()
            .map(|it| RoomIn {
                id: it.id.clone(),
                capacity: it.capacity,
                features: it.features.clone(),
                open: pairs(&it.open),
            })
            .collect(),
        people: problem
            .people
            .iter()
            .map(|it| PersonIn {
                id: it.id.clone(),
                available: pairs(&it.available),
                favourites: it.favourites.iter().map(|&at| session(at)).collect(),
            })
            .collect(),
        tracks: problem.tracks.iter().map(|it| it.id.clone()).collect(),
        sessions: problem
            .sessions
            .iter()
            .map(|it| SessionIn {
                id: it.id.clone(),
                minutes: it.minutes,
                people: it.people.iter().map(|&at| person(at)).collect(),
                needs: it.needs.clone(),
                rooms: it.rooms.iter().map(|&at| room(at)).collect(),
                windows: pairs(&it.windows),
                audience: it.audience,
                track: it.track.map(|at| problem.tracks[at].id.clone()),
                pinned: it.pinned.map(|pin| PlaceIn {
                    room: room(pin.room),
                    start: pin.start,
                }),
                announced: it.announced,
            })
            .collect(),
        apart: problem
            .apart
            .iter()
            .map(|&(a, b)| (session(a), session(b)))
            .collect(),
        order: problem
            .order
            .iter()
            .map(|it| OrderIn {
                before: session(it.before),
                after: session(it.after),
                gap_minutes: it.gap_minutes,
            })
            .collect(),
        rules: Rule::ALL
            .into_iter()
            .map(|it| (it, problem.rules.strength(it)))
            .collect(),
    };
    serde_json::to_string_pretty(&file).expect("names and numbers can always be written")
}

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
