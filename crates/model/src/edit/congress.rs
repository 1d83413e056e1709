//! Edits of the edition itself and of its days.

use jiff::civil::Date;

use super::refusal::{FieldProblem, Reason, Refusal, unless_fine};
use super::{CongressFields, DayFields, Thing};
use crate::congress::{Congress, Day};
use crate::programme::Programme;
use crate::slug::Slug;
use crate::theme::Kind;

/// A new edition at this address: its days and the kinds of its sessions, and nothing else as yet.
#[must_use]
pub fn blank(
    slug: Slug,
    fields: CongressFields,
    days: Vec<DayFields>,
    kinds: Vec<Kind>,
) -> Programme {
    let mut congress = Congress {
        slug,
        name: fields.name.clone(),
        place: None,
        zone: fields.zone.clone(),
        languages: Vec::new(),
        note: None,
        host_city_terc: None,
        free_of_charge: false,
        expected_participants: None,
        settings: serde_json::Map::new(),
    };
    say(&mut congress, fields);
    let mut days: Vec<Day> = days.into_iter().map(day).collect();
    count(&mut days);
    Programme {
        congress,
        days,
        rooms: Vec::new(),
        tracks: Vec::new(),
        goals: Vec::new(),
        kinds,
        people: Vec::new(),
        sessions: Vec::new(),
        proposals: Vec::new(),
    }
}

pub(super) fn set(draft: &mut Programme, fields: CongressFields) -> Result<Thing, Refusal> {
    let mut problems = Vec::new();
    if fields.languages.is_empty() {
        problems.push(FieldProblem::new("languages", Reason::Missing));
    }
    if fields.expected_participants == Some(0) {
        problems.push(FieldProblem::new(
            "expected_participants",
            Reason::NotPositive,
        ));
    }
    if fields.pace.closes_at() <= fields.pace.opens_at() {
        problems.push(FieldProblem::new("pace.closes", Reason::EndsBeforeItStarts));
    }
    unless_fine(problems)?;
    say(&mut draft.congress, fields);
    Ok(Thing::Congress)
}

/// Settings of other areas stay as they are.
fn say(congress: &mut Congress, fields: CongressFields) {
    congress.name = fields.name;
    congress.place = fields.place;
    congress.zone = fields.zone;
    congress.languages = fields.languages;
    congress.note = fields.note;
    congress.host_city_terc = fields.host_city_terc;
    congress.free_of_charge = fields.free_of_charge;
    congress.expected_participants = fields.expected_participants;
    fields.pace.keep_in(congress);
}

pub(super) fn create_day(draft: &mut Programme, fields: DayFields) -> Result<Thing, Refusal> {
    refuse_double(draft, fields.date)?;
    let date = fields.date;
    draft.days.push(day(fields));
    count(&mut draft.days);
    Ok(Thing::Day(date))
}

pub(super) fn update_day(
    draft: &mut Programme,
    date: Date,
    fields: DayFields,
) -> Result<Thing, Refusal> {
    let place = place_of(draft, date)?;
    let to = fields.date;
    if to != date {
        refuse_double(draft, to)?;
        refuse_in_use(draft, date)?;
    }
    draft.days[place] = day(fields);
    count(&mut draft.days);
    Ok(Thing::Day(to))
}

pub(super) fn delete_day(draft: &mut Programme, date: Date) -> Result<Thing, Refusal> {
    let place = place_of(draft, date)?;
    refuse_in_use(draft, date)?;
    draft.days.remove(place);
    count(&mut draft.days);
    Ok(Thing::Day(date))
}

fn day(fields: DayFields) -> Day {
    Day {
        number: 0,
        date: fields.date,
        name: fields.name,
    }
}

/// Days are counted from 1 by their dates.
fn count(days: &mut [Day]) {
    days.sort_by_key(|day| day.date);
    for (day, number) in days.iter_mut().zip(1..) {
        day.number = number;
    }
}

fn place_of(draft: &Programme, date: Date) -> Result<usize, Refusal> {
    draft
        .days
        .iter()
        .position(|day| day.date == date)
        .ok_or(Refusal::Gone(Thing::Day(date)))
}

fn refuse_double(draft: &Programme, date: Date) -> Result<(), Refusal> {
    let is_there = draft.days.iter().any(|day| day.date == date);
    unless_fine(if is_there {
        vec![FieldProblem::new("date", Reason::Taken(date.to_string()))]
    } else {
        Vec::new()
    })
}

/// A day on which something is cannot go, nor become another date.
fn refuse_in_use(draft: &Programme, date: Date) -> Result<(), Refusal> {
    let Some(day) = draft.days.iter().find(|day| day.date == date) else {
        return Ok(());
    };
    let by: Vec<Thing> = draft
        .sessions_on(day)
        .into_iter()
        .map(|session| Thing::Session(session.code.clone()))
        .collect();
    if by.is_empty() {
        Ok(())
    } else {
        Err(Refusal::InUse {
            thing: Thing::Day(date),
            by,
        })
    }
}
