//! The clock of a congress in minutes from midnight before its first day, as its walls show it.

use jiff::civil::{Date, Time};
use jiff::{SignedDuration, Timestamp};
use wiec_model::{Day, Programme, Zone};
use wiec_timetable::congress::Span;

const MINUTES_A_DAY: i64 = 24 * 60;
/// An hour before this one belongs to the night of the day before.
const NIGHT_ENDS: i8 = 5;

#[derive(Clone, Debug)]
pub(super) struct Clock {
    zone: Zone,
    first: Date,
    days: u32,
}

impl Clock {
    pub(super) fn of(programme: &Programme) -> Self {
        let dates = || programme.days.iter().map(|day| day.date);
        let first = dates().min().unwrap_or_default();
        let last = dates().max().unwrap_or_default();
        let days = first.until(last).map_or(0, |span| span.get_days());
        Self {
            zone: programme.congress.zone.clone(),
            first,
            // A late night belongs to the last day.
            days: u32::try_from(days).unwrap_or_default() + 2,
        }
    }

    /// All that is counted.
    pub(super) fn whole(&self) -> Span {
        Span {
            from: 0,
            to: self.days * MINUTES_A_DAY as u32,
        }
    }

    /// The minute of an instant; nothing before the first day.
    pub(super) fn minute(&self, instant: Timestamp) -> Option<u32> {
        let shown = self.zone.rules().to_datetime(instant);
        let days = self.first.until(shown.date()).ok()?.get_days();
        let minutes = i64::from(days) * MINUTES_A_DAY
            + i64::from(shown.hour()) * 60
            + i64::from(shown.minute());
        u32::try_from(minutes).ok()
    }

    pub(super) fn span(&self, from: Timestamp, to: Timestamp) -> Option<Span> {
        let (from, to) = (self.minute(from)?, self.minute(to)?);
        (from < to).then_some(Span { from, to })
    }

    /// The instant at which the walls show a minute.
    pub(super) fn instant(&self, minute: u32) -> Timestamp {
        let shown = self.first.at(0, 0, 0, 0);
        let shown = shown.saturating_add(SignedDuration::from_mins(i64::from(minute)));
        self.zone
            .rules()
            .to_timestamp(shown)
            .unwrap_or(Timestamp::MAX)
    }

    /// The minute at which a day begins.
    pub(super) fn midnight(&self, day: &Day) -> u32 {
        let days = self.first.until(day.date).map_or(0, |span| span.get_days());
        u32::try_from(days).unwrap_or_default() * MINUTES_A_DAY as u32
    }

    /// From one hour of a day to another, which may be one of the night after.
    pub(super) fn between(&self, day: &Day, from: Time, to: Time) -> Span {
        let midnight = self.midnight(day);
        Span {
            from: midnight + of_day(from),
            to: midnight + of_day(to),
        }
    }

    /// The minute of its day at which an instant is; of the night after, beyond a day's worth.
    pub(super) fn minute_of_day(&self, instant: Timestamp) -> u32 {
        of_day(self.zone.rules().to_datetime(instant).time())
    }
}

fn of_day(time: Time) -> u32 {
    let night = if time.hour() < NIGHT_ENDS {
        MINUTES_A_DAY as u32
    } else {
        0
    };
    night + u32::from(time.hour().unsigned_abs()) * 60 + u32::from(time.minute().unsigned_abs())
}

/// What is left of windows without some of their time.
pub(super) fn without(windows: Vec<Span>, taken: &[Span]) -> Vec<Span> {
    taken.iter().fold(windows, |windows, taken| {
        windows
            .into_iter()
            .flat_map(|window| {
                let before = Span {
                    to: window.to.min(taken.from),
                    ..window
                };
                let after = Span {
                    from: window.from.max(taken.to),
                    ..window
                };
                let parts: Vec<Span> = if window.meets(*taken) {
                    vec![before, after]
                } else {
                    vec![window]
                };
                parts.into_iter().filter(|part| part.from < part.to)
            })
            .collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(from: u32, to: u32) -> Span {
        Span { from, to }
    }

    #[test]
    fn taken_time_is_cut_out_of_windows() {
        let left = without(
            vec![span(0, 10), span(20, 30)],
            &[span(5, 7), span(18, 22), span(29, 40)],
        );
        assert_eq!(left, [span(0, 5), span(7, 10), span(22, 29)]);
        assert_eq!(without(vec![span(0, 10)], &[span(0, 10)]), []);
    }
}
