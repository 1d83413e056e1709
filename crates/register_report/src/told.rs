//! A report in its words: what the page, the paper and the document say, once for all three.

use std::collections::BTreeMap;

use jiff::civil::Date;
use wiec_kit::dates::long_date;
use wiec_kit::messages::{Messages, messages};

use crate::consultation::ConsultationReport;
use crate::remark::{About, Decision, Proposed, Published, ReportedRemark, Standing};
use crate::summary::Summary;
use crate::wording::{Line, changes};
use crate::words;

/// A report whose words are all there.
pub(crate) struct Told {
    /// Sentences on how much came in.
    pub(crate) sentences: Vec<String>,
    pub(crate) summary: Summary,
    /// Names with what is said of each.
    pub(crate) facts: Vec<(&'static str, String)>,
    pub(crate) held: Vec<String>,
    pub(crate) groups: Vec<Group>,
    pub(crate) removed: Vec<Removed>,
}

/// The remarks on one clause.
pub(crate) struct Group {
    /// A word for addresses: `p4`, `text`.
    pub(crate) id: String,
    pub(crate) heading: String,
    pub(crate) count: String,
    pub(crate) remarks: Vec<Remark>,
}

/// A remark in words.
pub(crate) struct Remark {
    pub(crate) number: u32,
    pub(crate) heading: String,
    pub(crate) who: String,
    pub(crate) received: String,
    pub(crate) wording: Wording,
    pub(crate) body: Vec<String>,
    pub(crate) reasons: Vec<String>,
    pub(crate) position: &'static str,
    pub(crate) decision: Option<Decision>,
    pub(crate) why: Vec<String>,
    /// Numbers, and whether the report has a remark of each that can be linked to.
    pub(crate) same_as: Vec<Same>,
}

/// A remark that says the same as another.
pub(crate) struct Same {
    pub(crate) number: u32,
    pub(crate) is_here: bool,
}

/// What is shown of the wordings.
pub(crate) enum Wording {
    /// There is none.
    None,
    /// The one that the remark is about.
    Current(Vec<Line>),
    /// That and the one that it wants.
    Changed(Vec<Line>),
}

/// What is left of a remark that was removed.
pub(crate) struct Removed {
    pub(crate) number: u32,
    pub(crate) heading: String,
    pub(crate) line: String,
}

impl Told {
    pub(crate) fn of(report: &ConsultationReport) -> Self {
        let m = messages(report.lang);
        let summary = Summary::of(&report.remarks);
        let day = |date: Date| long_date(date, report.lang);
        let held = report.held.iter();
        Self {
            sentences: sentences(&summary, m),
            summary,
            facts: facts(report, m),
            held: held
                .map(|it| format!("{}: {}", day(it.on), it.words))
                .collect(),
            groups: groups(report, m),
            removed: removed(report, m),
        }
    }
}

fn sentences(summary: &Summary, m: &Messages) -> Vec<String> {
    let (published, open, removed) = (summary.published(), summary.open(), summary.removed);
    let mut sentences = vec![m.report_received_count(published + removed, published + removed)];
    if published > 0 {
        sentences.push(m.report_open_count(open, open));
    }
    if removed > 0 {
        sentences.push(m.report_removed_count(removed, removed));
    }
    sentences
}

fn facts(report: &ConsultationReport, m: &Messages) -> Vec<(&'static str, String)> {
    let day = |date: Option<Date>| date.map_or(String::new(), |it| long_date(it, report.lang));
    let dates = report.dates;
    let mut facts = vec![
        (m.report_theme(), report.theme.clone()),
        (m.report_legal_basis(), report.legal_basis.clone()),
    ];
    let versions = report.versions.iter();
    facts.extend(versions.map(|words| (m.report_version(), words.clone())));
    facts.extend([
        (m.report_noticed(), day(dates.notice)),
        (m.report_opened(), day(dates.opened)),
        (m.report_closed(), day(dates.closed)),
        (m.report_due(), day(dates.report_due)),
        (m.report_made(), day(Some(dates.report_made))),
    ]);
    facts.retain(|(_, said)| !said.trim().is_empty());
    facts
}

/// Remarks on the whole text first, then clause by clause in reading order, then what is not in the text.
fn groups(report: &ConsultationReport, m: &Messages) -> Vec<Group> {
    let places = report.clauses.iter().enumerate();
    let places: BTreeMap<_, _> = places.map(|(at, clause)| (clause.anchor, at)).collect();
    let rank = |about: About| match about {
        About::Whole => (0, 0),
        About::Clause(anchor) => (1, places.get(&anchor).copied().unwrap_or(usize::MAX)),
    };
    let mut by_place: BTreeMap<_, Vec<Remark>> = BTreeMap::new();
    let known = Known::of(report);
    for (remark, published) in published(&report.remarks) {
        let key = (rank(published.about), published.about);
        let told = known.remark(remark, published, m);
        by_place.entry(key).or_default().push(told);
    }
    let group = |((_, about), remarks): ((_, About), Vec<Remark>)| Group {
        id: match about {
            About::Whole => "text".to_owned(),
            About::Clause(anchor) => anchor.to_string(),
        },
        heading: match about {
            About::Whole => m.report_whole().to_owned(),
            About::Clause(anchor) => report.clause(anchor),
        },
        count: m.report_remarks_count(remarks.len(), remarks.len()),
        remarks,
    };
    by_place.into_iter().map(group).collect()
}

fn published(remarks: &[ReportedRemark]) -> impl Iterator<Item = (&ReportedRemark, &Published)> {
    remarks.iter().filter_map(|remark| match &remark.standing {
        Standing::Published(published) => Some((remark, published.as_ref())),
        Standing::Removed { .. } => None,
    })
}

/// Which numbers the report has.
struct Known<'a> {
    report: &'a ConsultationReport,
    numbers: Vec<u32>,
}

impl<'a> Known<'a> {
    fn of(report: &'a ConsultationReport) -> Self {
        let mut numbers: Vec<u32> = report.remarks.iter().map(|it| it.number).collect();
        numbers.sort_unstable();
        Self { report, numbers }
    }

    fn remark(&self, remark: &ReportedRemark, published: &Published, m: &Messages) -> Remark {
        let answer = published.answer.as_ref();
        let same = |number: &u32| Same {
            number: *number,
            is_here: self.numbers.binary_search(number).is_ok(),
        };
        let received = long_date(remark.received_on, self.report.lang);
        Remark {
            number: remark.number,
            heading: m.report_remark_heading(words::kind(published.kind, m), remark.number),
            who: words::author(published, m),
            received: m.report_received(words::channel(remark.channel, m), received),
            wording: wording(published),
            body: words::paragraphs(&published.body),
            reasons: words::paragraphs(&published.reasons),
            position: answer.map_or(m.report_open(), |it| words::decision(it.decision, m)),
            decision: answer.map(|it| it.decision),
            why: answer.map_or(Vec::new(), |it| words::paragraphs(&it.reasons)),
            same_as: published.same_as.iter().map(same).collect(),
        }
    }
}

fn wording(remark: &Published) -> Wording {
    let lines = |proposed: &str| changes(&remark.current, proposed);
    match &remark.proposed {
        Proposed::Nothing if remark.current.trim().is_empty() => Wording::None,
        Proposed::Nothing => Wording::Current(lines(&remark.current)),
        Proposed::Wording(proposed) => Wording::Changed(lines(proposed)),
        Proposed::Deletion => Wording::Changed(lines("")),
    }
}

fn removed(report: &ConsultationReport, m: &Messages) -> Vec<Removed> {
    let line = |remark: &ReportedRemark| match &remark.standing {
        Standing::Published(_) => None,
        Standing::Removed { on, reason } => Some(Removed {
            number: remark.number,
            heading: m.report_removed_heading(remark.number),
            line: m.report_removed_line(
                reason.as_str(),
                long_date(remark.received_on, report.lang),
                long_date(*on, report.lang),
            ),
        }),
    };
    report.remarks.iter().filter_map(line).collect()
}
