//! The consultation clock: what the law asks of a public consultation, what was done, what is missing
//! and by when.
//!
//! The office fills a [`Consultation`] in step by step; [`check`] holds it against the rules of its
//! [`Profile`], which are data with their source. Days are those of the calendar in the congress'
//! zone, and `today` is an argument. What is counted how stands in [`days`]. It is no legal advice:
//! where the sources that we read name no day, there is no rule, and none is guessed.

mod check;
pub mod days;
mod phase;
mod problems;
mod rules;

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::congress::Zone;

pub use check::{Lack, Requirement, Standing, State, check, is_green};
pub use phase::Phase;
pub use problems::{Fault, Field, Problem};
pub use rules::{Act, COUNTING, CountedFrom, Demand, Rule, Source};

/// Which law a consultation follows.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Profile {
    /// None: the organisers keep their own promises.
    #[default]
    None,
    /// The act on the principles of development policy, art. 6: strategies and public policies.
    DevelopmentPolicy,
    /// The revitalisation act, art. 6, in its wording from 24 September 2023.
    Revitalisation,
}

impl Profile {
    /// All of them, in the order in which forms offer them.
    pub const ALL: [Self; 3] = [Self::DevelopmentPolicy, Self::Revitalisation, Self::None];

    /// The key in forms and messages.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::DevelopmentPolicy => "development_policy",
            Self::Revitalisation => "revitalisation",
        }
    }

    /// What the law asks for, in the order in which it is done.
    #[must_use]
    pub const fn rules(self) -> &'static [Rule] {
        rules::of(self)
    }
}

/// A consultation as far as the office has filled it in. An untouched one is valid: no profile, no
/// days.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Consultation {
    /// Which law it follows.
    pub profile: Profile,
    /// That it is announced, when and where.
    pub notice: Option<Notice>,
    /// The first day on which remarks are taken.
    pub opens_on: Option<Date>,
    /// The last day on which remarks are taken, until its midnight. A day and not an hour, because
    /// the law counts whole days: the last one has to be over.
    pub closes_on: Option<Date>,
    /// The forms beside remarks in writing: those held, and those that are planned.
    pub forms: Vec<HeldForm>,
    /// Since when there is a summary in plain language.
    pub plain_summary_on: Option<Date>,
    /// When the report was made.
    pub report_made_on: Option<Date>,
    /// When the report was published.
    pub report_published_on: Option<Date>,
}

/// The announcement of a consultation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// The day on which it was published; of several ways, the day of the last one that the law
    /// asks for, because only then was it announced as it should be.
    pub on: Date,
    /// Where it can be read.
    #[serde(default)]
    pub places: Vec<NoticePlace>,
    /// What it tells.
    #[serde(default)]
    pub says: BTreeSet<NoticeItem>,
}

/// One place where a notice was published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoticePlace {
    /// What kind of place it is.
    pub medium: Medium,
    /// Which one: "Echo Dnia", "tablica ogłoszeń, Rynek 1". May be empty for one's own pages.
    #[serde(default)]
    pub name: String,
    /// Where it can be read on the web.
    #[serde(default)]
    pub link: Option<String>,
}

/// A kind of place where a notice is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Medium {
    /// One's own website.
    Website,
    /// The public information bulletin (BIP).
    Bulletin,
    /// The press.
    Press,
    /// A notice board: in the area, and at the office.
    Board,
    /// As is customary in the town.
    Customary,
}

impl Medium {
    /// All of them, in the order in which forms offer them.
    pub const ALL: [Self; 5] = [
        Self::Website,
        Self::Bulletin,
        Self::Press,
        Self::Board,
        Self::Customary,
    ];

    /// The key in forms and messages.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Website => "website",
            Self::Bulletin => "bulletin",
            Self::Press => "press",
            Self::Board => "board",
            Self::Customary => "customary",
        }
    }

    /// Whether it is a page of the organisers' own, which needs no name to be found.
    #[must_use]
    pub const fn is_own(self) -> bool {
        matches!(self, Self::Website | Self::Bulletin)
    }
}

/// One thing that a notice has to tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoticeItem {
    /// Until when remarks are taken.
    Deadline,
    /// How remarks are sent.
    WayOfSending,
    /// Where and when people meet.
    Meetings,
}

impl NoticeItem {
    /// All of them, in the order in which forms offer them.
    pub const ALL: [Self; 3] = [Self::Deadline, Self::WayOfSending, Self::Meetings];

    /// The key in forms and messages.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Deadline => "deadline",
            Self::WayOfSending => "way_of_sending",
            Self::Meetings => "meetings",
        }
    }
}

/// A form of consultation beside remarks in writing, which Wiec takes in any case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FormKind {
    /// A meeting.
    Meeting,
    /// A debate.
    Debate,
    /// A workshop.
    Workshop,
    /// A study walk.
    StudyWalk,
    /// A survey.
    Survey,
    /// Interviews.
    Interview,
    /// A group that represents those concerned.
    RepresentativeGroup,
    /// Remarks that are spoken and written down.
    OralRemarks,
}

impl FormKind {
    /// All of them, in the order of the law.
    pub const ALL: [Self; 8] = [
        Self::Meeting,
        Self::Debate,
        Self::Workshop,
        Self::StudyWalk,
        Self::Survey,
        Self::Interview,
        Self::RepresentativeGroup,
        Self::OralRemarks,
    ];

    /// The key in forms and messages.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Meeting => "meeting",
            Self::Debate => "debate",
            Self::Workshop => "workshop",
            Self::StudyWalk => "study_walk",
            Self::Survey => "survey",
            Self::Interview => "interview",
            Self::RepresentativeGroup => "representative_group",
            Self::OralRemarks => "oral_remarks",
        }
    }
}

/// A form that was held, or is planned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldForm {
    /// Which form.
    pub kind: FormKind,
    /// On which day.
    pub on: Date,
    /// Where.
    #[serde(default)]
    pub place: Option<String>,
    /// What there is to say about it: how many came, where the minutes are.
    #[serde(default)]
    pub note: Option<String>,
    /// The session of the congress that it was.
    #[serde(default)]
    pub session: Option<Uuid>,
}

impl Consultation {
    /// The moment from which no more remarks are taken: the midnight that ends the last day, by the
    /// clocks of `zone`. Nothing, if no last day is set.
    #[must_use]
    pub fn closes_at(&self, zone: &Zone) -> Option<Timestamp> {
        let next = self.closes_on?.tomorrow().ok()?;
        zone.rules().to_timestamp(next.at(0, 0, 0, 0)).ok()
    }

    /// Within how many days after the last one its law wants the report; nothing, if it sets no term.
    #[must_use]
    pub fn report_days(&self) -> Option<u32> {
        rules::report_days(self.profile)
    }
}
