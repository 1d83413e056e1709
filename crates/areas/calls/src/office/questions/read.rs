//! How questions are read from fields.

use wiec_kit::form::{Form, in_language};
use wiec_kit::upload::FILE_BYTES;
use wiec_model::calls::{CallSetup, Question, QuestionKind, Required, Visible};
use wiec_model::{Lang, Slug, Text, Zone};

use super::fill::MEGABYTE;
use super::{KINDS, MEDIA, QUESTIONS, REQUIRED};
use crate::office::rows::{field, fresh_key, ids};

const LABEL: usize = 300;
const HINT: usize = 1_000;
const OPTIONS: usize = 6_000;
const LETTERS: u32 = 20_000;

/// Reads the questions; `None` if something is wrong with them, which the form then says.
pub fn read(form: &mut Form, before: &CallSetup, zone: &Zone) -> Option<Vec<Question>> {
    let mut read: Vec<Question> = Vec::new();
    for row in ids(form.data(), QUESTIONS) {
        let taken: Vec<Slug> = read.iter().map(|it| it.key.clone()).collect();
        read.extend(question(form, row, before, &taken, zone));
    }
    form.is_valid().then_some(read)
}

fn question(
    form: &mut Form,
    row: u32,
    before: &CallSetup,
    taken: &[Slug],
    zone: &Zone,
) -> Option<Question> {
    let m = form.words();
    let name = |it: &str| field(QUESTIONS, row, it);
    let known: Option<Slug> = form.value(&name("key")).parse().ok();
    let old = known.filter(|key| !taken.contains(key));
    let old = old.and_then(|key| before.question(&key));
    let label = form
        .typed(&name("label"), m.calls_office_question())
        .required()
        .bilingual(LABEL, old.map(|old| &old.label));
    let hint = form
        .typed(&name("hint"), m.calls_office_question_hint())
        .bilingual(HINT, old.and_then(|old| old.hint.as_ref()));
    let chosen = form
        .typed(&name("kind"), m.calls_office_question_kind())
        .required()
        .choice(|key| KINDS.into_iter().find(|it| *it == key));
    let kind = kind(form, row, chosen?);
    let required = required(form, row, zone);
    let visible = form
        .typed(&name("visible"), m.calls_office_visible())
        .required()
        .choice(Visible::of);
    let label = label?;
    let key = old.map(|old| old.key.clone()).unwrap_or_else(|| {
        let known = before.questions.iter().map(|it| &it.key);
        fresh_key(label.words(Lang::Pl), known.chain(taken))
    });
    Some(Question {
        key,
        label,
        hint,
        kind: kind?,
        required: required?,
        visible: visible?,
    })
}

fn required(form: &mut Form, row: u32, zone: &Zone) -> Option<Required> {
    let m = form.words();
    let when = form
        .typed(
            &field(QUESTIONS, row, "required"),
            m.calls_office_required(),
        )
        .required()
        .choice(|key| REQUIRED.into_iter().find(|it| *it == key))?;
    let from = field(QUESTIONS, row, "from");
    Some(match when {
        "never" => Required::Never,
        "always" => Required::Always,
        _ => {
            let from = form.typed(&from, m.calls_office_required_date());
            Required::From(from.required().instant(zone)?)
        }
    })
}

fn kind(form: &mut Form, row: u32, key: &str) -> Option<QuestionKind> {
    let m = form.words();
    let name = |it: &str| field(QUESTIONS, row, it);
    Some(match key {
        "line" | "paragraphs" => {
            let most = form
                .typed(&name("letters"), m.calls_office_letters())
                .required()
                .number(1..=LETTERS)?;
            if key == "line" {
                QuestionKind::Line { most }
            } else {
                QuestionKind::Paragraphs { most }
            }
        }
        "choice" => choice(form, row)?,
        "file" => {
            let media = form
                .typed(&name("media"), m.calls_office_media())
                .required()
                .many(|key| MEDIA.into_iter().find(|(media, _)| *media == key));
            let most = u32::try_from(FILE_BYTES >> 20).unwrap_or(1);
            let size = form
                .typed(&name("size"), m.calls_office_megabytes())
                .required()
                .number(1..=most)?;
            QuestionKind::File {
                media: media
                    .into_iter()
                    .map(|(media, _)| media.to_owned())
                    .collect(),
                size_bytes: u64::from(size) * MEGABYTE,
            }
        }
        "number" => {
            let (lowest, highest) = (name("lowest"), name("highest"));
            let least = whole(form, &lowest, m.calls_office_lowest());
            let most = whole(form, &highest, m.calls_office_highest());
            let (least, most) = (least?, most?);
            if most < least {
                let says = m.calls_office_most_below_least();
                form.fail(&highest, m.calls_office_highest(), says);
            }
            QuestionKind::Number { least, most }
        }
        _ => QuestionKind::Link,
    })
}

fn whole(form: &mut Form, name: &str, label: &'static str) -> Option<i64> {
    let says = form.words().calls_office_not_whole();
    let typed = form.typed(name, label).required();
    typed.parse(says, |typed| typed.parse().ok())
}

/// The answers stand on lines of their own, in both languages in the same order.
fn choice(form: &mut Form, row: u32) -> Option<QuestionKind> {
    let m = form.words();
    let name = field(QUESTIONS, row, "options");
    let in_one = |form: &mut Form, lang| {
        let field = in_language(&name, lang);
        let lines = form
            .typed(&field, m.calls_office_options())
            .lines(OPTIONS)
            .unwrap_or_default();
        let lines = lines.lines().map(str::trim).filter(|line| !line.is_empty());
        lines.map(str::to_owned).collect::<Vec<String>>()
    };
    let (polish, english) = (in_one(form, Lang::Pl), in_one(form, Lang::En));
    let count = polish.len().max(english.len());
    let first = in_language(&name, Lang::Pl);
    if count < 2 {
        form.fail(
            &first,
            m.calls_office_options(),
            m.calls_office_options_few(),
        );
    } else if !polish.is_empty() && !english.is_empty() && polish.len() != english.len() {
        let says = m.calls_office_options_differ();
        form.fail(&first, m.calls_office_options(), says);
    }
    let options = (0..count).filter_map(|at| {
        let versions = [(Lang::Pl, polish.get(at)), (Lang::En, english.get(at))];
        let there = versions
            .into_iter()
            .filter_map(|(lang, words)| Some((lang.into(), words?.clone())));
        Text::of(there)
    });
    let options: Vec<Text> = options.collect();
    let bound = u32::try_from(count.max(1)).unwrap_or(u32::MAX);
    let (least, most) = (
        field(QUESTIONS, row, "least"),
        field(QUESTIONS, row, "most"),
    );
    let least = form
        .typed(&least, m.calls_office_options_least())
        .required()
        .number(1..=bound);
    let number = form
        .typed(&most, m.calls_office_options_most())
        .required()
        .number(1..=bound);
    let (least, number) = (least?, number?);
    if number < least {
        let says = m.calls_office_most_below_least();
        form.fail(&most, m.calls_office_options_most(), says);
    }
    Some(QuestionKind::Choice {
        options,
        least,
        most: number,
    })
}
