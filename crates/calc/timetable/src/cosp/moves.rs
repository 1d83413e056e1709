//! The moves: what is changed in one step of the search. Single submissions move most often;
//! whole cells, rooms and runs of a track move as one, because on the way there piece by piece
//! everything would be worse.

use crate::anneal::Landscape;
use crate::chance::Chance;
use crate::cosp::construct::fill;
use crate::cosp::state::{NONE, State};

/// A schedule put away: what is in each cell.
#[derive(Clone, Default)]
pub(crate) struct Memory {
    members: Vec<u16>,
    count: Vec<u16>,
}

impl Landscape for State<'_> {
    type Memory = Memory;

    fn cost(&self) -> i64 {
        self.cost
    }

    fn size(&self) -> usize {
        self.tables.submissions
    }

    fn propose(&mut self, chance: &mut Chance, _limit: i64) -> Option<i64> {
        let before = self.cost;
        let made = match chance.below(128) {
            _ if !self.unplaced.is_empty() && chance.percent(30) => self.settle(chance),
            0..=55 => self.move_one(chance),
            56..=63 => self.eject(chance),
            64..=87 => self.exchange_rooms(chance),
            88..=107 => self.exchange_cells(chance),
            108..=111 => self.empty_cell(chance),
            112..=117 => self.change_room(chance),
            118..=121 => self.shift_run(chance),
            122..=124 => self.exchange_tracks(chance),
            125 => self.take_over(chance),
            _ => self.rearrange(chance),
        };
        match made {
            Some(()) => Some(self.cost - before),
            None => {
                self.rewind(0);
                None
            }
        }
    }

    fn accept(&mut self) {
        self.journal.clear();
    }

    fn undo(&mut self) {
        self.rewind(0);
    }

    fn remember(&self, into: &mut Memory) {
        into.members.clone_from(&self.members);
        into.count.clone_from(&self.count);
    }

    fn recall(&mut self, memory: &Memory) {
        *self = State::new(self.tables);
        for cell in 0..self.tables.cells {
            let first = cell * self.tables.longest;
            for at in 0..memory.count[cell] as usize {
                self.put_at(memory.members[first + at] as usize, cell, at);
            }
        }
        self.journal.clear();
    }

    fn restart(&mut self, chance: &mut Chance) {
        *self = State::new(self.tables);
        fill(self, chance);
    }
}

impl State<'_> {
    pub(super) fn any_submission(&self, chance: &mut Chance) -> Option<usize> {
        let submission = chance.below(self.tables.submissions);
        (self.cell_of[submission] != NONE).then_some(submission)
    }

    pub(super) fn any_used_cell(&self, chance: &mut Chance) -> Option<usize> {
        self.any_submission(chance)
            .map(|one| self.cell_of[one] as usize)
    }

    pub(super) fn any_track(&self, chance: &mut Chance) -> Option<usize> {
        let track = chance.below(self.tables.tracks);
        (!self.tracks[track].cells.is_empty()).then_some(track)
    }

    pub(super) fn track(&self, submission: usize) -> usize {
        self.tables.track_of[submission] as usize
    }
}
