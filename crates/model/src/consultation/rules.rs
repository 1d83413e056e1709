//! What each law asks of a consultation, with its source. The table is all there is: what it does not
//! say is not asked.

use jiff::civil::{Date, date};

use super::{FormKind, Medium, NoticeItem, Profile};

/// One thing that a law asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// What.
    pub demand: Demand,
    /// Where the law says so.
    pub source: Source,
}

/// What can be asked of a consultation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Demand {
    /// The notice is published in all these ways.
    NoticeIn(&'static [Medium]),
    /// The notice tells all this.
    NoticeSays(&'static [NoticeItem]),
    /// The notice is published no later than on the first day.
    NoticeByStart,
    /// Remarks are taken for at least so many days.
    RemarksFor {
        /// How many.
        days: u32,
        /// After which event.
        from: CountedFrom,
    },
    /// Beside remarks in writing there are forms of so many different kinds.
    FurtherForms {
        /// How many.
        least: u32,
        /// Of which kinds.
        of: &'static [FormKind],
    },
    /// There is a summary in plain language.
    PlainSummary,
    /// Every remark gets a position with reasons.
    AnswerEach,
    /// The report is published within so many days after the last day.
    ReportWithin {
        /// How many.
        days: u32,
    },
}

impl Demand {
    /// The key in messages.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::NoticeIn(_) => "notice_in",
            Self::NoticeSays(_) => "notice_says",
            Self::NoticeByStart => "notice_by_start",
            Self::RemarksFor { .. } => "remarks_for",
            Self::FurtherForms { .. } => "further_forms",
            Self::PlainSummary => "plain_summary",
            Self::AnswerEach => "answer_each",
            Self::ReportWithin { .. } => "report_within",
        }
    }
}

/// The event after which days are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountedFrom {
    /// The day of the notice.
    Notice,
    /// The first day of the consultation.
    Start,
}

/// Where a rule stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// In which act.
    pub act: Act,
    /// In which of its provisions, as Polish lawyers cite it: "art. 6 ust. 5".
    pub provision: &'static str,
    /// Since when it has the wording that was read, where that matters.
    pub wording_from: Option<Date>,
}

/// An act of law. The interface has its full name in each language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Act {
    /// Of 6 December 2006 on the principles of development policy.
    DevelopmentPolicy,
    /// Of 9 October 2015 on revitalisation.
    Revitalisation,
    /// Of 14 June 1960: the code of administrative procedure.
    AdministrativeProcedure,
}

impl Act {
    /// All of them.
    pub const ALL: [Self; 3] = [
        Self::DevelopmentPolicy,
        Self::Revitalisation,
        Self::AdministrativeProcedure,
    ];

    /// The key in messages.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::DevelopmentPolicy => "development_policy",
            Self::Revitalisation => "revitalisation",
            Self::AdministrativeProcedure => "administrative_procedure",
        }
    }
}

/// By which provision the days of all rules are counted; see [`super::days`].
pub const COUNTING: Source = Source {
    act: Act::AdministrativeProcedure,
    provision: "art. 57 § 1",
    wording_from: None,
};

const DEVELOPMENT_POLICY_6: Source = Source {
    act: Act::DevelopmentPolicy,
    provision: "art. 6",
    wording_from: None,
};

const fn revitalisation(provision: &'static str) -> Source {
    Source {
        act: Act::Revitalisation,
        provision,
        wording_from: Some(date(2023, 9, 24)),
    }
}

const fn development_policy(demand: Demand) -> Rule {
    Rule {
        demand,
        source: DEVELOPMENT_POLICY_6,
    }
}

const DEVELOPMENT_POLICY: [Rule; 5] = [
    development_policy(Demand::NoticeIn(&[Medium::Website])),
    development_policy(Demand::NoticeSays(&NoticeItem::ALL)),
    development_policy(Demand::RemarksFor {
        days: 35,
        from: CountedFrom::Notice,
    }),
    development_policy(Demand::AnswerEach),
    development_policy(Demand::ReportWithin { days: 30 }),
];

/// No day for the report and no answer to each remark: what we read of the act has neither.
const REVITALISATION: [Rule; 5] = [
    Rule {
        demand: Demand::NoticeIn(&[
            Medium::Press,
            Medium::Board,
            Medium::Bulletin,
            Medium::Customary,
        ]),
        source: revitalisation("art. 6 ust. 2"),
    },
    Rule {
        demand: Demand::NoticeByStart,
        source: revitalisation("art. 6 ust. 2"),
    },
    Rule {
        demand: Demand::PlainSummary,
        source: revitalisation("art. 6"),
    },
    Rule {
        demand: Demand::FurtherForms {
            least: 2,
            of: &FormKind::ALL,
        },
        source: revitalisation("art. 6 ust. 3 pkt 2, ust. 4"),
    },
    Rule {
        demand: Demand::RemarksFor {
            days: 35,
            from: CountedFrom::Start,
        },
        source: revitalisation("art. 6 ust. 5"),
    },
];

/// The rules of a profile.
pub(super) const fn of(profile: Profile) -> &'static [Rule] {
    match profile {
        Profile::None => &[],
        Profile::DevelopmentPolicy => &DEVELOPMENT_POLICY,
        Profile::Revitalisation => &REVITALISATION,
    }
}

/// How many days a profile gives for the report.
pub(super) fn report_days(profile: Profile) -> Option<u32> {
    of(profile).iter().find_map(|rule| match rule.demand {
        Demand::ReportWithin { days } => Some(days),
        _ => None,
    })
}

/// For how many days remarks are taken, and after which event.
pub(super) fn remark_days(profile: Profile) -> Option<(u32, CountedFrom)> {
    of(profile).iter().find_map(|rule| match rule.demand {
        Demand::RemarksFor { days, from } => Some((days, from)),
        _ => None,
    })
}
