//! The report as PDF: the same parts in the same order as on the page.

use wiec_kit::messages::{Messages, messages};
use wiec_papers::{Flow, Look, Report, Span, report as set};

use crate::ReportError;
use crate::consultation::ConsultationReport;
use crate::summary::Summary;
use crate::told::{Remark, Told, Wording};
use crate::wording::{Change, Line};

/// Sets the report as PDF/UA-1. A wording that shall change stands there twice, as it is with what goes
/// struck, and as it would be with what is new underlined: marks alone say nothing to those who listen.
///
/// The same report gives the same bytes. It takes a core some seconds for a thousand remarks.
///
/// # Errors
///
/// [`ReportError::Paper`] only if the template itself is broken.
pub fn pdf(report: &ConsultationReport) -> Result<Vec<u8>, ReportError> {
    let m = messages(report.lang);
    let paper = Report {
        lang: report.lang,
        kind: m.report_title().to_owned(),
        title: report.proposal.clone(),
        owner: report.congress.clone(),
        contents: m.report_contents().to_owned(),
        page: m.report_page().to_owned(),
        flow: flow(report, m),
    };
    let made = report.dates.report_made;
    let identity = format!("wiec report {} {} {made}", report.congress, report.proposal);
    Ok(set(&paper, &identity)?)
}

fn flow(report: &ConsultationReport, m: &Messages) -> Vec<Flow> {
    let told = Told::of(report);
    let mut flow = summary(report, &told, m);
    flow.extend(consultation(report, &told, m));
    flow.push(part(m.report_remarks()));
    flow.push(Flow::Paragraph(match told.groups.is_empty() {
        true => m.report_remarks_none().to_owned(),
        false => m.report_how_to_read().to_owned(),
    }));
    for group in told.groups {
        flow.push(Flow::Section(group.heading));
        flow.extend(group.remarks.into_iter().flat_map(|it| remark(it, m)));
    }
    if !told.removed.is_empty() {
        let removed = told.removed.into_iter();
        let items = removed.map(|it| format!("{}. {}", it.heading, it.line));
        flow.push(part(m.report_removed()));
        flow.push(Flow::Paragraph(m.report_removed_about().to_owned()));
        flow.push(Flow::Items(items.collect()));
    }
    flow
}

fn part(title: &str) -> Flow {
    Flow::Part(title.to_owned())
}

fn summary(report: &ConsultationReport, told: &Told, m: &Messages) -> Vec<Flow> {
    let row = |(name, figures): (&str, [usize; 6])| {
        let figures = figures.iter().map(ToString::to_string);
        std::iter::once(name.to_owned()).chain(figures).collect()
    };
    let rows = told.summary.rows(m).into_iter().map(row).collect();
    let mut flow = vec![
        part(m.report_summary()),
        Flow::Paragraph(told.sentences.join(" ")),
        Flow::Table(Summary::head(m), rows),
    ];
    if !report.figures.is_empty() {
        flow.push(Flow::Section(m.report_figures().to_owned()));
        flow.push(Flow::Facts(report.figures.clone()));
    }
    flow
}

fn consultation(report: &ConsultationReport, told: &Told, m: &Messages) -> Vec<Flow> {
    let facts = told.facts.iter();
    let facts = facts.map(|(name, said)| ((*name).to_owned(), said.clone()));
    let mut flow = vec![
        part(m.report_consultation()),
        Flow::Facts(facts.collect()),
        Flow::Section(m.report_held().to_owned()),
        match told.held.is_empty() {
            true => Flow::Paragraph(m.report_held_none().to_owned()),
            false => Flow::Items(told.held.clone()),
        },
    ];
    if !report.team.is_empty() {
        flow.push(Flow::Section(m.report_team().to_owned()));
        flow.push(Flow::Items(report.team.clone()));
    }
    if !report.disclaimer.trim().is_empty() {
        flow.push(Flow::Paragraph(report.disclaimer.clone()));
    }
    flow
}

fn remark(remark: Remark, m: &Messages) -> Vec<Flow> {
    let facts = [
        (m.report_who_label(), remark.who),
        (m.report_received_label(), remark.received),
    ];
    let facts = facts.map(|(name, said)| (name.to_owned(), said)).to_vec();
    let mut flow = vec![Flow::Entry(remark.heading), Flow::Facts(facts)];
    flow.extend(wordings(&remark.wording, m));
    for (label, lines) in [
        (m.report_body(), remark.body),
        (m.report_reasons(), remark.reasons),
    ] {
        if !lines.is_empty() {
            let paragraphs = lines.into_iter().map(|words| {
                let look = Look::Plain;
                vec![Span { words, look }]
            });
            flow.push(Flow::Quoted(label.to_owned(), paragraphs.collect()));
        }
    }
    if !remark.same_as.is_empty() {
        let numbers = remark.same_as.iter().map(|same| same.number.to_string());
        let numbers: Vec<String> = numbers.collect();
        let words = format!("{} {}.", m.report_same_label(), numbers.join(", "));
        flow.push(Flow::Paragraph(words));
    }
    let position = remark.position.to_owned();
    flow.push(Flow::Position(
        m.report_position().to_owned(),
        position,
        remark.why,
    ));
    flow
}

fn wordings(wording: &Wording, m: &Messages) -> Vec<Flow> {
    let quoted = |label: &str, lines| Flow::Quoted(label.to_owned(), lines);
    let lines = match wording {
        Wording::None => return Vec::new(),
        Wording::Current(lines) => {
            return vec![quoted(m.report_current(), side(lines, Change::is_before))];
        }
        Wording::Changed(lines) => lines,
    };
    let (before, after) = (
        side(lines, Change::is_before),
        side(lines, Change::is_after),
    );
    let mut flow = Vec::new();
    if !before.is_empty() {
        flow.push(quoted(m.report_current(), before));
    }
    flow.push(match after.is_empty() {
        true => Flow::Facts(vec![(
            m.report_proposed().to_owned(),
            m.report_strike().to_owned(),
        )]),
        false => quoted(m.report_proposed(), after),
    });
    flow
}

/// One of the two wordings, a paragraph for each line that it has.
fn side(lines: &[Line], is_of: impl Fn(Change) -> bool) -> Vec<Vec<Span>> {
    let line = |line: &Line| -> Vec<Span> {
        let parts = line.iter().filter(|part| is_of(part.change));
        let span = |part: &crate::wording::Part| Span {
            words: part.letters.clone(),
            look: match part.change {
                Change::Kept => Look::Plain,
                Change::Deleted | Change::MovedAway => Look::Struck,
                Change::Inserted | Change::MovedHere => Look::Underlined,
            },
        };
        parts.map(span).collect()
    };
    lines
        .iter()
        .map(line)
        .filter(|line| !line.is_empty())
        .collect()
}
