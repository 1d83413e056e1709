//! Where within its cell a submission is: the exact best arrangement for a wanted order, and the
//! costs that depend on single slots.
//!
//! A submission's position among those of its track is decided by its cell but for its place
//! within it. So the best arrangement of a cell is plain: whoever wants one of the positions that
//! the cell covers gets it, and the others fill the gaps. Only if conflicts are counted by slot
//! do the neighbours matter too; then the search itself decides on the arrangement.

use crate::cosp::state::State;

impl State<'_> {
    /// Counts anew what the order of a track's submissions costs.
    #[inline]
    pub(crate) fn count_order(&mut self, track: usize) {
        if self.tables.ordered[track] {
            let now = self.order_cost(track);
            self.cost += now - self.tracks[track].order_cost;
            self.tracks[track].order_cost = now;
        }
    }

    fn order_cost(&mut self, track: usize) -> i64 {
        let tables = self.tables;
        let mut before = 0;
        let mut wrong = 0;
        for &cell in &self.tracks[track].cells {
            let members = self.members(cell as usize);
            wrong += match tables.by_slot {
                true => self.out_of_place(members, before),
                false => self.without_place(members, before),
            };
            before += members.len();
        }
        if self.tracks[track].has_parallel() {
            wrong += self.shared_slots(track);
        }
        wrong * tables.misplaced
    }

    /// Those whose order is not their position.
    fn out_of_place(&self, members: &[u16], before: usize) -> i64 {
        let mut wrong = 0;
        for (at, &submission) in members.iter().enumerate() {
            let order = self.tables.order_of[submission as usize] as usize;
            wrong += i64::from(order != 0 && order != before + at + 1);
        }
        wrong
    }

    /// Those whose order is not among the positions of the cell, or was given to another.
    fn without_place(&self, members: &[u16], before: usize) -> i64 {
        let mut given = 0_u128;
        let mut wrong = 0;
        for &submission in members {
            let order = self.tables.order_of[submission as usize] as usize;
            if order == 0 {
                continue;
            }
            let bit = match order > before && order <= before + members.len() {
                true => 1_u128 << (order - before - 1),
                false => 0,
            };
            wrong += i64::from(bit == 0 || given & bit != 0);
            given |= bit;
        }
        wrong
    }

    /// Slots that two submissions with an order share, in parallel cells of the track.
    fn shared_slots(&mut self, track: usize) -> i64 {
        let mut placed = std::mem::take(&mut self.scratch);
        placed.clear();
        self.arrange(track, |_, submission, start| {
            placed.extend([submission, start])
        });
        let mut shared = 0;
        let tables = self.tables;
        let wants = |submission: u16| tables.order_of[submission as usize] != 0;
        let session = |one: u16| tables.session_of[self.cell_of[one as usize] as usize];
        for (index, one) in placed.chunks(2).enumerate() {
            for other in placed.chunks(2).skip(index + 1) {
                if wants(one[0]) && wants(other[0]) && session(one[0]) == session(other[0]) {
                    shared += self.overlap((one[0], one[1]), (other[0], other[1]));
                }
            }
        }
        self.scratch = placed;
        shared
    }

    /// The arrangement of a track's cells: cell, submission, first slot.
    pub(crate) fn arrange(&self, track: usize, mut each: impl FnMut(u16, u16, u16)) {
        let mut before = 0;
        for &cell in &self.tracks[track].cells {
            let members = self.members(cell as usize);
            let mut start = 0;
            let mut next = |submission: u16| {
                each(cell, submission, start);
                start += self.tables.slots[submission as usize];
            };
            match self.tables.by_slot || !self.tables.ordered[track] {
                true => members.iter().for_each(|&one| next(one)),
                false => self
                    .by_position(members, before)
                    .into_iter()
                    .for_each(&mut next),
            }
            before += members.len();
        }
    }

    fn by_position(&self, members: &[u16], before: usize) -> Vec<u16> {
        let mut row: Vec<Option<u16>> = vec![None; members.len()];
        let mut others = Vec::new();
        for &submission in members {
            let order = self.tables.order_of[submission as usize] as usize;
            let wanted = (order > before).then(|| order - before - 1);
            match wanted
                .and_then(|at| row.get_mut(at))
                .filter(|place| place.is_none())
            {
                Some(place) => *place = Some(submission),
                None => others.push(submission),
            }
        }
        let mut others = others.into_iter();
        row.into_iter()
            .filter_map(|place| place.or_else(|| others.next()))
            .collect()
    }

    /// Slot numbers that two submissions, each with its first slot, have in common.
    fn overlap(&self, one: (u16, u16), other: (u16, u16)) -> i64 {
        let end = |it: (u16, u16)| it.1 + self.tables.slots[it.0 as usize];
        i64::from(end(one).min(end(other)).saturating_sub(one.1.max(other.1)))
    }

    /// Before a cell changes: forgets what its slots cost.
    #[inline]
    pub(crate) fn slots_before(&mut self, cell: usize) {
        if self.tables.by_slot {
            self.cost -= self.slot_clashes(cell);
        }
    }

    /// After a cell changed: counts first slots and what they cost.
    #[inline]
    pub(crate) fn slots_after(&mut self, cell: usize) {
        if self.tables.by_slot {
            let first = cell * self.tables.longest;
            let mut start = 0;
            for at in first..first + self.count[cell] as usize {
                let submission = self.members[at] as usize;
                self.start[submission] = start;
                start += self.tables.slots[submission];
            }
            self.cost += self.slot_clashes(cell);
        }
    }

    fn slot_clashes(&self, cell: usize) -> i64 {
        let session = self.tables.session_of[cell];
        let mut cost = 0;
        for &submission in self.members(cell) {
            for one in self.tables.neighbours(submission as usize) {
                let other = self.cell_of[one.submission as usize] as usize;
                let met = one.slot != 0
                    && other < self.tables.cells
                    && other != cell
                    && self.tables.session_of[other] == session;
                if met {
                    let mine = (submission, self.start[submission as usize]);
                    let theirs = (one.submission, self.start[one.submission as usize]);
                    cost += one.slot * self.overlap(mine, theirs);
                }
            }
        }
        cost
    }
}
