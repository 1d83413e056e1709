//! Moves of single submissions.

use crate::chance::Chance;
use crate::cosp::state::{NONE, State};

impl State<'_> {
    /// A submission goes to another cell of its track, or to a free one, or changes places.
    pub(super) fn move_one(&mut self, chance: &mut Chance) -> Option<()> {
        let one = self.any_submission(chance)?;
        let from = self.cell_of[one] as usize;
        let cells = self.tracks[self.track(one)].cells.len();
        if cells == 1 || chance.below(8) == 0 {
            let to = chance.below(self.tables.cells);
            if to == from || self.owner[to] != NONE || !self.fits(one, to) {
                return None;
            }
            self.take(one);
            self.put(one, to);
            return Some(());
        }
        let to = self.another_cell(one, from, chance)?;
        if self.fits(one, to) && chance.below(4) != 0 {
            self.take(one);
            self.put(one, to);
            return Some(());
        }
        let other = chance.pick(self.members(to)) as usize;
        self.exchange_submissions(one, other)
    }

    fn another_cell(&self, one: usize, from: usize, chance: &mut Chance) -> Option<usize> {
        let to = chance.pick(&self.tracks[self.track(one)].cells) as usize;
        (to != from).then_some(to)
    }

    fn exchange_submissions(&mut self, one: usize, other: usize) -> Option<()> {
        let (a, b) = (self.cell_of[one] as usize, self.cell_of[other] as usize);
        let (long, short) = (self.tables.slots[one], self.tables.slots[other]);
        if self.free(a) + long < short || self.free(b) + short < long {
            return None;
        }
        // The one that leaves a cell last keeps it in use: giving a cell up and claiming it
        // again would cost time.
        self.take(one);
        self.take(other);
        self.put(one, b);
        self.put(other, a);
        Some(())
    }

    /// A submission pushes others out of a cell of its track; they go where there is space.
    pub(super) fn eject(&mut self, chance: &mut Chance) -> Option<()> {
        let one = self.any_submission(chance)?;
        let from = self.cell_of[one] as usize;
        if self.tracks[self.track(one)].cells.len() < 2 {
            return None;
        }
        let to = self.another_cell(one, from, chance)?;
        self.take(one);
        self.push_in(one, to, from, chance)
    }

    /// Puts a submission that has no cell into `to`. Who must go from there goes anywhere else.
    fn push_in(&mut self, one: usize, to: usize, first: usize, chance: &mut Chance) -> Option<()> {
        let mut homeless = Vec::new();
        while self.free(to) < self.tables.slots[one] {
            let members = self.members(to);
            if members.is_empty() {
                return None;
            }
            let other = chance.pick(members) as usize;
            self.take(other);
            homeless.push(other);
        }
        self.put(one, to);
        for other in homeless {
            let home = self.find_home(other, to, first, chance)?;
            self.put(other, home);
        }
        Some(())
    }

    /// A cell with space for a submission: one of its track's drawn by lot, else the first of
    /// those, else a free one.
    fn find_home(
        &self,
        one: usize,
        not: usize,
        first: usize,
        chance: &mut Chance,
    ) -> Option<usize> {
        let cells = &self.tracks[self.track(one)].cells;
        for _ in 0..3 {
            let cell = chance.pick(cells) as usize;
            if cell != not && self.fits(one, cell) {
                return Some(cell);
            }
        }
        let own = cells.iter().map(|&cell| cell as usize);
        let free = std::iter::repeat_with(|| chance.below(self.tables.cells)).take(4);
        let mut possible = own.chain([first]).chain(free);
        possible.find(|&cell| cell != not && self.fits(one, cell))
    }

    /// An unplaced submission pushes itself in somewhere; who is pushed out waits in turn.
    pub(super) fn settle(&mut self, chance: &mut Chance) -> Option<()> {
        let one = chance.pick(&self.unplaced) as usize;
        let cells = &self.tracks[self.track(one)].cells;
        let to = match !cells.is_empty() && chance.percent(60) {
            true => chance.pick(cells) as usize,
            false => chance.below(self.tables.cells),
        };
        let needed = self.tables.slots[one];
        if self.tables.capacity[to] < needed {
            return None;
        }
        let foreign = self.owner[to] != NONE && self.owner[to] as usize != self.track(one);
        while self.free(to) < needed || (foreign && self.count[to] > 0) {
            let other = chance.pick(self.members(to)) as usize;
            self.take(other);
        }
        self.put(one, to);
        // Whoever was pushed out and finds space at once takes it.
        for other in self.unplaced.clone() {
            let other = other as usize;
            if let Some(home) = self.first_space(other, chance) {
                self.put(other, home);
            }
        }
        Some(())
    }

    fn first_space(&self, one: usize, chance: &mut Chance) -> Option<usize> {
        let own = self.tracks[self.track(one)]
            .cells
            .iter()
            .map(|&cell| cell as usize);
        let free = std::iter::repeat_with(|| chance.below(self.tables.cells)).take(8);
        own.chain(free).find(|&cell| self.fits(one, cell))
    }

    /// A submission goes to another place within its cell. Nothing comes of it unless slots count.
    pub(super) fn rearrange(&mut self, chance: &mut Chance) -> Option<()> {
        let one = self.any_submission(chance)?;
        let cell = self.cell_of[one] as usize;
        if !self.tables.by_slot || self.count[cell] < 2 {
            return self.move_one(chance);
        }
        self.take(one);
        let at = chance.below(self.count[cell] as usize + 1);
        self.put_at(one, cell, at);
        Some(())
    }
}
