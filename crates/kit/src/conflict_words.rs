//! Conflicts in words of the reader: what clashes, and where.

use wiec_model::conflicts::{Clash, Conflict, Severity};
use wiec_model::{Day, Lang, Person, Programme, SessionCode, Slug};

use crate::dates;
use crate::messages::messages;

/// A conflict as it stands on a page.
pub struct ConflictWords {
    /// Whether it cannot be so, or only should not.
    pub is_hard: bool,
    /// What clashes.
    pub title: String,
    /// When, and in which sessions.
    pub detail: String,
    /// The codes of its sessions, with what they are called.
    pub sessions: Vec<(String, String)>,
}

impl ConflictWords {
    /// Puts a conflict of a programme into words.
    #[must_use]
    pub fn of(conflict: &Conflict, programme: &Programme, lang: Lang) -> Self {
        let zone = &programme.congress.zone;
        let day = programme.day_of(conflict.at);
        let day = day.map(|day| day_name(day, lang)).unwrap_or_default();
        Self {
            is_hard: conflict.severity() == Severity::Hard,
            title: title(&conflict.what, programme, lang),
            detail: format!("{day}, {}", dates::hour(conflict.at, zone)),
            sessions: conflict
                .sessions
                .iter()
                .map(|code| (code.to_string(), name(code, programme, lang)))
                .collect(),
        }
    }

    /// The class of its severity.
    #[must_use]
    pub const fn class(&self) -> &'static str {
        if self.is_hard { "is-hard" } else { "is-soft" }
    }

    /// Its icon.
    #[must_use]
    pub const fn icon(&self) -> &'static str {
        if self.is_hard { "warn" } else { "info" }
    }
}

fn name(code: &SessionCode, programme: &Programme, lang: Lang) -> String {
    let session = programme.session(code.as_str());
    session.map_or_else(
        || code.to_string(),
        |session| session.title.words(lang).to_owned(),
    )
}

fn title(clash: &Clash, programme: &Programme, lang: Lang) -> String {
    let m = messages(lang);
    let room = |slug: &Slug| {
        let room = programme.room(slug.as_str());
        room.map_or_else(|| slug.to_string(), |room| room.name.words(lang).to_owned())
    };
    let person = |guid| {
        let person = programme.person(guid);
        person
            .map(|person| person_name(person, lang))
            .unwrap_or_default()
    };
    match clash {
        Clash::RoomTwice { room: slug, .. } => m.plan_clash_room_twice(room(slug)),
        Clash::PersonTwice { person: guid, .. } => m.plan_clash_person_twice(person(*guid)),
        Clash::PersonUnavailable { person: guid } => m.plan_clash_person_away(person(*guid)),
        Clash::RoomUnavailable { room: slug } => m.plan_clash_room_away(room(slug)),
        Clash::TooManyPeople {
            room: slug,
            holds,
            wanted,
        } => m.plan_clash_too_many(*holds, room(slug), *wanted),
        Clash::OutsideTheDay { .. } => m.plan_clash_outside().to_owned(),
        Clash::NoBreak {
            person: guid,
            minutes,
            least,
        } => m.plan_clash_no_break(*least, *minutes, person(*guid)),
        Clash::NoChangeOver {
            room: slug,
            minutes,
            least,
        } => m.plan_clash_no_change_over(*least, *minutes, room(slug)),
        Clash::StreamedUnrecorded => m.plan_clash_streamed().to_owned(),
        Clash::RecordingRoom { room: slug } => m.plan_clash_recording_room(room(slug)),
    }
}

/// A day in a tight spot: `pią 15 XI`, `Fri 15 Nov`.
#[must_use]
pub fn day_name(day: &Day, lang: Lang) -> String {
    let weekday: String = dates::weekday(day.date, lang).chars().take(3).collect();
    format!("{weekday} {}", dates::short_date(day.date, lang))
}

/// A person by name and role.
#[must_use]
pub fn person_name(person: &Person, lang: Lang) -> String {
    let role = person.role.as_ref().map(|role| role.words(lang));
    match (&person.name, role) {
        (Some(name), Some(role)) => format!("{name}, {role}"),
        (Some(name), None) => name.clone(),
        (None, Some(role)) => role.to_owned(),
        (None, None) => person.slug.get(lang).to_string(),
    }
}
