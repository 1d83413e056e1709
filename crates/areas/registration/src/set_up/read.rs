//! How the form of an edition is shown in fields, and read from them.

use std::collections::BTreeSet;

use wiec_kit::form::{Form, in_language};
use wiec_model::registration::{Consent, Mode, Question, QuestionKind, RegistrationForm};
use wiec_model::{Lang, Slug, Text, Zone};

use super::rows::{Group, ids};

/// More come to no congress.
const PLACES: u32 = 100_000;
const LABEL: usize = 300;
const ANSWERS: usize = 2000;
const CONSENT: usize = 4000;

/// How a question is answered, without the answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// In a few words.
    Line,
    /// By yes or nothing.
    Yes,
    /// By one of several answers.
    Choice,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Line, Self::Yes, Self::Choice];

    /// The key in the form.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Line => "line",
            Self::Yes => "yes",
            Self::Choice => "choice",
        }
    }

    const fn of(kind: &QuestionKind) -> Self {
        match kind {
            QuestionKind::Line => Self::Line,
            QuestionKind::Yes => Self::Yes,
            QuestionKind::Choice(_) => Self::Choice,
        }
    }
}

/// The key of a mode in the form.
pub const fn mode_key(mode: Mode) -> &'static str {
    match mode {
        Mode::Automatic => "automatic",
        Mode::ByDecision => "by_decision",
    }
}

/// Fields filled with what is stored.
pub fn filled(form: Form, stored: &RegistrationForm, zone: &Zone) -> Form {
    let moment = |at: jiff::Timestamp| {
        let local = zone.rules().to_datetime(at);
        local.strftime("%Y-%m-%dT%H:%M").to_string()
    };
    let capacity = stored.capacity.map(|places| places.to_string());
    let mut form = form
        .with("opens", stored.opens_at.map(moment).unwrap_or_default())
        .with("closes", stored.closes_at.map(moment).unwrap_or_default())
        .with("capacity", capacity.unwrap_or_default())
        .with("mode", mode_key(stored.mode))
        .with_all(Group::Questions.key(), 0..stored.questions.len())
        .with_all(Group::Consents.key(), 0..stored.consents.len());
    for (row, question) in (0..).zip(&stored.questions) {
        let field = |name: &str| Group::Questions.field(row, name);
        form = form
            .with(&field("key"), &question.key)
            .with_text(&field("label"), Some(&question.label))
            .with(&field("kind"), Kind::of(&question.kind).key())
            .with(&field("required"), tick(question.required));
        if let QuestionKind::Choice(answers) = &question.kind {
            for lang in Lang::ALL {
                let lines: Vec<&str> = answers.iter().filter_map(|it| it.exact(lang)).collect();
                form = form.with(&in_language(&field("answers"), lang), lines.join("\n"));
            }
        }
    }
    for (row, consent) in (0..).zip(&stored.consents) {
        let field = |name: &str| Group::Consents.field(row, name);
        form = form
            .with(&field("key"), &consent.key)
            .with_text(&field("text"), Some(&consent.text))
            .with(&field("required"), tick(consent.required));
    }
    form
}

/// Reads the fields over what is stored; `None` if something is wrong with them, which the form then
/// says.
pub fn read(form: &mut Form, stored: &RegistrationForm, zone: &Zone) -> Option<RegistrationForm> {
    let m = form.words();
    let opens_at = form.typed("opens", m.set_up_opens()).instant(zone);
    let closes_at = form.typed("closes", m.set_up_closes()).instant(zone);
    if let (Some(opens), Some(closes)) = (opens_at, closes_at)
        && closes <= opens
    {
        form.fail("closes", m.set_up_closes(), m.set_up_closes_before());
    }
    let capacity = form
        .typed("capacity", m.set_up_capacity())
        .number(0..=PLACES);
    let mode = form
        .typed("mode", m.set_up_mode())
        .required()
        .choice(|key| {
            let mut modes = [Mode::Automatic, Mode::ByDecision].into_iter();
            modes.find(|mode| mode_key(*mode) == key)
        });
    let questions = questions(form, &stored.questions);
    let consents = consents(form, &stored.consents);
    let (true, Some(mode)) = (form.is_valid(), mode) else {
        return None;
    };
    Some(RegistrationForm {
        opens_at,
        closes_at,
        capacity,
        mode,
        questions,
        consents,
    })
}

fn questions(form: &mut Form, stored: &[Question]) -> Vec<Question> {
    let m = form.words();
    let mut keys = BTreeSet::new();
    let mut questions = Vec::new();
    for row in ids(form.data(), Group::Questions) {
        let field = |name: &str| Group::Questions.field(row, name);
        let known = form.value(&field("key")).to_owned();
        let known = stored.iter().find(|it| it.key.as_str() == known);
        let label = form
            .typed(&field("label"), m.set_up_question())
            .required()
            .bilingual(LABEL, known.map(|it| &it.label));
        let kind = form
            .typed(&field("kind"), m.set_up_kind())
            .required()
            .choice(|key| Kind::ALL.into_iter().find(|kind| kind.key() == key));
        let kind = match kind {
            Some(Kind::Line) => Some(QuestionKind::Line),
            Some(Kind::Yes) => Some(QuestionKind::Yes),
            Some(Kind::Choice) => answers(form, &field("answers")).map(QuestionKind::Choice),
            None => None,
        };
        let required = form
            .typed(&field("required"), m.set_up_required())
            .checked();
        if let (Some(label), Some(kind)) = (label, kind) {
            questions.push(Question {
                key: key(known.map(|it| &it.key), &label, "pytanie", &mut keys),
                label,
                kind,
                required,
            });
        }
    }
    questions
}

/// The answers to choose from, one a line; a language may be left out, but then wholly.
fn answers(form: &mut Form, name: &str) -> Option<Vec<Text>> {
    let m = form.words();
    let mut lines = |lang: Lang| -> Vec<String> {
        let name = in_language(name, lang);
        let typed = form.typed(&name, m.set_up_answers()).lines(ANSWERS);
        let typed = typed.unwrap_or_default();
        let lines = typed.lines().map(str::trim);
        lines
            .filter(|it| !it.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let [pl, en] = Lang::ALL.map(&mut lines);
    let count = pl.len().max(en.len());
    let is_even = |side: &[String]| side.is_empty() || side.len() == count;
    let wrong = if count < 2 {
        Some(m.set_up_answers_two())
    } else if !is_even(&pl) || !is_even(&en) {
        Some(m.set_up_answers_even())
    } else {
        None
    };
    if let Some(says) = wrong {
        form.fail(&in_language(name, Lang::Pl), m.set_up_answers(), says);
        return None;
    }
    let answer = |at: usize| {
        let sides = [(Lang::Pl, &pl), (Lang::En, &en)].into_iter();
        Text::of(sides.filter_map(|(lang, side)| Some((lang.into(), side.get(at)?.clone()))))
    };
    Some((0..count).filter_map(answer).collect())
}

/// A consent whose words are other than before is a new version of it.
fn consents(form: &mut Form, stored: &[Consent]) -> Vec<Consent> {
    let m = form.words();
    let mut keys = BTreeSet::new();
    let mut consents = Vec::new();
    for row in ids(form.data(), Group::Consents) {
        let field = |name: &str| Group::Consents.field(row, name);
        let known = form.value(&field("key")).to_owned();
        let known = stored.iter().find(|it| it.key.as_str() == known);
        let text = form
            .typed(&field("text"), m.set_up_consent())
            .required()
            .bilingual(CONSENT, known.map(|it| &it.text));
        let required = form
            .typed(&field("required"), m.set_up_consent_required())
            .checked();
        if let Some(text) = text {
            let version = known.map_or(1, |it| it.version + u32::from(it.text != text));
            consents.push(Consent {
                key: key(known.map(|it| &it.key), &text, "zgoda", &mut keys),
                version,
                text,
                required,
            });
        }
    }
    consents
}

/// The key that a row has, or one made of its first words that no other row has.
fn key(known: Option<&Slug>, words: &Text, stand_in: &str, taken: &mut BTreeSet<Slug>) -> Slug {
    let first: Vec<&str> = words.words(Lang::Pl).split_whitespace().take(4).collect();
    let made = || Slug::from_words(&first.join(" ")).or_else(|| Slug::from_words(stand_in));
    let wanted = known.cloned().or_else(made).expect("letters make a slug");
    let numbered = (2..).map(|number| wanted.numbered(number));
    let mut free = std::iter::once(wanted.clone()).chain(numbered);
    let key = free.find(|key| !taken.contains(key)).unwrap_or(wanted);
    taken.insert(key.clone());
    key
}

const fn tick(is_ticked: bool) -> &'static str {
    if is_ticked { "yes" } else { "" }
}
