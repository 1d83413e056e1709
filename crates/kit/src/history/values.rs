//! The values of an act as people read them.

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::Value as Json;
use wiec_model::rules::{Role, Scope};
use wiec_model::{AccountId, Zone};

use super::{calls, words};
use crate::dates;
use crate::edition::Served;
use crate::messages::Messages;

/// A value that stands beside an act, or one that became another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What the field is called.
    pub field: String,
    /// What it was, where it was something else.
    pub from: Option<String>,
    /// What it is.
    pub to: String,
}

/// The longest value that is shown whole: a description is compared where it is edited.
const LONG_LETTERS: usize = 400;

/// What values are read with.
pub struct Reading<'a> {
    /// The words of the page.
    pub m: &'static Messages,
    /// Where the clocks are read.
    pub zone: &'a Zone,
    /// What is served, where sessions are called by their titles.
    pub served: &'a Served,
    /// What somebody is called.
    pub name: &'a dyn Fn(AccountId) -> String,
}

/// The changes of an act, by what was done to `subject`.
pub fn changes(subject: &str, details: &Json, reading: &Reading<'_>) -> Vec<Change> {
    let Json::Object(fields) = details else {
        return Vec::new();
    };
    fields
        .iter()
        .map(|(key, value)| {
            let both = value.get("from").zip(value.get("to"));
            Change {
                field: calls::field_of(subject, key, reading.m)
                    .map_or_else(|| words::field(key, reading.m), str::to_owned),
                from: both.map(|(from, _)| reading.said(key, from)),
                to: reading.said(key, both.map_or(value, |(_, to)| to)),
            }
        })
        .collect()
}

impl Reading<'_> {
    fn said(&self, key: &str, value: &Json) -> String {
        let named = match key {
            "role" => Role::deserialize(value)
                .ok()
                .map(|role| words::role(role, self.m).to_owned()),
            "scope" => Scope::deserialize(value)
                .ok()
                .map(|scope| self.scope(&scope)),
            _ if calls::names_an_account(key) => {
                value.as_str().and_then(|id| id.parse().ok()).map(self.name)
            }
            _ if calls::is_done(key) => Some(self.m.history_yes().to_owned()),
            _ => None,
        };
        let words = named.unwrap_or_else(|| whole(key, value, self.m, self.zone));
        if words.chars().count() <= LONG_LETTERS {
            return words;
        }
        let mut start: String = words.chars().take(LONG_LETTERS).collect();
        start.push('…');
        start
    }

    fn scope(&self, scope: &Scope) -> String {
        let m = self.m;
        match scope {
            Scope::Installation => m.scope_installation().to_owned(),
            Scope::Congress { .. } => m.scope_congress().to_owned(),
            Scope::Call { call, .. } => m.scope_call(call.as_str()),
            Scope::Proposal { proposal, .. } => m.scope_proposal(proposal.as_str()),
            Scope::Session { congress, session } => {
                let edition = self.served.edition(congress.as_str());
                let known = edition.and_then(|edition| edition.session_by_guid(*session));
                m.scope_session(known.map_or_else(
                    || session.to_string(),
                    |session| format!("{} {}", session.code, session.title.words(m.lang())),
                ))
            }
        }
    }
}

fn whole(key: &str, value: &Json, m: &Messages, zone: &Zone) -> String {
    match value {
        Json::Null => m.history_nothing().to_owned(),
        Json::Bool(true) => m.history_yes().to_owned(),
        Json::Bool(false) => m.history_no().to_owned(),
        Json::Number(number) => number.to_string(),
        Json::String(words) if words.is_empty() => m.history_nothing().to_owned(),
        Json::String(word) => words::value(key, word, m)
            .map(str::to_owned)
            .or_else(|| instant(word, m, zone))
            .unwrap_or_else(|| word.clone()),
        Json::Array(values) if values.is_empty() => m.history_nothing().to_owned(),
        Json::Array(values) => listed(values.iter().map(|value| whole(key, value, m, zone))),
        Json::Object(fields) => listed(fields.iter().map(|(key, value)| {
            format!("{}: {}", words::field(key, m), whole(key, value, m, zone))
        })),
    }
}

fn listed(values: impl Iterator<Item = String>) -> String {
    values.collect::<Vec<_>>().join(", ")
}

/// Instants are written down in UTC and read on the clocks of the congress.
fn instant(words: &str, m: &Messages, zone: &Zone) -> Option<String> {
    let at: Timestamp = words.parse().ok()?;
    let date = dates::date_of(at, zone);
    Some(format!(
        "{}, {}",
        dates::long_date(date, m.lang()),
        dates::hour(at, zone)
    ))
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use wiec_model::Lang;

    use super::*;
    use crate::messages::messages;

    #[test]
    fn a_change_says_from_which_value_to_which_as_people_read_them() {
        let details = json!({
            "starts_at": { "from": "2019-11-15T09:50:00Z", "to": null },
            "sessions": 3,
            "title": { "from": { "pl": "A" }, "to": { "pl": "B", "en": "C" } },
            "role": "chair",
            "scope": { "of": "proposal", "congress": "kpm-2019", "proposal": "W04" },
        });
        let zone = Zone::default();
        let reading = Reading {
            m: messages(Lang::En),
            zone: &zone,
            served: &Served::default(),
            name: &|_| "Jan Kowal".to_owned(),
        };
        let told = changes("session S31", &details, &reading);
        let told: Vec<_> = told
            .iter()
            .map(|change| {
                (
                    change.field.as_str(),
                    change.from.as_deref(),
                    change.to.as_str(),
                )
            })
            .collect();
        assert_eq!(
            told,
            [
                ("start", Some("15\u{a0}November 2019, 10:50"), "(nothing)"),
                ("sessions", None, "3"),
                ("title", Some("pl: A"), "pl: B, en: C"),
                ("role", None, "chair"),
                ("scope", None, "proposal W04"),
            ]
        );
    }

    #[test]
    fn what_was_done_to_a_call_names_people_and_says_its_words() {
        let account = "0190f3a0-0000-7000-8000-000000000001";
        let details = json!({
            "access": { "from": "open", "to": "by_code" },
            "assigned": account,
            "code_revoked": account,
            "decision": { "from": null, "to": "accept" },
            "review": { "phases": [{ "phase": "bids", "from": "2019-11-15T09:50:00Z" }] },
        });
        let zone = Zone::default();
        let reading = Reading {
            m: messages(Lang::En),
            zone: &zone,
            served: &Served::default(),
            name: &|_| "Ewa Sowińska".to_owned(),
        };
        let told = changes("call kalejdoskopy", &details, &reading);
        let told: Vec<_> = told
            .iter()
            .map(|change| format!("{}: {}", change.field, change.to))
            .collect();
        assert_eq!(
            told,
            [
                "who may submit: by a code",
                "assigned to: Ewa Sowińska",
                "code taken back: yes",
                "decision: accept",
                "review: phases: phase: bids, from: 15\u{a0}November 2019, 10:50",
            ]
        );
    }
}
