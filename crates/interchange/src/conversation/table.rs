//! A table of comma-separated values, row by row, with a list of the rows that make no sense.

use std::fmt;

use csv::ByteRecord;

use super::columns::{Column, folded};
use crate::read::{Place, Problem};

/// Why a file cannot be read as the table that it should be: there are no rows to speak of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is no such table.
    Table(Problem),
    /// It says -1 and 1 where nothing tells which of them means agree.
    WhichSign {
        /// The names of its columns that are at home in Polis' database, where agree is -1.
        columns: String,
    },
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Table(problem) => problem.fmt(f),
            Self::WhichSign { columns } => write!(
                f,
                "which number means agree cannot be seen: columns called {columns} are those of Polis' database, where it is -1, and of copies of it, where it may be 1"
            ),
        }
    }
}

impl std::error::Error for Unreadable {}

/// A table and what has been wrong in it so far.
pub(super) struct Table<'a> {
    bytes: &'a [u8],
    delimiter: u8,
    /// The names of its columns, folded.
    pub(super) header: Vec<String>,
    pub(super) problems: Vec<Problem>,
}

/// One row.
pub(super) struct Row<'a> {
    cells: &'a ByteRecord,
}

impl<'a> Table<'a> {
    /// Reads the names of the columns.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Unreadable> {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let first = bytes.split(|&byte| byte == b'\n').next().unwrap_or(bytes);
        // Spreadsheets write semicolons in countries whose numbers have commas in them.
        let delimiter = match first.contains(&b';') && !first.contains(&b',') {
            true => b';',
            false => b',',
        };
        let mut table = Self {
            bytes,
            delimiter,
            header: Vec::new(),
            problems: Vec::new(),
        };
        let mut first = ByteRecord::new();
        table
            .reader()
            .read_byte_record(&mut first)
            .map_err(|error| no_table(error.to_string()))?;
        table.header = first
            .iter()
            .map(|cell| folded(&String::from_utf8_lossy(cell)))
            .collect();
        if table.header.iter().all(String::is_empty) {
            return Err(no_table("is empty: the first row names the columns"));
        }
        Ok(table)
    }

    fn reader(&self) -> csv::Reader<&'a [u8]> {
        csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(self.delimiter)
            .from_reader(self.bytes)
    }

    /// Where a column stands that must be there.
    pub(super) fn must_have(&self, column: Column) -> Result<usize, Unreadable> {
        column.place(&self.header).ok_or_else(|| {
            no_table(format!(
                "has no column for {}, which is called one of {}; its columns are {}",
                column.what,
                column.known_as(),
                self.header.join(", ")
            ))
        })
    }

    /// Goes through all rows after the first; what `take` complains of becomes a problem with its line.
    pub(super) fn each(&mut self, mut take: impl FnMut(&Row<'_>, u64) -> Result<(), String>) {
        let (mut reader, mut cells) = (self.reader(), ByteRecord::new());
        let mut is_first = true;
        loop {
            match reader.read_byte_record(&mut cells) {
                Ok(false) => return,
                Ok(true) if std::mem::take(&mut is_first) => {}
                Ok(true) => {
                    let line = cells.position().map_or(0, csv::Position::line);
                    let taken = self.whole(&cells).and_then(|row| take(&row, line));
                    if let Err(message) = taken {
                        self.complain(line, message);
                    }
                }
                Err(error) => {
                    // Memory does not fail to be read, and rows of any length and any bytes are taken.
                    self.complain(reader.position().line(), error.to_string());
                    return;
                }
            }
        }
    }

    fn whole<'r>(&self, cells: &'r ByteRecord) -> Result<Row<'r>, String> {
        if cells.len() == self.header.len() {
            return Ok(Row { cells });
        }
        let (found, wanted) = (cells.len(), self.header.len());
        let noun = if found == 1 { "cell" } else { "cells" };
        Err(format!("has {found} {noun} instead of {wanted}"))
    }

    fn complain(&mut self, line: u64, message: String) {
        let place = Place::Row {
            line: usize::try_from(line).unwrap_or(usize::MAX),
        };
        self.problems.push(Problem { place, message });
    }
}

impl<'a> Row<'a> {
    /// The words in a cell.
    pub(super) fn words(&self, place: usize) -> Result<&'a str, String> {
        let cell = self.cells.get(place).unwrap_or_default();
        std::str::from_utf8(cell)
            .map(str::trim)
            .map_err(|_| format!("cell {} is not in UTF-8", place + 1))
    }

    /// The words in a cell that may be missing.
    pub(super) fn words_if(&self, place: Option<usize>) -> Result<&'a str, String> {
        place.map_or(Ok(""), |place| self.words(place))
    }

    /// An id: a whole number that is not negative.
    pub(super) fn id(&self, place: usize, column: Column) -> Result<u64, String> {
        let words = self.words(place)?;
        words.parse().map_err(|_| {
            format!(
                "{} is {words:?} and should be a whole number from 0",
                column.what
            )
        })
    }

    /// A number of things, if the column and the number are there.
    pub(super) fn count(
        &self,
        place: Option<usize>,
        column: Column,
    ) -> Result<Option<u64>, String> {
        match self.words_if(place)? {
            "" => Ok(None),
            _ => self.id(place.unwrap_or_default(), column).map(Some),
        }
    }

    /// Yes or no; no where it is not said.
    pub(super) fn yes(&self, place: Option<usize>, column: Column) -> Result<bool, String> {
        match self.words_if(place)?.to_lowercase().as_str() {
            "true" | "1" | "t" => Ok(true),
            "" | "false" | "0" | "f" => Ok(false),
            other => Err(format!(
                "{} is {other:?} and should be true or false",
                column.what
            )),
        }
    }
}

fn no_table(message: impl Into<String>) -> Unreadable {
    Unreadable::Table(Problem {
        place: Place::File,
        message: message.into(),
    })
}
