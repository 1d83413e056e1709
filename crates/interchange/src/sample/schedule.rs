//! A `schedule.xml` in the shape of a large public event, with everything that such files hold:
//! parallel tracks, titles without end, odd characters, nights, and a clock that is put back.

use std::fmt::Write as _;

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use quick_xml::escape::escape;
use uuid::Uuid;
use wiec_model::Slug;

use crate::names::{Thing, guid};
use crate::sample::chance::Chance;
use crate::sample::words::{SENTENCES, sentences, title};

/// The clocks of Warsaw are put back in the night that follows.
const FIRST_DAY: Date = Date::constant(2026, 10, 24);

const TRACKS: [&str; 9] = [
    "Urban Policy",
    "Housing",
    "Mobility & Streets",
    "Climate",
    "Data",
    "Participation",
    "Finance",
    "Ethics",
    "Meta",
];
const TYPES: [&str; 5] = ["lecture", "panel", "workshop", "lightning talk", "other"];

/// Pieces that titles of real events have had; they stand in the file as they are here.
const ODDITIES: [&str; 9] = [
    " 🚲🏙️👩‍👩‍👧",
    " — مدينة للجميع",
    " (עיר לכולם)",
    " Z\u{335}a\u{306}\u{328}l\u{334}go",
    "&#11;",
    " <![CDATA[<b>5 < 6 & more</b>]]>",
    " &quot;Q&amp;A&quot; &lt;3",
    " &#8222;cytat&#8221;",
    " 都市政策\u{200b}",
];

/// Makes a schedule of so many events in rooms and days; the first day is 24 October 2026.
///
/// Events fill the rooms from ten in the morning past midnight and are listed under the day on
/// whose evening they began, as conferences do.
#[must_use]
pub fn large_event(sessions: usize, rooms: usize, days: usize, seed: u64) -> String {
    let mut chance = Chance::new(seed);
    let (rooms, days) = (rooms.max(1), days.max(1));
    let zone = TimeZone::get("Europe/Warsaw").expect("the tz database knows Warsaw");
    let edition = Slug::from_words("big2026").expect("letters make a slug");
    let mut xml = head(days);
    let cells = rooms * days;
    for day in 0..days {
        open_day(&mut xml, day, &zone);
        for room in 0..rooms {
            // The cells share the events evenly; the first ones take what is left over.
            let cell = day * rooms + room;
            let count = sessions / cells + usize::from(cell < sessions % cells);
            let before = cell * (sessions / cells) + cell.min(sessions % cells);
            let mut writer = Writer {
                xml: &mut xml,
                zone: &zone,
                edition: &edition,
                chance: &mut chance,
            };
            writer.room(room, day, before, count);
        }
        xml.push_str("  </day>\n");
    }
    xml.push_str("</schedule>\n");
    xml
}

fn head(days: usize) -> String {
    let last = FIRST_DAY.saturating_add(i64::try_from(days - 1).unwrap_or_default().days());
    let tracks: String = TRACKS
        .iter()
        .map(|track| {
            format!(
                "    <track name=\"{}\" color=\"#336699\"/>\n",
                escape(*track)
            )
        })
        .collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- a sample -->\n<schedule>\n  <generator name=\"sample\" version=\"1\"/>\n\
         \x20 <version>Grand &amp; final 1.7</version>\n  <conference>\n    <acronym>big2026</acronym>\n\
         \x20   <title>Big Congress of Cities</title>\n    <start>{FIRST_DAY}</start>\n    <end>{last}</end>\n    <days>{days}</days>\n\
         \x20   <timeslot_duration>00:05</timeslot_duration>\n    <base_url>https://example.org/big2026/</base_url>\n\
         \x20   <time_zone_name>Europe/Warsaw</time_zone_name>\n{tracks}  </conference>\n"
    )
}

fn date_of(day: usize) -> Date {
    FIRST_DAY.saturating_add(i64::try_from(day).unwrap_or_default().days())
}

fn at(date: Date, hour: i8, zone: &TimeZone) -> Timestamp {
    let local = date.to_datetime(Time::constant(hour, 0, 0, 0));
    zone.to_timestamp(local)
        .expect("the days are in this century")
}

fn written(instant: Timestamp, zone: &TimeZone) -> String {
    instant
        .display_with_offset(zone.to_offset(instant))
        .to_string()
}

fn open_day(xml: &mut String, day: usize, zone: &TimeZone) {
    let (date, next) = (date_of(day), date_of(day + 1));
    let (start, end) = (
        written(at(date, 10, zone), zone),
        written(at(next, 4, zone), zone),
    );
    put(
        xml,
        format_args!(
            "  <day index=\"{}\" date=\"{date}\" start=\"{start}\" end=\"{end}\">\n",
            day + 1
        ),
    );
}

/// Writing into a string cannot fail.
fn put(xml: &mut String, words: std::fmt::Arguments<'_>) {
    xml.write_fmt(words)
        .expect("a string takes whatever is written into it");
}

struct Writer<'a> {
    xml: &'a mut String,
    zone: &'a TimeZone,
    edition: &'a Slug,
    chance: &'a mut Chance,
}

impl Writer<'_> {
    fn room(&mut self, room: usize, day: usize, before: usize, count: usize) {
        let name = format!(
            "Saal {}{}",
            room + 1,
            if room == 0 {
                " „Główna” & Friends"
            } else {
                ""
            }
        );
        let identifier = guid(self.edition, Thing::Room, &name);
        put(
            self.xml,
            format_args!(
                "    <room name=\"{}\" guid=\"{identifier}\">\n",
                escape(&name)
            ),
        );
        let mut starts_at = at(date_of(day), 10, self.zone);
        for number in before..before + count {
            let minutes = [30, 45, 60, 60, 75][self.chance.below(5)];
            self.event(number, &name, starts_at, minutes);
            starts_at += (minutes + 10).minutes();
        }
        self.xml.push_str("    </room>\n");
    }

    fn event(&mut self, number: usize, room: &str, starts_at: Timestamp, minutes: i64) {
        let code = guid(self.edition, Thing::Session, &number.to_string());
        let local = self
            .zone
            .to_datetime(starts_at)
            .strftime("%H:%M")
            .to_string();
        let (title, summary) = (self.title(number), self.summary());
        put(
            self.xml,
            format_args!("      <event id=\"{}\" guid=\"{code}\">\n", number + 1),
        );
        let track = *self.chance.pick(&TRACKS);
        let kind = *self.chance.pick(&TYPES);
        let language = *self.chance.pick(&["en", "pl", "en", "de", ""]);
        let date = written(starts_at, self.zone);
        for (name, words) in [
            ("date", date.as_str()),
            ("start", &local),
            (
                "duration",
                &format!("{:02}:{:02}", minutes / 60, minutes % 60),
            ),
            ("room", &escape(room)),
            ("slug", &format!("big2026-{}-sample", number + 1)),
            (
                "url",
                &format!("https://example.org/big2026/{}", number + 1),
            ),
            ("title", &title),
            ("subtitle", ""),
            ("track", &escape(track)),
            ("type", kind),
            ("language", language),
            ("abstract", &summary),
            (
                "description",
                &escape("<p>First <b>paragraph</b>.</p><ul><li>one</li><li>two</li></ul>"),
            ),
            ("logo", ""),
        ] {
            put(self.xml, format_args!("        <{name}>{words}</{name}>\n"));
        }
        self.rest(number);
        self.xml.push_str("      </event>\n");
    }

    /// A title as it stands in the file: escaped already, because oddities come raw.
    fn title(&mut self, number: usize) -> String {
        let (_, words) = title(number, self.chance);
        let mut title = escape(&words).into_owned();
        if number % 7 == 3 {
            title.push_str(ODDITIES[number / 7 % ODDITIES.len()]);
        }
        if number % 50 == 9 {
            let more = sentences(8, self.chance).1;
            let cut: String = more.chars().take(500).collect();
            title = escape(format!("{cut} {number}")).into_owned();
        }
        title
    }

    fn summary(&mut self) -> String {
        escape(self.chance.pick(&SENTENCES).0).into_owned()
    }

    fn rest(&mut self, number: usize) {
        let optout = number % 9 == 4;
        put(
            self.xml,
            format_args!(
                "        <recording><license>CC BY 4.0</license><optout>{optout}</optout></recording>\n"
            ),
        );
        self.xml.push_str("        <persons>\n");
        for _ in 0..self.chance.below(4) {
            let person = self.chance.below(400);
            let identifier: Uuid = guid(self.edition, Thing::Person, &person.to_string());
            put(
                self.xml,
                format_args!(
                    "          <person id=\"{person}\" guid=\"{identifier}\">Speaker &#8470; {person}</person>\n"
                ),
            );
        }
        self.xml.push_str("        </persons>\n        <links>\n");
        if number.is_multiple_of(5) {
            self.xml.push_str("          <link href=\"https://example.org/a?b=1&amp;c=2\">More &amp; more</link>\n");
        }
        self.xml
            .push_str("        </links>\n        <attachments/>\n");
    }
}
