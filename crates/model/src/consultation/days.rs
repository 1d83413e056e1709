//! How days of a term are counted.
//!
//! The day of the event is not counted, and the term ends when the last day is over: code of
//! administrative procedure, art. 57 § 1 (civil code, art. 111 § 2, counts alike). Neither act on
//! consultations has a way of its own, and commentators apply the code to such terms.
//!
//! A term that ends on a Saturday or a holiday is *not* moved to the next working day, as art. 57 § 4
//! would have it for acts in proceedings. Whether that holds for a report or a closing day is not
//! settled by what we read; and whoever keeps the earlier day keeps the later one too.

use jiff::Span;
use jiff::civil::Date;

/// The last day of a term of so many days after an event: 35 days after 1 March is 5 April.
#[must_use]
pub fn last_day(event: Date, days: u32) -> Date {
    let span = Span::new().try_days(i64::from(days));
    span.map_or(Date::MAX, |span| event.saturating_add(span))
}

/// The latest day of an event for a term of so many days to end on `last`.
#[must_use]
pub fn latest_event(last: Date, days: u32) -> Date {
    let span = Span::new().try_days(i64::from(days));
    span.map_or(Date::MIN, |span| last.saturating_sub(span))
}

/// How many days a term has that follows an event and ends with the day `last`; negative, if that is
/// before the event.
#[must_use]
pub fn between(event: Date, last: Date) -> i32 {
    (last - event).get_days()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_day_of_the_event_is_not_counted() {
        for (event, days, last) in [
            // Across the change to summer time, and back.
            (date(2026, 3, 1), 35, date(2026, 4, 5)),
            (date(2026, 10, 1), 35, date(2026, 11, 5)),
            // Across 29 February, and where there is none.
            (date(2028, 2, 1), 35, date(2028, 3, 7)),
            (date(2026, 2, 1), 35, date(2026, 3, 8)),
            // Over the end of a year; 29 December 2019 is a Sunday, and stays.
            (date(2019, 11, 29), 30, date(2019, 12, 29)),
            (date(2026, 12, 15), 30, date(2027, 1, 14)),
            (date(2026, 5, 4), 0, date(2026, 5, 4)),
        ] {
            assert_eq!(last_day(event, days), last, "{days} days after {event}");
            assert_eq!(latest_event(last, days), event, "{days} days before {last}");
            assert_eq!(between(event, last), i32::try_from(days).unwrap());
        }
        assert_eq!(between(date(2026, 3, 2), date(2026, 3, 1)), -1);
    }

    proptest! {
        #[test]
        fn a_term_is_as_long_as_it_was_made(offset in 0_u32..40_000, days in 0_u32..2_000) {
            let event = last_day(date(1990, 1, 1), offset);
            let last = last_day(event, days);
            prop_assert_eq!(between(event, last), i32::try_from(days).unwrap());
            prop_assert_eq!(latest_event(last, days), event);
            prop_assert_eq!(last_day(event, days + 1), last.tomorrow().unwrap());
        }
    }
}
