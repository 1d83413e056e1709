//! Remarks out of a table as offices send them, each with the row it came from; bad rows are named.

mod about;
mod columns;
mod wordings;

use std::collections::BTreeMap;

use crate::table::{Place, Row, Table};

pub use about::{About, Unit, UnitKind};
pub use columns::{Field, Mapping};

/// A remark as it stands in its row; what the table has no column for is empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The row, counted from 1.
    pub row: usize,
    /// Its number or code in the table.
    pub number: String,
    /// Who makes it, or on whose behalf.
    pub body: String,
    /// The part of the text that it is about.
    pub about: About,
    /// The wording that it is about, where the table quotes it.
    pub current_wording: String,
    /// The remark itself; empty only if it proposes a wording.
    pub remark: String,
    /// Why.
    pub reasons: String,
    /// The wording that it proposes.
    pub proposed_wording: String,
    /// The position on it, where the table has one already.
    pub answer: String,
    /// An address at which its author can be reached, as typed.
    pub contact: String,
}

/// What is wrong in a table of remarks, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {fault}")]
pub struct Problem {
    /// The cell, or the row.
    pub place: Place,
    /// What is wrong there.
    pub fault: Fault,
}

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// No column holds remarks or proposed wordings: nothing was read.
    #[error("no column holds remarks; choose one")]
    NoRemarkColumn,
    /// The row has neither remark nor proposed wording: it was left out.
    #[error("there is neither a remark nor a proposed wording; the row is left out")]
    EmptyRemark,
    /// It is not known which part of the text is meant: the remark was read, with the words as they are.
    #[error("\"{0}\" names no part of the text; write \"§ 4 ust. 2\" or \"p12\"")]
    UnreadableReference(String),
    /// Two rows have one number: both were read.
    #[error("number \"{number}\" stands in row {first} too")]
    NumberTwice {
        /// The number.
        number: String,
        /// The row that had it first.
        first: usize,
    },
    /// The contact has an at-sign but is no address: the remark was read.
    #[error("\"{0}\" is no mail address")]
    BadContact(String),
}

/// Reads the remarks below the header, and says what is wrong in which row.
///
/// A row that repeats the header or numbers the columns (1, 2, 3 …), as printed tables do, is passed over.
pub fn remarks(table: &Table, mapping: &Mapping) -> (Vec<Remark>, Vec<Problem>) {
    let holds_any = |field| mapping.column(field).is_some();
    if !holds_any(Field::Remark) && !holds_any(Field::ProposedWording) {
        let row = table.rows.first().map_or(1, |row| row.number);
        let problem = Problem {
            place: Place { row, column: 0 },
            fault: Fault::NoRemarkColumn,
        };
        return (Vec::new(), vec![problem]);
    }
    let header = mapping.header_row();
    let header_cells = table.rows.iter().find(|row| Some(row.number) == header);
    let mut reader = Reader {
        mapping,
        numbers: BTreeMap::new(),
        problems: Vec::new(),
    };
    let mut found = Vec::new();
    for row in &table.rows {
        let is_above = header.is_some_and(|header| row.number <= header);
        let is_header = header_cells.is_some_and(|header| header.cells == row.cells);
        if is_above || is_header || counts_columns(row) {
            continue;
        }
        found.extend(reader.remark(row));
    }
    (found, reader.problems)
}

/// Whether a row says 1, 2, 3 …, as the line below the header of a printed table does.
fn counts_columns(row: &Row) -> bool {
    let mut cells = row.cells.iter().enumerate();
    2 < row.cells.len()
        && cells.all(|(index, cell)| cell.trim_matches(['(', ')', '.']).parse() == Ok(index + 1))
}

struct Reader<'a> {
    mapping: &'a Mapping,
    numbers: BTreeMap<String, usize>,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn remark(&mut self, row: &Row) -> Option<Remark> {
        let get = |field| self.cell(row, field);
        let read = Remark {
            row: row.number,
            number: get(Field::Number),
            body: get(Field::Body),
            about: About::read(&get(Field::About)),
            current_wording: get(Field::CurrentWording),
            remark: get(Field::Remark),
            reasons: get(Field::Reasons),
            proposed_wording: get(Field::ProposedWording),
            answer: get(Field::Answer),
            contact: get(Field::Contact),
        };
        if read.remark.is_empty() && read.proposed_wording.is_empty() {
            let field = match self.mapping.column(Field::Remark) {
                Some(_) => Field::Remark,
                None => Field::ProposedWording,
            };
            self.report(row, field, Fault::EmptyRemark);
            return None;
        }
        if let About::Words(words) = &read.about {
            self.report(row, Field::About, Fault::UnreadableReference(words.clone()));
        }
        self.check_number(row, &read.number);
        if read.contact.contains('@') && !holds_address(&read.contact) {
            self.report(row, Field::Contact, Fault::BadContact(read.contact.clone()));
        }
        Some(read)
    }

    fn check_number(&mut self, row: &Row, number: &str) {
        if number.is_empty() {
            return;
        }
        match self.numbers.get(number).copied() {
            Some(first) => {
                let number = number.to_owned();
                self.report(row, Field::Number, Fault::NumberTwice { number, first });
            }
            None => drop(self.numbers.insert(number.to_owned(), row.number)),
        }
    }

    fn cell(&self, row: &Row, field: Field) -> String {
        let column = self.mapping.column(field);
        let cell = column.and_then(|column| row.cells.get(column - 1));
        match cell.map(|cell| cell.trim()) {
            // A dash is how people fill a cell that must not be empty.
            None | Some("-" | "–" | "—") => String::new(),
            Some(cell) => cell.to_owned(),
        }
    }

    fn report(&mut self, row: &Row, field: Field, fault: Fault) {
        let place = Place {
            row: row.number,
            column: self.mapping.column(field).unwrap_or(0),
        };
        self.problems.push(Problem { place, fault });
    }
}

/// Whether any word looks like a mail address. The mail server knows better; this finds slips of the hand.
fn holds_address(contact: &str) -> bool {
    let mut words = contact.split([' ', ',', ';', '\n', '<', '>', '(', ')']);
    words.any(|word| {
        let parts = word.trim_end_matches('.').split_once('@');
        parts.is_some_and(|(name, host)| {
            !name.is_empty() && !host.contains('@') && host.contains('.') && !host.starts_with('.')
        })
    })
}
