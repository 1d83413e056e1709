//! A deadline in a calendar: an instant that ends something, with a reminder the day before.

use jiff::Timestamp;
use uuid::Uuid;
use wiec_model::Lang;

use super::lines::Lines;
use super::utc;

/// A deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deadline<'a> {
    /// The same entry for ever: whoever adds it again, after it was moved, gets it moved.
    pub key: Uuid,
    /// How often what it belongs to was changed.
    pub revision: u32,
    /// What ends.
    pub title: &'a str,
    /// When.
    pub at: Timestamp,
    /// Where one can read more, absolute.
    pub page: &'a str,
    /// The time of writing.
    pub now: Timestamp,
}

/// Writes a calendar of one deadline. It is told in UTC, so that it needs no zone.
#[must_use]
pub fn deadline(of: &Deadline<'_>, lang: Lang) -> String {
    let mut lines = Lines::new();
    lines.put("BEGIN", "VCALENDAR");
    lines.put("VERSION", "2.0");
    let language = lang.code().to_uppercase();
    lines.put("PRODID", &format!("-//Wiec//Wiec//{language}"));
    lines.put("CALSCALE", "GREGORIAN");
    lines.put("METHOD", "PUBLISH");
    lines.put("BEGIN", "VEVENT");
    lines.put("UID", &of.key.to_string());
    lines.put("DTSTAMP", &utc(of.now));
    lines.put("SEQUENCE", &of.revision.to_string());
    // An event without an end takes no time (RFC 5545, 3.6.1), as a deadline does.
    lines.put("DTSTART", &utc(of.at));
    lines.text(&format!("SUMMARY;LANGUAGE={}", lang.code()), of.title);
    lines.put("URL", of.page);
    lines.put("TRANSP", "TRANSPARENT");
    lines.put("BEGIN", "VALARM");
    lines.put("ACTION", "DISPLAY");
    lines.text("DESCRIPTION", of.title);
    lines.put("TRIGGER", "-P1D");
    lines.put("END", "VALARM");
    lines.put("END", "VEVENT");
    lines.put("END", "VCALENDAR");
    lines.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deadline_is_an_instant_with_a_reminder_and_its_title_ends_no_line() {
        let file = deadline(
            &Deadline {
                key: Uuid::from_u128(7),
                revision: 2,
                title: "Nabór:\nkalejdoskopy, termin",
                at: "2019-09-20T21:59:00Z".parse().unwrap(),
                page: "https://kongres.example/nabory/k",
                now: Timestamp::UNIX_EPOCH,
            },
            Lang::Pl,
        );
        for line in [
            "DTSTART:20190920T215900Z\r\n",
            "SEQUENCE:2\r\n",
            "SUMMARY;LANGUAGE=pl:Nabór:\\nkalejdoskopy\\, termin\r\n",
            "TRIGGER:-P1D\r\n",
        ] {
            assert!(file.contains(line), "{line} is not in {file}");
        }
        assert!(file.ends_with("END:VCALENDAR\r\n"));
    }
}
