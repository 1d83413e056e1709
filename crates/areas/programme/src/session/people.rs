//! Who appears in a session, and what they do there.

use wiec_kit::edition::Edition;
use wiec_kit::frame::Reader;
use wiec_kit::messages::Messages;
use wiec_kit::said::Said;
use wiec_model::Session;
use wiec_model::person::Part;
use wiec_model::session::Talk;

use crate::people::called;

/// Someone in the list.
pub struct PersonLine {
    pub icon: &'static str,
    pub name: Said,
    pub role: Option<Said>,
    pub part: &'static str,
    pub href: String,
}

/// Someone who tells a talk.
pub struct Teller {
    pub name: Said,
    pub href: String,
}

/// Whoever tells a talk, in the order in which they are named there.
pub fn tellers(edition: &Edition, reader: &Reader, talk: &Talk) -> Vec<Teller> {
    let known = talk.people.iter();
    let known = known.filter_map(|guid| edition.person_by_guid(*guid));
    known
        .map(|person| Teller {
            name: called(person, reader.lang()),
            href: reader.paths.person(person),
        })
        .collect()
}

/// Everyone in a session, in the order of appearance.
pub fn people(edition: &Edition, reader: &Reader, session: &Session) -> Vec<PersonLine> {
    let lang = reader.lang();
    let m = wiec_kit::messages::messages(lang);
    let line = |appearance: &wiec_model::session::Appearance| {
        let person = edition.person_by_guid(appearance.person)?;
        let role = person.role.as_ref().map(|role| Said::of(role, lang));
        let (name, role) = match (&person.name, role) {
            (Some(name), role) => (Said::new(name), role),
            (None, Some(role)) => (role, None),
            (None, None) => return None,
        };
        Some(PersonLine {
            icon: part_icon(appearance.part),
            name,
            role,
            part: part(appearance.part, m),
            href: reader.paths.person(person),
        })
    };
    session.people.iter().filter_map(line).collect()
}

/// The word for a part.
pub fn part(part: Part, m: &'static Messages) -> &'static str {
    match part {
        Part::Moderator => m.part_moderator(),
        Part::Speaker => m.part_speaker(),
        Part::Panelist => m.part_panelist(),
        Part::Respondent => m.part_respondent(),
        Part::Reviewer => m.part_reviewer(),
        Part::Facilitator => m.part_facilitator(),
        Part::Host => m.part_host(),
        Part::Guide => m.part_guide(),
        Part::Scribe => m.part_scribe(),
    }
}

fn part_icon(part: Part) -> &'static str {
    match part {
        Part::Moderator => "mic",
        Part::Facilitator => "tools",
        Part::Host => "home",
        Part::Guide => "walk",
        Part::Scribe => "edit",
        Part::Respondent | Part::Reviewer => "chat",
        Part::Speaker | Part::Panelist => "user",
    }
}
