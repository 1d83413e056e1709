//! Days and hours as people of each language write them.

use jiff::Timestamp;
use jiff::civil::Date;
use wiec_model::{Lang, Slot, Zone};

use crate::messages::messages;

const POLISH: [&str; 12] = [
    "stycznia",
    "lutego",
    "marca",
    "kwietnia",
    "maja",
    "czerwca",
    "lipca",
    "sierpnia",
    "września",
    "października",
    "listopada",
    "grudnia",
];
const ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const ROMAN: [&str; 12] = [
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII",
];

/// `15 listopada`, `15 November`, with a no-break space.
#[must_use]
pub fn day_month(date: Date, lang: Lang) -> String {
    format!("{}\u{a0}{}", date.day(), month(date, lang))
}

/// `15 listopada 2019`, `15 November 2019`.
#[must_use]
pub fn long_date(date: Date, lang: Lang) -> String {
    format!("{} {}", day_month(date, lang), date.year())
}

/// `15 XI` in tight spots, `15 Nov` in English.
#[must_use]
pub fn short_date(date: Date, lang: Lang) -> String {
    let index = index(date);
    match lang {
        Lang::Pl => format!("{}\u{a0}{}", date.day(), ROMAN[index]),
        Lang::En => format!("{}\u{a0}{}", date.day(), &ENGLISH[index][..3]),
    }
}

/// From the first to the last day: `14–16 listopada`, `30 listopada – 2 grudnia`.
#[must_use]
pub fn date_range(first: Date, last: Date, lang: Lang) -> String {
    if first == last {
        return day_month(first, lang);
    }
    if (first.month(), first.year()) == (last.month(), last.year()) {
        return format!("{}–{}", first.day(), day_month(last, lang));
    }
    format!("{} – {}", day_month(first, lang), day_month(last, lang))
}

/// The word of a day in addresses: `15-listopada`, `15-november`.
#[must_use]
pub fn day_slug(date: Date, lang: Lang) -> String {
    let month = match lang {
        // Only September and October have letters that an address cannot carry.
        Lang::Pl => month(date, lang).replace('ś', "s").replace('ź', "z"),
        Lang::En => month(date, lang).to_lowercase(),
    };
    format!("{}-{month}", date.day())
}

/// `czwartek`, `Thursday`.
#[must_use]
pub fn weekday(date: Date, lang: Lang) -> &'static str {
    let words = messages(lang);
    match date.weekday() {
        jiff::civil::Weekday::Monday => words.weekday_monday(),
        jiff::civil::Weekday::Tuesday => words.weekday_tuesday(),
        jiff::civil::Weekday::Wednesday => words.weekday_wednesday(),
        jiff::civil::Weekday::Thursday => words.weekday_thursday(),
        jiff::civil::Weekday::Friday => words.weekday_friday(),
        jiff::civil::Weekday::Saturday => words.weekday_saturday(),
        jiff::civil::Weekday::Sunday => words.weekday_sunday(),
    }
}

/// The hour on the congress' clocks: `9:00`, `10:42`.
#[must_use]
pub fn hour(instant: Timestamp, zone: &Zone) -> String {
    let local = zone.rules().to_datetime(instant);
    format!("{}:{:02}", local.hour(), local.minute())
}

/// From when to when: `9:00–10:30`.
#[must_use]
pub fn hours(slot: &Slot, zone: &Zone) -> String {
    format!(
        "{}–{}",
        hour(slot.starts_at, zone),
        hour(slot.ends_at, zone)
    )
}

/// The date on the congress' calendar.
#[must_use]
pub fn date_of(instant: Timestamp, zone: &Zone) -> Date {
    zone.rules().to_datetime(instant).date()
}

/// For `datetime` attributes: `2019-11-15T10:42:00+01:00`.
#[must_use]
pub fn machine(instant: Timestamp, zone: &Zone) -> String {
    // HTML knows milliseconds at most, and no clock of a congress is read so closely.
    let instant = Timestamp::from_second(instant.as_second()).unwrap_or(instant);
    let offset = zone.rules().to_offset(instant);
    instant.display_with_offset(offset).to_string()
}

fn month(date: Date, lang: Lang) -> &'static str {
    match lang {
        Lang::Pl => POLISH[index(date)],
        Lang::En => ENGLISH[index(date)],
    }
}

fn index(date: Date) -> usize {
    usize::try_from(date.month() - 1).expect("months are counted from 1")
}

/// A moment in words: `6 listopada 2019, 23:59`.
#[must_use]
pub fn moment(instant: Timestamp, zone: &Zone, lang: Lang) -> String {
    let day = long_date(date_of(instant, zone), lang);
    format!("{day}, {}", hour(instant, zone))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_range_names_its_month_once_when_it_has_but_one() {
        assert_eq!(
            date_range(date(2019, 11, 14), date(2019, 11, 16), Lang::Pl),
            "14–16\u{a0}listopada"
        );
        assert_eq!(
            date_range(date(2019, 9, 30), date(2019, 10, 1), Lang::En),
            "30\u{a0}September – 1\u{a0}October"
        );
    }

    #[test]
    fn every_day_of_the_year_has_an_ascii_address() {
        for month in 1..=12 {
            assert!(day_slug(date(2019, month, 2), Lang::Pl).is_ascii());
        }
    }

    #[test]
    fn the_hour_is_read_on_the_clocks_of_the_congress() {
        let zone = Zone::named("Europe/Warsaw").unwrap();
        assert_eq!(hour("2019-11-15T08:05:00Z".parse().unwrap(), &zone), "9:05");
        assert_eq!(
            machine("2019-07-15T08:05:00Z".parse().unwrap(), &zone),
            "2019-07-15T10:05:00+02:00"
        );
    }
}
