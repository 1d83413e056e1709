//! What happens within a session: talks, phases, stories, and what to read beside it.

use wiec_model::session::{Appearance, Link, Phase, Story, Tables, Talk};

use crate::congress_file::cast::Cast;
use crate::read::object::Object;

/// Reads a talk of a session in which these appear.
pub(super) fn talk(object: Object<'_>, cast: &Cast<'_>, people: &[Appearance]) -> Talk {
    let tellers = object.list("people", |entry, _| {
        let person = cast.find_among(&entry, people);
        entry.finish();
        person
    });
    let talk = Talk {
        title: object.text("title"),
        minutes: object.required_number("minutes"),
        people: tellers.into_iter().flatten().collect(),
    };
    object.finish();
    talk
}

/// Reads a step of a script.
pub(super) fn phase(object: Object<'_>) -> Phase {
    let phase = Phase {
        name: object.text("name"),
        minutes: object.required_number("minutes"),
        grouping: object.string("grouping"),
        output: object.string("output"),
    };
    object.finish();
    phase
}

/// Reads a story of a night of flops.
pub(super) fn story(object: Object<'_>) -> Story {
    let story = Story {
        title: object.text("title"),
        role: object.optional_text("role"),
        minutes: object.required_number("minutes"),
        fields: object
            .words("fields")
            .into_iter()
            .map(|(_, word)| word)
            .collect(),
    };
    object.finish();
    story
}

/// Reads a link.
pub(super) fn link(object: Object<'_>) -> Link {
    if !object.has("url") {
        object.missing("url");
    }
    let url = object.string("url").unwrap_or_default();
    if object.has("url") && !is_web_address(&url) {
        object.problem(
            "url",
            format!("\"{url}\" should begin with https:// or http://"),
        );
    }
    let link = Link {
        url,
        title: object.string("title"),
    };
    object.finish();
    link
}

/// Reads the tables of a workshop, which stand among the session's own keys.
pub(super) fn tables(session: &Object<'_>) -> Option<Tables> {
    let (count, size) = (session.number("tables"), session.number("table_size"));
    if count.is_none() && size.is_some() {
        session.problem(
            "table_size",
            "needs \"tables\" beside it: how many are there?",
        );
    }
    count.map(|count| Tables { count, size })
}

/// Whether a link may lead there: no `javascript:`, no file of somebody's disk.
pub(crate) fn is_web_address(url: &str) -> bool {
    let rest = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/'))
        && !url
            .chars()
            .any(|c| c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>' | '\\'))
}
