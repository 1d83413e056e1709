//! What a call asks, for those who want to know before they begin.

use wiec_kit::messages::Messages;
use wiec_kit::said::Said;
use wiec_model::calls::{Call, CallSetup, QuestionKind};

use super::here::Here;
use super::words;

/// A question as it will be asked.
pub struct Asked {
    /// What is asked.
    pub label: Said,
    /// What helps to answer it.
    pub hint: Option<Said>,
    /// How it is answered.
    pub how: String,
    /// The answers to choose from.
    pub options: Vec<Said>,
    /// Whether it has to be answered.
    pub required: String,
    /// Who reads the replies.
    pub readers: &'static str,
}

/// What is asked, in one line.
pub fn in_a_line(setup: &CallSetup, m: &Messages) -> String {
    let limits = &setup.limits;
    let own = m.calls_read_asks_words(limits.summary, limits.title);
    match setup.questions.len() {
        0 => own,
        count => format!("{own}; {}", m.calls_read_asks_more(count)),
    }
}

/// The questions of a call's own.
pub fn of(here: &Here<'_>, call: &Call) -> Vec<Asked> {
    let m = here.m();
    let questions = call.setup.questions.iter();
    questions
        .map(|question| Asked {
            label: here.said(&question.label),
            hint: question.hint.as_ref().map(|hint| here.said(hint)),
            how: words::question(&question.kind, m),
            options: match &question.kind {
                QuestionKind::Choice { options, .. } => {
                    options.iter().map(|option| here.said(option)).collect()
                }
                _ => Vec::new(),
            },
            required: words::required(question.required, here),
            readers: words::visible(question.visible, m),
        })
        .collect()
}
