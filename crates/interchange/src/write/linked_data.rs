//! JSON-LD in the vocabulary of schema.org, for search engines.
//!
//! The text goes into `<script type="application/ld+json">` as it is: nothing in it can close that
//! element, whatever a title says.

use serde_json::{Value, json};
use wiec_model::session::Stream;
use wiec_model::{Lang, Text};

use super::context::{Context, Entry, State, called};

const VOCABULARY: &str = "https://schema.org";

/// The whole congress with its sessions; breaks and desks are no events and are left out.
///
/// Who organises it is not said, for a programme does not know.
#[must_use]
pub fn congress(context: &Context<'_>, lang: Lang) -> String {
    let sessions = context
        .sessions()
        .iter()
        .filter(|entry| !entry.is_service());
    let mut event = whole(context, lang);
    event["@context"] = json!(VOCABULARY);
    event["subEvent"] = sessions.map(|entry| brief(context, entry, lang)).collect();
    for_script(&event)
}

/// The congress by itself, for a page whose sessions have pages of their own.
#[must_use]
pub fn congress_alone(context: &Context<'_>, lang: Lang) -> String {
    let mut event = whole(context, lang);
    event["@context"] = json!(VOCABULARY);
    for_script(&event)
}

/// One session, with its part in the whole.
///
/// One that the release before had at another time is `EventRescheduled`; that is known to a
/// context made with [`Context::after`].
#[must_use]
pub fn session(context: &Context<'_>, entry: &Entry<'_>, lang: Lang) -> String {
    let mut event = brief(context, entry, lang);
    event["@context"] = json!(VOCABULARY);
    event["inLanguage"] = tags(entry);
    event["eventAttendanceMode"] = json!(attendance(entry.session.stream == Stream::Streamed));
    event["isAccessibleForFree"] = json!(context.programme().congress.free_of_charge);
    event["superEvent"] = whole(context, lang);
    if let Some(lead) = &entry.session.lead {
        event["description"] = json!(lead.words(lang));
    }
    if let Some(capacity) = entry.session.capacity {
        event["maximumAttendeeCapacity"] = json!(capacity);
    }
    if !entry.people.is_empty() {
        event["performer"] = performers(context, entry, lang);
    }
    for_script(&event)
}

/// The congress without its sessions.
fn whole(context: &Context<'_>, lang: Lang) -> Value {
    let congress = &context.programme().congress;
    let home = context.addresses.home(lang);
    let is_streamed = context
        .sessions()
        .iter()
        .any(|entry| entry.session.stream == Stream::Streamed);
    let slots = || context.sessions().iter().map(|entry| entry.slot);
    let starts_at = slots().map(|slot| slot.starts_at).min();
    let ends_at = slots().map(|slot| slot.ends_at).max();
    json!({
        "@type": "Event",
        "@id": home,
        "name": congress.name.words(lang),
        "url": home,
        "startDate": starts_at.map(|instant| context.stamp(instant)),
        "endDate": ends_at.map(|instant| context.stamp(instant)),
        "eventStatus": status(State::Scheduled),
        "eventAttendanceMode": attendance(is_streamed),
        "isAccessibleForFree": congress.free_of_charge,
        "inLanguage": congress.languages.iter().map(|tag| tag.as_str()).collect::<Value>(),
        "location": place(context, lang),
    })
}

/// A session as it stands in a list.
fn brief(context: &Context<'_>, entry: &Entry<'_>, lang: Lang) -> Value {
    let url = context.addresses.session(entry.session, lang);
    let mut event = json!({
        "@type": "Event",
        "@id": url,
        "name": entry.session.title.words(lang),
        "url": url,
        "startDate": context.stamp(entry.slot.starts_at),
        "endDate": context.stamp(entry.slot.ends_at),
        "eventStatus": status(entry.state),
        "location": location(context, entry, lang),
    });
    if let State::Rescheduled { from } = entry.state {
        event["previousStartDate"] = json!(context.stamp(from));
    }
    event
}

const fn status(state: State) -> &'static str {
    match state {
        State::Scheduled => "https://schema.org/EventScheduled",
        State::Rescheduled { .. } => "https://schema.org/EventRescheduled",
        State::Cancelled => "https://schema.org/EventCancelled",
    }
}

const fn attendance(is_streamed: bool) -> &'static str {
    if is_streamed {
        "https://schema.org/MixedEventAttendanceMode"
    } else {
        "https://schema.org/OfflineEventAttendanceMode"
    }
}

/// Where the congress meets; its name serves when nobody has said, for an event needs a place.
fn place(context: &Context<'_>, lang: Lang) -> Value {
    let congress = &context.programme().congress;
    let words = congress
        .place
        .as_ref()
        .unwrap_or(&congress.name)
        .words(lang);
    json!({ "@type": "Place", "name": words, "address": words })
}

fn location(context: &Context<'_>, entry: &Entry<'_>, lang: Lang) -> Value {
    let mut location = place(context, lang);
    if let Some(room) = entry.room {
        location["name"] = json!(room.name.words(lang));
        location["url"] = json!(context.addresses.room(room, lang));
    }
    location
}

fn tags(entry: &Entry<'_>) -> Value {
    entry
        .session
        .languages
        .iter()
        .map(|tag| tag.as_str())
        .collect()
}

fn performers(context: &Context<'_>, entry: &Entry<'_>, lang: Lang) -> Value {
    let each = entry.people.iter().map(|(person, _)| {
        let mut value = json!({
            "@type": "Person",
            "name": called(person, lang),
            "url": context.addresses.person(person, lang),
        });
        // A role that stands for the name is not said twice.
        if let (Some(_), Some(role)) = (&person.name, &person.role as &Option<Text>) {
            value["jobTitle"] = json!(role.words(lang));
        }
        value
    });
    each.collect()
}

/// JSON that stays inside a script element, and inside a line of old scripts.
///
/// Outside of strings JSON has none of these characters, so they can be replaced blindly.
fn for_script(value: &Value) -> String {
    let json = value.to_string();
    let mut safe = String::with_capacity(json.len() + 64);
    for c in json.chars() {
        match c {
            '<' => safe.push_str("\\u003c"),
            '>' => safe.push_str("\\u003e"),
            '&' => safe.push_str("\\u0026"),
            '\u{2028}' => safe.push_str("\\u2028"),
            '\u{2029}' => safe.push_str("\\u2029"),
            c => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_title_can_leave_the_script_element() {
        let value = json!({ "name": "</script><!-- & \u{2028}" });
        let text = for_script(&value);
        assert_eq!(
            text,
            r#"{"name":"\u003c/script\u003e\u003c!-- \u0026 \u2028"}"#
        );
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), value);
    }
}
