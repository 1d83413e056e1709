//! Tables: rows of text cells with the numbers that people see beside them.

mod separated;
mod sheet;
mod sheet_cells;
mod workbook;

use std::fmt;

use crate::flow::{Block, Grid};
use crate::kind::{Kind, NameSays, Recognised, recognise};
use crate::refused::Refused;
use crate::{open, word};

/// Which table of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// The first one; of a workbook, the first sheet that is not hidden.
    First,
    /// One by its number, counted from 1 in the order of [`Table::names`].
    Number(usize),
}

/// A table that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What the file is.
    pub kind: Kind,
    /// Whether its name says so.
    pub name_says: NameSays,
    /// The names of all tables in the file, for choosing among them; a table without a name has an empty one.
    pub names: Vec<String>,
    /// The rows that hold anything.
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its number in the file, counted from 1; empty rows have one too, but are left out.
    pub number: usize,
    /// Its cells from the first column on, trimmed; lines are parted by `\n`. Rows differ in length: empty
    /// cells at the end are left out.
    pub cells: Vec<String>,
}

/// Where a cell or a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The row, counted from 1.
    pub row: usize,
    /// The column, counted from 1; 0 for the row as a whole.
    pub column: usize,
}

impl fmt::Display for Place {
    /// As spreadsheets name it: `D7`; `7` for a row.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", column_name(self.column), self.row)
    }
}

/// A, B … Z, AA: the name of a column counted from 1; empty for 0.
pub(crate) fn column_name(mut column: usize) -> String {
    let mut letters = Vec::new();
    while column != 0 {
        letters.push(char::from(b'A' + ((column - 1) % 26) as u8));
        column = (column - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// Reads a table: of XLSX, ODS, DOCX or ODT, or separated values, recognised by what is in it.
///
/// `name` is only compared with that. Numbers and dates become text as a person would type them; of a formula
/// its last result is read. A cell merged over several rows counts for each of them.
///
/// # Errors
///
/// Whatever [`Refused`] lists; [`Refused::NoSuchTable`] also if there is none at all.
pub fn read_table(bytes: &[u8], name: &str, which: Which) -> Result<Table, Refused> {
    let (kind, names, rows) = match recognise(bytes)? {
        Recognised::Plain => (Kind::Plain, vec![String::new()], separated::read(bytes)?),
        Recognised::Package(Kind::Xlsx, package) => {
            let workbook = workbook::read(&package)?;
            let index = choose(which, workbook.sheets.len())?;
            let rows = sheet::read(&package, &workbook, index)?;
            let names = workbook.sheets.into_iter().map(|sheet| sheet.name);
            (Kind::Xlsx, names.collect(), rows)
        }
        Recognised::Package(kind, package) => {
            let flow = match kind {
                Kind::Docx => word::read(&package)?,
                _ => open::read(&package)?,
            };
            let mut grids = grids(flow.blocks);
            let index = choose(which, grids.len())?;
            let names = grids.iter().map(|grid| grid.name.clone()).collect();
            (kind, names, rows(grids.swap_remove(index)))
        }
    };
    Ok(Table {
        kind,
        name_says: kind.compare(name),
        names,
        rows,
    })
}

fn choose(which: Which, tables: usize) -> Result<usize, Refused> {
    let number = match which {
        Which::First => 1,
        Which::Number(number) => number,
    };
    match (1..=tables).contains(&number) {
        true => Ok(number - 1),
        false => Err(Refused::NoSuchTable { number, tables }),
    }
}

fn grids(blocks: Vec<Block>) -> Vec<Grid> {
    let grid = |block| match block {
        Block::Table(grid) => Some(grid),
        _ => None,
    };
    blocks.into_iter().filter_map(grid).collect()
}

fn rows(grid: Grid) -> Vec<Row> {
    let row = |row: crate::flow::GridRow| Row {
        number: row.number,
        cells: row
            .cells
            .iter()
            .map(|cell| cell.letters().trim().to_owned())
            .collect(),
    };
    grid.rows.into_iter().map(row).collect()
}
