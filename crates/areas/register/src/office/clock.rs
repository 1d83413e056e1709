//! The consultation clock in words: each requirement with its source, how it stands, what is lacking.

use jiff::civil::Date;
use wiec_kit::dates;
use wiec_kit::messages::Messages;
use wiec_model::consultation::{
    Consultation, CountedFrom, Demand, Lack, Requirement, Source, Standing, State, check, is_green,
};

use super::words;

/// A requirement, ready for a page.
pub struct Line {
    /// The class of its row.
    pub class: &'static str,
    /// Its icon.
    pub icon: &'static str,
    /// What is asked for.
    pub what: String,
    /// Where the law says so.
    pub source: String,
    /// How it stands.
    pub state: String,
    /// The class of that.
    pub tag: &'static str,
    /// What is lacking.
    pub lacks: Vec<String>,
}

/// The clock of a consultation.
pub struct Clock {
    /// What it says in one sentence: green, or what comes next and by when.
    pub says: String,
    /// The class of that.
    pub tag: &'static str,
    /// Its requirements.
    pub lines: Vec<Line>,
}

/// Reads the clock; `None` for a consultation that follows no law.
pub fn read(it: &Consultation, standing: Standing, m: &Messages) -> Option<Clock> {
    let requirements = check(it, standing);
    if requirements.is_empty() {
        return None;
    }
    let (says, tag) = headline(&requirements, m);
    let lines = requirements.iter().map(|it| line(it, m)).collect();
    Some(Clock { says, tag, lines })
}

/// What matters most: what is late, else what is due first, else that all is well.
fn headline(requirements: &[Requirement], m: &Messages) -> (String, &'static str) {
    let late = requirements
        .iter()
        .find(|it| matches!(it.state, State::Missing { .. }));
    if let Some(late) = late {
        let what = demand(late.rule.demand, m);
        return (m.office_clock_late(what), "is-bad");
    }
    debug_assert!(is_green(requirements));
    let due = |it: &Requirement| match it.state {
        State::DueBy { last, .. } => Some((last, demand(it.rule.demand, m))),
        _ => None,
    };
    match requirements.iter().filter_map(due).min_by_key(|it| it.0) {
        Some((last, what)) => {
            let last = dates::long_date(last, m.lang());
            (m.office_clock_next(last, what), "is-warn")
        }
        None if requirements.iter().all(|it| it.state == State::Met) => {
            (m.office_clock_all_met().to_owned(), "is-ok")
        }
        None => (m.office_clock_green().to_owned(), "is-ok"),
    }
}

fn line(it: &Requirement, m: &Messages) -> Line {
    let day = |date: Date| dates::long_date(date, m.lang());
    let (class, icon, tag, state) = match it.state {
        State::Met => ("is-met", "check", "is-ok", m.office_clock_met().to_owned()),
        State::DueBy { last, days_left } => (
            "is-due",
            "clock",
            "is-warn",
            m.office_clock_due(days_left, day(last)),
        ),
        State::Missing { by } => (
            "is-missing",
            "warn",
            "is-bad",
            m.office_clock_missing(day(by)),
        ),
        State::NotYet => (
            "is-later",
            "calendar",
            "",
            m.office_clock_not_yet().to_owned(),
        ),
    };
    Line {
        class,
        icon,
        what: demand(it.rule.demand, m),
        source: source(it.rule.source, m),
        state,
        tag,
        lacks: it.lacks.iter().map(|it| lack(*it, m)).collect(),
    }
}

/// What a law asks for.
pub fn demand(it: Demand, m: &Messages) -> String {
    match it {
        Demand::NoticeIn(media) => {
            let media: Vec<&str> = media.iter().map(|it| words::medium(*it, m)).collect();
            m.office_demand_notice_in(media.join(", "))
        }
        Demand::NoticeSays(items) => {
            let items: Vec<&str> = items.iter().map(|it| words::notice_item(*it, m)).collect();
            m.office_demand_notice_says(items.join(", "))
        }
        Demand::NoticeByStart => m.office_demand_notice_by_start().to_owned(),
        Demand::RemarksFor { days, from } => match from {
            CountedFrom::Notice => m.office_demand_remarks_from_notice(days),
            CountedFrom::Start => m.office_demand_remarks_from_start(days),
        },
        Demand::FurtherForms { least, .. } => m.office_demand_further_forms(least),
        Demand::PlainSummary => m.office_demand_plain_summary().to_owned(),
        Demand::AnswerEach => m.office_demand_answer_each().to_owned(),
        Demand::ReportWithin { days } => m.office_demand_report_within(days),
    }
}

/// Where a rule stands: "ustawa o zasadach prowadzenia polityki rozwoju, art. 6".
pub fn source(it: Source, m: &Messages) -> String {
    let act = words::act(it.act, m);
    let cited = format!("{act}, {}", it.provision);
    match it.wording_from {
        Some(from) => m.office_source_wording(cited, dates::long_date(from, m.lang())),
        None => cited,
    }
}

fn lack(it: Lack, m: &Messages) -> String {
    match it {
        Lack::Notice => m.office_lack_notice().to_owned(),
        Lack::Medium(medium) => m.office_lack_medium(words::medium(medium, m)),
        Lack::NoticeItem(item) => m.office_lack_notice_item(words::notice_item(item, m)),
        Lack::FirstDay => m.office_lack_first_day().to_owned(),
        Lack::LastDay => m.office_lack_last_day().to_owned(),
        Lack::Days(days) => m.office_lack_days(days),
        Lack::Forms(forms) => m.office_lack_forms(forms),
        Lack::PlainSummary => m.office_lack_plain_summary().to_owned(),
        Lack::Answers(answers) => m.office_lack_answers(answers),
        Lack::Report => m.office_lack_report().to_owned(),
        Lack::Late(days) => m.office_lack_late(days),
    }
}
