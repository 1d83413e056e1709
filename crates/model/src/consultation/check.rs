//! How a consultation stands against the rules of its profile on a day.

use jiff::Timestamp;
use jiff::civil::Date;

use super::rules::{CountedFrom, Demand, Rule, remark_days, report_days};
use super::{Consultation, FormKind, Medium, NoticeItem, days};
use crate::congress::Zone;

/// What is known of a consultation beside what the office filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The day, by the calendar in the congress' zone.
    pub today: Date,
    /// How many remarks there are that need a position.
    pub remarks: u32,
    /// How many of them have none.
    pub unanswered: u32,
}

impl Standing {
    /// The standing at a moment, by the clocks of `zone`.
    #[must_use]
    pub fn at(now: Timestamp, zone: &Zone, remarks: u32, unanswered: u32) -> Self {
        Self {
            today: zone.rules().to_datetime(now).date(),
            remarks,
            unanswered,
        }
    }
}

/// A rule, and how it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requirement {
    /// The rule.
    pub rule: Rule,
    /// Whether it is kept.
    pub state: State,
    /// What exactly is lacking, also where there is time yet. Empty, if the rule is kept.
    pub lacks: Vec<Lack>,
}

/// Whether a rule is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It is.
    Met,
    /// Not yet, and there is time.
    DueBy {
        /// The last day on which it is in time.
        last: Date,
        /// How many days are left after today: 0 on the last day.
        days_left: u32,
    },
    /// It is not, and it is late. Of the days for remarks: it closes before `by`, the earliest day
    /// that the law allows.
    Missing {
        /// The day by which it should have been kept.
        by: Date,
    },
    /// There is nothing to be done yet, or a day has to be set first.
    NotYet,
}

impl State {
    /// The key in messages and class names.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::DueBy { .. } => "due_by",
            Self::Missing { .. } => "missing",
            Self::NotYet => "not_yet",
        }
    }
}

/// What is lacking for a rule to be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// The notice.
    Notice,
    /// A place where the notice has to be.
    Medium(Medium),
    /// Something that the notice has to tell.
    NoticeItem(NoticeItem),
    /// The first day is not set.
    FirstDay,
    /// The last day is not set.
    LastDay,
    /// So many days for remarks.
    Days(u32),
    /// So many further kinds of forms. Planned ones still count as lacking.
    Forms(u32),
    /// The plain summary.
    PlainSummary,
    /// Positions on so many remarks.
    Answers(u32),
    /// The report.
    Report,
    /// Nothing any more, but it came so many days late.
    Late(u32),
}

/// Holds a consultation against each rule of its profile, in their order. Without a profile there is
/// none.
#[must_use]
pub fn check(consultation: &Consultation, standing: Standing) -> Vec<Requirement> {
    let view = View {
        it: consultation,
        standing,
    };
    let rules = consultation.profile.rules().iter();
    rules
        .map(|&rule| {
            let (state, lacks) = view.judge(rule.demand);
            Requirement { rule, state, lacks }
        })
        .collect()
}

/// Whether nothing is late: each rule is kept, or there is time yet.
#[must_use]
pub fn is_green(requirements: &[Requirement]) -> bool {
    let is_late = |it: &Requirement| matches!(it.state, State::Missing { .. });
    !requirements.iter().any(is_late)
}

type Judgement = (State, Vec<Lack>);

struct View<'a> {
    it: &'a Consultation,
    standing: Standing,
}

impl View<'_> {
    fn judge(&self, demand: Demand) -> Judgement {
        match demand {
            Demand::NoticeIn(media) => self.notice(|notice| {
                let has = |medium| notice.places.iter().any(|place| place.medium == medium);
                let lacking = media.iter().filter(|&&medium| !has(medium));
                lacking.map(|&medium| Lack::Medium(medium)).collect()
            }),
            Demand::NoticeSays(items) => self.notice(|notice| {
                let lacking = items.iter().filter(|&item| !notice.says.contains(item));
                lacking.map(|&item| Lack::NoticeItem(item)).collect()
            }),
            Demand::NoticeByStart => self.notice_by_start(),
            Demand::RemarksFor { days, from } => self.remarks_for(days, from),
            Demand::FurtherForms { least, of } => self.further_forms(least, of),
            Demand::PlainSummary => self.done_by(
                self.it.plain_summary_on,
                // The sources name no day; it helps from the first one on.
                self.it.opens_on.ok_or(Lack::FirstDay),
                Lack::PlainSummary,
            ),
            Demand::AnswerEach => self.answer_each(),
            Demand::ReportWithin { days } => self.report_within(days),
        }
    }

    /// What a published notice lacks. One that is dated tomorrow is none yet.
    fn notice(&self, lacking: impl Fn(&super::Notice) -> Vec<Lack>) -> Judgement {
        let published = self.it.notice.as_ref();
        let published = published.filter(|notice| notice.on <= self.standing.today);
        let lacks = published.map_or_else(|| vec![Lack::Notice], lacking);
        self.due(lacks, self.notice_due())
    }

    /// The last day on which a notice leaves people the days that the law gives them.
    fn notice_due(&self) -> Result<Date, Lack> {
        let counted = match remark_days(self.it.profile) {
            Some((days, CountedFrom::Notice)) => {
                let last = self.it.closes_on;
                last.map(|last| days::latest_event(last, days))
            }
            _ => None,
        };
        let both = self.it.opens_on.into_iter().chain(counted);
        both.min().ok_or(Lack::FirstDay)
    }

    fn notice_by_start(&self) -> Judgement {
        let published = self.it.notice.as_ref().map(|notice| notice.on);
        let first = self.it.opens_on.ok_or(Lack::FirstDay);
        self.done_by(published, first, Lack::Notice)
    }

    fn remarks_for(&self, least: u32, from: CountedFrom) -> Judgement {
        let (Some(event), Some(last)) = (self.it.event(from), self.it.closes_on) else {
            let event = self.it.event(from).is_none().then_some(match from {
                CountedFrom::Notice => Lack::Notice,
                CountedFrom::Start => Lack::FirstDay,
            });
            let last = self.it.closes_on.is_none().then_some(Lack::LastDay);
            return (State::NotYet, event.into_iter().chain(last).collect());
        };
        let by = days::last_day(event, least);
        match positive(days::between(last, by)) {
            0 => (State::Met, Vec::new()),
            short => (State::Missing { by }, vec![Lack::Days(short)]),
        }
    }

    fn further_forms(&self, least: u32, of: &[FormKind]) -> Judgement {
        let is_held = |kind: &FormKind| {
            let mut forms = self.it.forms.iter().filter(|form| form.kind == *kind);
            forms.any(|form| form.on <= self.standing.today && self.it.covers(form.on))
        };
        let held = of.iter().filter(|kind| is_held(kind)).count();
        let held = u32::try_from(held).unwrap_or(u32::MAX);
        let lacks = match least.saturating_sub(held) {
            0 => Vec::new(),
            more => vec![Lack::Forms(more)],
        };
        self.due(lacks, self.it.closes_on.ok_or(Lack::LastDay))
    }

    fn answer_each(&self) -> Judgement {
        match (self.standing.remarks, self.standing.unanswered) {
            (0, 0) if !self.has_ended() => (State::NotYet, Vec::new()),
            (_, 0) => (State::Met, Vec::new()),
            (_, unanswered) => self.due(vec![Lack::Answers(unanswered)], self.report_due()),
        }
    }

    fn report_within(&self, days: u32) -> Judgement {
        if !self.has_ended() {
            let lacks = self.it.closes_on.is_none().then_some(Lack::LastDay);
            return (State::NotYet, lacks.into_iter().collect());
        }
        let due = self.it.closes_on.ok_or(Lack::LastDay);
        let due = due.map(|last| days::last_day(last, days));
        self.done_by(self.it.report_published_on, due, Lack::Report)
    }

    fn report_due(&self) -> Result<Date, Lack> {
        let last = self.it.closes_on.ok_or(Lack::LastDay)?;
        Ok(report_days(self.it.profile).map_or(last, |days| days::last_day(last, days)))
    }

    fn has_ended(&self) -> bool {
        let last = self.it.closes_on;
        last.is_some_and(|last| last < self.standing.today)
    }

    /// Something that is done on a day, and in time or late.
    fn done_by(&self, done: Option<Date>, due: Result<Date, Lack>, lack: Lack) -> Judgement {
        match (done.filter(|&day| day <= self.standing.today), due) {
            (Some(day), Ok(by)) if by < day => {
                let late = positive(days::between(by, day));
                (State::Missing { by }, vec![Lack::Late(late)])
            }
            (Some(_), _) => (State::Met, Vec::new()),
            (None, due) => self.due(vec![lack], due),
        }
    }

    /// What is lacking, by a day; or by one that cannot be told before something else is set.
    fn due(&self, mut lacks: Vec<Lack>, due: Result<Date, Lack>) -> Judgement {
        if lacks.is_empty() {
            return (State::Met, lacks);
        }
        let today = self.standing.today;
        let state = match due {
            Ok(by) if by < today => State::Missing { by },
            Ok(last) => State::DueBy {
                last,
                days_left: positive(days::between(today, last)),
            },
            Err(unset) => {
                lacks.push(unset);
                State::NotYet
            }
        };
        (state, lacks)
    }
}

/// A number of days, where those that have passed count nothing.
fn positive(days: i32) -> u32 {
    u32::try_from(days).unwrap_or(0)
}
