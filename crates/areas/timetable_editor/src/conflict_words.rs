//! Conflicts in words of the reader: what clashes, and where.

use wiec_kit::dates;
use wiec_model::conflicts::{Clash, Conflict, Severity};
use wiec_model::{SessionCode, Slug};

use crate::context::Context;

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
    /// Puts a conflict into words.
    pub fn of(conflict: &Conflict, context: &Context<'_>) -> Self {
        let zone = &context.programme.congress.zone;
        let day = context.programme.day_of(conflict.at);
        let day = day.map(|day| context.day(day)).unwrap_or_default();
        Self {
            is_hard: conflict.severity() == Severity::Hard,
            title: title(&conflict.what, context),
            detail: format!("{day}, {}", dates::hour(conflict.at, zone)),
            sessions: conflict
                .sessions
                .iter()
                .map(|code| (code.to_string(), name(code, context)))
                .collect(),
        }
    }

    /// The class of its severity.
    pub const fn class(&self) -> &'static str {
        if self.is_hard { "is-hard" } else { "is-soft" }
    }

    /// Its icon.
    pub const fn icon(&self) -> &'static str {
        if self.is_hard { "warn" } else { "info" }
    }
}

fn name(code: &SessionCode, context: &Context<'_>) -> String {
    let session = context.programme.session(code.as_str());
    session.map_or_else(
        || code.to_string(),
        |session| context.words(&session.title).to_owned(),
    )
}

fn title(clash: &Clash, context: &Context<'_>) -> String {
    let m = context.m;
    let room = |slug: &Slug| {
        let room = context.programme.room(slug.as_str());
        room.map_or_else(
            || slug.to_string(),
            |room| context.words(&room.name).to_owned(),
        )
    };
    let person = |guid| {
        let person = context.programme.person(guid);
        person
            .map(|person| context.person(person))
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
