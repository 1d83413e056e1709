//! Edits of sessions, and of their rooms and times.

use uuid::Uuid;

use super::lists::{free, same};
use super::refusal::{FieldProblem, Reason, Refusal, unless_fine};
use super::{SessionFields, Thing};
use crate::addresses::Owners;
use crate::programme::Programme;
use crate::session::{Appearance, Session, SessionCode, Slot};
use crate::slug::{Slug, Slugs};

pub(super) fn create(
    draft: &mut Programme,
    guid: Uuid,
    code: Option<SessionCode>,
    fields: SessionFields,
    released: &Owners,
) -> Result<Thing, Refusal> {
    let mut problems = check(draft, &fields);
    if let Some(code) = &code
        && draft.session(code.as_str()).is_some()
    {
        problems.push(FieldProblem::new("code", Reason::Taken(code.to_string())));
    }
    unless_fine(problems)?;
    let code = code.unwrap_or_else(|| next_code(draft));
    let otherwise = Slug::from_words(code.as_str()).unwrap_or_else(|| same("session").pl);
    let wanted = Slugs::of(&fields.title, &otherwise);
    let known = draft.sessions.iter().map(|session| &session.slug);
    let slugs = free(&wanted, known, released);
    draft
        .sessions
        .push(fields.session(code.clone(), guid, slugs));
    Ok(Thing::Session(code))
}

pub(super) fn update(
    draft: &mut Programme,
    code: SessionCode,
    fields: SessionFields,
) -> Result<Thing, Refusal> {
    let problems = check(draft, &fields);
    let session = find(draft, &code)?;
    unless_fine(problems)?;
    let slot = session.slot.take();
    let vote = session.vote.take();
    let said = fields.session(code.clone(), session.guid, session.slug.clone());
    *session = Session { slot, vote, ..said };
    Ok(Thing::Session(code))
}

pub(super) fn delete(draft: &mut Programme, code: SessionCode) -> Result<Thing, Refusal> {
    let place = draft.sessions.iter().position(|one| one.code == code);
    let thing = Thing::WholeSession(code);
    draft
        .sessions
        .remove(place.ok_or_else(|| Refusal::Gone(thing.clone()))?);
    Ok(thing)
}

pub(super) fn add(
    draft: &mut Programme,
    code: SessionCode,
    appearance: Appearance,
) -> Result<Thing, Refusal> {
    let is_known = draft.person(appearance.person).is_some();
    let session = find(draft, &code)?;
    if !is_known {
        let reason = Reason::Unknown(appearance.person.to_string());
        return Err(Refusal::Fields(vec![FieldProblem::new("person", reason)]));
    }
    if session.people.contains(&appearance) {
        let problem = FieldProblem::new("person", Reason::Repeated);
        return Err(Refusal::Fields(vec![problem]));
    }
    session.people.push(appearance);
    Ok(Thing::Session(code))
}

pub(super) fn remove(
    draft: &mut Programme,
    code: SessionCode,
    appearance: &Appearance,
) -> Result<Thing, Refusal> {
    let session = find(draft, &code)?;
    let place = session.people.iter().position(|one| one == appearance);
    let place = place.ok_or(Refusal::Gone(Thing::Person(appearance.person)))?;
    session.people.remove(place);
    if !session.has_person(appearance.person) {
        for talk in &mut session.talks {
            talk.people.retain(|person| *person != appearance.person);
        }
    }
    Ok(Thing::Session(code))
}

pub(super) fn place(
    draft: &mut Programme,
    code: SessionCode,
    slot: Slot,
) -> Result<Thing, Refusal> {
    let mut problems = Vec::new();
    if draft.room(slot.room.as_str()).is_none() {
        let reason = Reason::Unknown(slot.room.to_string());
        problems.push(FieldProblem::new("room", reason));
    }
    if slot.ends_at <= slot.starts_at {
        problems.push(FieldProblem::new("ends_at", Reason::EndsBeforeItStarts));
    }
    if draft.day_of(slot.starts_at).is_none() {
        problems.push(FieldProblem::new("starts_at", Reason::OnNoDay));
    }
    let session = find(draft, &code)?;
    unless_fine(problems)?;
    session.slot = Some(slot);
    Ok(Thing::Slot(code))
}

pub(super) fn unschedule(draft: &mut Programme, code: SessionCode) -> Result<Thing, Refusal> {
    find(draft, &code)?.slot = None;
    Ok(Thing::Slot(code))
}

fn find<'a>(draft: &'a mut Programme, code: &SessionCode) -> Result<&'a mut Session, Refusal> {
    draft
        .sessions
        .iter_mut()
        .find(|session| session.code == *code)
        .ok_or_else(|| Refusal::Gone(Thing::Session(code.clone())))
}

/// `S` and the number after the highest there is, in two digits at least.
fn next_code(draft: &Programme) -> SessionCode {
    let number = |session: &Session| session.code.as_str().strip_prefix('S')?.parse::<u32>().ok();
    let highest = draft.sessions.iter().filter_map(number).max().unwrap_or(0);
    (highest.saturating_add(1)..)
        .map(|number| format!("S{number:02}"))
        .filter_map(|code| code.parse::<SessionCode>().ok())
        .find(|code| draft.session(code.as_str()).is_none())
        .expect("there are more numbers than sessions")
}

fn check(draft: &Programme, fields: &SessionFields) -> Vec<FieldProblem> {
    let mut problems = Vec::new();
    let mut say = |field: String, reason| problems.push(FieldProblem::new(field, reason));
    if draft.kind(fields.kind.as_str()).is_none() {
        say("kind".to_owned(), Reason::Unknown(fields.kind.to_string()));
    }
    let tracks = [
        ("track", &fields.track),
        ("proposals_track", &fields.proposals_track),
    ];
    for (field, track) in tracks {
        if let Some(track) = track
            && draft.track(track.as_str()).is_none()
        {
            say(field.to_owned(), Reason::Unknown(track.to_string()));
        }
    }
    if fields.capacity == Some(0) {
        say("capacity".to_owned(), Reason::NotPositive);
    }
    for (at, appearance) in fields.people.iter().enumerate() {
        if draft.person(appearance.person).is_none() {
            let unknown = Reason::Unknown(appearance.person.to_string());
            say(format!("people.{at}"), unknown);
        }
        if fields.people[..at].contains(appearance) {
            say(format!("people.{at}"), Reason::Repeated);
        }
    }
    for (at, talk) in fields.talks.iter().enumerate() {
        for (place, person) in talk.people.iter().enumerate() {
            let appears = fields.people.iter().any(|one| one.person == *person);
            if !appears {
                let unknown = Reason::Unknown(person.to_string());
                say(format!("talks.{at}.people.{place}"), unknown);
            }
            if talk.people[..place].contains(person) {
                say(format!("talks.{at}.people.{place}"), Reason::Repeated);
            }
        }
    }
    let minutes = [
        ("talks", fields.talks.iter().map(|it| it.minutes).collect()),
        (
            "phases",
            fields.phases.iter().map(|it| it.minutes).collect(),
        ),
        (
            "stories",
            fields
                .stories
                .iter()
                .map(|it| it.minutes)
                .collect::<Vec<_>>(),
        ),
    ];
    for (field, minutes) in minutes {
        for (at, minutes) in minutes.into_iter().enumerate() {
            if minutes == 0 {
                say(format!("{field}.{at}.minutes"), Reason::NotPositive);
            }
        }
    }
    if let Some(tables) = fields.tables
        && (tables.count == 0 || tables.size == Some(0))
    {
        say("tables".to_owned(), Reason::NotPositive);
    }
    for (at, link) in fields.links.iter().enumerate() {
        let fits = link.url.starts_with("https://") || link.url.starts_with("http://");
        if !fits || link.url.contains(char::is_whitespace) {
            say(format!("links.{at}.url"), Reason::NotAnAddress);
        }
    }
    problems
}
