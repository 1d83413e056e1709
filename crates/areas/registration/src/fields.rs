//! What is asked: how a form is filled with what is known, and how it is read.

use std::collections::{BTreeMap, BTreeSet};

use wiec_kit::form::{Choice, Field, Form};
use wiec_kit::messages::Messages;
use wiec_model::registration::{
    Answers, Consent, Environment, Question, QuestionKind, RegistrationForm, Service,
};
use wiec_model::{Lang, LanguageTag, Text};
use wiec_store::Agreement;

use crate::towns;

const NAME: usize = 80;
const LINE: usize = 200;
/// The languages that are offered: those of the interface, and Polish sign language.
const LANGUAGES: [&str; 3] = ["pl", "en", "pjm"];

/// What a form offers to choose from.
pub struct Choices {
    /// Where people come from.
    pub environments: Vec<Choice>,
    /// What can be provided.
    pub services: Vec<Choice>,
    /// Languages.
    pub languages: Vec<Choice>,
    /// The organisers' questions, each with its answers.
    pub questions: Vec<Asked>,
    /// What people agree to.
    pub consents: Vec<Agreed>,
}

/// A question on a page.
pub struct Asked {
    /// The name of its field.
    pub name: String,
    /// What is asked.
    pub label: String,
    /// Whether it has to be answered.
    pub required: bool,
    /// How it is answered.
    pub kind: QuestionKind,
    /// The answers to choose from.
    pub choices: Vec<Choice>,
}

/// A consent on a page.
pub struct Agreed {
    /// The name of its field.
    pub name: String,
    /// What is agreed to.
    pub text: String,
    /// Whether one cannot take part without it.
    pub required: bool,
}

impl Choices {
    /// What the form of an edition offers.
    pub fn of(form: &RegistrationForm, m: &Messages, lang: Lang) -> Self {
        Self {
            // Nobody is local government because they did not look.
            environments: std::iter::once(Choice::new("", m.registration_environment_choose()))
                .chain(Environment::ALL.map(|one| Choice::new(one.key(), m.environment(one))))
                .collect(),
            services: Service::ALL
                .map(|one| Choice::new(one.key(), m.service(one)))
                .to_vec(),
            languages: LANGUAGES
                .map(|tag| Choice::new(tag, language(m, tag)))
                .to_vec(),
            questions: form
                .questions
                .iter()
                .map(|question| asked(question, lang))
                .collect(),
            consents: form
                .consents
                .iter()
                .map(|consent| Agreed {
                    name: consent_field(consent),
                    text: consent.text.words(lang).to_owned(),
                    required: consent.required,
                })
                .collect(),
        }
    }
}

impl Asked {
    /// Its field.
    pub fn field(&self, form: &Form) -> Field {
        let (name, label) = (self.name.as_str(), self.label.as_str());
        let field = match &self.kind {
            QuestionKind::Line => form.input(name, label),
            QuestionKind::Yes => form.check(name, label),
            QuestionKind::Choice(_) => form.radios(name, label, &self.choices),
        };
        if self.required {
            field.required()
        } else {
            field
        }
    }
}

impl Agreed {
    /// Its field, which is never ticked for anybody.
    pub fn field(&self, form: &Form) -> Field {
        let field = form.check(self.name.as_str(), self.text.as_str());
        if self.required {
            field.required()
        } else {
            field
        }
    }
}

/// A form filled with what somebody said before.
pub fn filled(form: Form, answers: &Answers) -> Form {
    let town = answers.town.as_ref().map(|town| town.name.as_str());
    let words = |words: &Option<String>| words.clone().unwrap_or_default();
    let form = form
        .with("name", &answers.name)
        .with("salutation", words(&answers.salutation))
        .with("environment", answers.environment.key())
        .with("body", words(&answers.body))
        .with("town", town.unwrap_or_default())
        .with_all("services", answers.services.iter().map(|one| one.key()))
        .with("other_service", words(&answers.other_service))
        .with_all("languages", &answers.languages);
    answers
        .replies
        .iter()
        .fold(form, |form, (key, reply)| form.with(&field(key), reply))
}

/// Reads what somebody says; `None` if something is wrong with it, which the form then says.
pub fn read(form: &mut Form, about: &RegistrationForm, lang: Lang) -> Option<Answers> {
    let m = form.words();
    let name = form
        .typed("name", m.registration_name())
        .required()
        .text(NAME);
    let salutation = form
        .typed("salutation", m.registration_salutation())
        .text(NAME);
    let environment = form
        .typed("environment", m.registration_environment())
        .required()
        .choice(Environment::from_key);
    let body = form.typed("body", m.registration_body()).text(LINE);
    let town = form.typed("town", m.registration_town()).text(NAME);
    let services = form
        .typed("services", m.registration_needs())
        .many(Service::from_key);
    let other_service = form
        .typed("other_service", m.registration_other_service())
        .text(LINE);
    let languages = form
        .typed("languages", m.registration_languages())
        .many(|tag| {
            LANGUAGES
                .contains(&tag)
                .then(|| tag.parse::<LanguageTag>().ok())?
        });
    let replies = replies(form, about, lang);
    let (true, Some(name), Some(environment)) = (form.is_valid(), name, environment) else {
        return None;
    };
    Some(Answers {
        name,
        salutation,
        environment,
        body,
        town: town.as_deref().map(towns::town),
        services: services.into_iter().collect::<BTreeSet<_>>(),
        other_service,
        languages: languages.into_iter().collect(),
        replies,
    })
}

/// Reads what somebody agrees to. Nothing is ticked for them.
pub fn agreements(form: &mut Form, about: &RegistrationForm, lang: Lang) -> Vec<Agreement> {
    let mut agreed = Vec::new();
    for consent in &about.consents {
        let name = consent_field(consent);
        let label = consent.text.words(lang);
        let typed = form.typed(&name, label);
        let typed = if consent.required {
            typed.required()
        } else {
            typed
        };
        if typed.checked() {
            agreed.push(Agreement {
                consent: consent.clone(),
            });
        }
    }
    agreed
}

fn replies(form: &mut Form, about: &RegistrationForm, lang: Lang) -> BTreeMap<String, String> {
    let mut replies = BTreeMap::new();
    for question in &about.questions {
        let key = question.key.as_str();
        let name = field(key);
        let label = question.label.words(lang);
        let typed = form.typed(&name, label);
        let typed = if question.required {
            typed.required()
        } else {
            typed
        };
        let reply = match &question.kind {
            QuestionKind::Line => typed.text(LINE),
            QuestionKind::Yes => typed.checked().then(|| "yes".to_owned()),
            QuestionKind::Choice(answers) => typed.choice(|chosen| {
                let mut answers = answers.iter().map(value_of);
                answers.find(|answer| *answer == chosen).map(str::to_owned)
            }),
        };
        if let Some(reply) = reply {
            replies.insert(key.to_owned(), reply);
        }
    }
    replies
}

fn asked(question: &Question, lang: Lang) -> Asked {
    let choices = match &question.kind {
        QuestionKind::Choice(answers) => answers
            .iter()
            .map(|answer| Choice::new(value_of(answer), answer.words(lang)))
            .collect(),
        QuestionKind::Line | QuestionKind::Yes => Vec::new(),
    };
    Asked {
        name: field(question.key.as_str()),
        label: question.label.words(lang).to_owned(),
        required: question.required,
        kind: question.kind.clone(),
        choices,
    }
}

/// What is kept of an answer: its own words. A number would mean another answer as soon as the
/// organisers change their order.
fn value_of(answer: &Text) -> &str {
    answer.words(Lang::Pl)
}

fn field(key: &str) -> String {
    format!("question-{key}")
}

fn consent_field(consent: &Consent) -> String {
    format!("consent-{}", consent.key)
}

fn language(m: &Messages, tag: &str) -> &'static str {
    match tag {
        "pl" => m.registration_language_pl(),
        "en" => m.registration_language_en(),
        _ => m.registration_language_pjm(),
    }
}
