//! When an event happens: schedules say it in up to four fields, of which each may be missing.

use jiff::civil::Time;
use jiff::{Timestamp, ToSpan};
use wiec_model::{Slot, Slug};

use crate::congress_file::parse_time;
use crate::read::assemble::DAY_TURNS_AT;
use crate::read::assemble::event::Setting;
use crate::read::moment::{self, ThreeParts};
use crate::read::schedule::Event;

/// The slot of an event in the room with the key `room`.
pub(super) fn slot(event: &Event, room: Option<Slug>, setting: &Setting<'_>) -> Option<Slot> {
    let starts_at = starts_at(event, setting);
    let duration = event.duration.as_ref().and_then(|found| {
        let three = if setting.schedule.is_of_pretalx() {
            ThreeParts::Days
        } else {
            ThreeParts::Hours
        };
        setting
            .report
            .keep(&found.place, moment::duration(&found.words, three))
    });
    let zone = setting.congress.zone.rules();
    let ends_at = match (&event.end, &event.duration) {
        // An end without a date adds nothing to the duration.
        (Some(end), _) if end.words.len() > "23:59:59".len() => setting
            .report
            .keep(&end.place, moment::instant(&end.words, zone)),
        (_, Some(_)) => starts_at.and_then(|start| start.checked_add(duration?).ok()),
        (_, None) => {
            setting.report.add(
                event.place.clone(),
                "the event has neither a duration nor an end",
            );
            None
        }
    };
    Some(Slot {
        room: room?,
        starts_at: starts_at?,
        ends_at: ends_at?,
    })
}

/// By its own date, or by its day and the clock; the small hours come after midnight.
fn starts_at(event: &Event, setting: &Setting<'_>) -> Option<Timestamp> {
    let (report, zone) = (setting.report, setting.congress.zone.rules());
    if let Some(found) = event
        .date
        .as_ref()
        .filter(|date| date.words.len() > "2026-10-25".len())
    {
        return report.keep(&found.place, moment::instant(&found.words, zone));
    }
    let Some(start) = &event.start else {
        report.add(
            event.place.clone(),
            "the event has neither a date with its time nor a start",
        );
        return None;
    };
    // frab's older JSON has the whole moment here.
    if start.words.len() > "23:59:59".len() {
        return report.keep(&start.place, moment::instant(&start.words, zone));
    }
    let date = event
        .date
        .as_ref()
        .or(setting.day.date.as_ref())
        .or(setting.day.start.as_ref());
    let Some(date) = date else {
        report.add(
            event.place.clone(),
            "neither the event nor its day has a date",
        );
        return None;
    };
    let day = report.keep(&date.place, moment::date(&date.words))?;
    let clock = start
        .words
        .get(..5)
        .filter(|_| start.words.len() == 8)
        .unwrap_or(&start.words);
    let wrong = || {
        format!(
            "\"{}\" is not a time of day; write it like 09:30",
            start.words
        )
    };
    let time = report.keep(&start.place, parse_time(clock).ok_or_else(wrong))?;
    let after_midnight =
        event.date.is_none() && time.hour() < DAY_TURNS_AT && time < day_begins(setting);
    let day = if after_midnight {
        day.saturating_add(1.day())
    } else {
        day
    };
    report.keep(
        &start.place,
        moment::on_the_clock(day.to_datetime(time), zone),
    )
}

/// The time at which the day of the event begins by its own words.
fn day_begins(setting: &Setting<'_>) -> Time {
    let start = setting
        .day
        .start
        .as_ref()
        .and_then(|start| start.words.get(11..16))
        .and_then(parse_time);
    start.unwrap_or(Time::constant(DAY_TURNS_AT, 0, 0, 0))
}
