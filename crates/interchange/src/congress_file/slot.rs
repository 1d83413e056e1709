//! When and where a session happens, as the clocks on its walls show it.
//!
//! `date`, `start` and `end` are read by the clock of the congress. A clock that is put back shows
//! an hour twice; there, and where seconds matter, `starts_at` and `ends_at` with an offset say
//! what is meant.

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::AmbiguousOffset;
use jiff::{Timestamp, ToSpan};
use wiec_model::{Slot, Zone};

use crate::congress_file::session::Setting;
use crate::read::object::Object;

/// A night that ends before this hour still belongs to the evening's day.
const DAY_TURNS_AT: i8 = 5;

/// Any of these says that the session is scheduled.
const KEYS: [&str; 9] = [
    "day",
    "date",
    "start",
    "end",
    "end_date",
    "minutes",
    "starts_at",
    "ends_at",
    "room",
];

/// Reads the slot of a session; nothing when it is not scheduled yet.
pub(super) fn slot(session: &Object<'_>, setting: &Setting<'_>) -> Option<Slot> {
    let is_scheduled = KEYS.iter().any(|key| session.has(key));
    let clock = Clock {
        session,
        zone: &setting.congress.zone,
    };
    let date = date(session, setting);
    let starts_at = clock.start(date);
    let ends_at = clock.end(starts_at);
    let room = session.slug("room");
    if !is_scheduled {
        return None;
    }
    if !session.has("room") {
        session.problem(
            "room",
            "is missing; leave the times out too, if the session is not scheduled yet",
        );
    }
    let slot = Slot {
        room: room?,
        starts_at: starts_at?,
        ends_at: ends_at?,
    };
    check_day(session, setting, &slot);
    Some(slot)
}

/// The date on the calendar: stated, or that of the day.
fn date(session: &Object<'_>, setting: &Setting<'_>) -> Option<CalendarDate> {
    let (stated, number) = (session.parsed("date"), session.number("day"));
    if session.has("date") {
        return stated.map(CalendarDate::Stated);
    }
    let day = setting
        .days
        .iter()
        .find(|day| u32::from(day.number) == number.unwrap_or_default());
    if let (Some(number), None) = (number, day) {
        session.problem("day", format!("there is no day {number}"));
    }
    day.map(|day| CalendarDate::OfDay(day.date))
}

#[derive(Clone, Copy)]
enum CalendarDate {
    Stated(Date),
    /// The evening's date: the small hours are a calendar day later.
    OfDay(Date),
}

impl CalendarDate {
    fn at(self, time: Time) -> DateTime {
        match self {
            Self::OfDay(date) if time.hour() < DAY_TURNS_AT => {
                date.saturating_add(1.day()).to_datetime(time)
            }
            Self::OfDay(date) | Self::Stated(date) => date.to_datetime(time),
        }
    }
}

/// Reads the clock on the wall of one session.
struct Clock<'a> {
    session: &'a Object<'a>,
    zone: &'a Zone,
}

impl Clock<'_> {
    fn start(&self, date: Option<CalendarDate>) -> Option<Timestamp> {
        let (exact, time) = (self.session.parsed("starts_at"), self.time("start"));
        if self.session.has("starts_at") {
            if self.session.has("start") {
                self.session
                    .problem("start", "contradicts \"starts_at\"; keep one of them");
            }
            return exact;
        }
        let scheduled = KEYS.iter().any(|key| self.session.has(key));
        if scheduled && !self.session.has("start") {
            self.session.problem(
                "start",
                "is missing; leave date, end and room out too, if the session is not scheduled yet",
            );
        }
        if scheduled && !self.session.has("date") && !self.session.has("day") {
            self.session.missing("date");
        }
        self.instant("start", date?.at(time?))
    }

    /// The end: as stated; an end that is not after the start is on the next day.
    fn end(&self, starts_at: Option<Timestamp>) -> Option<Timestamp> {
        let (exact, time) = (self.session.parsed("ends_at"), self.time("end"));
        let (date, minutes) = (
            self.session.parsed("end_date"),
            self.session.number("minutes"),
        );
        if self.session.has("ends_at") {
            self.check_minutes(starts_at, exact, minutes);
            return exact;
        }
        let Some(time) = time else {
            return self.end_by_minutes(starts_at, minutes);
        };
        let began = self.zone.rules().to_datetime(starts_at?);
        let implied = if time > began.time() {
            began.date()
        } else {
            began.date().saturating_add(1.day())
        };
        let ends_at = self.instant("end", date.unwrap_or(implied).to_datetime(time));
        self.check_minutes(starts_at, ends_at, minutes);
        ends_at
    }

    fn end_by_minutes(
        &self,
        starts_at: Option<Timestamp>,
        minutes: Option<u32>,
    ) -> Option<Timestamp> {
        if starts_at.is_some() && minutes.is_none() && !self.session.has("end") {
            self.session
                .problem("end", "is missing; give it, or \"minutes\"");
        }
        starts_at?.checked_add(i64::from(minutes?).minutes()).ok()
    }

    fn check_minutes(
        &self,
        starts_at: Option<Timestamp>,
        ends_at: Option<Timestamp>,
        minutes: Option<u32>,
    ) {
        let (Some(starts_at), Some(ends_at), Some(minutes)) = (starts_at, ends_at, minutes) else {
            return;
        };
        let true_ones = ends_at.duration_since(starts_at).as_mins();
        if true_ones != i64::from(minutes) {
            self.session.problem(
                "minutes",
                format!("start and end are {true_ones} minutes apart, not {minutes}"),
            );
        }
    }

    /// A time of day; `24:00` is the midnight at which a day ends.
    fn time(&self, key: &'static str) -> Option<Time> {
        let words = self.session.string(key)?;
        let time = parse_time(&words);
        if time.is_none() {
            self.session.problem(
                key,
                format!("\"{words}\" is not a time of day; write it like 09:30"),
            );
        }
        time
    }

    fn instant(&self, key: &'static str, local: DateTime) -> Option<Timestamp> {
        let ambiguous = self.zone.rules().to_ambiguous_timestamp(local);
        let exact_key = if key == "start" {
            "starts_at"
        } else {
            "ends_at"
        };
        let offset = match ambiguous.offset() {
            AmbiguousOffset::Unambiguous { offset } => return offset.to_timestamp(local).ok(),
            AmbiguousOffset::Gap { after, .. } | AmbiguousOffset::Fold { after, .. } => after,
        };
        let what = if matches!(ambiguous.offset(), AmbiguousOffset::Gap { .. }) {
            "the clocks skip this time"
        } else {
            "the clocks show this time twice"
        };
        let example = offset
            .to_timestamp(local)
            .ok()?
            .display_with_offset(offset)
            .to_string();
        let message = format!(
            "{what} in {}; write \"{exact_key}\": \"{example}\", or another offset",
            self.zone.name()
        );
        self.session.problem(key, message);
        None
    }
}

/// `9:30` or `09:30`.
pub(crate) fn parse_time(words: &str) -> Option<Time> {
    let (hour, minute) = words.split_once(':')?;
    let is_number = |part: &str| {
        (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    if !is_number(hour) || minute.len() != 2 || !is_number(minute) {
        return None;
    }
    match (hour.parse().ok()?, minute.parse().ok()?) {
        (24, 0) => Some(Time::midnight()),
        (hour, minute) => Time::new(hour, minute, 0, 0).ok(),
    }
}

/// The number of the day is there for people who edit the file; when it disagrees, one is wrong.
fn check_day(session: &Object<'_>, setting: &Setting<'_>, slot: &Slot) {
    let Some(number) = session.number("day") else {
        return;
    };
    let local = setting.congress.zone.rules().to_datetime(slot.starts_at);
    let date = if local.hour() < DAY_TURNS_AT {
        local.date().yesterday().unwrap_or(local.date())
    } else {
        local.date()
    };
    let day = setting.days.iter().find(|day| day.date == date);
    if let Some(day) = day.filter(|day| u32::from(day.number) != number) {
        session.problem(
            "day",
            format!("{date} is day {}, not day {number}", day.number),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_day_may_leave_out_the_first_zero_and_nothing_else() {
        assert_eq!(parse_time("9:30"), Some(Time::constant(9, 30, 0, 0)));
        assert_eq!(parse_time("24:00"), Some(Time::midnight()));
        for wrong in [
            "", "9", "9:3", "25:00", "9:60", "24:01", "09:30:00", "-1:00", "+9:30", "9.30",
        ] {
            assert_eq!(parse_time(wrong), None, "{wrong:?}");
        }
    }
}
