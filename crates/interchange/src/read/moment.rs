//! Times and durations as schedules write them.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

/// No session takes longer.
const LONGEST: SignedDuration = SignedDuration::from_hours(14 * 24);

/// An instant, with or without an offset; without one, the clock of the zone is read.
pub(crate) fn instant(words: &str, zone: &TimeZone) -> Result<Timestamp, String> {
    // Written with a space, as some exports do, it is the same moment.
    let standard = words.trim().replacen(' ', "T", 1);
    if let Ok(instant) = standard.parse() {
        return Ok(instant);
    }
    let local: DateTime = standard.parse().map_err(|_| not_a_moment(words))?;
    on_the_clock(local, zone)
}

/// The instant at which the clock of the zone shows `local`.
pub(crate) fn on_the_clock(local: DateTime, zone: &TimeZone) -> Result<Timestamp, String> {
    let message = || format!("the clocks skip {local} or show it twice; write it with its offset");
    zone.to_ambiguous_timestamp(local)
        .unambiguous()
        .map_err(|_| message())
}

/// The date of a moment, as it is written.
pub(crate) fn date(words: &str) -> Result<Date, String> {
    let words = words.trim();
    let date = words.get(..10).unwrap_or(words);
    date.parse().map_err(|_| not_a_moment(words))
}

/// How a duration of three parts is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ThreeParts {
    /// `01:12:30` is a day and twelve and a half hours: pretalx writes whole days first.
    Days,
    /// `01:12:30` is an hour and twelve minutes and a half, unless the first part has one digit.
    Hours,
}

/// A duration: `1:30`, `01:30`, `00:90`, `01:30:00`, `1:02:00` (one day and two hours).
pub(crate) fn duration(words: &str, three: ThreeParts) -> Result<SignedDuration, String> {
    let wrong = || format!("\"{words}\" is not a duration; write it like 01:30");
    let parts: Vec<&str> = words.trim().split(':').collect();
    let mut numbers = Vec::new();
    for part in &parts {
        let is_number =
            (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        numbers.push(if is_number {
            part.parse::<i64>().map_err(|_| wrong())?
        } else {
            return Err(wrong());
        });
    }
    let minutes = |hours: i64, minutes: i64| SignedDuration::from_mins(hours * 60 + minutes);
    let duration = match numbers[..] {
        [h, m] => minutes(h, m),
        [d, h, m] if three == ThreeParts::Days || parts[0].len() == 1 => minutes(d * 24 + h, m),
        [h, m, s] => minutes(h, m) + SignedDuration::from_secs(s),
        _ => return Err(wrong()),
    };
    match duration {
        none if none.is_zero() => Err("a session needs a duration".to_owned()),
        long if long > LONGEST => Err(format!(
            "\"{words}\" is longer than {} days",
            LONGEST.as_hours() / 24
        )),
        duration => Ok(duration),
    }
}

fn not_a_moment(words: &str) -> String {
    format!("\"{words}\" is not a moment; write it like 2026-10-25T09:30:00+01:00")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minutes(words: &str) -> i64 {
        duration(words, ThreeParts::Hours).unwrap().as_mins()
    }

    #[test]
    fn durations_are_read_as_the_systems_write_them() {
        assert_eq!(
            (minutes("00:45"), minutes("1:30"), minutes("00:90")),
            (45, 90, 90)
        );
        assert_eq!((minutes("01:30:00"), minutes("1:02:00")), (90, 26 * 60));
        assert_eq!(
            duration("02:00:00", ThreeParts::Days).unwrap().as_hours(),
            48
        );
    }

    #[test]
    fn absurd_durations_say_what_is_wrong() {
        assert_eq!(
            duration("-00:30", ThreeParts::Hours).unwrap_err(),
            "\"-00:30\" is not a duration; write it like 01:30"
        );
        assert_eq!(
            duration("00:00", ThreeParts::Hours).unwrap_err(),
            "a session needs a duration"
        );
        assert_eq!(
            duration("999:00", ThreeParts::Hours).unwrap_err(),
            "\"999:00\" is longer than 14 days"
        );
        for wrong in ["", ":", "1", "1h", "1:2:3:4", "99999:00", "1:٣"] {
            assert!(duration(wrong, ThreeParts::Hours).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn an_offset_tells_the_two_hours_apart_that_the_clock_shows_twice() {
        let warsaw = TimeZone::get("Europe/Warsaw").unwrap();
        let first = instant("2026-10-25T02:30:00+02:00", &warsaw).unwrap();
        let second = instant("2026-10-25 02:30:00+01:00", &warsaw).unwrap();
        assert_eq!(second.duration_since(first), SignedDuration::from_hours(1));
        assert!(instant("2026-10-25T02:30:00", &warsaw).is_err());
        assert!(instant("2026-03-29T02:30:00", &warsaw).is_err());
    }
}
