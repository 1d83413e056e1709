//! What a cell of a sheet says, as a person would type it.

use std::collections::BTreeMap;
use std::io::Read;

use crate::package::Package;
use crate::refused::Refused;
use crate::table::workbook::{Days, Workbook};
use crate::xml::{Element, Xml};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Cell {
    Empty,
    Text(String),
    /// The number of a shared string.
    Shared(usize),
}

impl Cell {
    pub(crate) fn bytes(&self) -> usize {
        match self {
            Self::Text(text) => text.len(),
            Self::Empty | Self::Shared(_) => 0,
        }
    }
}

/// The cell that is open, to its end.
pub(crate) fn read(
    xml: &mut Xml<impl Read>,
    cell: &Element,
    workbook: &Workbook,
) -> Result<Cell, Refused> {
    let mut value = None;
    let mut inline = None;
    while let Some(child) = xml.child()? {
        match child.name.as_str() {
            "v" => value = Some(xml.text()?),
            "is" => inline = Some(rich_text(xml)?),
            // Of a formula, `f`, the last result is in `v`.
            _ => xml.skip()?,
        }
    }
    if let Some(text) = inline {
        return Ok(text_cell(decoded(&text)));
    }
    let Some(value) = value else {
        return Ok(Cell::Empty);
    };
    Ok(match cell.get("t").unwrap_or("n") {
        "s" => value.trim().parse().map_or(Cell::Empty, Cell::Shared),
        "b" => text_cell(if value.trim() == "1" { "TRUE" } else { "FALSE" }.to_owned()),
        "n" => text_cell(number(&value, cell, workbook)),
        "str" => text_cell(decoded(&value)),
        _ => text_cell(value),
    })
}

fn text_cell(text: String) -> Cell {
    match text.trim().is_empty() {
        true => Cell::Empty,
        false => Cell::Text(text),
    }
}

/// Reads the shared strings that are asked for.
pub(crate) fn strings(
    package: &Package<'_>,
    part: &str,
    wanted: &mut BTreeMap<usize, String>,
) -> Result<(), Refused> {
    let mut xml = Xml::part(package, part)?;
    xml.child()?;
    let mut index = 0;
    while xml.child()?.is_some() {
        match wanted.get_mut(&index) {
            Some(string) => *string = decoded(&rich_text(&mut xml)?).trim().to_owned(),
            None => xml.skip()?,
        }
        index += 1;
    }
    Ok(())
}

/// Letters of a string, whatever they look like; without the reading aids of Japanese.
fn rich_text(xml: &mut Xml<impl Read>) -> Result<String, Refused> {
    let mut text = String::new();
    while let Some(child) = xml.child()? {
        match child.name.as_str() {
            "t" => text.push_str(&xml.text()?),
            "r" => text.push_str(&rich_text(xml)?),
            _ => xml.skip()?,
        }
    }
    Ok(text)
}

/// Spreadsheets write letters that XML has not as `_x000D_`, and a typed `_x000D_` as `_x005F_x000D_`.
fn decoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let code = rest.get(at + 2..at + 7).filter(|code| code.ends_with('_'));
        let code = code.and_then(|code| u32::from_str_radix(&code[..4], 16).ok());
        match code.and_then(char::from_u32) {
            Some(letter) => {
                out.push_str(&rest[..at]);
                out.push(letter);
                rest = &rest[at + 7..];
            }
            None => {
                out.push_str(&rest[..at + 2]);
                rest = &rest[at + 2..];
            }
        }
    }
    out.push_str(rest);
    out.replace("\r\n", "\n").replace('\r', "\n")
}

fn number(value: &str, cell: &Element, workbook: &Workbook) -> String {
    let value = value.trim();
    let Ok(number) = value.parse::<f64>() else {
        return value.to_owned();
    };
    let format = cell.number("s").unwrap_or(0);
    if workbook.dates.get(format) == Some(&true)
        && let Some(date) = date(number, workbook.days)
    {
        return date;
    }
    // 15 digits are what a spreadsheet shows; 0.30000000000000004 is 0.3 there.
    let shown = format!("{number:.14e}").parse::<f64>().unwrap_or(number);
    match shown.abs() {
        size if size < 1e15 => shown.to_string(),
        _ => value.to_owned(),
    }
}

/// A day as `2026-11-28`. Hours are left out: no column of ours asks for them.
fn date(number: f64, days: Days) -> Option<String> {
    // 2958465 is the last day of the year 9999.
    if !(1.0..2_958_466.0).contains(&number) {
        return None;
    }
    let day = number as i64;
    // Days from 1970-01-01. Excel believes that 1900 was a leap year: before March it is a day off.
    let day = match days {
        Days::Since1904 => day - 24_107,
        Days::Since1900 if day < 60 => day - 25_568,
        Days::Since1900 => day - 25_569,
    };
    // Hinnant, "chrono-compatible low-level date algorithms": years begin in March, eras have 400 of them.
    let shifted = day + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * of_year + 2) / 153;
    let of_month = of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 {
        month_from_march + 3
    } else {
        month_from_march - 9
    };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    Some(format!("{year:04}-{month:02}-{of_month:02}"))
}
