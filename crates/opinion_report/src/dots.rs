//! How many of each group agree, on one line from none to all: marks, and the intervals around them.

use wiec_opinion::{Group, GroupStatistics};

use crate::marks::Mark;

/// A line with a mark for each group; the same figures stand beside it in the table.
pub(crate) struct Dots {
    /// From the left end to the right.
    pub(crate) groups: Vec<Dot>,
}

/// One group's share.
pub(crate) struct Dot {
    pub(crate) class: String,
    pub(crate) outline: String,
    /// The interval, from here to there.
    pub(crate) from: f64,
    pub(crate) to: f64,
    pub(crate) y: f64,
}

/// Between both ends in a box of 200 by 30 pixels.
const LEFT: f64 = 10.0;
const WIDTH: f64 = 180.0;
const MIDDLE: f64 = 15.0;
/// Intervals of several groups lie beside one another and not upon one another.
const STEP: f64 = 3.0;

impl Dots {
    pub(crate) fn of(groups: &[Group], statistics: &[GroupStatistics]) -> Self {
        let across = |share: f64| LEFT + WIDTH * share;
        let middle = (groups.len() as f64 - 1.0) / 2.0;
        let dot = |(place, (group, said)): (usize, (&Group, &GroupStatistics))| {
            let mark = Mark::of(group.id);
            let y = MIDDLE + (place as f64 - middle) * STEP;
            Dot {
                class: mark.class(),
                outline: mark.shape.path([across(said.agree.value), y], 5.0),
                from: across(said.agree.low),
                to: across(said.agree.high),
                y,
            }
        };
        let asked = groups
            .iter()
            .zip(statistics)
            .filter(|(_, said)| said.votes.seen > 0);
        Self {
            groups: asked.enumerate().map(dot).collect(),
        }
    }
}
