//! Which sessions the table shows, and in which order: read off the address.

use wiec_kit::address;
use wiec_kit::collate::sort_by_text;
use wiec_kit::form::Choice;
use wiec_kit::messages::Messages;
use wiec_model::Session;

use crate::context::Context;

/// What the address asks for; unknown values match nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    kind: String,
    track: String,
    room: String,
    day: String,
    words: String,
    sort: String,
}

/// The filter on a page.
pub struct Filter {
    /// The words looked for.
    pub words: String,
    /// The order.
    pub sort: String,
    /// The choices: name, label, and what can be chosen.
    pub choices: Vec<FilterChoice>,
    /// Whether anything is asked for.
    pub is_on: bool,
}

/// One list to choose from.
pub struct FilterChoice {
    /// The parameter.
    pub name: &'static str,
    /// What is chosen by.
    pub label: &'static str,
    /// What can be chosen.
    pub choices: Vec<Choice>,
    /// What is.
    pub chosen: String,
}

impl FilterChoice {
    /// Whether a choice is the chosen one.
    pub fn is(&self, choice: &Choice) -> bool {
        self.chosen == choice.value
    }
}

/// The head of a column, which may sort.
pub struct Head {
    /// What it is called.
    pub label: &'static str,
    /// The address that sorts by it.
    pub href: Option<String>,
    /// Whether the table is sorted by it.
    pub is_sorted: bool,
}

/// Not scheduled at all, as a room or a day.
const NOWHERE: &str = "-";

impl Asked {
    /// Reads the parameters of an address.
    pub fn of(parameters: &[(String, String)]) -> Self {
        let mut asked = Self::default();
        for (name, value) in parameters {
            let field = match name.as_str() {
                "kind" => &mut asked.kind,
                "track" => &mut asked.track,
                "room" => &mut asked.room,
                "day" => &mut asked.day,
                "q" => &mut asked.words,
                "sort" => &mut asked.sort,
                _ => continue,
            };
            value.trim().clone_into(field);
        }
        asked
    }

    fn parameters(&self) -> [(&'static str, &str); 6] {
        [
            ("kind", &self.kind),
            ("track", &self.track),
            ("room", &self.room),
            ("day", &self.day),
            ("q", &self.words),
            ("sort", &self.sort),
        ]
    }

    /// The same as the query of an address.
    pub fn query(&self) -> String {
        address::query(&self.parameters())
    }

    /// The sessions asked for, in the order asked for: as in the programme, if none is.
    pub fn choose<'a>(&self, context: &Context<'a>) -> Vec<&'a Session> {
        let programme = context.programme;
        let mut chosen: Vec<&Session> = programme
            .sessions
            .iter()
            .filter(|session| self.takes(session, context))
            .collect();
        programme.sort(&mut chosen);
        match self.sort.as_str() {
            "code" => chosen.sort_by(|a, b| a.code.cmp(&b.code)),
            "title" => sort_by_text(&mut chosen, context.lang, |session| {
                context.words(&session.title).to_owned()
            }),
            "kind" => chosen.sort_by(|a, b| a.kind.cmp(&b.kind)),
            "track" => chosen.sort_by(|a, b| a.track.cmp(&b.track)),
            "room" => {
                let room = |session: &&Session| session.slot.as_ref().map(|slot| slot.room.clone());
                chosen.sort_by_key(room);
            }
            "minutes" => chosen.sort_by_key(|session| context.minutes_of(session)),
            _ => {}
        }
        chosen
    }

    fn takes(&self, session: &Session, context: &Context<'_>) -> bool {
        let slot = session.slot.as_ref();
        let day = slot.and_then(|slot| context.programme.day_of(slot.starts_at));
        let day = day.map(|day| day.date.to_string());
        let is = |wanted: &str, value: Option<&str>| {
            wanted.is_empty() || value.unwrap_or(NOWHERE) == wanted
        };
        let words = self.words.to_lowercase();
        let has = |text: &str| text.to_lowercase().contains(&words);
        is(&self.kind, Some(session.kind.as_str()))
            && is(
                &self.track,
                session.track.as_ref().map(|track| track.as_str()),
            )
            && is(&self.room, slot.map(|slot| slot.room.as_str()))
            && is(&self.day, day.as_deref())
            && (words.is_empty()
                || has(session.code.as_str())
                || session.title.versions().any(|(_, title)| has(title)))
    }

    /// The heads of the columns.
    pub fn heads(&self, list: &str, m: &'static Messages) -> Vec<Head> {
        let columns = [
            (m.plan_code(), Some("code")),
            (m.plan_title_pl(), Some("title")),
            (m.plan_title_en(), None),
            (m.plan_kind(), Some("kind")),
            (m.plan_track(), Some("track")),
            (m.plan_room(), Some("room")),
            (m.plan_day(), Some("")),
            (m.plan_start(), None),
            (m.plan_minutes(), Some("minutes")),
            (m.plan_places(), None),
        ];
        let head = |(label, sort): (&'static str, Option<&str>)| Head {
            label,
            href: sort.map(|sort| {
                let asked = Self {
                    sort: sort.to_owned(),
                    ..self.clone()
                };
                format!("{list}{}", asked.query())
            }),
            is_sorted: sort == Some(self.sort.as_str()),
        };
        columns.map(head).into()
    }
}

impl Filter {
    /// The filter of what is asked for.
    pub fn of(asked: &Asked, context: &Context<'_>) -> Self {
        let m = context.m;
        let any = |label: &'static str, choices: Vec<Choice>| {
            let known = choices
                .into_iter()
                .filter(|choice| !choice.value.is_empty());
            std::iter::once(Choice::new("", label)).chain(known)
        };
        let nowhere = || std::iter::once(Choice::new(NOWHERE, m.plan_unscheduled()));
        let choice = |name, label, choices, chosen: &str| FilterChoice {
            name,
            label,
            choices,
            chosen: chosen.to_owned(),
        };
        let days = any(m.plan_any_day(), context.days()).chain(nowhere());
        Self {
            words: asked.words.clone(),
            sort: asked.sort.clone(),
            choices: vec![
                choice("day", m.plan_day(), days.collect(), &asked.day),
                choice(
                    "room",
                    m.plan_room(),
                    any(m.plan_any_room(), context.rooms()).collect(),
                    &asked.room,
                ),
                choice(
                    "kind",
                    m.plan_kind(),
                    any(m.plan_any_kind(), context.kinds()).collect(),
                    &asked.kind,
                ),
                choice(
                    "track",
                    m.plan_track(),
                    any(m.plan_any_track(), context.tracks()).collect(),
                    &asked.track,
                ),
            ],
            is_on: *asked != Asked::default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for_stands_in_the_address_and_is_read_back() {
        let asked = |pairs: &[(&str, &str)]| {
            let pairs: Vec<_> = pairs
                .iter()
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
                .collect();
            Asked::of(&pairs)
        };
        let wanted = asked(&[("room", "kadzielnia"), ("q", "zieleń & woda"), ("x", "y")]);
        assert_eq!(
            wanted.query(),
            "?room=kadzielnia&q=ziele%C5%84%20%26%20woda"
        );
        assert_eq!(asked(&[]).query(), "");
    }
}
