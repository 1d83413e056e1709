//! Votes with their columns: in two bytes each while there are few columns, in four otherwise.
//!
//! Most of the memory that a large conversation takes is votes, and most of the time that a map
//! takes is spent waiting for them: half the bytes are half of both.

use std::ops::Range;
use std::slice;

/// Columns that fit into two bytes, with the vote beneath them.
const NARROW_COLUMNS: usize = 1 << 14;

/// A list of cells; what a cell is, [`crate::conversation::cell`] says.
#[derive(Debug, Clone)]
pub(crate) enum Cells {
    Narrow(Vec<u16>),
    Wide(Vec<u32>),
}

/// Some cells that lie beside one another.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Row<'a> {
    Narrow(&'a [u16]),
    Wide(&'a [u32]),
}

/// One cell as it is kept.
pub(crate) trait Kept: Copy + Default {
    fn of(cell: u32) -> Self;
    fn cell(self) -> u32;
}

impl Kept for u16 {
    fn of(cell: u32) -> Self {
        cell as Self
    }

    fn cell(self) -> u32 {
        u32::from(self)
    }
}

impl Kept for u32 {
    fn of(cell: u32) -> Self {
        cell
    }

    fn cell(self) -> u32 {
        self
    }
}

impl Default for Cells {
    fn default() -> Self {
        Self::Narrow(Vec::new())
    }
}

impl Cells {
    /// No cells yet, of so many columns.
    pub(crate) fn of_columns(columns: usize) -> Self {
        match columns <= NARROW_COLUMNS {
            true => Self::Narrow(Vec::new()),
            false => Self::Wide(Vec::new()),
        }
    }

    pub(crate) fn len(&self) -> usize {
        match self {
            Self::Narrow(cells) => cells.len(),
            Self::Wide(cells) => cells.len(),
        }
    }

    pub(crate) fn get(&self, at: usize) -> u32 {
        match self {
            Self::Narrow(cells) => cells[at].cell(),
            Self::Wide(cells) => cells[at],
        }
    }

    pub(crate) fn row(&self, range: Range<usize>) -> Row<'_> {
        match self {
            Self::Narrow(cells) => Row::Narrow(&cells[range]),
            Self::Wide(cells) => Row::Wide(&cells[range]),
        }
    }

    /// Adds a cell; the first for which two bytes are too few makes room for all.
    pub(crate) fn push(&mut self, cell: u32) {
        match self {
            Self::Narrow(cells) => match u16::try_from(cell) {
                Ok(cell) => cells.push(cell),
                Err(_) => {
                    let wide = cells.iter().map(|cell| cell.cell());
                    *self = Self::Wide(wide.chain([cell]).collect());
                }
            },
            Self::Wide(cells) => cells.push(cell),
        }
    }

    pub(crate) fn extend(&mut self, row: Row<'_>) {
        match (self, row) {
            (Self::Narrow(cells), Row::Narrow(row)) => cells.extend_from_slice(row),
            (cells, row) => row.iter().for_each(|cell| cells.push(cell)),
        }
    }

    /// So many cells; new ones are nobody's yet.
    pub(crate) fn resize(&mut self, len: usize) {
        match self {
            Self::Narrow(cells) => cells.resize(len, 0),
            Self::Wide(cells) => cells.resize(len, 0),
        }
    }

    pub(crate) fn copy_within(&mut self, from: Range<usize>, to: usize) {
        match self {
            Self::Narrow(cells) => cells.copy_within(from, to),
            Self::Wide(cells) => cells.copy_within(from, to),
        }
    }

    /// Puts cells in the place of those from `at` on, all of columns that are known.
    pub(crate) fn put(&mut self, at: usize, row: &[u32]) {
        match self {
            Self::Narrow(cells) => cells[at..]
                .iter_mut()
                .zip(row)
                .for_each(|(to, &cell)| *to = u16::of(cell)),
            Self::Wide(cells) => cells[at..at + row.len()].copy_from_slice(row),
        }
    }
}

impl<'a> Row<'a> {
    pub(crate) const fn len(self) -> usize {
        match self {
            Self::Narrow(cells) => cells.len(),
            Self::Wide(cells) => cells.len(),
        }
    }

    /// The cells. `for_each`, `sum` and `count` ask once how wide they are, and not for each.
    pub(crate) fn iter(self) -> Each<'a> {
        match self {
            Self::Narrow(cells) => Each::Narrow(cells.iter()),
            Self::Wide(cells) => Each::Wide(cells.iter()),
        }
    }
}

/// Cells one after another.
#[derive(Debug, Clone)]
pub(crate) enum Each<'a> {
    Narrow(slice::Iter<'a, u16>),
    Wide(slice::Iter<'a, u32>),
}

impl Iterator for Each<'_> {
    type Item = u32;

    #[inline]
    fn next(&mut self) -> Option<u32> {
        match self {
            Self::Narrow(cells) => cells.next().map(|cell| cell.cell()),
            Self::Wide(cells) => cells.next().copied(),
        }
    }

    #[inline]
    fn fold<B, F: FnMut(B, u32) -> B>(self, start: B, mut with: F) -> B {
        match self {
            Self::Narrow(cells) => cells.fold(start, |sum, &cell| with(sum, cell.cell())),
            Self::Wide(cells) => cells.fold(start, |sum, &cell| with(sum, cell)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(cells: &Cells) -> Vec<u32> {
        cells.row(0..cells.len()).iter().collect()
    }

    #[test]
    fn the_first_column_that_needs_more_room_gives_it_to_all() {
        let mut cells = Cells::default();
        let given = [7, 65_535, 65_536, 3, u32::MAX];
        given[..2].iter().for_each(|&cell| cells.push(cell));
        assert!(matches!(cells, Cells::Narrow(_)));
        given[2..].iter().for_each(|&cell| cells.push(cell));
        assert!(matches!(cells, Cells::Wide(_)));
        assert_eq!(all(&cells), given);
        assert_eq!(cells.get(4), u32::MAX);
    }

    #[test]
    fn so_many_columns_fit_into_two_bytes_as_are_said_to() {
        let last = (NARROW_COLUMNS as u32 - 1) << 2 | 3;
        assert_eq!(last, u32::from(u16::MAX));
        assert!(matches!(
            Cells::of_columns(NARROW_COLUMNS),
            Cells::Narrow(_)
        ));
        assert!(matches!(
            Cells::of_columns(NARROW_COLUMNS + 1),
            Cells::Wide(_)
        ));
    }

    #[test]
    fn cells_of_either_width_are_moved_alike() {
        for columns in [1, NARROW_COLUMNS + 1] {
            let mut cells = Cells::of_columns(columns);
            [1, 2, 3].into_iter().for_each(|cell| cells.push(cell));
            cells.resize(5);
            cells.copy_within(1..3, 3);
            cells.put(1, &[8, 9]);
            assert_eq!(all(&cells), [1, 8, 9, 2, 3]);
            let mut other = Cells::of_columns(columns);
            other.extend(cells.row(2..4));
            assert_eq!(all(&other), [9, 2]);
        }
    }
}
