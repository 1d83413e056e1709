//! Separated values: by comma, semicolon or tab, whichever the first line has most of.

use crate::flow::{check_cell, check_row};
use crate::letters;
use crate::limits::{ROWS, TEXT_BYTES};
use crate::package::damaged;
use crate::refused::Refused;
use crate::table::Row;

pub(crate) fn read(bytes: &[u8]) -> Result<Vec<Row>, Refused> {
    let text = letters::decode(bytes)?;
    if TEXT_BYTES < text.len() {
        return Err(Refused::TextTooLong { most: TEXT_BYTES });
    }
    let (separator, text) = separator(&text);
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut number = 0;
    for record in reader.records() {
        let record = record.map_err(|error| damaged("table", &error.to_string()))?;
        number += 1;
        let mut cells: Vec<String> = record.iter().map(|cell| cell.trim().to_owned()).collect();
        while cells.last().is_some_and(String::is_empty) {
            cells.pop();
        }
        if cells.is_empty() {
            continue;
        }
        check_row(number, cells.len())?;
        for (index, cell) in cells.iter().enumerate() {
            check_cell(number, index + 1, cell.chars().count())?;
        }
        if rows.len() == ROWS {
            return Err(Refused::TooManyRows { most: ROWS });
        }
        rows.push(Row { number, cells });
    }
    Ok(rows)
}

/// The separator, and the text without the line `sep=;` by which Excel is told of it.
fn separator(text: &str) -> (u8, &str) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    if let Some([separator]) = first.trim().strip_prefix("sep=").map(str::as_bytes) {
        return (*separator, rest);
    }
    let mut best = (b',', 0);
    for separator in [b',', b';', b'\t'] {
        let count = outside_quotes(text, separator);
        if best.1 < count {
            best = (separator, count);
        }
    }
    (best.0, text)
}

/// How often a separator stands in the first record: commas within quoted words are none.
fn outside_quotes(text: &str, separator: u8) -> usize {
    let mut quoted = false;
    let mut count = 0;
    for byte in text.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => break,
            byte if byte == separator && !quoted => count += 1,
            _ => {}
        }
    }
    count
}
