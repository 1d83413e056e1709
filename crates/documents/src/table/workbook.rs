//! A workbook: its sheets by name, which formats of cells are dates, and from which day it counts them.

use crate::package::Package;
use crate::refused::Refused;
use crate::relations;
use crate::xml::{Element, Xml};

pub(crate) struct Workbook {
    pub(crate) sheets: Vec<Sheet>,
    pub(crate) strings: Option<String>,
    pub(crate) days: Days,
    /// By format of a cell: whether its number is a date.
    pub(crate) dates: Vec<bool>,
}

pub(crate) struct Sheet {
    pub(crate) name: String,
    pub(crate) part: String,
}

/// The first day of a workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Days {
    Since1900,
    Since1904,
}

pub(crate) fn read(package: &Package<'_>) -> Result<Workbook, Refused> {
    let main = relations::main_part(package)?;
    let relations = relations::of(package, &main)?;
    let part_of = |role: &str| {
        let found = relations.values().find(|relation| relation.role == role);
        found
            .map(|relation| relation.target.clone())
            .filter(|part| package.has(part))
    };
    let mut days = Days::Since1900;
    let mut sheets = Vec::new();
    let mut xml = Xml::side_part(package, &main)?;
    while xml.child()?.is_some() {
        xml.seek(|element| match element.name.as_str() {
            "workbookPr" if matches!(element.get("date1904"), Some("1" | "true")) => {
                days = Days::Since1904;
            }
            "sheet" if matches!(element.get("state"), None | Some("visible")) => {
                let relation = element.get("id").and_then(|id| relations.get(id));
                // Sheets that are charts or macros of old have another role.
                if let Some(relation) = relation.filter(|relation| relation.role == "worksheet") {
                    sheets.push(Sheet {
                        name: element.get("name").unwrap_or_default().to_owned(),
                        part: relation.target.clone(),
                    });
                }
            }
            _ => {}
        })?;
    }
    let dates = match part_of("styles") {
        Some(part) => dates(package, &part)?,
        None => Vec::new(),
    };
    Ok(Workbook {
        sheets,
        strings: part_of("sharedStrings"),
        days,
        dates,
    })
}

fn dates(package: &Package<'_>, part: &str) -> Result<Vec<bool>, Refused> {
    let mut xml = Xml::side_part(package, part)?;
    let mut own = std::collections::BTreeMap::new();
    let mut dates = Vec::new();
    xml.child()?;
    while let Some(list) = xml.child()? {
        let cells = list.name == "cellXfs";
        xml.seek(|element: &Element| {
            let Some(id) = element.number("numFmtId") else {
                return;
            };
            match element.name.as_str() {
                "numFmt" => {
                    own.insert(id, is_date(element.get("formatCode").unwrap_or_default()));
                }
                "xf" if cells => {
                    let built_in = matches!(id, 14..=17 | 22);
                    dates.push(own.get(&id).copied().unwrap_or(built_in));
                }
                _ => {}
            }
        })?;
    }
    Ok(dates)
}

/// A format with a year or a day is a date; words in quotes and brackets are not looked at.
fn is_date(format: &str) -> bool {
    let mut skipped = None;
    for letter in format.to_lowercase().chars() {
        match (skipped, letter) {
            (Some(end), letter) if end == letter => skipped = None,
            (Some(_), _) => {}
            (None, '"') => skipped = Some('"'),
            (None, '[') => skipped = Some(']'),
            (None, 'y' | 'd' | 'r') => return true,
            _ => {}
        }
    }
    false
}
