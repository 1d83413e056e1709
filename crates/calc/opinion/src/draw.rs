//! Drawing a map: for the first time, after another one, or with groups that are known.

use std::collections::BTreeMap;

use crate::assemble::assemble;
use crate::compat::compat;
use crate::conversation::Conversation;
use crate::map::{OpinionMap, Tally};
use crate::matrix::Matrix;
use crate::model::{Groups, Model};
use crate::previous::Previous;
use crate::settings::{Mode, Settings};
use crate::standard::standard;

/// The map of a conversation. Any conversation has one, an empty one too.
#[must_use]
pub fn map(conversation: &Conversation, settings: &Settings) -> OpinionMap {
    draw(conversation, settings, Previous(None))
}

/// The map of a conversation of which an earlier map is known: axes keep their directions,
/// groups their ids, and the number of groups changes only when another one proves better.
#[must_use]
pub fn map_after(
    conversation: &Conversation,
    settings: &Settings,
    previous: &OpinionMap,
) -> OpinionMap {
    draw(conversation, settings, Previous(Some(previous)))
}

/// The map with groups that are known beforehand (districts, committees, somebody else's
/// clusters): the group, 0, 1, …, of each participant who has one. Nothing is clustered.
#[must_use]
pub fn map_with_groups(
    conversation: &Conversation,
    settings: &Settings,
    known: &BTreeMap<u64, usize>,
) -> OpinionMap {
    let matrix = Matrix::of(conversation);
    let tallies = matrix.tallies();
    let (model, groups) = placed(&matrix, &tallies, settings, Previous(None));
    let of = |id: &u64| known.get(id).copied();
    let labels: Vec<_> = matrix.participants.iter().map(of).collect();
    let groups = Groups {
        count: labels.iter().flatten().max().map_or(0, |most| most + 1),
        labels,
        ..groups
    };
    assemble(conversation, &matrix, &tallies, settings, (model, groups))
}

fn draw(conversation: &Conversation, settings: &Settings, previous: Previous) -> OpinionMap {
    drawn(conversation, &Matrix::of(conversation), settings, previous)
}

/// The map of a conversation of which the matrix is known.
pub(crate) fn drawn(
    conversation: &Conversation,
    matrix: &Matrix,
    settings: &Settings,
    previous: Previous,
) -> OpinionMap {
    let tallies = matrix.tallies();
    let placed = placed(matrix, &tallies, settings, previous);
    assemble(conversation, matrix, &tallies, settings, placed)
}

fn placed(
    matrix: &Matrix,
    tallies: &[Tally],
    settings: &Settings,
    previous: Previous,
) -> (Model, Groups) {
    match settings.mode {
        Mode::Compat => compat(matrix, tallies, settings, &previous),
        Mode::Standard => standard(matrix, tallies, settings, &previous),
    }
}
