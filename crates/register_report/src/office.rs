//! The report for office programs: the table of remarks as a sheet, and as a document with what it is about.

use wiec_documents::{Language, Passage, Report, write_docx, write_xlsx};
use wiec_kit::messages::{Messages, messages};
use wiec_model::Lang;

use crate::ReportError;
use crate::consultation::ConsultationReport;
use crate::grid::fitted;
use crate::told::Told;

/// Writes the table of remarks as a workbook of one sheet. A cell that is longer than spreadsheets allow is
/// cut, and says where the rest is.
///
/// # Errors
///
/// [`ReportError::Table`] does not happen: all rows are even, and no cell is too long.
pub fn xlsx(report: &ConsultationReport) -> Result<Vec<u8>, ReportError> {
    Ok(write_xlsx(&fitted(report))?)
}

/// Writes the report as a document: what was consulted and how, then the table of remarks, cut as that of
/// [`xlsx`].
///
/// # Errors
///
/// As [`xlsx`].
pub fn docx(report: &ConsultationReport) -> Result<Vec<u8>, ReportError> {
    let m = messages(report.lang);
    let told = Told::of(report);
    let facts = told.facts.iter();
    let document = Report {
        language: match report.lang {
            Lang::Pl => Language::Polish,
            Lang::En => Language::English,
        },
        title: format!("{}: {}", m.report_title(), report.proposal),
        facts: facts
            .map(|(name, said)| ((*name).to_owned(), said.clone()))
            .collect(),
        passages: passages(report, &told, m),
        grid: fitted(report),
    };
    Ok(write_docx(&document)?)
}

/// What is said before the table.
fn passages(report: &ConsultationReport, told: &Told, m: &Messages) -> Vec<Passage> {
    let figures = report.figures.iter();
    let figures = figures.map(|(name, figure)| format!("{name}: {figure}"));
    let summary = told.sentences.iter().cloned();
    let summary = summary.chain(told.summary.lines(m)).chain(figures);
    let disclaimer = report.disclaimer.lines().map(str::to_owned);
    let team = report.team.iter().cloned().chain(disclaimer);
    let parts = [
        (m.report_summary(), summary.collect()),
        (m.report_held(), told.held.clone()),
        (m.report_team(), team.collect::<Vec<String>>()),
    ];
    let filled = parts.into_iter().filter(|(_, lines)| !lines.is_empty());
    let part = |(title, lines): (&str, Vec<String>)| {
        let paragraphs = lines.into_iter().map(Passage::Paragraph);
        std::iter::once(Passage::Heading(title.to_owned())).chain(paragraphs)
    };
    filled.flat_map(part).collect()
}
