//! The report as one HTML file that needs nothing else, to read on a screen and to print.

use askama::Template;
use wiec_kit::messages::{Messages, messages};

use crate::consultation::ConsultationReport;
use crate::remark::Decision;
use crate::summary::Summary;
use crate::told::{Remark, Told, Wording};
use crate::wording::Change;
use crate::words::is_text;

/// Colours, type and measures of the design, and what this page makes of them.
const TOKENS: &str = include_str!("../../../ui/css/tokens.css");
const REPORT: &str = include_str!("../../../ui/css/report.css");
const STYLES: &str = include_str!("../templates/consultation.css");

#[derive(Template)]
#[template(path = "consultation.html")]
struct Page<'a> {
    m: &'static Messages,
    lang: &'static str,
    report: &'a ConsultationReport,
    told: Told,
    head: Vec<String>,
    rows: Vec<(&'static str, [usize; 6])>,
}

/// Writes the report as HTML.
///
/// One file, without scripts and without anything from elsewhere, which its own security policy forbids as
/// well. Remark 14 is `#uwaga-14` in either language, so that links to it last. The same report gives the
/// same bytes.
#[must_use]
pub fn html(report: &ConsultationReport) -> String {
    let m = messages(report.lang);
    let told = Told::of(report);
    let page = Page {
        m,
        lang: report.lang.code(),
        report,
        head: Summary::head(m),
        rows: told.summary.rows(m),
        told,
    };
    let page = page.render().expect("a string takes everything");
    page.chars().filter(|letter| is_text(*letter)).collect()
}

impl Page<'_> {
    /// How the edge of a position looks; its word says it too.
    fn look(&self, remark: &Remark) -> &'static str {
        match remark.decision {
            Some(Decision::Accepted) => "is-accepted",
            Some(Decision::InPart) => "is-in-part",
            Some(Decision::Rejected) => "is-rejected",
            Some(Decision::Explained) => "is-explained",
            None => "is-open",
        }
    }

    /// The mark of a change and what is read aloud before it; `None` for what stays.
    fn mark(&self, change: &Change) -> Option<(&'static str, &'static str)> {
        match change {
            Change::Kept => None,
            Change::Deleted => Some(("del", self.m.report_deleted_words())),
            Change::Inserted => Some(("ins", self.m.report_inserted_words())),
            Change::MovedAway => Some(("del", self.m.report_moved_away_words())),
            Change::MovedHere => Some(("ins", self.m.report_moved_here_words())),
        }
    }
}
