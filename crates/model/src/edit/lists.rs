//! Edits of what sessions refer to: rooms, tracks, kinds, goals and people.

use uuid::Uuid;

use super::refusal::{FieldProblem, Reason, Refusal, unless_fine};
use super::{GoalFields, KindFields, PersonFields, RoomFields, Thing, TrackFields};
use crate::addresses::Owners;
use crate::person::Person;
use crate::place::Room;
use crate::programme::Programme;
use crate::session::Session;
use crate::slug::{Slug, Slugs};
use crate::text::{Lang, Text};
use crate::theme::{Goal, Kind, Track};

pub(super) fn create_room(
    draft: &mut Programme,
    guid: Uuid,
    fields: RoomFields,
) -> Result<Thing, Refusal> {
    check_room(&fields)?;
    let slug = new_key(
        &fields.name,
        "room",
        draft.rooms.iter().map(|room| &room.slug),
    );
    draft.rooms.push(fields.room(slug.clone(), guid));
    Ok(Thing::Room(slug))
}

pub(super) fn update_room(
    draft: &mut Programme,
    slug: &Slug,
    fields: RoomFields,
) -> Result<Thing, Refusal> {
    let thing = Thing::Room(slug.clone());
    check_room(&fields)?;
    let room = draft.rooms.iter_mut().find(|room| room.slug == *slug);
    let room = room.ok_or_else(|| Refusal::Gone(thing.clone()))?;
    *room = fields.room(slug.clone(), room.guid);
    Ok(thing)
}

pub(super) fn delete_room(draft: &mut Programme, slug: Slug) -> Result<Thing, Refusal> {
    let is_in = |session: &Session| session.slot.as_ref().is_some_and(|slot| slot.room == slug);
    let by = sessions(draft, is_in);
    let thing = Thing::Room(slug.clone());
    take(&mut draft.rooms, thing, by, |room: &Room| room.slug == slug)
}

pub(super) fn create_track(draft: &mut Programme, fields: TrackFields) -> Result<Thing, Refusal> {
    let known = draft.tracks.iter().map(|track| &track.slug);
    let slug = new_key(&fields.name, "track", known);
    draft.tracks.push(Track {
        slug: slug.clone(),
        name: fields.name,
        line: fields.line,
    });
    Ok(Thing::Track(slug))
}

pub(super) fn update_track(
    draft: &mut Programme,
    slug: &Slug,
    fields: TrackFields,
) -> Result<Thing, Refusal> {
    let thing = Thing::Track(slug.clone());
    let track = draft.tracks.iter_mut().find(|track| track.slug == *slug);
    let track = track.ok_or_else(|| Refusal::Gone(thing.clone()))?;
    track.name = fields.name;
    track.line = fields.line;
    Ok(thing)
}

/// Proposals have no thing of their own here: they name their track, and keep it.
pub(super) fn delete_track(draft: &mut Programme, slug: Slug) -> Result<Thing, Refusal> {
    let by = sessions(draft, |session| {
        session.track.as_ref() == Some(&slug) || session.proposals_track.as_ref() == Some(&slug)
    });
    let thing = Thing::Track(slug.clone());
    if draft
        .proposals
        .iter()
        .any(|proposal| proposal.track == slug)
    {
        return Err(Refusal::InUse { thing, by });
    }
    take(&mut draft.tracks, thing, by, |track: &Track| {
        track.slug == slug
    })
}

pub(super) fn create_kind(draft: &mut Programme, fields: KindFields) -> Result<Thing, Refusal> {
    check_kind(&fields)?;
    let slug = new_key(
        &fields.name,
        "kind",
        draft.kinds.iter().map(|kind| &kind.slug),
    );
    draft.kinds.push(kind(slug.clone(), fields));
    Ok(Thing::Kind(slug))
}

pub(super) fn update_kind(
    draft: &mut Programme,
    slug: &Slug,
    fields: KindFields,
) -> Result<Thing, Refusal> {
    let thing = Thing::Kind(slug.clone());
    check_kind(&fields)?;
    let known = draft.kinds.iter_mut().find(|kind| kind.slug == *slug);
    *known.ok_or_else(|| Refusal::Gone(thing.clone()))? = kind(slug.clone(), fields);
    Ok(thing)
}

pub(super) fn delete_kind(draft: &mut Programme, slug: Slug) -> Result<Thing, Refusal> {
    let by = sessions(draft, |session| session.kind == slug);
    let thing = Thing::Kind(slug.clone());
    take(&mut draft.kinds, thing, by, |kind: &Kind| kind.slug == slug)
}

pub(super) fn create_goal(draft: &mut Programme, fields: GoalFields) -> Result<Thing, Refusal> {
    let slug = new_key(
        &fields.name,
        "goal",
        draft.goals.iter().map(|goal| &goal.slug),
    );
    draft.goals.push(Goal {
        slug: slug.clone(),
        name: fields.name,
    });
    Ok(Thing::Goal(slug))
}

pub(super) fn update_goal(
    draft: &mut Programme,
    slug: &Slug,
    fields: GoalFields,
) -> Result<Thing, Refusal> {
    let thing = Thing::Goal(slug.clone());
    let goal = draft.goals.iter_mut().find(|goal| goal.slug == *slug);
    goal.ok_or_else(|| Refusal::Gone(thing.clone()))?.name = fields.name;
    Ok(thing)
}

pub(super) fn delete_goal(draft: &mut Programme, slug: Slug) -> Result<Thing, Refusal> {
    let thing = Thing::Goal(slug.clone());
    if draft
        .proposals
        .iter()
        .any(|proposal| proposal.goals.contains(&slug))
    {
        return Err(Refusal::InUse {
            thing,
            by: Vec::new(),
        });
    }
    take(&mut draft.goals, thing, Vec::new(), |goal: &Goal| {
        goal.slug == slug
    })
}

pub(super) fn create_person(
    draft: &mut Programme,
    guid: Uuid,
    fields: PersonFields,
    released: &Owners,
) -> Result<Thing, Refusal> {
    let mut person = Person {
        slug: same("person"),
        guid,
        name: None,
        role: None,
        biography: None,
    };
    describe(&mut person, fields)?;
    let words = match (&person.name, &person.role) {
        (Some(name), _) => Text::in_language(Lang::Pl, name),
        (None, role) => role.clone(),
    };
    let wanted = words.map_or_else(
        || same("person"),
        |words| Slugs::of(&words, &same("person").pl),
    );
    let known = draft.people.iter().map(|person| &person.slug);
    person.slug = free(&wanted, known, released);
    draft.people.push(person);
    Ok(Thing::Person(guid))
}

pub(super) fn update_person(
    draft: &mut Programme,
    guid: Uuid,
    fields: PersonFields,
) -> Result<Thing, Refusal> {
    let thing = Thing::Person(guid);
    let person = draft.people.iter_mut().find(|person| person.guid == guid);
    describe(person.ok_or_else(|| Refusal::Gone(thing.clone()))?, fields)?;
    Ok(thing)
}

pub(super) fn delete_person(draft: &mut Programme, guid: Uuid) -> Result<Thing, Refusal> {
    let by = sessions(draft, |session: &Session| session.has_person(guid));
    take(
        &mut draft.people,
        Thing::Person(guid),
        by,
        |person: &Person| person.guid == guid,
    )
}

/// Slugs that nobody has, here or in a release: `wanted`, or `wanted` with a number behind it.
pub(super) fn free<'a>(
    wanted: &Slugs,
    known: impl Iterator<Item = &'a Slugs> + Clone,
    released: &Owners,
) -> Slugs {
    let of = |lang: Lang| {
        let wanted = wanted.get(lang);
        let is_taken = |slug: &Slug| {
            known.clone().any(|other| other.get(lang) == slug)
                || released.owner(slug.as_str(), lang).is_some()
        };
        first_free(wanted, is_taken)
    };
    Slugs {
        pl: of(Lang::Pl),
        en: of(Lang::En),
    }
}

/// Puts those named first, in this order, and leaves the others as they were.
pub(super) fn order<T>(list: &mut [T], order: &[Slug], slug: impl Fn(&T) -> &Slug) {
    let place = |item: &T| order.iter().position(|named| named == slug(item));
    list.sort_by_key(|item| place(item).unwrap_or(order.len()));
}

/// A key of the Polish name that nothing in the list has.
fn new_key<'a>(
    name: &Text,
    otherwise: &str,
    known: impl Iterator<Item = &'a Slug> + Clone,
) -> Slug {
    let wanted = Slug::from_words(name.words(Lang::Pl)).unwrap_or_else(|| same(otherwise).pl);
    first_free(&wanted, |slug| known.clone().any(|other| other == slug))
}

fn first_free(wanted: &Slug, is_taken: impl Fn(&Slug) -> bool) -> Slug {
    if !is_taken(wanted) {
        return wanted.clone();
    }
    (2..)
        .map(|number| wanted.numbered(number))
        .find(|slug| !is_taken(slug))
        .expect("there are more numbers than things")
}

/// The same word in both languages.
pub(super) fn same(word: &str) -> Slugs {
    let slug: Slug = word.parse().expect("our own words are slugs");
    Slugs {
        pl: slug.clone(),
        en: slug,
    }
}

fn check_room(fields: &RoomFields) -> Result<(), Refusal> {
    let mut problems = Vec::new();
    if fields.capacity == Some(0) {
        problems.push(FieldProblem::new("capacity", Reason::NotPositive));
    }
    for (index, feature) in fields.features.iter().enumerate() {
        if fields.features[..index].contains(feature) {
            problems.push(FieldProblem::new("features", Reason::Repeated));
        }
    }
    unless_fine(problems)
}

fn check_kind(fields: &KindFields) -> Result<(), Refusal> {
    unless_fine(if fields.default_minutes == Some(0) {
        vec![FieldProblem::new("default_minutes", Reason::NotPositive)]
    } else {
        Vec::new()
    })
}

fn kind(slug: Slug, fields: KindFields) -> Kind {
    Kind {
        slug,
        name: fields.name,
        default_minutes: fields.default_minutes,
        signup: fields.signup,
    }
}

/// A role is enough, and so is a name.
fn describe(person: &mut Person, fields: PersonFields) -> Result<(), Refusal> {
    let name = fields.name.map(|name| name.trim().to_owned());
    person.name = name.filter(|name| !name.is_empty());
    person.role = fields.role;
    person.biography = fields.biography;
    unless_fine(if person.name.is_none() && person.role.is_none() {
        vec![FieldProblem::new("name", Reason::Missing)]
    } else {
        Vec::new()
    })
}

/// The sessions that are so, in the order of the programme.
fn sessions(draft: &Programme, are: impl Fn(&Session) -> bool) -> Vec<Thing> {
    let mut found: Vec<&Session> = draft.sessions.iter().filter(|one| are(one)).collect();
    draft.sort(&mut found);
    found
        .into_iter()
        .map(|session| Thing::Session(session.code.clone()))
        .collect()
}

/// Takes a thing out of its list unless it is not there, or in use.
fn take<T>(
    list: &mut Vec<T>,
    thing: Thing,
    by: Vec<Thing>,
    is_it: impl Fn(&T) -> bool,
) -> Result<Thing, Refusal> {
    let Some(place) = list.iter().position(is_it) else {
        return Err(Refusal::Gone(thing));
    };
    if by.is_empty() {
        list.remove(place);
        Ok(thing)
    } else {
        Err(Refusal::InUse { thing, by })
    }
}
