//! What contradicts itself, or the law, in what the office types: told at the field, before it is kept.

use jiff::civil::Date;

use super::rules::{CountedFrom, remark_days};
use super::{Consultation, days};

/// What is wrong at which field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The field.
    pub field: Field,
    /// What is wrong there.
    pub fault: Fault,
}

/// A field of the form. Places and forms are counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The day of the notice.
    NoticeOn,
    /// A place of the notice.
    NoticePlace(usize),
    /// The first day.
    OpensOn,
    /// The last day.
    ClosesOn,
    /// A form that was held.
    Form(usize),
    /// Since when there is a plain summary.
    PlainSummaryOn,
    /// The day on which the report was made.
    ReportMadeOn,
    /// The day on which the report was published.
    ReportPublishedOn,
}

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The last day is before the first.
    ClosesBeforeStart,
    /// The law gives people more days.
    TooFewDays {
        /// How many they would have; negative, if it closes before it is announced.
        days: i32,
        /// How many they must have at least.
        least: u32,
        /// The earliest last day.
        earliest: Date,
    },
    /// It is announced after it has begun.
    NoticeAfterStart,
    /// A form is held on a day that is not of the consultation.
    OutsideOfPeriod,
    /// The place is not one's own pages, and has neither a name nor a link.
    Nameless,
    /// The link does not begin with `https://` or `http://`.
    NotAWebAddress,
    /// The report is of a day on which remarks are still taken.
    ReportBeforeEnd,
    /// The report is published before it is made.
    PublishedBeforeMade,
}

impl Fault {
    /// The key in messages.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::ClosesBeforeStart => "closes_before_start",
            Self::TooFewDays { .. } => "too_few_days",
            Self::NoticeAfterStart => "notice_after_start",
            Self::OutsideOfPeriod => "outside_of_period",
            Self::Nameless => "nameless",
            Self::NotAWebAddress => "not_a_web_address",
            Self::ReportBeforeEnd => "report_before_end",
            Self::PublishedBeforeMade => "published_before_made",
        }
    }
}

impl Consultation {
    /// Everything that is wrong in it, in the order of the form. What is only missing is no problem
    /// here: [`super::check`] tells it.
    #[must_use]
    pub fn problems(&self) -> Vec<Problem> {
        let mut found = Vec::new();
        self.wrong_notice(&mut found);
        self.wrong_period(&mut found);
        self.wrong_forms(&mut found);
        self.wrong_report(&mut found);
        found
    }

    fn wrong_notice(&self, found: &mut Vec<Problem>) {
        let Some(notice) = &self.notice else { return };
        if self.opens_on.is_some_and(|first| first < notice.on) {
            found.push(at(Field::NoticeOn, Fault::NoticeAfterStart));
        }
        for (index, place) in notice.places.iter().enumerate() {
            let link = place.link.as_deref().map(str::trim);
            let is_web = |link: &str| link.starts_with("https://") || link.starts_with("http://");
            if link.is_some_and(|link| !is_web(link)) {
                found.push(at(Field::NoticePlace(index), Fault::NotAWebAddress));
            } else if link.is_none() && place.name.trim().is_empty() && !place.medium.is_own() {
                found.push(at(Field::NoticePlace(index), Fault::Nameless));
            }
        }
    }

    fn wrong_period(&self, found: &mut Vec<Problem>) {
        let Some(last) = self.closes_on else { return };
        if self.opens_on.is_some_and(|first| last < first) {
            found.push(at(Field::ClosesOn, Fault::ClosesBeforeStart));
        } else if let Some(fault) = self.too_few_days(last) {
            found.push(at(Field::ClosesOn, fault));
        }
    }

    fn too_few_days(&self, last: Date) -> Option<Fault> {
        let (least, from) = remark_days(self.profile)?;
        let event = self.event(from)?;
        let earliest = days::last_day(event, least);
        let days = days::between(event, last);
        (last < earliest).then_some(Fault::TooFewDays {
            days,
            least,
            earliest,
        })
    }

    /// The day of the event after which days are counted, as far as it is known.
    pub(super) fn event(&self, from: CountedFrom) -> Option<Date> {
        match from {
            CountedFrom::Notice => self.notice.as_ref().map(|notice| notice.on),
            CountedFrom::Start => self.opens_on,
        }
    }

    fn wrong_forms(&self, found: &mut Vec<Problem>) {
        for (index, form) in self.forms.iter().enumerate() {
            if !self.covers(form.on) {
                found.push(at(Field::Form(index), Fault::OutsideOfPeriod));
            }
        }
    }

    /// Whether a day is one of the consultation, as far as its days are known.
    pub(super) fn covers(&self, day: Date) -> bool {
        self.opens_on.is_none_or(|first| first <= day)
            && self.closes_on.is_none_or(|last| day <= last)
    }

    fn wrong_report(&self, found: &mut Vec<Problem>) {
        let too_early = |day: Option<Date>| {
            day.zip(self.closes_on)
                .is_some_and(|(day, last)| day <= last)
        };
        if too_early(self.report_made_on) {
            found.push(at(Field::ReportMadeOn, Fault::ReportBeforeEnd));
        }
        let is_reversed = |(made, published): (Date, Date)| published < made;
        let both = self.report_made_on.zip(self.report_published_on);
        if too_early(self.report_published_on) {
            found.push(at(Field::ReportPublishedOn, Fault::ReportBeforeEnd));
        } else if both.is_some_and(is_reversed) {
            found.push(at(Field::ReportPublishedOn, Fault::PublishedBeforeMade));
        }
    }
}

const fn at(field: Field, fault: Fault) -> Problem {
    Problem { field, fault }
}
