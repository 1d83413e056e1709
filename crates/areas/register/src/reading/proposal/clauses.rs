//! The clauses of a text with the talk about each: what most people agree with stands beside it, the rest
//! is a link away, so that the page stays short however much is said.

use std::cmp::Reverse;

use wiec_model::register::{Clause, Remark, RemarkKind};
use wiec_text::{Frame, Kind, Lines as Numbers, blocks_html};

use crate::parts::Part;
use crate::reading::addresses;
use crate::reading::amendment::Amended;
use crate::reading::line::{Line, Lines, Measure, Other};
use crate::reading::votes::Votes;

/// So many remarks stand in the margin of a clause.
const IN_MARGIN: usize = 2;
/// So many amendments are shown in full at a clause.
const IN_FULL: usize = 1;
/// So many more are named.
const NAMED: usize = 3;
/// The height of the highest column of the index, in the steps that the style sheet knows.
const HIGHEST: usize = 20;

/// A column of the index of talk.
pub struct Column {
    pub href: String,
    pub name: String,
    pub label: String,
    pub height: usize,
}

/// A clause of the text.
pub struct Para {
    pub anchor: String,
    /// `§ 4`; none for what has no number.
    pub no: Option<String>,
    pub no_label: String,
    pub is_long: bool,
    /// The anchor of its heading, if it has one.
    pub headed: bool,
    pub label: String,
    pub html: String,
    /// Where something is said at it; none while remarks are not taken.
    pub acts: Option<Acts>,
    pub tops: Vec<Line>,
    /// All that is said at it.
    pub all: Option<(String, String)>,
    pub amendments: Vec<Amended>,
    pub named: Vec<Named>,
}

/// The buttons of a clause.
pub struct Acts {
    pub remark: String,
    pub amendment: String,
    /// Which clause, for those who hear the buttons one after the other.
    pub of: String,
}

/// An amendment that is only named.
pub struct Named {
    pub other: Other,
    pub beginning: String,
    pub votes: Votes,
    pub tag: Option<(&'static str, String)>,
}

/// How many remarks are about exactly this.
pub fn count(lines: &Lines<'_>, clause: &Clause) -> usize {
    let all = lines.talk.remarks.iter();
    all.filter(|remark| remark.clause == *clause).count()
}

/// The index of talk: a column for each numbered clause.
pub fn columns(lines: &Lines<'_>) -> Vec<Column> {
    let m = lines.setting.m();
    let numbered = lines
        .parts
        .iter()
        .filter_map(|part| Some((part, part.number?)));
    let counted: Vec<_> = numbered
        .map(|(part, number)| (part, number, lines.talk.at_part(part).count()))
        .collect();
    let most = counted.iter().map(|it| it.2).max().unwrap_or_default();
    let column = |(part, number, count): &(&Part<'_>, u32, usize)| Column {
        href: format!("#{}", part.anchor()),
        name: part.name(),
        label: match part.heading() {
            Some(heading) => m.read_index_headed(*count, heading, *number),
            None => m.read_index(*count, *number),
        },
        height: match count {
            0 => 0,
            count => (count * HIGHEST / most).max(1),
        },
    };
    counted.iter().map(column).collect()
}

/// The clauses of the text. A title that only says what the page is called is left out.
pub fn paras(lines: &Lines<'_>) -> Vec<Para> {
    let titles: Vec<&str> = lines
        .setting
        .proposal
        .about
        .title
        .versions()
        .map(|it| it.1)
        .collect();
    let says_more = |part: &&Part<'_>| {
        part.blocks.len() > 1
            || part
                .heading()
                .is_none_or(|heading| !titles.contains(&heading.as_str()))
    };
    lines
        .parts
        .iter()
        .filter(says_more)
        .map(|part| para(lines, part))
        .collect()
}

fn para(lines: &Lines<'_>, part: &Part<'_>) -> Para {
    let m = lines.setting.m();
    let of = match part.number {
        Some(number) => m.read_of_clause(number),
        None => m.read_of_start().to_owned(),
    };
    let said: Vec<&Remark> = lines.talk.at_part(part).collect();
    let (shown, named) = amendments(lines, &said);
    Para {
        anchor: part.anchor().to_string(),
        no: part.number.map(|_| part.name()),
        no_label: m.read_link_to(of.as_str()),
        is_long: part.number.is_some_and(|number| number > 99),
        headed: part.heading().is_some(),
        label: of.clone(),
        html: html(part),
        acts: lines.setting.is_open().then(|| acts(lines, part, of)),
        all: all(lines, part, &said),
        tops: tops(lines, &said),
        amendments: shown,
        named,
    }
}

/// The words of a part. Its heading is one of the second level, whichever it is in the text.
pub fn html(part: &Part<'_>) -> String {
    let first_heading = match part.blocks[0].content.kind {
        Kind::Heading(1) => 2,
        _ => 1,
    };
    let frame = Frame {
        first_heading,
        lines: Numbers::Free,
    };
    blocks_html(part.blocks, frame)
}

/// A remark is about the part as a whole. What is amended is its one block, or all that stands under its
/// heading.
fn acts(lines: &Lines<'_>, part: &Part<'_>, of: String) -> Acts {
    let (paths, proposal) = (lines.setting.paths(), lines.setting.proposal);
    let clause = Clause::Block(part.anchor());
    let amendment = match part.only_block() {
        Some(block) => addresses::new_amendment(paths, proposal, &Clause::Block(block.anchor)),
        None => addresses::new_amendment(paths, proposal, &clause),
    };
    Acts {
        remark: addresses::new_remark(paths, proposal, &clause),
        amendment,
        of,
    }
}

/// The remarks that most agree with; of equals the later ones.
fn tops(lines: &Lines<'_>, said: &[&Remark]) -> Vec<Line> {
    let talk = lines.talk;
    let mut tops: Vec<&Remark> = said
        .iter()
        .copied()
        .filter(|it| it.kind != RemarkKind::Amendment && it.same_as.is_none() && talk.begins(it))
        .collect();
    tops.sort_by_key(|it| Reverse((talk.stances(it).supporters, it.number)));
    tops.truncate(IN_MARGIN);
    let line = |remark: &Remark| lines.line(remark, Measure::Beginning);
    tops.into_iter().map(line).collect()
}

/// The open amendments that most support: those in full, those that are only named.
fn amendments(lines: &Lines<'_>, said: &[&Remark]) -> (Vec<Amended>, Vec<Named>) {
    let talk = lines.talk;
    let mut open: Vec<&Remark> = said.iter().copied().filter(|it| talk.is_open(it)).collect();
    open.sort_by_key(|it| Reverse((talk.stances(it).supporters, it.number)));
    let mut shown = Vec::new();
    let mut named = Vec::new();
    for remark in open {
        let full = (shown.len() < IN_FULL)
            .then(|| lines.amended(remark))
            .flatten();
        match full {
            Some(amended) => shown.push(amended),
            None if named.len() < NAMED => named.extend(name(lines, remark)),
            None => {}
        }
    }
    (shown, named)
}

fn name(lines: &Lines<'_>, remark: &Remark) -> Option<Named> {
    let line = lines.line(remark, Measure::Beginning);
    Some(Named {
        other: lines.other(remark)?,
        beginning: crate::reading::words::beginning(&remark.body, 90),
        votes: line.votes,
        tag: line.tag,
    })
}

fn all(lines: &Lines<'_>, part: &Part<'_>, said: &[&Remark]) -> Option<(String, String)> {
    if said.is_empty() {
        return None;
    }
    let setting = lines.setting;
    let clause = Clause::Block(part.anchor());
    Some((
        setting.m().read_all_at_clause(said.len()),
        setting.paths().clause(setting.proposal, &clause),
    ))
}
