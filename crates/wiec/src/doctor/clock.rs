//! The clock of the machine: a wrong one shows visitors the wrong sessions.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use wiec_kit::clock::Clock;

use crate::doctor::finding::Finding;

/// When this program was written; no clock that is right shows less.
const WRITTEN_IN: i16 = 2026;
const MEND: &str =
    "set the clock of this machine, and let it be kept by NTP (`timedatectl set-ntp true`)";

/// `newest` is when something was last done to a congress, as far as the database knows.
pub(super) fn examine(newest: Option<Timestamp>) -> Finding {
    judge(Clock::REAL.now(), newest)
}

fn judge(now: Timestamp, newest: Option<Timestamp>) -> Finding {
    let shown = now.strftime("%Y-%m-%d %H:%M UTC");
    if now.to_zoned_datetime(TimeZone::UTC).year() < WRITTEN_IN {
        return Finding::wrong(
            format!("the clock shows {shown}, before this program was written"),
            MEND,
        );
    }
    match newest.filter(|newest| now < *newest) {
        Some(newest) => Finding::wrong(
            format!("the clock shows {shown}, but something was done at {newest} already"),
            MEND,
        ),
        None => Finding::good(format!("the clock shows {shown}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doctor::finding::Verdict;

    fn verdict(now: &str, newest: Option<&str>) -> Verdict {
        judge(
            now.parse().unwrap(),
            newest.map(|newest| newest.parse().unwrap()),
        )
        .verdict
    }

    #[test]
    fn a_clock_is_wrong_before_the_program_was_written_or_before_what_was_done() {
        assert_eq!(verdict("2026-12-01T10:00:00Z", None), Verdict::Good);
        assert_eq!(
            verdict("2026-12-01T10:00:00Z", Some("2026-11-30T10:00:00Z")),
            Verdict::Good
        );
        assert_eq!(verdict("1970-01-01T00:00:00Z", None), Verdict::Wrong);
        assert_eq!(
            verdict("2026-12-01T10:00:00Z", Some("2026-12-02T10:00:00Z")),
            Verdict::Wrong
        );
    }
}
