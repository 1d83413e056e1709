//! Where each block stands in the merged text. Blocks that nobody moved keep the order of the base; what a
//! side moved or inserted stands after the block that it follows on that side.

use super::units::{Side, Slot, Units};
use crate::document::{Anchor, Block, Content};
use crate::order::heaviest_rising;

/// One place of the merged text.
pub(super) enum Place {
    Unit(usize),
    New(Vec<Content>),
    Contested {
        after: Option<Anchor>,
        left: Vec<Content>,
        right: Vec<Content>,
    },
}

/// The merged order.
pub(super) struct Order {
    pub(super) places: Vec<Place>,
    /// Units that stand elsewhere than before.
    pub(super) moved: Vec<usize>,
    /// Units that the sides moved to different places. They stay.
    pub(super) moved_twice: Vec<usize>,
}

pub(super) fn order(units: &Units<'_>) -> Order {
    let (left, right) = (moved(units, &units.left), moved(units, &units.right));
    let stays = |unit: usize| !left[unit] && !right[unit];
    let moved_twice: Vec<usize> = (0..units.count())
        .filter(|&unit| left[unit] && right[unit])
        .filter(|&unit| landing(&units.left, unit, stays) != landing(&units.right, unit, stays))
        .collect();
    let is_moved = |unit: usize| !stays(unit) && !moved_twice.contains(&unit);
    let of_left = gaps(
        units.count(),
        &units.left,
        |unit| left[unit] && is_moved(unit),
        stays,
    );
    let of_right = gaps(
        units.count(),
        &units.right,
        |unit| right[unit] && is_moved(unit),
        stays,
    );

    let mut places = Vec::new();
    for (gap, (left, right)) in of_left.into_iter().zip(of_right).enumerate() {
        if let Some(unit) = gap.checked_sub(1)
            && !is_moved(unit)
        {
            places.push(Place::Unit(unit));
        }
        let before = gap.checked_sub(1).and_then(|unit| units.base(unit).last());
        fill(&left, &right, before.map(|it| it.anchor), &mut places);
    }
    let moved = (0..units.count())
        .filter(|&unit| left[unit] || right[unit])
        .collect();
    Order {
        places,
        moved,
        moved_twice,
    }
}

/// For each unit whether the side moved it: the least text that explains the side's order.
///
/// What weighs is the old text of the blocks that the side still has, as in an amendment of its own:
/// paragraphs that were joined weigh as the first of them, or both would see different moves.
fn moved(units: &Units<'_>, side: &Side) -> Vec<bool> {
    let present: Vec<usize> = side
        .order
        .iter()
        .filter_map(|slot| match slot {
            Slot::Unit(unit) => Some(*unit),
            Slot::New(_) => None,
        })
        .collect();
    let weight = |&unit: &usize| {
        let still_there = |it: &&Block| {
            let mut blocks = side.contents[unit].iter();
            blocks.any(|block| block.anchor == it.anchor)
        };
        let blocks = units.base(unit).iter().filter(still_there);
        blocks
            .map(|it| 1 + it.content.text.letters().len())
            .sum::<usize>()
    };
    let weights: Vec<usize> = present.iter().map(weight).collect();
    let mut is_moved = vec![false; units.count()];
    for unit in &present {
        is_moved[*unit] = true;
    }
    for at in heaviest_rising(&present, &weights) {
        is_moved[present[at]] = false;
    }
    is_moved
}

/// The last block before a unit that nobody moved. Two sides that agree on it moved the unit alike.
fn landing(side: &Side, unit: usize, stays: impl Fn(usize) -> bool) -> Option<usize> {
    let mut last = None;
    for slot in &side.order {
        match slot {
            Slot::Unit(it) if *it == unit => break,
            Slot::Unit(it) if stays(*it) => last = Some(*it),
            _ => {}
        }
    }
    last
}

/// For the start and for each unit, what the side put behind it.
fn gaps(
    count: usize,
    side: &Side,
    moves: impl Fn(usize) -> bool,
    stays: impl Fn(usize) -> bool,
) -> Vec<Vec<Slot>> {
    let mut gaps = vec![Vec::new(); count + 1];
    let mut gap = 0;
    for slot in &side.order {
        match slot {
            Slot::New(_) => gaps[gap].push(slot.clone()),
            Slot::Unit(unit) if moves(*unit) => gaps[gap].push(slot.clone()),
            Slot::Unit(unit) if stays(*unit) => gap = unit + 1,
            Slot::Unit(_) => {}
        }
    }
    gaps
}

/// What both sides put at one place. Two insertions there are a conflict unless they say the same.
fn fill(left: &[Slot], right: &[Slot], after: Option<Anchor>, places: &mut Vec<Place>) {
    let (new_left, new_right) = (news(left), news(right));
    let contains = |all: &[Slot], some: &[Slot]| some.iter().all(|slot| all.contains(slot));
    let only_units = |places: &mut Vec<Place>| {
        let mut both: Vec<usize> = left.iter().chain(right).filter_map(unit).collect();
        both.sort_unstable();
        both.dedup();
        places.extend(both.into_iter().map(Place::Unit));
    };
    match (new_left.is_empty(), new_right.is_empty()) {
        _ if left == right => put(left, &[], places),
        (true, true) if contains(left, right) && !contains(right, left) => put(left, &[], places),
        (true, true) if contains(right, left) && !contains(left, right) => put(right, &[], places),
        (true, true) => only_units(places),
        (false, true) => put(left, right, places),
        (true, false) => put(right, left, places),
        (false, false) => {
            only_units(places);
            places.push(if new_left == new_right {
                Place::New(new_left)
            } else {
                Place::Contested {
                    after,
                    left: new_left,
                    right: new_right,
                }
            });
        }
    }
}

/// What one side put here, in its order, and then what only the other one moved here.
fn put(first: &[Slot], second: &[Slot], places: &mut Vec<Place>) {
    let more = second.iter().filter(|slot| !first.contains(slot));
    places.extend(first.iter().chain(more).map(|slot| match slot {
        Slot::Unit(unit) => Place::Unit(*unit),
        Slot::New(content) => Place::New(vec![content.clone()]),
    }));
}

fn unit(slot: &Slot) -> Option<usize> {
    match slot {
        Slot::Unit(unit) => Some(*unit),
        Slot::New(_) => None,
    }
}

fn news(slots: &[Slot]) -> Vec<Content> {
    let new = |slot: &Slot| match slot {
        Slot::New(content) => Some(content.clone()),
        Slot::Unit(_) => None,
    };
    slots.iter().filter_map(new).collect()
}
