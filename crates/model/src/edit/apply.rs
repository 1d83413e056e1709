//! Which edit is done by whom, and what is checked after every one.

use super::refusal::{Refusal, unless_fine};
use super::{Applied, Edit, Thing, congress, lists, session};
use crate::addresses::Addresses;
use crate::programme::Programme;

/// Does the edit and refuses a programme that contradicts itself where it did not before: what an
/// import left wrong must not keep anyone from mending something else.
pub(super) fn checked(
    edit: &Edit,
    before: &Programme,
    released: &Addresses,
) -> Result<Applied, Refusal> {
    let mut programme = before.clone();
    let thing = apply(edit, &mut programme, released)?;
    let known = before.problems();
    let new: Vec<_> = programme
        .problems()
        .into_iter()
        .filter(|problem| !known.iter().any(|old| old.message == problem.message))
        .collect();
    if new.is_empty() {
        Ok(Applied { programme, thing })
    } else {
        Err(Refusal::Problems(new))
    }
}

fn apply(edit: &Edit, draft: &mut Programme, released: &Addresses) -> Result<Thing, Refusal> {
    match edit.clone() {
        Edit::SetCongress(fields) => congress::set(draft, fields),
        Edit::CreateDay(fields) => congress::create_day(draft, fields),
        Edit::UpdateDay(date, fields) => congress::update_day(draft, date, fields),
        Edit::DeleteDay(date) => congress::delete_day(draft, date),
        Edit::CreateRoom { guid, fields } => lists::create_room(draft, guid, fields),
        Edit::UpdateRoom(slug, fields) => lists::update_room(draft, &slug, fields),
        Edit::DeleteRoom(slug) => lists::delete_room(draft, slug),
        Edit::OrderRooms(order) => {
            check_order(&order)?;
            lists::order(&mut draft.rooms, &order, |room| &room.slug);
            Ok(Thing::Rooms)
        }
        Edit::CreateTrack(fields) => lists::create_track(draft, fields),
        Edit::UpdateTrack(slug, fields) => lists::update_track(draft, &slug, fields),
        Edit::DeleteTrack(slug) => lists::delete_track(draft, slug),
        Edit::OrderTracks(order) => {
            check_order(&order)?;
            lists::order(&mut draft.tracks, &order, |track| &track.slug);
            Ok(Thing::Tracks)
        }
        Edit::CreateKind(fields) => lists::create_kind(draft, fields),
        Edit::UpdateKind(slug, fields) => lists::update_kind(draft, &slug, fields),
        Edit::DeleteKind(slug) => lists::delete_kind(draft, slug),
        Edit::CreateGoal(fields) => lists::create_goal(draft, fields),
        Edit::UpdateGoal(slug, fields) => lists::update_goal(draft, &slug, fields),
        Edit::DeleteGoal(slug) => lists::delete_goal(draft, slug),
        Edit::CreatePerson { guid, fields } => {
            lists::create_person(draft, guid, fields, &released.people)
        }
        Edit::UpdatePerson(guid, fields) => lists::update_person(draft, guid, fields),
        Edit::DeletePerson(guid) => lists::delete_person(draft, guid),
        Edit::CreateSession { guid, code, fields } => {
            session::create(draft, guid, code, *fields, &released.sessions)
        }
        Edit::UpdateSession(code, fields) => session::update(draft, code, *fields),
        Edit::DeleteSession(code) => session::delete(draft, code),
        Edit::AddAppearance(code, appearance) => session::add(draft, code, appearance),
        Edit::RemoveAppearance(code, appearance) => session::remove(draft, code, &appearance),
        Edit::Place(code, slot) => session::place(draft, code, slot),
        Edit::Unschedule(code) => session::unschedule(draft, code),
    }
}

fn check_order(order: &[crate::slug::Slug]) -> Result<(), Refusal> {
    use super::refusal::{FieldProblem, Reason};
    let mut seen = std::collections::BTreeSet::new();
    let twice = order.iter().filter(|slug| !seen.insert(*slug));
    unless_fine(
        twice
            .map(|_| FieldProblem::new("order", Reason::Repeated))
            .collect(),
    )
}
