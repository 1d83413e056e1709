//! Moves of whole cells, rooms and tracks.

use crate::chance::Chance;
use crate::cosp::state::State;

impl State<'_> {
    /// Two rooms exchange what is in them in one session.
    pub(super) fn exchange_rooms(&mut self, chance: &mut Chance) -> Option<()> {
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
    pub(super) fn exchange_cells(&mut self, chance: &mut Chance) -> Option<()> {
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
    pub(super) fn empty_cell(&mut self, chance: &mut Chance) -> Option<()> {
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
    pub(super) fn change_room(&mut self, chance: &mut Chance) -> Option<()> {
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
    pub(super) fn shift_run(&mut self, chance: &mut Chance) -> Option<()> {
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
    pub(super) fn exchange_tracks(&mut self, chance: &mut Chance) -> Option<()> {
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
    pub(super) fn take_over(&mut self, chance: &mut Chance) -> Option<()> {
        let (one, cell) = (self.any_used_cell(chance)?, self.any_used_cell(chance)?);
        if self.owner[one] == self.owner[cell] {
            return None;
        }
        self.disperse(cell, chance)?;
        self.try_exchange(one, cell)
    }
}
