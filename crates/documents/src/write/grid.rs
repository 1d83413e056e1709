//! A table to be written, and what cannot be.

use crate::limits::CELL_CHARACTERS;

/// A column of a table to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What stands above it.
    pub title: String,
    /// How wide it is, in characters; in a document, in relation to the others.
    pub width: u16,
}

/// A table to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    /// Its name: that of the sheet, and for those who listen to a document.
    pub name: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, as many cells each as there are columns; lines within a cell are parted by `\n`.
    pub rows: Vec<Vec<String>>,
}

/// Why a table is not written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unwritable {
    /// There is nothing to stand in a row.
    #[error("a table needs a column")]
    NoColumns,
    /// A row is longer or shorter than the header.
    #[error("row {row} has {cells} cells; there are {columns} columns")]
    Uneven {
        /// The row, counted from 1, without the header.
        row: usize,
        /// Cells that it has.
        cells: usize,
        /// Columns that there are.
        columns: usize,
    },
    /// Spreadsheets call a file with such a cell damaged.
    #[error("row {row}, column {column} has more than {most} characters")]
    CellTooLong {
        /// The row, counted from 1, without the header.
        row: usize,
        /// The column, counted from 1.
        column: usize,
        /// Characters that a cell may have.
        most: usize,
    },
}

impl Grid {
    pub(super) fn check(&self) -> Result<(), Unwritable> {
        let columns = self.columns.len();
        if columns == 0 {
            return Err(Unwritable::NoColumns);
        }
        for (index, row) in self.rows.iter().enumerate() {
            let (row_number, cells) = (index + 1, row.len());
            if cells != columns {
                let row = row_number;
                return Err(Unwritable::Uneven {
                    row,
                    cells,
                    columns,
                });
            }
            // Counted as Excel counts, in units of UTF-16.
            let long = |cell: &String| CELL_CHARACTERS < cell.encode_utf16().count();
            if let Some(column) = row.iter().position(long) {
                return Err(Unwritable::CellTooLong {
                    row: row_number,
                    column: column + 1,
                    most: CELL_CHARACTERS,
                });
            }
        }
        Ok(())
    }
}
