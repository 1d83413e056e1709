//! What stands in a report: headings, words, facts, lists, figures and wordings with marked changes, in order.

use serde::Serialize;
use wiec_model::Lang;

use crate::fonts::settable_all;
use crate::{PaperError, template};

const TEMPLATE: &str = include_str!("../templates/report.typ");

/// A report on something, in one language, on as many A4 sheets as it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The language of its words.
    pub lang: Lang,
    /// What kind of report it is; stands above the title.
    pub kind: String,
    /// What it reports on.
    pub title: String,
    /// Whose it is; stands at the foot of each page.
    pub owner: String,
    /// The heading above the list of contents.
    pub contents: String,
    /// "Page", before the number of each page.
    pub page: String,
    /// All the rest, from top to bottom.
    pub flow: Vec<Flow>,
}

/// One thing of a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Flow {
    /// A part's heading, in the list of contents.
    Part(String),
    /// A heading within a part, in the list of contents.
    Section(String),
    /// A heading within a section, which the list of contents leaves out.
    Entry(String),
    /// A paragraph; `\n` ends a line.
    Paragraph(String),
    /// Names with what is said of each.
    Facts(Vec<(String, String)>),
    /// A list.
    Items(Vec<String>),
    /// Words of somebody's under a small heading; each is a paragraph.
    Quoted(String, Vec<Vec<Span>>),
    /// A decision under a small heading, and what is said about it, a paragraph each.
    Position(String, String, Vec<String>),
    /// Figures with a header row; the first column says what each row counts.
    Table(Vec<String>, Vec<Vec<String>>),
}

/// Words of one look.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Span {
    /// The words.
    pub words: String,
    /// How they are set.
    pub look: Look,
}

/// How words of a wording are set. Struck and underlined words never stand in one paragraph of ours: what
/// is read aloud from a PDF has no marks, so the old and the new wording are two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Look {
    /// As they are.
    Plain,
    /// Struck: they go.
    Struck,
    /// Underlined: they are new.
    Underlined,
}

/// Sets a report as PDF/UA-1, with bookmarks and a list of contents. `identity` names this one report, for
/// ever.
///
/// The same report gives the same bytes. Characters that no font of ours has are shown as `□`; words that
/// are longer than a line are broken; marks that turn the direction of others are left out.
///
/// # Errors
///
/// [`PaperError::NotSet`] only if the template itself is broken.
pub fn report(report: &Report, identity: &str) -> Result<Vec<u8>, PaperError> {
    template::pdf(TEMPLATE, &Data::of(report), identity.to_owned())
}

/// A report as its template reads it.
#[derive(Serialize)]
struct Data {
    lang: &'static str,
    kind: String,
    title: String,
    owner: String,
    contents: String,
    page: String,
    flow: Vec<Flow>,
}

impl Data {
    fn of(report: &Report) -> Self {
        Self {
            lang: report.lang.code(),
            kind: words(&report.kind),
            title: words(&report.title),
            owner: words(&report.owner),
            contents: words(&report.contents),
            page: words(&report.page),
            flow: report.flow.iter().map(settable_flow).collect(),
        }
    }
}

fn settable_flow(flow: &Flow) -> Flow {
    let all = |lines: &[String]| lines.iter().map(|line| words(line)).collect();
    match flow {
        Flow::Part(it) => Flow::Part(words(it)),
        Flow::Section(it) => Flow::Section(words(it)),
        Flow::Entry(it) => Flow::Entry(words(it)),
        Flow::Paragraph(it) => Flow::Paragraph(words(it)),
        Flow::Facts(facts) => {
            let facts = facts.iter();
            Flow::Facts(
                facts
                    .map(|(name, said)| (words(name), words(said)))
                    .collect(),
            )
        }
        Flow::Items(items) => Flow::Items(all(items)),
        Flow::Quoted(label, paragraphs) => {
            let paragraph = |spans: &Vec<Span>| spans.iter().map(settable_span).collect();
            Flow::Quoted(words(label), paragraphs.iter().map(paragraph).collect())
        }
        Flow::Position(label, decision, why) => {
            Flow::Position(words(label), words(decision), all(why))
        }
        Flow::Table(head, rows) => {
            Flow::Table(all(head), rows.iter().map(|row| all(row)).collect())
        }
    }
}

fn settable_span(span: &Span) -> Span {
    Span {
        words: words(&span.words),
        look: span.look,
    }
}

/// How many letters a word may have before it is broken anywhere; about two thirds of a line.
const LONGEST_WORD: usize = 60;

/// The words with what fonts lack replaced, long ones broken, and no marks that turn the direction of others.
fn words(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    let mut run = 0;
    for letter in settable_all(text) {
        if turns_direction(letter) {
            continue;
        }
        run = if letter.is_whitespace() { 0 } else { run + 1 };
        if run > LONGEST_WORD {
            written.push('\u{200B}');
            run = 1;
        }
        written.push(letter);
    }
    written
}

/// Embeddings, overrides and isolates: what is left open in one remark would turn the next.
fn turns_direction(letter: char) -> bool {
    matches!(letter, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_are_broken_and_others_are_not() {
        let long = "ą".repeat(61);
        assert_eq!(words(&long), format!("{}\u{200B}ą", "ą".repeat(60)));
        assert_eq!(words("§ 4\nustęp"), "§ 4\nustęp");
    }

    #[test]
    fn marks_that_turn_the_direction_are_left_out() {
        assert_eq!(words("a\u{202E}b\u{2066}c\u{200F}d"), "abc\u{200F}d");
    }
}
