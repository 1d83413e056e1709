//! A session as the congress file has it.

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use serde_json::Value;
use wiec_model::session::{Appearance, Link, Phase, Recording, Story, Stream, Talk};
use wiec_model::{Booking, Programme, Session, Slot};

use crate::congress_file::writer::{Entries, PeopleByGuid, kind_key, slugs, text};

/// Writes a session; what is nothing, empty or nobody's decision yet is left out.
pub(super) fn session(
    session: &Session,
    programme: &Programme,
    people: &PeopleByGuid<'_>,
) -> Value {
    let mut entries = Entries::default();
    entries.put("id", Some(session.code.as_str()));
    entries.put("guid", Some(session.guid.to_string()));
    entries.put("slug", Some(slugs(&session.slug)));
    if let Some(slot) = &session.slot {
        put_slot(&mut entries, slot, programme);
    }
    entries.put("type", Some(kind_key(&session.kind)));
    entries.put("track", session.track.as_ref().map(|track| track.as_str()));
    entries.put("title", Some(text(&session.title)));
    entries.put("subtitle", session.subtitle.as_ref().map(text));
    entries.put("lead", session.lead.as_ref().map(text));
    entries.put("description", session.description.as_ref().map(text));
    entries.put("capacity", session.capacity);
    put_booking(&mut entries, session.booking);
    entries.list("people", &session.people, |appearance| {
        self::appearance(appearance, people)
    });
    put_terms(&mut entries, session);
    put_script(&mut entries, session, people);
    entries.value()
}

fn put_booking(entries: &mut Entries, booking: Booking) {
    let (signup, mode, waitlist) = match booking {
        Booking::Open => ("none", None, None),
        Booking::FirstCome { waitlist } => ("required", Some("first_come"), Some(waitlist)),
        Booking::OrganiserSelection { waitlist } => {
            ("required", Some("organiser_selection"), Some(waitlist))
        }
    };
    entries.put("signup", Some(signup));
    entries.put("booking", mode);
    entries.put("waitlist", waitlist);
}

fn put_terms(entries: &mut Entries, session: &Session) {
    entries.list("languages", &session.languages, |tag| tag.as_str().into());
    let stream = match session.stream {
        Stream::Unstated => None,
        Stream::Streamed => Some(true),
        Stream::RoomOnly => Some(false),
    };
    entries.put("stream", stream);
    entries.put("recording", recording(&session.recording));
    entries.put("accessibility", session.accessibility.as_ref().map(text));
    entries.put(
        "transport",
        session
            .visit
            .as_ref()
            .and_then(|visit| visit.transport.as_deref()),
    );
    entries.put(
        "needs_id",
        session.visit.as_ref().map(|visit| visit.needs_id),
    );
    entries.put(
        "proposals_theme",
        session.proposals_track.as_ref().map(|track| track.as_str()),
    );
    entries.put("vote", session.vote.clone());
}

fn put_script(entries: &mut Entries, session: &Session, people: &PeopleByGuid<'_>) {
    entries.list("talks", &session.talks, |talk| self::talk(talk, people));
    entries.list("phases", &session.phases, phase);
    entries.put("tables", session.tables.map(|tables| tables.count));
    entries.put("table_size", session.tables.and_then(|tables| tables.size));
    entries.list("stories", &session.stories, story);
    entries.list("links", &session.links, link);
}

/// By the clock on the wall where that is enough, else as instants.
fn put_slot(entries: &mut Entries, slot: &Slot, programme: &Programme) {
    let rules = programme.congress.zone.rules();
    entries.put(
        "day",
        programme.day_of(slot.starts_at).map(|day| day.number),
    );
    match (
        wall_clock(slot.starts_at, rules),
        wall_clock(slot.ends_at, rules),
    ) {
        (Some(start), Some(end)) => {
            let implied = if end.time() > start.time() {
                start.date()
            } else {
                start.date().saturating_add(1.day())
            };
            entries.put("date", Some(start.date().to_string()));
            entries.put("start", Some(start.strftime("%H:%M").to_string()));
            entries.put("end", Some(end.strftime("%H:%M").to_string()));
            entries.put(
                "end_date",
                (end.date() != implied).then(|| end.date().to_string()),
            );
            entries.put("minutes", Some(slot.duration_minutes()));
        }
        _ => {
            entries.put("starts_at", Some(with_offset(slot.starts_at, rules)));
            entries.put("ends_at", Some(with_offset(slot.ends_at, rules)));
        }
    }
    entries.put("room", Some(slot.room.as_str()));
}

/// The time that the clock shows, unless it shows it twice or seconds matter.
fn wall_clock(instant: Timestamp, rules: &TimeZone) -> Option<DateTime> {
    let local = rules.to_datetime(instant);
    let whole = local.second() == 0 && local.subsec_nanosecond() == 0;
    (whole && !rules.to_ambiguous_timestamp(local).is_ambiguous()).then_some(local)
}

/// The instant with the offset of the place, or in UTC where the offset itself has seconds (as it
/// had everywhere before there were time zones) and RFC 3339 would round it.
fn with_offset(instant: Timestamp, rules: &TimeZone) -> String {
    let written = instant
        .display_with_offset(rules.to_offset(instant))
        .to_string();
    if written.parse().ok() == Some(instant) {
        written
    } else {
        instant.to_string()
    }
}

fn appearance(appearance: &Appearance, people: &PeopleByGuid<'_>) -> Value {
    let mut entries = Entries::default();
    entries.put("person", Some(people.reference(appearance.person)));
    entries.put("part", Some(appearance.part.key()));
    entries.value()
}

fn recording(recording: &Recording) -> Option<Value> {
    match recording {
        Recording::Unstated => None,
        Recording::Forbidden => Some(false.into()),
        Recording::Allowed { licence: None } => Some(true.into()),
        Recording::Allowed {
            licence: Some(licence),
        } => {
            let mut terms = Entries::default();
            terms.put("licence", Some(licence.as_str()));
            Some(terms.value())
        }
    }
}

fn talk(talk: &Talk, people: &PeopleByGuid<'_>) -> Value {
    let mut entries = Entries::default();
    entries.put("minutes", Some(talk.minutes));
    entries.put("title", Some(text(&talk.title)));
    entries.list("people", &talk.people, |person| {
        let mut entry = Entries::default();
        entry.put("person", Some(people.reference(*person)));
        entry.value()
    });
    entries.value()
}

fn phase(phase: &Phase) -> Value {
    let mut entries = Entries::default();
    entries.put("name", Some(text(&phase.name)));
    entries.put("minutes", Some(phase.minutes));
    entries.put("grouping", phase.grouping.as_deref());
    entries.put("output", phase.output.as_deref());
    entries.value()
}

fn story(story: &Story) -> Value {
    let mut entries = Entries::default();
    entries.put("minutes", Some(story.minutes));
    entries.put("title", Some(text(&story.title)));
    entries.put("role", story.role.as_ref().map(text));
    entries.list("fields", &story.fields, |field| field.as_str().into());
    entries.value()
}

fn link(link: &Link) -> Value {
    let mut entries = Entries::default();
    entries.put("url", Some(link.url.as_str()));
    entries.put("title", link.title.as_deref());
    entries.value()
}
