//! Where each block stands in the merged text. Blocks that nobody moved keep the order of the base; what a
//! side moved or inserted stands after the block that it follows on that side.

use super::units::{Side, Slot, Units};
use crate::document::{Anchor, Content};
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
    let moved_twice: Vec<usize> = (0..units.count())
        .filter(|&unit| left[unit] && right[unit])
        .filter(|&unit| neighbours(&units.left, unit) != neighbours(&units.right, unit))
        .collect();
    let is_moved = |unit: usize| (left[unit] || right[unit]) && !moved_twice.contains(&unit);
    let of_left = gaps(
        units,
        &units.left,
        |unit| left[unit] && is_moved(unit),
        &is_moved,
    );
    // What both sides moved alike is taken from the left one.
    let of_right = gaps(
        units,
        &units.right,
        |unit| right[unit] && !left[unit],
        &is_moved,
    );

    let mut places = Vec::new();
    for (gap, (left, right)) in of_left.into_iter().zip(of_right).enumerate() {
        if let Some(unit) = gap.checked_sub(1)
            && !is_moved(unit)
        {
            places.push(Place::Unit(unit));
        }
        let before = gap.checked_sub(1).and_then(|unit| units.base(unit).last());
        fill(left, right, before.map(|it| it.anchor), &mut places);
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
        1 + units
            .base(unit)
            .iter()
            .map(|it| it.content.text.letters().len())
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

/// The slot before a unit: two sides that agree on it moved the unit alike.
fn neighbours(side: &Side, unit: usize) -> Option<&Slot> {
    let at = side.order.iter().position(|it| *it == Slot::Unit(unit))?;
    at.checked_sub(1).map(|it| &side.order[it])
}

/// For the start and for each unit, what the side put behind it.
fn gaps(
    units: &Units<'_>,
    side: &Side,
    moves: impl Fn(usize) -> bool,
    is_moved: &impl Fn(usize) -> bool,
) -> Vec<Vec<Slot>> {
    let own = moved(units, side);
    let mut gaps = vec![Vec::new(); units.count() + 1];
    let mut gap = 0;
    for slot in &side.order {
        match slot {
            Slot::New(_) => gaps[gap].push(slot.clone()),
            Slot::Unit(unit) if moves(*unit) => gaps[gap].push(slot.clone()),
            Slot::Unit(unit) if !own[*unit] && !is_moved(*unit) => gap = unit + 1,
            Slot::Unit(_) => {}
        }
    }
    gaps
}

/// What both sides put at one place. Two insertions there are a conflict unless they say the same.
fn fill(left: Vec<Slot>, right: Vec<Slot>, after: Option<Anchor>, places: &mut Vec<Place>) {
    let (new_left, new_right) = (news(&left), news(&right));
    let is_contested = !new_left.is_empty() && !new_right.is_empty() && new_left != new_right;
    let is_agreed = !new_left.is_empty() && new_left == new_right;
    let mut units: Vec<usize> = Vec::new();
    let (first, second) = if new_left.is_empty() {
        (&right, &left)
    } else {
        (&left, &right)
    };
    if is_contested || is_agreed || (new_left.is_empty() && new_right.is_empty()) {
        units.extend(first.iter().chain(second).filter_map(unit));
        units.sort_unstable();
        places.extend(units.into_iter().map(Place::Unit));
        if is_contested {
            places.push(Place::Contested {
                after,
                left: new_left,
                right: new_right,
            });
        } else if is_agreed {
            places.push(Place::New(new_left));
        }
        return;
    }
    // Only one side inserts here: its own order, then what the other one moved here.
    for slot in first.iter().chain(second) {
        places.push(match slot {
            Slot::Unit(unit) => Place::Unit(*unit),
            Slot::New(content) => Place::New(vec![content.clone()]),
        });
    }
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
