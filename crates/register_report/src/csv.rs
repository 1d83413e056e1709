//! The table of remarks as separated values, for spreadsheets and scripts.

use crate::consultation::ConsultationReport;
use crate::grid::grid;
use crate::words::is_text;

/// What spreadsheets take for a formula begins so.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Writes the table of remarks: UTF-8 with its mark, commas, CRLF.
///
/// The mark is there for spreadsheets, which take Polish letters for something else without it. A cell that
/// begins like a formula gets an apostrophe before it, as in all our tables; cells are never cut.
#[must_use]
pub fn csv(report: &ConsultationReport) -> String {
    let grid = grid(report);
    let titles = grid.columns.into_iter().map(|column| column.title);
    let mut table = ::csv::WriterBuilder::new()
        .terminator(::csv::Terminator::CRLF)
        .from_writer("\u{FEFF}".as_bytes().to_vec());
    for row in std::iter::once(titles.collect()).chain(grid.rows) {
        table
            .write_record(row.iter().map(|cell| harmless(cell)))
            .expect("every row has as many cells as the first, and memory takes them all");
    }
    let bytes = table.into_inner().expect("memory takes everything");
    String::from_utf8(bytes).expect("it was written from strings")
}

fn harmless(cell: &str) -> String {
    let text: String = cell.chars().filter(|letter| is_text(*letter)).collect();
    if text.starts_with(FORMULA) {
        return format!("'{text}");
    }
    text
}
