//! VTIMEZONE: the clock changes around the days of a congress.
//!
//! Each change is stated by itself, with its date, rather than as a yearly rule: what a government
//! decides next year can then not move a past congress, and every zone of the world fits.

use jiff::Timestamp;
use jiff::tz::{Offset, TimeZone, TimeZoneTransition};
use wiec_model::Zone;

use super::lines::Lines;

/// The zone as it is from the last change before `from` to the first one after `to`.
pub(super) fn write(zone: &Zone, from: Timestamp, to: Timestamp) -> String {
    let rules = zone.rules();
    let mut lines = Lines::new();
    lines.put("BEGIN", "VTIMEZONE");
    lines.put("TZID", zone.name());
    let changes = changes_around(rules, from, to);
    if changes
        .first()
        .is_none_or(|change| change.timestamp() > from)
    {
        unchanging(&mut lines, rules, from);
    }
    for change in &changes {
        observance(&mut lines, rules, change);
    }
    lines.put("END", "VTIMEZONE");
    lines.finish()
}

fn changes_around(rules: &TimeZone, from: Timestamp, to: Timestamp) -> Vec<TimeZoneTransition<'_>> {
    // "Before" excludes the instant itself, at which the new offset already holds.
    let just_after = Timestamp::from_nanosecond(from.as_nanosecond() + 1).unwrap_or(from);
    let mut changes: Vec<_> = rules.preceding(just_after).take(1).collect();
    for change in rules.following(from) {
        let is_past_the_end = change.timestamp() > to;
        changes.push(change);
        if is_past_the_end {
            break;
        }
    }
    changes
}

/// A zone that never changed its clocks before the congress.
fn unchanging(lines: &mut Lines, rules: &TimeZone, from: Timestamp) {
    let info = rules.to_offset_info(from);
    lines.put("BEGIN", "STANDARD");
    lines.put("DTSTART", "19700101T000000");
    lines.put("TZOFFSETFROM", &offset(info.offset()));
    lines.put("TZOFFSETTO", &offset(info.offset()));
    lines.text("TZNAME", info.abbreviation());
    lines.put("END", "STANDARD");
}

fn observance(lines: &mut Lines, rules: &TimeZone, change: &TimeZoneTransition<'_>) {
    let name = if change.dst().is_dst() {
        "DAYLIGHT"
    } else {
        "STANDARD"
    };
    let just_before = Timestamp::from_nanosecond(change.timestamp().as_nanosecond() - 1)
        .unwrap_or(change.timestamp());
    let before = rules.to_offset(just_before);
    lines.put("BEGIN", name);
    // The start is read on the clock that is about to be changed.
    let start = before.to_datetime(change.timestamp());
    lines.put("DTSTART", &start.strftime("%Y%m%dT%H%M%S").to_string());
    lines.put("TZOFFSETFROM", &offset(before));
    lines.put("TZOFFSETTO", &offset(change.offset()));
    lines.text("TZNAME", change.abbreviation());
    lines.put("END", name);
}

/// `+0100`, with seconds where a zone had them.
fn offset(offset: Offset) -> String {
    let seconds = offset.seconds();
    let sign = if seconds < 0 { '-' } else { '+' };
    let seconds = seconds.unsigned_abs();
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if seconds == 0 {
        format!("{sign}{hours:02}{minutes:02}")
    } else {
        format!("{sign}{hours:02}{minutes:02}{seconds:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(zone: &str, from: &str, to: &str) -> Vec<String> {
        let zone = Zone::named(zone).unwrap();
        let text = write(&zone, from.parse().unwrap(), to.parse().unwrap());
        text.split_terminator("\r\n").map(str::to_owned).collect()
    }

    #[test]
    fn a_november_in_warsaw_stands_between_two_changes() {
        assert_eq!(
            written(
                "Europe/Warsaw",
                "2019-11-14T08:00:00Z",
                "2019-11-16T17:00:00Z"
            ),
            [
                "BEGIN:VTIMEZONE",
                "TZID:Europe/Warsaw",
                "BEGIN:STANDARD",
                "DTSTART:20191027T030000",
                "TZOFFSETFROM:+0200",
                "TZOFFSETTO:+0100",
                "TZNAME:CET",
                "END:STANDARD",
                "BEGIN:DAYLIGHT",
                "DTSTART:20200329T020000",
                "TZOFFSETFROM:+0100",
                "TZOFFSETTO:+0200",
                "TZNAME:CEST",
                "END:DAYLIGHT",
                "END:VTIMEZONE",
            ]
        );
    }

    #[test]
    fn the_change_within_a_congress_stands_between_those_around_it() {
        let lines = written(
            "Europe/Warsaw",
            "2026-10-24T08:00:00Z",
            "2026-10-25T17:00:00Z",
        );
        let starts: Vec<&str> = lines
            .iter()
            .filter_map(|line| line.strip_prefix("DTSTART:"))
            .collect();
        assert_eq!(
            starts,
            ["20260329T020000", "20261025T030000", "20270328T020000"]
        );
    }

    #[test]
    fn a_congress_that_starts_at_the_very_change_has_the_new_offset() {
        let lines = written(
            "Europe/Warsaw",
            "2026-10-25T01:00:00Z",
            "2026-10-25T02:00:00Z",
        );
        assert_eq!(lines[3], "DTSTART:20261025T030000");
    }

    #[test]
    fn a_zone_without_changes_has_one_offset() {
        let lines = written("UTC", "2026-10-24T08:00:00Z", "2026-10-25T17:00:00Z");
        assert_eq!(
            lines[2..6],
            [
                "BEGIN:STANDARD",
                "DTSTART:19700101T000000",
                "TZOFFSETFROM:+0000",
                "TZOFFSETTO:+0000"
            ]
        );
        assert_eq!(lines.len(), 9);
    }

    #[test]
    fn a_zone_west_of_greenwich_with_half_hours_keeps_its_sign() {
        let lines = written(
            "America/St_Johns",
            "2026-07-01T08:00:00Z",
            "2026-07-02T17:00:00Z",
        );
        assert_eq!(lines[4..6], ["TZOFFSETFROM:-0330", "TZOFFSETTO:-0230"]);
    }
}
