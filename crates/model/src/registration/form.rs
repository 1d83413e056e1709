//! The form of an edition: when it is open, how many places there are and who decides, and what it
//! asks besides what it always asks.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, time};
use serde::{Deserialize, Serialize};

use crate::congress::Congress;
use crate::slug::Slug;
use crate::text::{Lang, Text};

/// The form of an edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegistrationForm {
    /// When it opens; at once, if nothing is said.
    pub opens_at: Option<Timestamp>,
    /// When it closes; with the congress, if nothing is said.
    pub closes_at: Option<Timestamp>,
    /// How many places there are; as many as come, if nothing is said.
    pub capacity: Option<u32>,
    /// Who decides.
    pub mode: Mode,
    /// The organisers' own questions.
    #[serde(default)]
    pub questions: Vec<Question>,
    /// What people agree to.
    #[serde(default)]
    pub consents: Vec<Consent>,
}

/// Who decides on a registration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// The order of receipt: a place as long as there is one.
    Automatic,
    /// The organisers, one by one.
    ByDecision,
}

/// A question of the organisers' own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Its key in answers and tables.
    pub key: Slug,
    /// What is asked.
    pub label: Text,
    /// How it is answered.
    pub kind: QuestionKind,
    /// Whether it has to be.
    pub required: bool,
}

/// How a question is answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuestionKind {
    /// In a few words.
    Line,
    /// By yes or nothing.
    Yes,
    /// By one of several answers.
    Choice(Vec<Text>),
}

/// A text that people agree to, in one version. A new wording is a new version: who agreed to which
/// is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// Its key, the same in all versions.
    pub key: Slug,
    /// Its version, counted from 1.
    pub version: u32,
    /// What people agree to.
    pub text: Text,
    /// Whether one cannot take part without it.
    pub required: bool,
}

/// Whether a form can be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gate {
    /// Not yet.
    NotYet {
        /// It opens then.
        opens_at: Timestamp,
    },
    /// Now.
    Open {
        /// Until then, if that was said.
        closes_at: Option<Timestamp>,
    },
    /// No more.
    Closed {
        /// It closed then.
        closed_at: Timestamp,
    },
}

impl RegistrationForm {
    /// The form of a congress for which nobody has set one up: its dates and places as the congress
    /// file states them, places by the order of receipt, and the consents that every congress needs.
    #[must_use]
    pub fn usual(congress: &Congress) -> Self {
        let settings = congress.settings.get("registration");
        let moment = |key: &str| {
            let words = settings?.get(key)?.as_str()?;
            let local = words.parse::<DateTime>().ok().or_else(|| {
                let date: Date = words.parse().ok()?;
                Some(date.to_datetime(time(0, 0, 0, 0)))
            })?;
            congress.zone.rules().to_timestamp(local).ok()
        };
        Self {
            opens_at: moment("opens"),
            closes_at: moment("closes"),
            capacity: congress.expected_participants,
            mode: Mode::Automatic,
            questions: Vec::new(),
            consents: usual_consents(),
        }
    }

    /// Whether it can be sent at `now`.
    #[must_use]
    pub fn gate(&self, now: Timestamp) -> Gate {
        match (self.opens_at, self.closes_at) {
            (Some(opens_at), _) if now < opens_at => Gate::NotYet { opens_at },
            (_, Some(closed_at)) if closed_at <= now => Gate::Closed { closed_at },
            (_, closes_at) => Gate::Open { closes_at },
        }
    }

    /// What is missing of a set of agreed keys: the first required text that is not among them.
    #[must_use]
    pub fn missing_consent(&self, agreed: &[&str]) -> Option<&Consent> {
        self.consents
            .iter()
            .find(|consent| consent.required && !agreed.contains(&consent.key.as_str()))
    }
}

/// What every congress asks: the rules, and, if one likes, pictures and news.
fn usual_consents() -> Vec<Consent> {
    let text = |pl: &str, en: &str| {
        Text::of([
            (Lang::Pl.into(), pl.to_owned()),
            (Lang::En.into(), en.to_owned()),
        ])
        .expect("neither is blank")
    };
    let consent = |key: &str, text, required| Consent {
        key: key.parse().expect("a word is a slug"),
        version: 1,
        text,
        required,
    };
    vec![
        consent(
            "regulamin",
            text(
                "Znam zasady kongresu i informację o przetwarzaniu danych.",
                "I know the rules of the congress and how my data are used.",
            ),
            true,
        ),
        consent(
            "wizerunek",
            text(
                "Zgadzam się na publikację zdjęć, na których mnie widać.",
                "I agree that pictures in which I can be seen are published.",
            ),
            false,
        ),
        consent(
            "wiadomosci",
            text(
                "Chcę dostawać wiadomości o kolejnych kongresach.",
                "I want to hear of the next congresses.",
            ),
            false,
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_gate_opens_and_closes_on_the_instant() {
        let at = |second| Timestamp::from_second(second).unwrap();
        let form = RegistrationForm {
            opens_at: Some(at(10)),
            closes_at: Some(at(20)),
            capacity: None,
            mode: Mode::Automatic,
            questions: Vec::new(),
            consents: usual_consents(),
        };
        assert_eq!(form.gate(at(9)), Gate::NotYet { opens_at: at(10) });
        let open = Gate::Open {
            closes_at: Some(at(20)),
        };
        assert_eq!(form.gate(at(10)), open);
        assert_eq!(form.gate(at(19)), open);
        assert_eq!(form.gate(at(20)), Gate::Closed { closed_at: at(20) });
    }

    #[test]
    fn nobody_is_asked_for_more_than_they_have_to_agree_to() {
        let form = RegistrationForm {
            opens_at: None,
            closes_at: None,
            capacity: None,
            mode: Mode::Automatic,
            questions: Vec::new(),
            consents: usual_consents(),
        };
        let missing = |agreed: &[&str]| form.missing_consent(agreed).map(|it| it.key.to_string());
        assert_eq!(missing(&[]), Some("regulamin".to_owned()));
        assert_eq!(missing(&["wizerunek"]), Some("regulamin".to_owned()));
        assert_eq!(missing(&["regulamin"]), None);
    }
}
