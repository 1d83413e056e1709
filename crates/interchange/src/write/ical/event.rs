//! VEVENT: one session in a calendar.

use wiec_model::{Lang, Person, Slot, Text, Zone};

use super::super::context::{Context, Entry, called};
use super::lines::Lines;
use super::utc;

/// Whether a session is written as it stands, or as one that its reader has no part in any more.
#[derive(Clone, Copy)]
pub(super) enum Standing {
    /// As it stands: confirmed, or cancelled for everyone.
    Own,
    /// Cancelled, for this reader.
    Cancelled,
}

/// Writes one session.
///
/// Its UID is its guid and nothing else: an installation that moves to another host must not
/// double the entries of its subscribers.
pub(super) fn write(context: &Context<'_>, entry: &Entry<'_>, lang: Lang) -> String {
    write_as(context, entry, lang, Standing::Own, None)
}

/// Writes one session, and on whose behalf it is sent, where it is sent.
pub(super) fn write_as(
    context: &Context<'_>,
    entry: &Entry<'_>,
    lang: Lang,
    standing: Standing,
    organiser: Option<&str>,
) -> String {
    let mut lines = Lines::new();
    lines.put("BEGIN", "VEVENT");
    lines.put("UID", &entry.session.guid.to_string());
    // Also the stamp is that of the change: the time of writing would alter the bytes.
    let changed_at = utc(entry.issue.changed_at);
    lines.put("DTSTAMP", &changed_at);
    lines.put("LAST-MODIFIED", &changed_at);
    lines.put("SEQUENCE", &entry.issue.sequence.to_string());
    lines.put(
        "STATUS",
        if entry.is_cancelled() || matches!(standing, Standing::Cancelled) {
            "CANCELLED"
        } else {
            "CONFIRMED"
        },
    );
    if let Some(organiser) = organiser {
        lines.append(organiser);
    }
    put_times(&mut lines, context.zone(), entry.slot);
    put_words(&mut lines, context, entry, lang);
    lines.put("URL", &context.addresses.session(entry.session, lang));
    lines.put("END", "VEVENT");
    lines.finish()
}

/// Start and end on the clocks of the congress, so that calendars show them so everywhere.
///
/// In the hour that a night in autumn has twice, a clock does not say which is meant, and readers
/// take the first (RFC 5545, 3.3.5). A session that touches the second is written in UTC.
fn put_times(lines: &mut Lines, zone: &Zone, slot: &Slot) {
    let is_told_by_clock = |instant| {
        let rules = zone.rules();
        rules
            .to_timestamp(rules.to_datetime(instant))
            .is_ok_and(|first| first == instant)
    };
    let both = [("DTSTART", slot.starts_at), ("DTEND", slot.ends_at)];
    let by_clock = both.iter().all(|&(_, instant)| is_told_by_clock(instant));
    for (name, instant) in both {
        if by_clock {
            let local = zone
                .rules()
                .to_datetime(instant)
                .strftime("%Y%m%dT%H%M%S")
                .to_string();
            lines.put(&format!("{name};TZID={}", zone.name()), &local);
        } else {
            lines.put(name, &utc(instant));
        }
    }
}

fn put_words(lines: &mut Lines, context: &Context<'_>, entry: &Entry<'_>, lang: Lang) {
    let title = entry.session.title.show(lang);
    let language = title.fallback.map_or(lang.code(), |tag| tag.as_str());
    lines.text(&format!("SUMMARY;LANGUAGE={language}"), title.words);
    let description = description(context, entry, lang);
    if !description.is_empty() {
        lines.text("DESCRIPTION", &description);
    }
    if let Some(location) = location(entry, lang) {
        lines.text("LOCATION", &location);
    }
    let track = entry.track.map(|track| track.name.words(lang));
    let kind = entry.kind.map(|kind| kind.name.words(lang));
    let categories: Vec<&str> = [track, kind].into_iter().flatten().collect();
    if !categories.is_empty() {
        lines.texts("CATEGORIES", &categories);
    }
}

/// The lead, the people, and what people with disabilities should know; a blank line between.
fn description(context: &Context<'_>, entry: &Entry<'_>, lang: Lang) -> String {
    let lead = entry
        .session
        .lead
        .as_ref()
        .map(|lead| lead.words(lang).to_owned());
    let people: Vec<String> = entry
        .people
        .iter()
        .map(|(person, part)| {
            format!(
                "{}: {}",
                context.words.part(*part, lang),
                introduced(person, lang)
            )
        })
        .collect();
    let people = (!people.is_empty()).then(|| people.join("\n"));
    let access = entry.session.accessibility.as_ref().map(|access| {
        format!(
            "{}: {}",
            context.words.accessibility(lang),
            access.words(lang)
        )
    });
    [lead, people, access]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join("\n\n")
}

/// The name with the role behind it, or the one there is.
fn introduced(person: &Person, lang: Lang) -> String {
    match (&person.name, &person.role) {
        (Some(name), Some(role)) => format!("{name}, {}", role.words(lang)),
        _ => called(person, lang).to_owned(),
    }
}

fn location(entry: &Entry<'_>, lang: Lang) -> Option<String> {
    let room = entry.room?;
    let name = room.name.words(lang);
    let floor = room.floor.as_ref().map(|floor: &Text| floor.words(lang));
    Some(floor.map_or_else(|| name.to_owned(), |floor| format!("{name}, {floor}")))
}
