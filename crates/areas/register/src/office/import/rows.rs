//! What comes of a table: a remark of each row, its place in the text, and all that is wrong.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use wiec_documents::{Fault, Field as Column, Place, Remark as Said, Table, remarks};
use wiec_kit::app::App;
use wiec_kit::messages::Messages;
use wiec_model::register::{
    Answer, AnswerId, Channel, Position, Proposal, RemarkId, RemarkKind, Version,
};
use wiec_model::{Email, Lang};
use wiec_store::NewRemark;

use super::author::{author, position};
use super::mapping::Wanted;
use crate::office::clauses::{self, Found};
use crate::office::words;

/// What the key of a row follows from the secret for: its words would outlive the remark.
const PURPOSE: &str = "remark-row";

/// What comes of a table.
pub struct Taken {
    /// The remarks, in the order of their rows.
    pub remarks: Vec<NewRemark>,
    /// The answers that stand beside them.
    pub answers: BTreeMap<RemarkId, String>,
    /// All of it as the page shows it.
    pub look: Look,
}

/// What would come of a table.
pub struct Look {
    /// How many remarks.
    pub remarks: usize,
    /// How many of them with an answer.
    pub answered: usize,
    /// Each remark with its place.
    pub lines: Vec<Line>,
    /// Each fault with its cell, and what it is.
    pub wrong: Vec<(String, String)>,
}

/// A remark of the preview.
pub struct Line {
    /// Its row in the file.
    pub row: usize,
    /// Who says it.
    pub who: String,
    /// On whose behalf.
    pub behalf: &'static str,
    /// Where it goes.
    pub place: String,
    /// Whether it goes elsewhere than it says.
    pub is_moved: bool,
    /// How it begins.
    pub says: String,
    /// How its answer is read.
    pub answer: Option<&'static str>,
}

/// Makes remarks of the rows.
pub fn take(
    app: &App,
    proposal: &Proposal,
    version: &Version,
    table: &Table,
    wanted: &Wanted,
    m: &Messages,
) -> Taken {
    let (said, problems) = remarks(table, &wanted.mapping);
    let mut maker = Maker {
        app,
        proposal,
        version,
        table,
        wanted,
        m,
        seen: BTreeMap::new(),
        wrong: Vec::new(),
        understood: BTreeSet::new(),
        taken: Vec::new(),
        answers: BTreeMap::new(),
        lines: Vec::new(),
    };
    for row in &said {
        maker.take(row);
    }
    // Words that are no unit were found as a heading, a code or a quotation after all.
    let still_wrong = problems.into_iter().filter(|problem| {
        !(matches!(problem.fault, Fault::UnreadableReference(_))
            && maker.understood.contains(&problem.place.row))
    });
    let mut wrong: Vec<(Place, String)> = still_wrong
        .map(|problem| (problem.place, words::fault(&problem.fault, m)))
        .collect();
    wrong.append(&mut maker.wrong);
    wrong.sort();
    Taken {
        look: Look {
            remarks: maker.taken.len(),
            answered: maker.answers.len(),
            lines: maker.lines,
            wrong: wrong
                .into_iter()
                .map(|(place, says)| (place.to_string(), says))
                .collect(),
        },
        remarks: maker.taken,
        answers: maker.answers,
    }
}

/// The answers of those remarks that are new, each given once to all that it answers in the same words.
pub fn answers(
    app: &App,
    at: Timestamp,
    all: &BTreeMap<RemarkId, String>,
    fresh: &BTreeSet<RemarkId>,
    lang: Lang,
) -> Vec<(Answer, Vec<RemarkId>)> {
    let mut by_words: BTreeMap<&str, Vec<RemarkId>> = BTreeMap::new();
    for (remark, words) in all.iter().filter(|(remark, _)| fresh.contains(remark)) {
        by_words.entry(words).or_default().push(*remark);
    }
    let answer = |(reasons, remarks): (&str, Vec<RemarkId>)| {
        let answer = Answer {
            id: AnswerId(app.chance.uuid(at)),
            position: position(reasons),
            reasons: reasons.to_owned(),
            lang,
            at,
        };
        (answer, remarks)
    };
    by_words.into_iter().map(answer).collect()
}

struct Maker<'a> {
    app: &'a App,
    proposal: &'a Proposal,
    version: &'a Version,
    table: &'a Table,
    wanted: &'a Wanted,
    m: &'a Messages,
    /// How often rows of the same words came before.
    seen: BTreeMap<String, usize>,
    wrong: Vec<(Place, String)>,
    /// Rows whose place was found though it is no unit.
    understood: BTreeSet<usize>,
    taken: Vec<NewRemark>,
    answers: BTreeMap<RemarkId, String>,
    lines: Vec<Line>,
}

impl Maker<'_> {
    fn take(&mut self, said: &Said) {
        let about = self.cell(said, Column::About);
        let content = &self.version.content;
        let placed = clauses::place(content, &said.about, &about, &said.current_wording);
        let place = clauses::name(content, &placed.clause, self.m);
        self.note_place(said, &about, placed.found, &place);
        let author = author(&said.body, self.m.office_table_unsigned());
        let id = RemarkId(self.app.chance.uuid(self.app.clock.now()));
        self.lines.push(Line {
            row: said.row,
            who: author.name.clone(),
            behalf: words::behalf(author.behalf, self.m),
            place,
            is_moved: placed.found != Found::Exactly,
            says: if said.remark.is_empty() {
                excerpt(&said.proposed_wording)
            } else {
                excerpt(&said.remark)
            },
            answer: filled(&said.answer).map(|words| self.position(&words)),
        });
        if let Some(answer) = filled(&said.answer) {
            self.answers.insert(id, answer);
        }
        let (body, reasons) = self.body(said, &about, placed.found);
        let new = NewRemark {
            id,
            key: self.key(said, &about),
            version: self.version.number,
            clause: placed.clause,
            kind: RemarkKind::Comment,
            body,
            reasons,
            wording: filled(&said.proposed_wording),
            amendment: None,
            reply_to: None,
            author,
            account: None,
            email: email(&said.contact),
            lang: self.wanted.lang,
            channel: Channel::Table,
            received_at: self.wanted.received_at,
        };
        self.taken.push(new);
    }

    fn position(&self, answer: &str) -> &'static str {
        let read: Position = position(answer);
        words::position(read, self.m)
    }

    /// The words as they stand in the cell of a column.
    fn cell(&self, said: &Said, column: Column) -> String {
        let rows = &self.table.rows;
        let at = rows.binary_search_by_key(&said.row, |row| row.number);
        let row = at.ok().map(|at| &rows[at]);
        let column = self.wanted.mapping.column(column);
        let cell = row
            .zip(column)
            .and_then(|(row, column)| row.cells.get(column - 1));
        cell.map(|cell| cell.trim().to_owned()).unwrap_or_default()
    }

    fn note_place(&mut self, said: &Said, about: &str, found: Found, place: &str) {
        let at = Place {
            row: said.row,
            column: self.wanted.mapping.column(Column::About).unwrap_or(0),
        };
        let is_words = matches!(said.about, wiec_documents::About::Words(_));
        match found {
            Found::Exactly => {
                self.understood.insert(said.row);
            }
            Found::Nearly => {
                let says = self.m.office_fault_nearly(about, place);
                self.wrong.push((at, says));
            }
            // Words that name no unit are told of by the reader already.
            Found::Not if is_words => {}
            Found::Not => self
                .wrong
                .push((at, self.m.office_fault_no_such_unit(about))),
        }
    }

    /// What is said and why. Where a place was not found, its words stay with the remark, so that a
    /// person can find it.
    fn body(&self, said: &Said, about: &str, found: Found) -> (String, Option<String>) {
        let m = self.m;
        let (mut body, reasons) = match (filled(&said.remark), filled(&said.reasons)) {
            (Some(remark), reasons) => (remark, reasons),
            (None, Some(reasons)) => (reasons, None),
            (None, None) => (m.office_table_only_wording().to_owned(), None),
        };
        if found != Found::Exactly {
            body = format!("{}\n\n{body}", m.office_table_about(about));
        }
        (body, reasons)
    }

    /// What makes sending a table twice sending it once: all that the row says, and how many rows that
    /// say the same came before it.
    fn key(&mut self, said: &Said, about: &str) -> String {
        let parts = [
            self.proposal.id.to_string(),
            said.number.clone(),
            said.body.clone(),
            about.to_owned(),
            said.remark.clone(),
            said.reasons.clone(),
            said.proposed_wording.clone(),
        ];
        let row = parts.join("\u{1f}");
        let before = self.seen.entry(row.clone()).or_insert(0);
        *before += 1;
        let nth = *before;
        let digest = self.app.secret.code(PURPOSE, &format!("{row}\u{1f}{nth}"));
        format!("row/{digest}")
    }
}

fn email(contact: &str) -> Option<Email> {
    let words = contact.split([' ', ',', ';', '\n', '<', '>', '(', ')']);
    words
        .filter(|word| word.contains('@'))
        .find_map(|word| word.trim_end_matches('.').parse().ok())
}

fn filled(words: &str) -> Option<String> {
    (!words.is_empty()).then(|| words.to_owned())
}

fn excerpt(words: &str) -> String {
    const LETTERS: usize = 140;
    let mut start: String = words.chars().take(LETTERS).collect();
    if start.len() < words.len() {
        start.push('…');
    }
    start
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_address_of_a_contact_is_its_address() {
        let found = email("Jan Nowak, tel. 41 000, jan@kielce.example.");
        assert_eq!(
            found.map(|it| it.to_string()).as_deref(),
            Some("jan@kielce.example")
        );
        assert_eq!(email("tel. 41 000"), None);
    }
}
