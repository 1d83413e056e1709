//! The table of remarks: the columns of the Polish form, with number, kind, day and channel.

use wiec_documents::limits::CELL_CHARACTERS;
use wiec_documents::{Column, Grid};
use wiec_kit::dates::long_date;
use wiec_kit::messages::{Messages, messages};

use crate::consultation::ConsultationReport;
use crate::remark::{About, Proposed, Published, ReportedRemark, Standing};
use crate::wording::plain;
use crate::words;

/// How many columns there are.
const COLUMNS: usize = 12;

/// The table of a report, in the order in which the report has its remarks.
///
/// `wiec_documents::Mapping::guess` knows the columns by what stands above them. What the team has not said
/// yet is an empty cell, for it to fill in.
pub(crate) fn grid(report: &ConsultationReport) -> Grid {
    let m = messages(report.lang);
    Grid {
        name: m.report_remarks().to_owned(),
        columns: columns(m),
        rows: report.remarks.iter().map(|it| row(it, report, m)).collect(),
    }
}

/// The same with cells that spreadsheets hold: what is longer is cut, and the cell says where the rest is.
pub(crate) fn fitted(report: &ConsultationReport) -> Grid {
    let mut grid = grid(report);
    let rest = messages(report.lang).report_cut();
    for cell in grid.rows.iter_mut().flatten() {
        cut(cell, rest);
    }
    grid
}

fn columns(m: &Messages) -> Vec<Column> {
    let titles: [(&str, u16); COLUMNS] = [
        (m.report_column_number(), 8),
        (m.report_column_kind(), 12),
        (m.report_column_who(), 24),
        (m.report_column_unit(), 20),
        (m.report_current(), 36),
        (m.report_column_remark(), 44),
        (m.report_proposed(), 36),
        (m.report_reasons(), 36),
        (m.report_position(), 16),
        (m.report_why(), 36),
        (m.report_column_received(), 12),
        (m.report_column_channel(), 14),
    ];
    let column = |(title, width): (&str, u16)| Column {
        title: title.to_owned(),
        width,
    };
    titles.into_iter().map(column).collect()
}

fn row(remark: &ReportedRemark, report: &ConsultationReport, m: &Messages) -> Vec<String> {
    let cells = match &remark.standing {
        Standing::Published(published) => cells(published, report, m),
        Standing::Removed { on, reason } => {
            let mut cells: [String; 9] = Default::default();
            // In the column of the remark, so that no row is without words.
            cells[4] = m.report_removed_cell(reason.as_str(), long_date(*on, report.lang));
            cells
        }
    };
    let mut row = vec![remark.number.to_string()];
    row.extend(cells);
    row.push(remark.received_on.to_string());
    row.push(words::channel(remark.channel, m).to_owned());
    row
}

fn cells(remark: &Published, report: &ConsultationReport, m: &Messages) -> [String; 9] {
    let answer = remark.answer.as_ref();
    let trimmed = |text: &str| text.trim().to_owned();
    [
        words::kind(remark.kind, m).to_owned(),
        words::author(remark, m),
        match remark.about {
            About::Whole => m.report_whole_unit().to_owned(),
            About::Clause(anchor) => report.clause(anchor),
        },
        plain(&remark.current),
        trimmed(&remark.body),
        match &remark.proposed {
            Proposed::Nothing => String::new(),
            Proposed::Wording(markdown) => plain(markdown),
            Proposed::Deletion => m.report_strike().to_owned(),
        },
        trimmed(&remark.reasons),
        answer.map_or(String::new(), |it| {
            words::decision(it.decision, m).to_owned()
        }),
        answer.map_or(String::new(), |it| trimmed(&it.reasons)),
    ]
}

/// Counted as spreadsheets count, in units of UTF-16.
fn cut(cell: &mut String, rest: &str) {
    if cell.len() <= CELL_CHARACTERS || cell.encode_utf16().count() <= CELL_CHARACTERS {
        return;
    }
    let room = CELL_CHARACTERS - rest.encode_utf16().count() - 1;
    let mut units = 0;
    let end = cell.char_indices().find(|(_, letter)| {
        units += letter.len_utf16();
        units > room
    });
    cell.truncate(end.map_or(cell.len(), |(at, _)| at));
    cell.push(' ');
    cell.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_cut_where_spreadsheets_end_and_says_so() {
        for letter in ["ą", "🦄"] {
            let mut cell = letter.repeat(40_000);
            cut(&mut cell, "[dalej]");
            let units = cell.encode_utf16().count();
            assert!(
                (CELL_CHARACTERS - 2..=CELL_CHARACTERS).contains(&units),
                "{units}"
            );
            assert!(cell.ends_with(&format!("{letter} [dalej]")));
        }
    }
}
