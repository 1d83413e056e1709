//! What was consulted, how and when.

use jiff::civil::Date;
use wiec_model::Lang;
use wiec_text::Anchor;

use crate::remark::ReportedRemark;

/// Everything that a report on one consultation says, in one language.
///
/// Words of people are plain text, `\n` ends a line; wordings are Markdown, as `wiec-text` reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsultationReport {
    /// The language of the report's own words.
    pub lang: Lang,
    /// The name of the congress.
    pub congress: String,
    /// The title of the proposal.
    pub proposal: String,
    /// What the proposal is about, in a few words.
    pub theme: String,
    /// The versions that people could remark on, each in words: number, date, digest.
    pub versions: Vec<String>,
    /// The act and article by which it was consulted, in words; empty if there is none.
    pub legal_basis: String,
    /// When what happened.
    pub dates: Dates,
    /// What was held, in the order of time.
    pub held: Vec<Held>,
    /// The members of the team, each in words: name, profession, part.
    pub team: Vec<String>,
    /// What the team speaks for and what not; may be empty.
    pub disclaimer: String,
    /// Further figures, each with what it counts. Those of remarks are counted here and are not among them.
    pub figures: Vec<(String, String)>,
    /// The clauses of the text in reading order. Remarks on others stand behind them.
    pub clauses: Vec<Clause>,
    /// All remarks, those of a clause in the order in which they are shown.
    pub remarks: Vec<ReportedRemark>,
}

/// The days of a consultation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dates {
    /// When it was announced.
    pub notice: Option<Date>,
    /// The first day for remarks.
    pub opened: Option<Date>,
    /// The last one.
    pub closed: Option<Date>,
    /// The last day for the report, where the law sets one.
    pub report_due: Option<Date>,
    /// When this report was made.
    pub report_made: Date,
}

/// A form of consultation that was held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The day.
    pub on: Date,
    /// What it was: "open meeting in Kielce, 41 people".
    pub words: String,
}

/// A clause of the text, as people refer to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// Its anchor.
    pub anchor: Anchor,
    /// Its number and heading: "§ 4, Mieszkania w nowych inwestycjach".
    pub words: String,
}

impl ConsultationReport {
    /// The words of a clause; of one that is not listed, its anchor.
    pub(crate) fn clause(&self, anchor: Anchor) -> String {
        let listed = self.clauses.iter().find(|it| it.anchor == anchor);
        match listed.map(|clause| clause.words.trim()) {
            None | Some("") => anchor.to_string(),
            Some(words) => words.to_owned(),
        }
    }
}
