//! The votes that count, by participant: the event log with superseded votes gone, in an order
//! that depends on the ids alone. Nothing is ever stored for a vote that was not cast.

use std::collections::BTreeMap;

use crate::cells::{Cells, Kept, Row};
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
    cells: Cells,
}

impl Matrix {
    pub(crate) fn of(conversation: &Conversation) -> Self {
        let (participants, row_rank) = conversation.participants.ranked();
        let (statements, column_rank) = conversation.statements.ranked();
        let (starts, cells) = match Cells::of_columns(statements.len()) {
            Cells::Narrow(_) => {
                let (starts, cells) = that_count(conversation, &row_rank, &column_rank);
                (starts, Cells::Narrow(cells))
            }
            Cells::Wide(_) => {
                let (starts, cells) = that_count(conversation, &row_rank, &column_rank);
                (starts, Cells::Wide(cells))
            }
        };
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
    pub(crate) fn row(&self, row: usize) -> Row<'_> {
        self.cells.row(self.starts[row]..self.starts[row + 1])
    }

    /// The same matrix with other cells in some rows. Rows are moved in place, from the end on:
    /// a second copy of all votes would be most of the memory there is.
    pub(crate) fn replaced(mut self, rows: &BTreeMap<usize, Vec<u32>>) -> Self {
        let before = self.cells.len();
        let longer = |(&row, cells): (&usize, &Vec<u32>)| cells.len() - self.row(row).len();
        let mut grown: usize = rows.iter().map(longer).sum();
        self.cells.resize(before + grown);
        let mut end = before;
        let mut rows_after = self.participants.len();
        for (&row, cells) in rows.iter().rev() {
            let (start, stop) = (self.starts[row], self.starts[row + 1]);
            self.cells.copy_within(stop..end, stop + grown);
            self.starts[row + 1..=rows_after]
                .iter_mut()
                .for_each(|it| *it += grown);
            grown -= cells.len() - (stop - start);
            self.cells.put(start + grown, cells);
            (end, rows_after) = (start, row);
        }
        self
    }

    /// Every `step`-th row, with all columns.
    pub(crate) fn sample(&self, step: usize) -> Self {
        let mut sample = Self {
            participants: Vec::new(),
            statements: self.statements.clone(),
            out: self.out.clone(),
            starts: vec![0],
            cells: Cells::of_columns(self.columns()),
        };
        for row in (0..self.rows()).step_by(step) {
            sample.participants.push(self.participants[row]);
            sample.cells.extend(self.row(row));
            sample.starts.push(sample.cells.len());
        }
        sample
    }

    /// Everybody's votes on each statement.
    pub(crate) fn tallies(&self) -> Vec<Tally> {
        let mut counts = vec![0; self.columns() * 4];
        let cells = self.cells.row(0..self.votes()).iter();
        cells.for_each(|cell| counts[cell as usize] += 1);
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

/// The cells that count, by row and column; and where each row starts.
fn that_count<C: Kept>(
    conversation: &Conversation,
    row_rank: &[u32],
    column_rank: &[u32],
) -> (Vec<usize>, Vec<C>) {
    let (bounds, mut cells) = by_row(conversation, row_rank, column_rank);
    let starts = keep_latest(&bounds, &mut cells);
    (starts, cells)
}

/// The cells of all events by row, each row's in order of time; and where each row starts.
fn by_row<C: Kept>(
    conversation: &Conversation,
    row_rank: &[u32],
    column_rank: &[u32],
) -> (Vec<usize>, Vec<C>) {
    let row = |event: usize| row_rank[conversation.rows[event] as usize] as usize;
    let mut starts = vec![0; row_rank.len() + 1];
    (0..conversation.len()).for_each(|event| starts[row(event) + 1] += 1);
    for row in 0..row_rank.len() {
        starts[row + 1] += starts[row];
    }
    let mut next = starts.clone();
    let mut cells = vec![C::default(); conversation.len()];
    let mut place = |event: usize| {
        let cell = conversation.cells.get(event);
        let at = &mut next[row(event)];
        cells[*at] = C::of((column_rank[column_of(cell) as usize] << 2) | (cell & 3));
        *at += 1;
    };
    match conversation.times.order() {
        None => (0..conversation.len()).for_each(&mut place),
        Some(order) => order.iter().for_each(|&event| place(event as usize)),
    }
    (starts, cells)
}

/// Leaves the last cell of each row in each column, by column; and says where each row starts.
fn keep_latest<C: Kept>(bounds: &[usize], cells: &mut Vec<C>) -> Vec<usize> {
    let mut starts = Vec::with_capacity(bounds.len());
    let mut sorted: Vec<u64> = Vec::new();
    let mut kept = 0;
    starts.push(0);
    for row in bounds.windows(2) {
        sorted.clear();
        sorted.extend(cells[row[0]..row[1]].iter().enumerate().map(keyed::<C>));
        sorted.sort_unstable();
        for (at, &key) in sorted.iter().enumerate() {
            let is_last = |next: &u64| next >> 34 != key >> 34;
            if sorted.get(at + 1).is_none_or(is_last) {
                cells[kept] = C::of(((key >> 34) as u32) << 2 | (key & 3) as u32);
                kept += 1;
            }
        }
        starts.push(kept);
    }
    cells.truncate(kept);
    starts
}

/// A cell that sorts by its column, and within that by its place.
fn keyed<C: Kept>((place, cell): (usize, &C)) -> u64 {
    let cell = cell.cell();
    (u64::from(cell >> 2) << 34) | ((place as u64) << 2) | u64::from(cell & 3)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::drawn;
    use crate::previous::Previous;
    use crate::settings::Settings;
    use crate::vote::{Vote, VoteEvent};

    fn conversation() -> Conversation {
        let event = |at: u64| VoteEvent {
            participant: (at * at) % 47,
            statement: at % 19,
            vote: Vote::from_sign((at * at / 7 % 3) as i8 - 1).expect("a sign"),
            at_ms: at as i64 / 5,
        };
        (0..900).map(event).collect()
    }

    #[test]
    fn how_wide_cells_are_changes_no_bit() {
        let conversation = conversation();
        let narrow = Matrix::of(&conversation);
        let (_, rows) = conversation.participants.ranked();
        let (_, columns) = conversation.statements.ranked();
        let (starts, cells) = that_count::<u32>(&conversation, &rows, &columns);
        assert!(matches!(narrow.cells, Cells::Narrow(_)));
        assert_eq!(narrow.starts, starts);
        let wide = Matrix {
            cells: Cells::Wide(cells),
            ..narrow.clone()
        };
        for settings in [Settings::default(), Settings::compat()] {
            let map = |matrix| drawn(&conversation, matrix, &settings, Previous(None));
            assert_eq!(map(&narrow), map(&wide));
        }
    }
}
