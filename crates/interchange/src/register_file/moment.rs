//! Times in days of the congress: day 1 is its first, 0 the eve, -34 five weeks before.

use std::str::FromStr;

use jiff::civil::{Date, Time};
use jiff::{Span, Timestamp};
use wiec_model::Zone;

/// A day, counted from the first of the congress, which is 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct DayNumber(i16);

impl DayNumber {
    /// The date, where the congress begins on `first`.
    #[must_use]
    pub fn on(self, first: Date) -> Date {
        first.saturating_add(Span::new().days(i64::from(self.0) - 1))
    }
}

impl FromStr for DayNumber {
    type Err = NotADay;

    fn from_str(words: &str) -> Result<Self, NotADay> {
        let number = words.parse().ok().map(Self);
        number.ok_or_else(|| NotADay(words.to_owned()))
    }
}

/// An hour of a day, by the clocks of the congress.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    day: DayNumber,
    time: Time,
}

impl Moment {
    /// The instant, where the congress begins on `first`. An hour that the clocks skip is the one
    /// after it.
    #[must_use]
    pub fn at(self, first: Date, zone: &Zone) -> Option<Timestamp> {
        let local = self.day.on(first).to_datetime(self.time);
        zone.rules().to_timestamp(local).ok()
    }
}

impl FromStr for Moment {
    type Err = NotAMoment;

    fn from_str(words: &str) -> Result<Self, NotAMoment> {
        let read = || {
            let (day, time) = words.split_once(' ')?;
            Some(Self {
                day: day.parse().ok()?,
                time: crate::congress_file::parse_time(time)?,
            })
        };
        read().ok_or_else(|| NotAMoment(words.to_owned()))
    }
}

/// What was offered as a day is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotADay(String);

impl std::fmt::Display for NotADay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "\"{}\" is not a day; write \"1\" for the first day of the congress, \"0\" for its eve, \"-34\"",
            self.0
        )
    }
}

/// What was offered as a day and hour is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotAMoment(String);

impl std::fmt::Display for NotAMoment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "\"{}\" is not a day and hour; write \"1 15:41\": a day of the congress, and the time by its clocks",
            self.0
        )
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn days_are_counted_from_the_first_which_is_one() {
        let first = date(2019, 11, 14);
        for (words, expected) in [
            ("1", date(2019, 11, 14)),
            ("2", date(2019, 11, 15)),
            ("0", date(2019, 11, 13)),
            ("-34", date(2019, 10, 10)),
            ("16", date(2019, 11, 29)),
        ] {
            assert_eq!(words.parse::<DayNumber>().unwrap().on(first), expected);
        }
        // Before and after the clocks are put back.
        for (words, expected) in [
            ("-34 12:00", "2019-10-10T10:00:00Z"),
            ("1 15:41", "2019-11-14T14:41:00Z"),
        ] {
            let at = words.parse::<Moment>().unwrap().at(first, &Zone::default());
            assert_eq!(at.unwrap().to_string(), expected);
        }
        for words in ["", "1", "1 25:00", "x 12:00", "15:41"] {
            assert!(words.parse::<Moment>().is_err(), "{words}");
        }
    }
}
