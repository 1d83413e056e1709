//! One sheet: rows first, so that a sheet of too many is refused before anything else is unpacked; then,
//! of all shared strings, those that its cells name.

use std::collections::BTreeMap;

use crate::flow::{check_cell, check_row};
use crate::limits::{ROWS, TEXT_BYTES};
use crate::package::Package;
use crate::refused::Refused;
use crate::table::Row;
use crate::table::sheet_cells::{self, Cell};
use crate::table::workbook::Workbook;
use crate::xml::{Element, Xml};

/// A row while its strings are not known.
struct RawRow {
    number: usize,
    cells: Vec<Cell>,
}

/// Cells that are one: only the first of them is written.
struct Merged {
    column: usize,
    first: usize,
    last: usize,
}

/// Merged areas that are looked at; a table of remarks has tens of them.
const MOST_MERGED: usize = 10_000;

pub(crate) fn read(
    package: &Package<'_>,
    workbook: &Workbook,
    index: usize,
) -> Result<Vec<Row>, Refused> {
    let mut xml = Xml::part(package, &workbook.sheets[index].part)?;
    let mut rows = Vec::new();
    let mut merged = Vec::new();
    xml.child()?;
    while let Some(child) = xml.child()? {
        match child.name.as_str() {
            "sheetData" => rows = raw_rows(&mut xml, workbook)?,
            "mergeCells" => xml.seek(|cell| {
                let area = cell.get("ref").and_then(area);
                merged.extend(area.filter(|_| merged.len() < MOST_MERGED));
            })?,
            _ => xml.skip()?,
        }
    }
    let mut rows = resolve(package, workbook, rows)?;
    reach_down(&mut rows, &merged)?;
    Ok(rows)
}

fn raw_rows(
    xml: &mut Xml<crate::package::Part<'_>>,
    workbook: &Workbook,
) -> Result<Vec<RawRow>, Refused> {
    let mut rows = Vec::new();
    let mut number = 0;
    let mut bytes = 0;
    while let Some(row) = xml.child()? {
        number = row.number("r").unwrap_or(number + 1);
        let mut cells = Vec::new();
        let mut next = 0;
        while let Some(cell) = xml.child()? {
            let column = column_of(&cell).unwrap_or(next);
            next = column.saturating_add(1);
            let value = sheet_cells::read(xml, &cell, workbook)?;
            if value == Cell::Empty {
                continue;
            }
            check_row(number, next)?;
            bytes += value.bytes();
            if cells.len() < next {
                cells.resize(next, Cell::Empty);
            }
            cells[column] = value;
        }
        if TEXT_BYTES < bytes {
            return Err(Refused::TextTooLong { most: TEXT_BYTES });
        }
        if cells.is_empty() {
            continue;
        }
        if rows.len() == ROWS {
            return Err(Refused::TooManyRows { most: ROWS });
        }
        rows.push(RawRow { number, cells });
    }
    Ok(rows)
}

/// Puts shared strings where cells name them.
fn resolve(
    package: &Package<'_>,
    workbook: &Workbook,
    rows: Vec<RawRow>,
) -> Result<Vec<Row>, Refused> {
    let mut strings = BTreeMap::new();
    for cell in rows.iter().flat_map(|row| &row.cells) {
        if let Cell::Shared(index) = cell {
            strings.insert(*index, String::new());
        }
    }
    if let Some(part) = workbook.strings.as_ref().filter(|_| !strings.is_empty()) {
        sheet_cells::strings(package, part, &mut strings)?;
    }
    let mut bytes = 0;
    let mut resolved = Vec::new();
    for row in rows {
        let mut cells = Vec::new();
        for cell in row.cells {
            let text = match cell {
                Cell::Empty => String::new(),
                Cell::Text(text) => text.trim().to_owned(),
                Cell::Shared(index) => strings[&index].clone(),
            };
            bytes += text.len();
            if TEXT_BYTES < bytes {
                return Err(Refused::TextTooLong { most: TEXT_BYTES });
            }
            check_cell(row.number, cells.len() + 1, text.chars().count())?;
            cells.push(text);
        }
        while cells.last().is_some_and(String::is_empty) {
            cells.pop();
        }
        if !cells.is_empty() {
            let number = row.number;
            resolved.push(Row { number, cells });
        }
    }
    Ok(resolved)
}

/// A cell merged over several rows counts for each of them that holds anything else.
fn reach_down(rows: &mut [Row], merged: &[Merged]) -> Result<(), Refused> {
    let mut bytes = 0;
    for area in merged {
        let Ok(first) = rows.binary_search_by_key(&area.first, |row| row.number) else {
            continue;
        };
        let text = rows[first].cells.get(area.column).cloned();
        let Some(text) = text.filter(|text| !text.is_empty()) else {
            continue;
        };
        for row in rows[first + 1..]
            .iter_mut()
            .take_while(|row| row.number <= area.last)
        {
            bytes += text.len();
            if TEXT_BYTES < bytes {
                return Err(Refused::TextTooLong { most: TEXT_BYTES });
            }
            if row.cells.len() <= area.column {
                row.cells.resize(area.column + 1, String::new());
            }
            row.cells[area.column].clone_from(&text);
        }
    }
    Ok(())
}

/// The column of a cell, counted from 0: `C7` is 2.
fn column_of(cell: &Element) -> Option<usize> {
    place(cell.get("r")?).map(|(column, _)| column)
}

fn area(reference: &str) -> Option<Merged> {
    let (from, to) = reference.split_once(':')?;
    let ((column, first), (_, last)) = (place(from)?, place(to)?);
    (first < last).then_some(Merged {
        column,
        first,
        last,
    })
}

fn place(reference: &str) -> Option<(usize, usize)> {
    let digits = reference.find(|letter: char| letter.is_ascii_digit())?;
    let (letters, row) = reference.split_at(digits);
    // Three letters reach beyond the last column that spreadsheets have.
    if !(1..=3).contains(&letters.len()) || !letters.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return None;
    }
    let column = letters
        .bytes()
        .fold(0, |column, byte| column * 26 + usize::from(byte - b'A') + 1);
    Some((column - 1, row.parse().ok()?))
}
