//! How questions are shown in fields.

use wiec_kit::form::Form;
use wiec_model::calls::{Question, QuestionKind, Required};
use wiec_model::{Lang, Text, Zone};

use super::{QUESTIONS, kind_key};
use crate::office::rows::field;
use crate::office::settings::local;

/// A megabyte, as file limits are typed.
pub const MEGABYTE: u64 = 1 << 20;

/// Fields filled with what is stored.
pub fn filled(form: Form, questions: &[Question], zone: &Zone) -> Form {
    let mut form = form.with_all(QUESTIONS, 0..questions.len());
    for (row, question) in (0..).zip(questions) {
        let name = |it: &str| field(QUESTIONS, row, it);
        let (required, from) = match question.required {
            Required::Never => ("never", None),
            Required::Always => ("always", None),
            Required::From(at) => ("from", Some(at)),
        };
        form = form
            .with(&name("key"), &question.key)
            .with_text(&name("label"), Some(&question.label))
            .with_text(&name("hint"), question.hint.as_ref())
            .with(&name("kind"), kind_key(&question.kind))
            .with(&name("required"), required)
            .with(&name("from"), local(from, zone))
            .with(&name("visible"), question.visible.key());
        form = kind(form, &question.kind, name);
    }
    form
}

fn kind(form: Form, kind: &QuestionKind, name: impl Fn(&str) -> String) -> Form {
    match kind {
        QuestionKind::Line { most } | QuestionKind::Paragraphs { most } => {
            form.with(&name("letters"), most)
        }
        QuestionKind::Choice {
            options,
            least,
            most,
        } => {
            let lines = |lang| {
                let words = |text: &Text| text.exact(lang).unwrap_or_default().to_owned();
                let lines: Vec<String> = options.iter().map(words).collect();
                // A language in which no answer is written has no lines, rather than empty ones.
                let is_empty = lines.iter().all(String::is_empty);
                if is_empty {
                    String::new()
                } else {
                    lines.join("\n")
                }
            };
            let mut form = form;
            for lang in Lang::ALL {
                form = form.with(&format!("{}-{lang}", name("options")), lines(lang));
            }
            form.with(&name("least"), least).with(&name("most"), most)
        }
        QuestionKind::File { media, size_bytes } => form
            .with_all(&name("media"), media)
            .with(&name("size"), size_bytes.div_ceil(MEGABYTE)),
        QuestionKind::Number { least, most } => form
            .with(&name("lowest"), least)
            .with(&name("highest"), most),
        QuestionKind::Link => form,
    }
}
