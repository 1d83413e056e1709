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
    fn any_submission(&self, chance: &mut Chance) -> Option<usize> {
        let submission = chance.below(self.tables.submissions);
        (self.cell_of[submission] != NONE).then_some(submission)
    }

    fn any_used_cell(&self, chance: &mut Chance) -> Option<usize> {
        self.any_submission(chance)
            .map(|one| self.cell_of[one] as usize)
    }

    fn any_track(&self, chance: &mut Chance) -> Option<usize> {
        let track = chance.below(self.tables.tracks);
        (!self.tracks[track].cells.is_empty()).then_some(track)
    }

    fn track(&self, submission: usize) -> usize {
        self.tables.track_of[submission] as usize
    }

    /// A submission goes to another cell of its track, or to a free one, or changes places.
    fn move_one(&mut self, chance: &mut Chance) -> Option<()> {
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
    fn eject(&mut self, chance: &mut Chance) -> Option<()> {
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
    fn settle(&mut self, chance: &mut Chance) -> Option<()> {
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

    /// Two rooms exchange what is in them in one session.
    fn exchange_rooms(&mut self, chance: &mut Chance) -> Option<()> {
        let one = self.any_used_cell(chance)?;
        let room = chance.below(self.tables.rooms);
        let other = self.tables.session_of[one] as usize * self.tables.rooms + room;
        if one == other {
            return None;
        }
        self.exchange(one, other);
        Some(())
    }

    /// Two cells exchange what is in them.
    fn exchange_cells(&mut self, chance: &mut Chance) -> Option<()> {
        let one = self.any_used_cell(chance)?;
        let other = match chance.percent(35) {
            // The same room at another time keeps the rooms of a track together.
            true => {
                let session = chance.below(self.tables.sessions);
                session * self.tables.rooms + self.tables.room_of[one] as usize
            }
            false => chance.below(self.tables.cells),
        };
        self.try_exchange(one, other)
    }

    fn try_exchange(&mut self, one: usize, other: usize) -> Option<()> {
        if one == other || !self.can_exchange(one, other) {
            return None;
        }
        if self.count[one] + self.count[other] > 0 {
            self.exchange(one, other);
        }
        Some(())
    }

    /// A track gives up a cell; what was in it goes to its other cells.
    fn empty_cell(&mut self, chance: &mut Chance) -> Option<()> {
        let cell = self.any_used_cell(chance)?;
        self.disperse(cell, chance)
    }

    fn disperse(&mut self, cell: usize, chance: &mut Chance) -> Option<()> {
        let track = self.owner[cell] as usize;
        if self.tracks[track].cells.len() < 2 {
            return None;
        }
        while self.count[cell] > 0 {
            let one = self.members(cell)[self.count[cell] as usize - 1] as usize;
            let cells = &self.tracks[track].cells;
            let first = chance.below(cells.len());
            let mut round = cells[first..]
                .iter()
                .chain(&cells[..first])
                .map(|&it| it as usize);
            let home = round.find(|&it| it != cell && self.fits(one, it))?;
            self.take(one);
            self.put(one, home);
        }
        Some(())
    }

    /// A track goes to another room: with all its cells, or with those that it has in one room.
    fn change_room(&mut self, chance: &mut Chance) -> Option<()> {
        let track = self.any_track(chance)?;
        let room = chance.below(self.tables.rooms);
        let cells = self.tracks[track].cells.clone();
        let only = self.tables.room_of[chance.pick(&cells) as usize];
        let all = chance.percent(50);
        let mut changed = false;
        for cell in cells {
            let (session, from) = self.session_and_room(cell as usize);
            if from != room && (all || from == only as usize) {
                self.exchange(cell as usize, session * self.tables.rooms + room);
                changed = true;
            }
        }
        changed.then_some(())
    }

    /// A track goes to earlier or later sessions with all its cells, in the same rooms.
    fn shift_run(&mut self, chance: &mut Chance) -> Option<()> {
        let track = self.any_track(chance)?;
        let mut cells = self.tracks[track].cells.clone();
        let first = self.tables.session_of[cells[0] as usize] as usize;
        let last = self.tables.session_of[cells[cells.len() - 1] as usize] as usize;
        let target = chance.below(self.tables.sessions - (last - first));
        if target == first {
            return None;
        }
        // From the far end, so that the track does not exchange with itself.
        if target > first {
            cells.reverse();
        }
        let rooms = self.tables.rooms;
        for cell in cells {
            let cell = cell as usize;
            let to = match target > first {
                true => cell + (target - first) * rooms,
                false => cell - (first - target) * rooms,
            };
            self.try_exchange(cell, to)?;
        }
        Some(())
    }

    /// Two tracks exchange their cells, the first with the first and so on.
    fn exchange_tracks(&mut self, chance: &mut Chance) -> Option<()> {
        let (one, other) = (self.any_track(chance)?, self.any_track(chance)?);
        if one == other {
            return None;
        }
        let pairs: Vec<(u16, u16)> = {
            let (a, b) = (&self.tracks[one].cells, &self.tracks[other].cells);
            a.iter().copied().zip(b.iter().copied()).collect()
        };
        for (a, b) in pairs {
            self.try_exchange(a as usize, b as usize)?;
        }
        Some(())
    }

    /// A track makes another give up a cell and moves one of its own there.
    fn take_over(&mut self, chance: &mut Chance) -> Option<()> {
        let (one, cell) = (self.any_used_cell(chance)?, self.any_used_cell(chance)?);
        if self.owner[one] == self.owner[cell] {
            return None;
        }
        self.disperse(cell, chance)?;
        self.try_exchange(one, cell)
    }

    /// A submission goes to another place within its cell. Nothing comes of it unless slots count.
    fn rearrange(&mut self, chance: &mut Chance) -> Option<()> {
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
