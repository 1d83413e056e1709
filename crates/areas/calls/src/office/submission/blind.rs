//! What blind members see of a submission, made by the very value that they are shown, beside what hides it.

use wiec_kit::form::Choice;
use wiec_kit::messages::Messages;
use wiec_model::calls::{
    Blinded, CallSetup, FileInfo, QuestionKind, RedactedField, Submission, mentions,
};

use super::hidden::mark;
use super::shown::in_words;

/// What blind members see, and why not the rest.
pub struct Blind {
    /// What it is called.
    pub title: String,
    /// What it says. Not rendered, so that the office sees the very letters.
    pub summary: String,
    /// Replies with what was asked.
    pub replies: Vec<(String, Vec<String>)>,
    /// How many of its files they see.
    pub files: usize,
    /// What was hidden by hand.
    pub hidden: Vec<Hidden>,
    /// What is hidden without anybody's doing.
    pub mentioned: Vec<String>,
    /// The texts of which something can be hidden.
    pub fields: Vec<Choice>,
}

/// Words that were hidden by hand.
pub struct Hidden {
    /// How a form names them.
    pub mark: String,
    /// In which text.
    pub field: String,
    /// The words.
    pub words: String,
    /// Whether wherever they are written.
    pub is_everywhere: bool,
}

impl Blind {
    /// What blind members see of a submission.
    pub fn of(
        submission: &Submission,
        setup: &CallSetup,
        files: &[FileInfo],
        m: &Messages,
    ) -> Self {
        let blinded = Blinded::of(submission, setup, files);
        let replies = blinded.replies().iter().filter_map(|(key, replies)| {
            let question = setup.question(key)?;
            let label = question.label.words(m.lang()).to_owned();
            let replies = replies.iter().map(|it| in_words(question, it, m)).collect();
            Some((label, replies))
        });
        let hidden = submission.redactions.iter();
        Self {
            title: blinded.title().to_owned(),
            summary: blinded.summary().to_owned(),
            replies: replies.collect(),
            files: blinded.files().len(),
            hidden: hidden
                .map(|it| Hidden {
                    mark: mark(it),
                    field: field_name(&it.field, setup, m),
                    words: it.words.clone(),
                    is_everywhere: it.start == it.end,
                })
                .collect(),
            mentioned: mentions(&submission.authors),
            fields: fields(submission, setup)
                .into_iter()
                .map(|field| Choice::new(key_of(&field), field_name(&field, setup, m)))
                .collect(),
        }
    }
}

/// The texts of which something can be hidden: those that blind members read.
pub fn fields(submission: &Submission, setup: &CallSetup) -> Vec<RedactedField> {
    let texts = setup.questions.iter().filter(|question| {
        matches!(
            question.kind,
            QuestionKind::Line { .. } | QuestionKind::Paragraphs { .. }
        ) && submission.words.replies.contains_key(&question.key)
    });
    [RedactedField::Title, RedactedField::Summary]
        .into_iter()
        .chain(texts.map(|question| RedactedField::Reply(question.key.clone())))
        .collect()
}

/// How a form names a text.
pub fn key_of(field: &RedactedField) -> String {
    match field {
        RedactedField::Title => "title".to_owned(),
        RedactedField::Summary => "summary".to_owned(),
        RedactedField::Reply(key) => format!("reply:{key}"),
    }
}

/// The text itself.
pub fn text_of<'a>(submission: &'a Submission, field: &RedactedField) -> &'a str {
    let words = &submission.words;
    match field {
        RedactedField::Title => &words.title,
        RedactedField::Summary => &words.summary,
        RedactedField::Reply(key) => {
            let reply = words.replies.get(key).and_then(|replies| replies.first());
            reply.map_or("", String::as_str)
        }
    }
}

fn field_name(field: &RedactedField, setup: &CallSetup, m: &Messages) -> String {
    match field {
        RedactedField::Title => m.calls_office_title().to_owned(),
        RedactedField::Summary => m.calls_office_summary().to_owned(),
        RedactedField::Reply(key) => setup.question(key).map_or_else(
            || key.to_string(),
            |question| question.label.words(m.lang()).to_owned(),
        ),
    }
}
