//! A schedule with its cost, kept up to date by what each change touches, and the journal that
//! takes changes back. Two changes exist beside [`crate::cosp::exchange`]: a submission is put
//! into a cell, or taken out of it.

use crate::cosp::tables::Tables;

/// Marks a submission without a cell, or a cell without a track.
pub(crate) const NONE: u16 = u16::MAX;
/// What each slot of an unplaced submission costs: more than any term of the objective.
pub(crate) const UNPLACED: i64 = 1_000_000_000_000;

#[derive(Clone, Copy, Debug)]
pub(crate) enum Change {
    Put { submission: u16 },
    Taken { submission: u16, cell: u16, at: u16 },
    Exchanged(u16, u16),
}

/// What each track uses.
#[derive(Clone, Debug, Default)]
pub(crate) struct Use {
    /// Its cells, ascending.
    pub(crate) cells: Vec<u16>,
    /// Cells in each session.
    in_session: Vec<u8>,
    /// Cells in each room.
    in_room: Vec<u8>,
    /// Rooms with cells.
    rooms: u16,
    /// Sessions with cells, one bit each.
    sessions: u128,
    /// What its order costs.
    pub(crate) order_cost: i64,
}

pub(crate) struct State<'t> {
    pub(crate) tables: &'t Tables,
    pub(crate) cost: i64,
    pub(crate) cell_of: Vec<u16>,
    /// First slot of each submission; kept only if single slots count.
    pub(crate) start: Vec<u16>,
    /// Submissions of each cell in their order, `longest` entries a cell.
    pub(crate) members: Vec<u16>,
    pub(crate) count: Vec<u16>,
    pub(crate) load: Vec<u16>,
    pub(crate) owner: Vec<u16>,
    pub(crate) tracks: Vec<Use>,
    pub(crate) unplaced: Vec<u16>,
    pub(crate) journal: Vec<Change>,
    pub(crate) scratch: Vec<u16>,
}

impl<'t> State<'t> {
    /// Nothing is placed.
    pub(crate) fn new(tables: &'t Tables) -> Self {
        let usage = Use {
            in_session: vec![0; tables.sessions],
            in_room: vec![0; tables.rooms],
            ..Use::default()
        };
        let slots: i64 = tables.slots.iter().map(|&slots| i64::from(slots)).sum();
        Self {
            tables,
            cost: slots * UNPLACED,
            cell_of: vec![NONE; tables.submissions],
            start: vec![0; tables.submissions],
            members: vec![NONE; tables.cells * tables.longest],
            count: vec![0; tables.cells],
            load: vec![0; tables.cells],
            owner: vec![NONE; tables.cells],
            tracks: vec![usage; tables.tracks],
            unplaced: (0..tables.submissions as u16).collect(),
            journal: Vec::new(),
            scratch: Vec::new(),
        }
    }

    pub(crate) fn members(&self, cell: usize) -> &[u16] {
        let first = cell * self.tables.longest;
        &self.members[first..first + self.count[cell] as usize]
    }

    pub(crate) fn free(&self, cell: usize) -> u16 {
        self.tables.capacity[cell] - self.load[cell]
    }

    /// Whether a submission may go there: its track's cell or nobody's, with slots left.
    pub(crate) fn fits(&self, submission: usize, cell: usize) -> bool {
        let owner = self.owner[cell];
        (owner == NONE || owner == self.tables.track_of[submission])
            && self.tables.slots[submission] <= self.free(cell)
    }

    pub(crate) fn put(&mut self, submission: usize, cell: usize) {
        let at = match self.tables.by_slot {
            true => self.place_by_order(submission, cell),
            false => self.count[cell] as usize,
        };
        self.put_at(submission, cell, at);
    }

    /// Where the search decides on arrangements, a submission comes in before the first that wants
    /// a later place: at random places an order would hardly ever be found.
    fn place_by_order(&self, submission: usize, cell: usize) -> usize {
        let order = |one: u16| self.tables.order_of[one as usize];
        let mine = order(submission as u16);
        let later = |&one: &u16| mine != 0 && order(one) > mine;
        let members = self.members(cell);
        members.iter().position(later).unwrap_or(members.len())
    }

    /// Puts a submission before the one that is at this place of the cell.
    pub(crate) fn put_at(&mut self, submission: usize, cell: usize, at: usize) {
        self.insert(submission, cell, at);
        self.journal.push(Change::Put {
            submission: submission as u16,
        });
    }

    pub(crate) fn take(&mut self, submission: usize) {
        let (cell, at) = self.remove(submission);
        let (submission, cell, at) = (submission as u16, cell as u16, at as u16);
        self.journal.push(Change::Taken {
            submission,
            cell,
            at,
        });
    }

    /// Takes back everything since the journal was that long.
    pub(crate) fn rewind(&mut self, length: usize) {
        while self.journal.len() > length {
            match self.journal.pop().expect("it is longer than that") {
                Change::Put { submission } => {
                    self.remove(submission as usize);
                }
                Change::Taken {
                    submission,
                    cell,
                    at,
                } => {
                    self.insert(submission as usize, cell as usize, at as usize);
                }
                Change::Exchanged(one, other) => self.swap(one as usize, other as usize),
            }
        }
    }

    fn insert(&mut self, submission: usize, cell: usize, at: usize) {
        let track = self.tables.track_of[submission] as usize;
        self.slots_before(cell);
        if self.count[cell] == 0 {
            self.claim(track, cell);
        }
        let first = cell * self.tables.longest;
        let end = first + self.count[cell] as usize;
        self.members.copy_within(first + at..end, first + at + 1);
        self.members[first + at] = submission as u16;
        self.count[cell] += 1;
        self.load[cell] += self.tables.slots[submission];
        self.cell_of[submission] = cell as u16;
        self.cost += self.tables.place_cost(submission, cell) + self.clashes(submission, cell);
        self.cost -= i64::from(self.tables.slots[submission]) * UNPLACED;
        if let Some(known) = self
            .unplaced
            .iter()
            .position(|&it| it as usize == submission)
        {
            self.unplaced.swap_remove(known);
        }
        self.slots_after(cell);
        self.count_order(track);
    }

    fn remove(&mut self, submission: usize) -> (usize, usize) {
        let track = self.tables.track_of[submission] as usize;
        let cell = self.cell_of[submission] as usize;
        self.slots_before(cell);
        self.cost -= self.tables.place_cost(submission, cell) + self.clashes(submission, cell);
        self.cost += i64::from(self.tables.slots[submission]) * UNPLACED;
        let first = cell * self.tables.longest;
        let end = first + self.count[cell] as usize;
        let list = &self.members[first..end];
        let at = list.iter().position(|&it| it as usize == submission);
        let at = at.expect("a submission is in the list of its cell");
        self.members.copy_within(first + at + 1..end, first + at);
        self.count[cell] -= 1;
        self.load[cell] -= self.tables.slots[submission];
        self.cell_of[submission] = NONE;
        self.unplaced.push(submission as u16);
        if self.count[cell] == 0 {
            self.release(track, cell);
        }
        self.slots_after(cell);
        self.count_order(track);
        (cell, at)
    }

    /// What it costs that people of this submission are in other rooms of the session.
    #[inline]
    pub(crate) fn clashes(&self, submission: usize, cell: usize) -> i64 {
        let session = self.tables.session_of[cell];
        let mut cost = 0;
        for one in self.tables.neighbours(submission) {
            let other = self.cell_of[one.submission as usize];
            if other != NONE
                && other as usize != cell
                && self.tables.session_of[other as usize] == session
            {
                cost += one.session;
            }
        }
        cost
    }

    /// A track takes a cell that was nobody's.
    pub(crate) fn claim(&mut self, track: usize, cell: usize) {
        self.cost += self.tables.cell_cost(track, cell) + self.beside(track, cell);
        self.owner[cell] = track as u16;
        let (session, room) = self.session_and_room(cell);
        let usage = &mut self.tracks[track];
        let before = usage.shape_cost(self.tables);
        let at = usage.cells.partition_point(|&it| (it as usize) < cell);
        usage.cells.insert(at, cell as u16);
        usage.in_session[session] += 1;
        usage.sessions |= 1 << session;
        usage.in_room[room] += 1;
        usage.rooms += u16::from(usage.in_room[room] == 1);
        self.cost += usage.shape_cost(self.tables) - before;
    }

    /// A track gives up a cell.
    pub(crate) fn release(&mut self, track: usize, cell: usize) {
        self.owner[cell] = NONE;
        self.cost -= self.tables.cell_cost(track, cell) + self.beside(track, cell);
        let (session, room) = self.session_and_room(cell);
        let usage = &mut self.tracks[track];
        let before = usage.shape_cost(self.tables);
        usage.cells.retain(|&it| it as usize != cell);
        usage.in_session[session] -= 1;
        if usage.in_session[session] == 0 {
            usage.sessions &= !(1 << session);
        }
        usage.in_room[room] -= 1;
        usage.rooms -= u16::from(usage.in_room[room] == 0);
        self.cost += usage.shape_cost(self.tables) - before;
    }

    pub(crate) fn session_and_room(&self, cell: usize) -> (usize, usize) {
        (
            self.tables.session_of[cell] as usize,
            self.tables.room_of[cell] as usize,
        )
    }

    /// What a track costs because of the tracks in the other cells of the session.
    fn beside(&self, track: usize, cell: usize) -> i64 {
        if !self.tables.paired[track] {
            return 0;
        }
        let first = self.tables.session_of[cell] as usize * self.tables.rooms;
        let mut cost = 0;
        for &other in &self.owner[first..first + self.tables.rooms] {
            if other != NONE && other as usize != track {
                cost += self.tables.pair_cost(track, other as usize);
            }
        }
        cost
    }
}

impl Use {
    /// Rooms beyond the first, cells beside one another, and a run with a gap.
    #[inline]
    fn shape_cost(&self, tables: &Tables) -> i64 {
        if self.cells.is_empty() {
            return 0;
        }
        let run = self.sessions >> self.sessions.trailing_zeros();
        let parallel = self.cells.len() as i64 - i64::from(self.sessions.count_ones());
        tables.another_room * (i64::from(self.rooms) - 1)
            + tables.parallel * parallel
            + tables.broken_run * i64::from(run & run.wrapping_add(1) != 0)
    }

    /// Whether the track has two cells in one session.
    pub(crate) fn has_parallel(&self) -> bool {
        self.cells.len() as u32 > self.sessions.count_ones()
    }
}
