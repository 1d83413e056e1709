//! Random histories of a draft: what organisers do to sessions between one release and the next.

use proptest::collection::vec;
use proptest::prelude::*;
use wiec_model::release::ReleaseError;
use wiec_model::{Programme, Release, Session};

use super::{programme, release, slot, speaks, text, waiting};

/// How many sessions there are to do something to.
const SESSIONS: usize = 5;

/// One thing done to the draft; the number says to which session.
#[derive(Clone, Debug)]
enum Edit {
    Retitle(usize, u8),
    Move(usize, u8),
    Recast(usize, bool),
    Reword(usize, u8),
    Unschedule(usize),
    Remove(usize),
    PutBack(usize),
    SwapCodes(usize, usize),
    Shuffle,
}

/// A session, and whether the draft has it at the moment.
type Plan = (Session, bool);

/// Drafts, each with a few edits since the one before, at times none.
pub fn drafts() -> impl Strategy<Value = Vec<Programme>> {
    vec(vec(edit(), 0..4), 1..9).prop_map(|steps| {
        let mut plans = start();
        steps
            .iter()
            .map(|edits| {
                edits.iter().for_each(|edit| apply(&mut plans, edit));
                draft(&plans)
            })
            .collect()
    })
}

/// Releases what can be released of these drafts, one after another.
pub fn releases(drafts: &[Programme]) -> Vec<Release> {
    let mut made: Vec<Release> = Vec::new();
    for draft in drafts {
        match Release::of(draft, made.last(), "-", super::released_at(0)) {
            Ok(_) => made.push(release(draft, made.last())),
            Err(ReleaseError::NothingChanged(_) | ReleaseError::NothingScheduled) => {}
            Err(contradictory) => panic!("{contradictory}"),
        }
    }
    made
}

fn edit() -> impl Strategy<Value = Edit> {
    let which = 0..SESSIONS;
    prop_oneof![
        (which.clone(), 0..3_u8).prop_map(|(which, title)| Edit::Retitle(which, title)),
        (which.clone(), 0..4_u8).prop_map(|(which, place)| Edit::Move(which, place)),
        (which.clone(), any::<bool>()).prop_map(|(which, other)| Edit::Recast(which, other)),
        (which.clone(), 0..3_u8).prop_map(|(which, lead)| Edit::Reword(which, lead)),
        which.clone().prop_map(Edit::Unschedule),
        which.clone().prop_map(Edit::Remove),
        which.clone().prop_map(Edit::PutBack),
        (which.clone(), which).prop_map(|(one, other)| Edit::SwapCodes(one, other)),
        Just(Edit::Shuffle),
    ]
}

fn start() -> Vec<Plan> {
    (0..SESSIONS)
        .map(|number| {
            let mut session = waiting(&format!("S{number}"));
            session.slot = Some(place(0));
            (session, true)
        })
        .collect()
}

fn apply(plans: &mut [Plan], edit: &Edit) {
    match *edit {
        Edit::Retitle(which, title) => plans[which].0.title = text(&format!("Tytuł {title}")),
        Edit::Move(which, to) => plans[which].0.slot = Some(place(to)),
        Edit::Recast(which, other) => {
            let who = if other { "urbanista" } else { "skarbniczka" };
            plans[which].0.people = vec![speaks(who)];
        }
        Edit::Reword(which, lead) => plans[which].0.lead = Some(text(&format!("Lead {lead}"))),
        Edit::Unschedule(which) => plans[which].0.slot = None,
        Edit::Remove(which) => plans[which].1 = false,
        Edit::PutBack(which) => plans[which].1 = true,
        Edit::SwapCodes(one, other) => {
            let code = plans[one].0.code.clone();
            plans[one].0.code = std::mem::replace(&mut plans[other].0.code, code);
        }
        Edit::Shuffle => plans.rotate_left(1),
    }
}

fn place(number: u8) -> wiec_model::Slot {
    let room = ["kamienna", "kadzielnia"][usize::from(number % 2)];
    let hour = 10 + number / 2;
    let time = |minute| format!("2026-11-14 {hour}:{minute}");
    slot(room, &time("00"), &time("45"))
}

fn draft(plans: &[Plan]) -> Programme {
    let present = plans.iter().filter(|(_, is_there)| *is_there);
    programme(present.map(|(session, _)| session.clone()).collect())
}
