//! The votes that count, by participant: the event log with superseded votes gone, in an order
//! that depends on the ids alone. Nothing is ever stored for a vote that was not cast.

use crate::conversation::{Conversation, column_of};
use crate::map::Tally;

/// Rows are participants with a vote, columns statements with a vote; both in ascending id.
#[derive(Debug, Clone)]
pub(crate) struct Matrix {
    pub(crate) participants: Vec<u64>,
    pub(crate) statements: Vec<u64>,
    /// Which columns move nobody.
    pub(crate) out: Vec<bool>,
    /// Where each row's cells start, and where the last one ends.
    starts: Vec<usize>,
    /// Column and vote of each cell, by row and then by column.
    cells: Vec<u32>,
}

impl Matrix {
    pub(crate) fn of(conversation: &Conversation) -> Self {
        let (participants, row_rank) = conversation.participants.ranked();
        let (statements, column_rank) = conversation.statements.ranked();
        let (event_starts, events) = by_row(&conversation.rows, &row_rank);
        let mut starts = Vec::with_capacity(participants.len() + 1);
        starts.push(0);
        let mut cells = Vec::with_capacity(events.len());
        let mut row = Vec::new();
        for bounds in event_starts.windows(2) {
            row.clear();
            row.extend(events[bounds[0]..bounds[1]].iter().map(|&event| {
                let cell = conversation.cells[event as usize];
                let column = column_rank[column_of(cell) as usize];
                (
                    (column << 2) | (cell & 3),
                    conversation.times[event as usize],
                )
            }));
            append_latest(&mut row, &mut cells);
            starts.push(cells.len());
        }
        let out = statements
            .iter()
            .map(|&id| conversation.statement(id).is_out())
            .collect();
        Self {
            participants,
            statements,
            out,
            starts,
            cells,
        }
    }

    pub(crate) fn rows(&self) -> usize {
        self.participants.len()
    }

    pub(crate) fn columns(&self) -> usize {
        self.statements.len()
    }

    pub(crate) fn votes(&self) -> usize {
        self.cells.len()
    }

    /// The cells of a row, by column.
    pub(crate) fn row(&self, row: usize) -> &[u32] {
        &self.cells[self.starts[row]..self.starts[row + 1]]
    }

    /// Everybody's votes on each statement.
    pub(crate) fn tallies(&self) -> Vec<Tally> {
        let mut counts = vec![0; self.columns() * 4];
        for &cell in &self.cells {
            counts[cell as usize] += 1;
        }
        tallies_of(&counts)
    }
}

/// Counts by cell as tallies by column.
pub(crate) fn tallies_of(counts: &[u32]) -> Vec<Tally> {
    counts
        .chunks_exact(4)
        .map(|of| Tally {
            agrees: of[2],
            disagrees: of[0],
            seen: of[0] + of[1] + of[2],
        })
        .collect()
}

/// Events sorted by the row that they belong to, each row's in the order of the log; and where
/// each row starts.
fn by_row(rows: &[u32], rank: &[u32]) -> (Vec<usize>, Vec<u32>) {
    let mut starts = vec![0; rank.len() + 1];
    for &row in rows {
        starts[rank[row as usize] as usize + 1] += 1;
    }
    for row in 0..rank.len() {
        starts[row + 1] += starts[row];
    }
    let mut next = starts.clone();
    let mut events = vec![0; rows.len()];
    for (event, &row) in rows.iter().enumerate() {
        let at = &mut next[rank[row as usize] as usize];
        events[*at] = event as u32;
        *at += 1;
    }
    (starts, events)
}

/// Appends one row's latest cells by column. Of equal times the later in the log wins, which is
/// why the sort must be stable.
fn append_latest(row: &mut [(u32, i64)], cells: &mut Vec<u32>) {
    row.sort_by_key(|&(cell, at)| (column_of(cell), at));
    for (at, &(cell, _)) in row.iter().enumerate() {
        let superseded = row
            .get(at + 1)
            .is_some_and(|&(next, _)| column_of(next) == column_of(cell));
        if !superseded {
            cells.push(cell);
        }
    }
}
