//! An event of a foreign schedule as a session.

use jiff::civil::Time;
use jiff::{Timestamp, ToSpan};
use uuid::Uuid;
use wiec_model::session::{Appearance, Link, Recording, Stream};
use wiec_model::text::LanguageTagError;
use wiec_model::{
    Booking, Congress, LanguageTag, Part, Session, SessionCode, Slot, Slug, Slugs, Text,
};

use crate::congress_file::{is_web_address, parse_time};
use crate::names::{Thing, guid};
use crate::read::assemble::DAY_TURNS_AT;
use crate::read::assemble::lists::{Kinds, Tracks};
use crate::read::html;
use crate::read::moment::{self, ThreeParts};
use crate::read::object::stand_in_text;
use crate::read::people::{People, one_line};
use crate::read::problem::Report;
use crate::read::schedule::{Event, ForeignDay, ForeignLink, Found, Schedule};

/// Where an event stands in its file, and what it refers to.
pub(super) struct Setting<'a> {
    pub(super) schedule: &'a Schedule,
    pub(super) congress: &'a Congress,
    pub(super) language: &'a LanguageTag,
    pub(super) day: &'a ForeignDay,
    pub(super) report: &'a Report,
}

/// Makes a session of an event in the room with the key `room`.
pub(super) fn session(
    event: &Event,
    room: Option<Slug>,
    setting: &Setting<'_>,
    tracks: &mut Tracks<'_>,
    kinds: &mut Kinds<'_>,
    people: &mut People<'_>,
) -> Session {
    let code = code(event, setting.report);
    let languages = languages(event, setting.report);
    let texts = Texts {
        language: language_of_texts(&languages, setting.language),
    };
    let title = event.title.as_ref().and_then(|title| texts.line(title));
    if title.is_none() {
        setting
            .report
            .add(event.place.clone(), "the event has no title");
    }
    Session {
        guid: identifier(event, &code, setting),
        slug: stand_in(&code),
        title: title.unwrap_or_else(stand_in_text),
        subtitle: event.subtitle.as_ref().and_then(|words| texts.line(words)),
        lead: event
            .summary
            .as_ref()
            .and_then(|words| texts.markdown(words)),
        description: event
            .description
            .as_ref()
            .and_then(|words| texts.markdown(words)),
        kind: kinds.find_or_add(event.kind.as_ref().map(|kind| kind.words.as_str())),
        track: event
            .track
            .as_ref()
            .and_then(|track| tracks.find_or_add(&track.words, None)),
        languages,
        stream: if event.do_not_stream {
            Stream::RoomOnly
        } else {
            Stream::Unstated
        },
        recording: recording(event),
        accessibility: None,
        capacity: None,
        booking: Booking::Open,
        visit: None,
        people: appearances(event, people, setting.report),
        talks: Vec::new(),
        phases: Vec::new(),
        tables: None,
        stories: Vec::new(),
        proposals_track: None,
        vote: None,
        links: event
            .links
            .iter()
            .filter_map(|link| self::link(link, setting))
            .collect(),
        slot: slot(event, room, setting),
        code,
    }
}

/// The languages named in `de, en` or `pl/en`, or those of them that are none.
pub(super) fn language_tags(words: &str) -> Vec<Result<LanguageTag, LanguageTagError>> {
    words
        .split([',', ';', '/', '+', ' '])
        .filter(|tag| !tag.is_empty())
        .map(str::parse)
        .collect()
}

fn languages(event: &Event, report: &Report) -> Vec<LanguageTag> {
    let Some(found) = &event.language else {
        return Vec::new();
    };
    language_tags(&found.words)
        .into_iter()
        .filter_map(|tag| report.keep(&found.place, tag))
        .collect()
}

/// Texts are in the language that is spoken, or in the first of the congress where several are.
fn language_of_texts(spoken: &[LanguageTag], first: &LanguageTag) -> LanguageTag {
    match spoken {
        [only] => only.clone(),
        several if several.contains(first) => first.clone(),
        several => several.first().unwrap_or(first).clone(),
    }
}

/// The code, or the number where there is none.
fn code(event: &Event, report: &Report) -> SessionCode {
    let stated = event.code.as_ref().or(event.id.as_ref());
    let code = match stated {
        Some(found) => report.keep(&found.place, found.words.parse::<SessionCode>()),
        None => {
            report.add(
                event.place.clone(),
                "the event has neither a code nor an id",
            );
            None
        }
    };
    code.unwrap_or_else(|| stand_in_code(event))
}

/// Different for every event, so that two broken ones are not each other's double.
fn stand_in_code(event: &Event) -> SessionCode {
    let place = event.place.to_string();
    let letters: String = place
        .chars()
        .map(|c| if c.is_ascii_digit() { c } else { '-' })
        .collect();
    let tail = &letters[letters.len().saturating_sub(24)..];
    format!("broken-{tail}")
        .parse()
        .expect("digits and hyphens make a code")
}

fn stand_in(code: &SessionCode) -> Slugs {
    let slug = Slug::from_words(code.as_str())
        .or_else(|| Slug::from_words("sesja"))
        .expect("letters make a slug");
    Slugs {
        pl: slug.clone(),
        en: slug,
    }
}

fn identifier(event: &Event, code: &SessionCode, setting: &Setting<'_>) -> Uuid {
    let stated = event.guid.as_ref().and_then(|found| {
        let parsed = Uuid::try_parse(&found.words);
        setting.report.keep(
            &found.place,
            parsed.map_err(|_| format!("the guid \"{}\" is not a UUID", found.words)),
        )
    });
    stated.unwrap_or_else(|| guid(&setting.congress.slug, Thing::Session, code.as_str()))
}

fn recording(event: &Event) -> Recording {
    let licence = event.licence.as_deref().and_then(one_line);
    match (event.do_not_record, licence) {
        (Some(true), _) => Recording::Forbidden,
        (None, None) => Recording::Unstated,
        (_, licence) => Recording::Allowed { licence },
    }
}

/// Foreign schedules know speakers only.
fn appearances(event: &Event, people: &mut People<'_>, report: &Report) -> Vec<Appearance> {
    let mut appearances: Vec<Appearance> = Vec::new();
    for person in event
        .persons
        .iter()
        .filter_map(|person| people.find_or_add(person, report))
    {
        let appearance = Appearance {
            person,
            part: Part::Speaker,
        };
        if !appearances.contains(&appearance) {
            appearances.push(appearance);
        }
    }
    appearances
}

fn slot(event: &Event, room: Option<Slug>, setting: &Setting<'_>) -> Option<Slot> {
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

fn link(link: &ForeignLink, setting: &Setting<'_>) -> Option<Link> {
    let url = absolute(&link.url.words, setting.schedule.base_url.as_deref());
    if url.is_none() {
        let message = format!(
            "the link \"{}\" leads nowhere; write it with https://",
            link.url.words
        );
        setting.report.add(link.url.place.clone(), message);
    }
    Some(Link {
        url: url?,
        title: link.title.as_deref().and_then(one_line),
    })
}

/// The address that a link means, seen from `base`.
fn absolute(url: &str, base: Option<&str>) -> Option<String> {
    let url = url
        .trim()
        .replace(' ', "%20")
        .replace('"', "%22")
        .replace('<', "%3C")
        .replace('>', "%3E");
    let base = base.filter(|base| is_web_address(base));
    let absolute = if let Some(rest) = url.strip_prefix("//") {
        format!("https://{rest}")
    } else if url.starts_with("http://") || url.starts_with("https://") {
        url
    } else if url.starts_with("www.") {
        format!("https://{url}")
    } else if url
        .split(['/', '?', '#'])
        .next()
        .is_some_and(|first| first.contains(':'))
    {
        return None;
    } else if url.starts_with('/') {
        let base = base?;
        let host = base.find("://")? + 3;
        let end = base[host..].find('/').map_or(base.len(), |at| at + host);
        format!("{}{url}", &base[..end])
    } else {
        format!("{}/{url}", base?.trim_end_matches('/'))
    };
    is_web_address(&absolute).then_some(absolute)
}

/// Makes texts in the language of the event.
struct Texts {
    language: LanguageTag,
}

impl Texts {
    fn line(&self, found: &Found) -> Option<Text> {
        Text::in_language(self.language.clone(), &one_line(&found.words)?)
    }

    fn markdown(&self, found: &Found) -> Option<Text> {
        Text::in_language(self.language.clone(), &html::to_markdown(&found.words))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_made_whole_or_refused() {
        let base = Some("https://example.org/2026/");
        for (url, expected) in [
            ("https://a.example/b c", Some("https://a.example/b%20c")),
            ("/media/a.pdf", Some("https://example.org/media/a.pdf")),
            ("a.pdf", Some("https://example.org/2026/a.pdf")),
            ("//a.example", Some("https://a.example")),
            ("www.a.example", Some("https://www.a.example")),
            ("javascript:alert(1)", None),
            ("file:///etc/hostname", None),
            ("https://", None),
        ] {
            assert_eq!(absolute(url, base).as_deref(), expected, "{url}");
        }
        assert_eq!(absolute("a.pdf", None), None);
    }

    #[test]
    fn several_languages_may_stand_in_one_field() {
        let tags: Vec<String> = language_tags("pl, en/de")
            .into_iter()
            .map(|tag| tag.unwrap().to_string())
            .collect();
        assert_eq!(tags, ["pl", "en", "de"]);
    }
}
