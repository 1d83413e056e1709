//! Which column of a table holds what, guessed from the words above it.

use std::collections::BTreeMap;

use crate::remarks::about::fold;
use crate::table::{Row, Table};

/// What a column of a table of remarks holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The number of the remark.
    Number,
    /// Who makes it.
    Body,
    /// The part of the text that it is about.
    About,
    /// The wording that it is about.
    CurrentWording,
    /// The remark.
    Remark,
    /// Its reasons.
    Reasons,
    /// The wording that it proposes.
    ProposedWording,
    /// The position on it.
    Answer,
    /// How its author can be reached.
    Contact,
}

impl Field {
    /// All fields, in the order in which tables usually have them.
    pub const ALL: [Self; 9] = [
        Self::Number,
        Self::Body,
        Self::About,
        Self::CurrentWording,
        Self::Remark,
        Self::Reasons,
        Self::ProposedWording,
        Self::Answer,
        Self::Contact,
    ];
}

/// Which column holds what, and under which row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    header: Option<usize>,
    columns: BTreeMap<Field, usize>,
}

/// The header is looked for in the first rows only: a title and a few facts may stand above it.
const MOST_ROWS_ABOVE: usize = 15;

impl Mapping {
    /// Guesses from the header: the row, among the first, in which most columns are known. A table of which
    /// fewer than two columns are known has no header, and the mapping is empty.
    pub fn guess(table: &Table) -> Self {
        let mut best = Self::default();
        for row in table.rows.iter().take(MOST_ROWS_ABOVE) {
            let guessed = guess_row(row);
            if best.columns.len().max(1) < guessed.columns.len() {
                best = guessed;
            }
        }
        best
    }

    /// The row below which remarks begin, counted from 1; `None` if they begin at once.
    pub fn header_row(&self) -> Option<usize> {
        self.header
    }

    /// The column of a field, counted from 1.
    pub fn column(&self, field: Field) -> Option<usize> {
        self.columns.get(&field).copied()
    }

    /// Says that remarks begin below this row.
    pub fn set_header_row(&mut self, row: usize) {
        self.header = Some(row);
    }

    /// Says that a column, counted from 1, holds a field. Whatever else it held it holds no more.
    pub fn set(&mut self, field: Field, column: usize) {
        self.columns.retain(|_, held| *held != column);
        if column != 0 {
            self.columns.insert(field, column);
        }
    }

    /// Says that no column holds a field.
    pub fn clear(&mut self, field: Field) {
        self.columns.remove(&field);
    }
}

/// Gives each field the column whose header fits it best, the best fit of all first.
fn guess_row(row: &Row) -> Mapping {
    let mut fits = Vec::new();
    for (index, cell) in row.cells.iter().enumerate() {
        for field in Field::ALL {
            if let Some(fit) = fit(cell, field) {
                fits.push((fit, index + 1, field));
            }
        }
    }
    // Of equal fits the first column: "Uwaga" before "Uwagi dodatkowe".
    fits.sort_by_key(|(fit, column, field)| (std::cmp::Reverse(*fit), *column, *field));
    let mut mapping = Mapping {
        header: Some(row.number),
        columns: BTreeMap::new(),
    };
    for (_, column, field) in fits {
        let is_taken = mapping.columns.values().any(|taken| *taken == column);
        if !is_taken && !mapping.columns.contains_key(&field) {
            mapping.columns.insert(field, column);
        }
    }
    mapping
}

/// How well a header fits a field: the letters of the longest wording in it. A wording at its start says more
/// than one within: "Uwaga – uzasadnienie" is a remark.
fn fit(cell: &str, field: Field) -> Option<usize> {
    // A header is a few words; a long cell is a remark that happens to hold them.
    if 200 < cell.len() {
        return None;
    }
    let folded = fold(cell);
    let words: Vec<&str> = folded
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let wordings = field.wordings().iter().map(|wording| {
        let starts: Vec<&str> = wording.split(' ').collect();
        let stands_at = |at: usize| {
            let pairs = starts.iter().zip(&words[at..]);
            at + starts.len() <= words.len() && pairs.clone().all(|(start, word)| fits(start, word))
        };
        let at = (0..words.len()).find(|at| stands_at(*at))?;
        Some(wording.len() * 2 + if at == 0 { 9 } else { 0 })
    });
    wordings.flatten().max()
}

/// Beginnings of words; short ones must be whole words.
fn fits(start: &str, word: &str) -> bool {
    match start.len() {
        0..=3 => word == start,
        _ => word.starts_with(start),
    }
}
