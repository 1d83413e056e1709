//! How a call was chosen, in numbers. Before anything of it was told there are none: a number that moves
//! would tell what is pending.

use wiec_kit::said::Said;
use wiec_model::calls::{Call, State, Tier};
use wiec_store::SubmissionTally;

use super::here::Here;
use super::words;

/// How a call was chosen, in numbers.
pub struct Numbers {
    /// What became of how many, largest group first named.
    pub totals: Vec<(&'static str, u32)>,
    /// The names of the columns: tiers, and all together.
    pub columns: Vec<&'static str>,
    /// By track.
    pub rows: Vec<Row>,
}

/// A track in the table.
pub struct Row {
    /// Its name; nothing stands for what belongs to none.
    pub name: Option<Said>,
    /// The line that it is drawn with.
    pub line: &'static str,
    /// Of how many so many were chosen, for each column.
    pub cells: Vec<Cell>,
}

/// So many were chosen of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Chosen.
    pub chosen: u32,
    /// Sent, and not taken back.
    pub sent: u32,
}

const TOLD: [&str; 5] = ["accepted", "rejected", "reserve", "confirmed", "declined"];

/// The numbers of a call, once decisions were told.
pub fn of(here: &Here<'_>, call: &Call, tally: &[SubmissionTally]) -> Option<Numbers> {
    let count = |words: &[&str]| sum(tally, |it| words.contains(&it.state.as_str()));
    if count(&TOLD) == 0 {
        return None;
    }
    let m = here.m();
    let totals = [
        (m.calls_read_total_sent(), sum(tally, |_| true)),
        (m.calls_read_total_chosen(), count(&State::CHOSEN)),
        (m.calls_read_total_reserve(), count(&["reserve"])),
        (m.calls_read_total_rejected(), count(&["rejected"])),
        (m.calls_read_total_undecided(), count(&["submitted"])),
        (m.calls_read_total_left(), count(&["withdrawn", "declined"])),
    ];
    let tiers = &call.setup.tiers;
    let names = tiers.iter().map(|tier| words::tier(*tier, m));
    Some(Numbers {
        totals: totals.into_iter().filter(|total| total.1 > 0).collect(),
        columns: names.chain([m.calls_read_all_tiers()]).collect(),
        rows: rows(here, call, tally),
    })
}

/// A row for each track that is offered, one for whatever belongs to none of them, and one for all.
fn rows(here: &Here<'_>, call: &Call, tally: &[SubmissionTally]) -> Vec<Row> {
    let tiers = &call.setup.tiers;
    let offered: Vec<_> = here.tracks(call).collect();
    let is_offered = |it: &SubmissionTally| {
        let track = it.track.as_ref();
        track.is_some_and(|slug| offered.iter().any(|track| track.slug == *slug))
    };
    let mut rows: Vec<Row> = offered
        .iter()
        .map(|track| Row {
            name: Some(here.said(&track.name)),
            line: track.line.key(),
            cells: cells(tally, tiers, |it| it.track.as_ref() == Some(&track.slug)),
        })
        .collect();
    rows.push(Row {
        name: None,
        line: here.line(None).key(),
        cells: cells(tally, tiers, |it| !is_offered(it)),
    });
    rows.retain(|row| row.cells.last().is_some_and(|all| all.sent > 0));
    rows
}

fn cells(
    tally: &[SubmissionTally],
    tiers: &[Tier],
    of: impl Fn(&SubmissionTally) -> bool,
) -> Vec<Cell> {
    let cell = |wanted: Option<Tier>| {
        let here = |it: &SubmissionTally| {
            of(it) && it.state != "withdrawn" && (wanted.is_none() || it.tier == wanted)
        };
        Cell {
            chosen: sum(tally, |it| {
                here(it) && State::CHOSEN.contains(&it.state.as_str())
            }),
            sent: sum(tally, here),
        }
    };
    tiers
        .iter()
        .map(|tier| cell(Some(*tier)))
        .chain([cell(None)])
        .collect()
}

fn sum(tally: &[SubmissionTally], of: impl Fn(&SubmissionTally) -> bool) -> u32 {
    tally.iter().filter(|it| of(it)).map(|it| it.count).sum()
}
