//! An event of a foreign schedule as a session.

use uuid::Uuid;
use wiec_model::session::{Appearance, Recording, Stream};
use wiec_model::text::LanguageTagError;
use wiec_model::{Booking, Congress, LanguageTag, Part, Session, SessionCode, Slug, Slugs, Text};

use crate::names::{Thing, guid};
use crate::read::assemble::lists::{Kinds, Tracks};
use crate::read::assemble::{links, times};
use crate::read::html;
use crate::read::object::stand_in_text;
use crate::read::people::{People, one_line};
use crate::read::problem::Report;
use crate::read::schedule::{Event, ForeignDay, Found, Schedule};

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
            .filter_map(|link| links::link(link, setting))
            .collect(),
        slot: times::slot(event, room, setting),
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
    fn several_languages_may_stand_in_one_field() {
        let tags: Vec<String> = language_tags("pl, en/de")
            .into_iter()
            .map(|tag| tag.unwrap().to_string())
            .collect();
        assert_eq!(tags, ["pl", "en", "de"]);
    }
}
