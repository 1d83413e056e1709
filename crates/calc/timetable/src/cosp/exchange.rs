//! Two cells exchange what is in them, as one change: most rearrangements of whole tracks are
//! made of these, and moving single submissions would touch everything several times.

use crate::cosp::state::{Change, NONE, State};

impl State<'_> {
    /// Whether both loads fit into the other cell.
    pub(crate) fn can_exchange(&self, one: usize, other: usize) -> bool {
        let capacity = &self.tables.capacity;
        self.load[one] <= capacity[other] && self.load[other] <= capacity[one]
    }

    pub(crate) fn exchange(&mut self, one: usize, other: usize) {
        self.swap(one, other);
        self.journal
            .push(Change::Exchanged(one as u16, other as u16));
    }

    /// It is its own opposite.
    pub(crate) fn swap(&mut self, one: usize, other: usize) {
        let owners = (self.owner[one], self.owner[other]);
        // Within a session nobody meets anybody else: only the rooms differ.
        let meets = self.tables.session_of[one] != self.tables.session_of[other];
        self.slots_before(one);
        self.slots_before(other);
        self.unhook(one, meets);
        self.unhook(other, meets);
        self.swap_lists(one, other);
        self.hook(one, owners.1, meets);
        self.hook(other, owners.0, meets);
        self.slots_after(one);
        self.slots_after(other);
        for owner in [owners.0, owners.1] {
            if owner != NONE {
                self.count_order(owner as usize);
            }
        }
    }

    fn unhook(&mut self, cell: usize, meets: bool) {
        if self.owner[cell] == NONE {
            return;
        }
        let first = cell * self.tables.longest;
        for at in first..first + self.count[cell] as usize {
            let submission = self.members[at] as usize;
            self.cost -= self.tables.place_cost(submission, cell);
            if meets {
                self.cost -= self.clashes(submission, cell);
            }
        }
        if meets {
            // So that what the two cells have with one another is not counted twice.
            for at in first..first + self.count[cell] as usize {
                self.cell_of[self.members[at] as usize] = NONE;
            }
        }
        self.release(self.owner[cell] as usize, cell);
    }

    fn hook(&mut self, cell: usize, owner: u16, meets: bool) {
        if owner == NONE {
            return;
        }
        self.claim(owner as usize, cell);
        let first = cell * self.tables.longest;
        for at in first..first + self.count[cell] as usize {
            self.cell_of[self.members[at] as usize] = cell as u16;
        }
        for at in first..first + self.count[cell] as usize {
            let submission = self.members[at] as usize;
            self.cost += self.tables.place_cost(submission, cell);
            if meets {
                self.cost += self.clashes(submission, cell);
            }
        }
    }

    fn swap_lists(&mut self, one: usize, other: usize) {
        let (a, b) = (one * self.tables.longest, other * self.tables.longest);
        for at in 0..self.count[one].max(self.count[other]) as usize {
            self.members.swap(a + at, b + at);
        }
        self.count.swap(one, other);
        self.load.swap(one, other);
    }
}
