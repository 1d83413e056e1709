//! Reads the congress' own file: the names in it become indices.

use crate::congress::check::check;
use crate::congress::file::{FORMAT, File, OrderIn, PersonIn, SessionIn, Stretch};
use crate::congress::names::Names;
use crate::congress::problem::{Day, Person, Precedence, Problem, Room, Session, Span, Track};
use crate::congress::rules::Rules;
use crate::congress::schedule::Place;
use crate::error::{Malformed, ensure, parse};

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

fn spans(pairs: &[(u32, u32)]) -> Vec<Span> {
    pairs.iter().map(|&(from, to)| Span { from, to }).collect()
}
