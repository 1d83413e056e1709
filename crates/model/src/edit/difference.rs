//! What differs between two states of a draft, thing by thing: what the history keeps of an edit.

use serde_json::{Map, Value as Json, json};

use super::Thing;
use crate::programme::Programme;
use crate::session::Session;

/// What happened to one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// It is new; the object says of each field `from` (nothing) and `to`.
    Made(Thing, Json),
    /// It is otherwise; the object says of each field that differs `from` and `to`.
    Changed(Thing, Json),
    /// It is no more; the object says of each field `from` and `to` (nothing).
    Gone(Thing, Json),
}

/// All things that differ, the edition first and sessions last, in the order of their lists.
///
/// A session is one thing here, its room and time included. Proposals are not edited and not compared.
#[must_use]
pub fn differences(before: &Programme, after: &Programme) -> Vec<Difference> {
    let mut found = Vec::new();
    if before.congress != after.congress {
        compare(&mut found, before, after, Thing::Congress);
    }
    let days = |programme: &Programme| {
        let days = programme.days.iter();
        days.map(|day| Thing::Day(day.date)).collect()
    };
    listed(&mut found, before, after, days);
    listed(&mut found, before, after, |programme| {
        let rooms = programme.rooms.iter();
        rooms.map(|room| Thing::Room(room.slug.clone())).collect()
    });
    listed(&mut found, before, after, |programme| {
        let tracks = programme.tracks.iter();
        tracks.map(|it| Thing::Track(it.slug.clone())).collect()
    });
    listed(&mut found, before, after, |programme| {
        let goals = programme.goals.iter();
        goals.map(|goal| Thing::Goal(goal.slug.clone())).collect()
    });
    listed(&mut found, before, after, |programme| {
        let kinds = programme.kinds.iter();
        kinds.map(|kind| Thing::Kind(kind.slug.clone())).collect()
    });
    listed(&mut found, before, after, |programme| {
        let people = programme.people.iter();
        people.map(|person| Thing::Person(person.guid)).collect()
    });
    // The order is told where nothing came and nothing went, which would tell it anyway.
    if before.rooms.len() == after.rooms.len() {
        compare(&mut found, before, after, Thing::Rooms);
    }
    if before.tracks.len() == after.tracks.len() {
        compare(&mut found, before, after, Thing::Tracks);
    }
    sessions(&mut found, before, after);
    found
}

/// Only sessions that differ are written down as JSON: there are hundreds, and one was edited.
fn sessions(found: &mut Vec<Difference>, before: &Programme, after: &Programme) {
    let same = |programme: &Programme, session: &Session| {
        programme.session(session.code.as_str()) == Some(session)
    };
    for session in &after.sessions {
        if !same(before, session) {
            compare(
                found,
                before,
                after,
                Thing::WholeSession(session.code.clone()),
            );
        }
    }
    for session in &before.sessions {
        if after.session(session.code.as_str()).is_none() {
            compare(
                found,
                before,
                after,
                Thing::WholeSession(session.code.clone()),
            );
        }
    }
}

fn listed(
    found: &mut Vec<Difference>,
    before: &Programme,
    after: &Programme,
    things: impl Fn(&Programme) -> Vec<Thing>,
) {
    let now = things(after);
    let gone: Vec<Thing> = things(before)
        .into_iter()
        .filter(|thing| !now.contains(thing))
        .collect();
    for thing in now.into_iter().chain(gone) {
        compare(found, before, after, thing);
    }
}

fn compare(found: &mut Vec<Difference>, before: &Programme, after: &Programme, thing: Thing) {
    match (thing.said(before), thing.said(after)) {
        (None, Some(to)) => found.push(Difference::Made(thing, fields(&Json::Null, &to))),
        (Some(from), None) => found.push(Difference::Gone(thing, fields(&from, &Json::Null))),
        (Some(from), Some(to)) if from != to => {
            found.push(Difference::Changed(thing, fields(&from, &to)));
        }
        _ => {}
    }
}

/// `{"title": {"from": …, "to": …}}` for every field that differs and is not empty on both sides.
fn fields(from: &Json, to: &Json) -> Json {
    let empty = Map::new();
    let from = from.as_object().unwrap_or(&empty);
    let to = to.as_object().unwrap_or(&empty);
    let more = from.keys().filter(|key| !to.contains_key(*key));
    let names: Vec<&String> = to.keys().chain(more).collect();
    let is_nothing = |value: &Json| value.is_null() || *value == json!([]);
    let changed = names.into_iter().filter_map(|name| {
        let was = from.get(name).cloned().unwrap_or_default();
        let is = to.get(name).cloned().unwrap_or_default();
        let same = was == is || (is_nothing(&was) && is_nothing(&is));
        (!same).then(|| (name.clone(), json!({ "from": was, "to": is })))
    });
    Json::Object(changed.collect())
}
