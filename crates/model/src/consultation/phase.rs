//! How far a consultation has come.

use jiff::civil::Date;

use super::{Consultation, Profile};

/// How far a consultation has come. Remarks are taken while it is [`Phase::Open`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// It has not begun.
    Before,
    /// Remarks are taken.
    Open,
    /// No more are taken, and there is no report yet.
    AwaitingReport,
    /// The report is published.
    Over,
}

impl Phase {
    /// All of them, in their order.
    pub const ALL: [Self; 4] = [Self::Before, Self::Open, Self::AwaitingReport, Self::Over];

    /// The key in messages.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::Open => "open",
            Self::AwaitingReport => "awaiting_report",
            Self::Over => "over",
        }
    }
}

impl Consultation {
    /// How far it has come on a day.
    ///
    /// Where no first day is set, a consultation by law has not begun, since nobody can tell from
    /// when its days count; one without a profile is open at once. Where no last day is set, it is
    /// open until there is one.
    #[must_use]
    pub fn phase(&self, today: Date) -> Phase {
        let has_come = |day: Option<Date>| day.is_some_and(|day| day <= today);
        let has_begun =
            has_come(self.opens_on) || (self.opens_on.is_none() && self.profile == Profile::None);
        let has_ended = self.closes_on.is_some_and(|last| last < today);
        match (has_begun, has_ended) {
            (_, true) if has_come(self.report_published_on) => Phase::Over,
            (true, true) => Phase::AwaitingReport,
            (true, false) => Phase::Open,
            (false, _) => Phase::Before,
        }
    }
}
