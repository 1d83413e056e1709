//! A letter on a page, exactly as its reader gets it: what its head says, both its parts, its files.

use askama::Template;
use askama::filters::HtmlSafe;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::letter;
use wiec_kit::messages::{Messages, messages};
use wiec_model::Lang;
use wiec_model::mail::{Letter, Need, Secrecy};

/// A letter, shown.
#[derive(Template)]
#[template(path = "letter_preview.html")]
pub struct Preview {
    m: &'static Messages,
    to: String,
    subject: String,
    lang: Lang,
    language: &'static str,
    need: &'static str,
    /// Both parts; none where only its reader may see them.
    parts: Option<Parts>,
    files: Vec<File>,
}

/// What a letter says.
struct Parts {
    html: String,
    text: String,
}

/// A file that comes with it.
struct File {
    name: String,
    kilobytes: usize,
    href: Option<String>,
}

impl HtmlSafe for Preview {}

/// Shows a letter to a reader of `lang`; its files are at `file`, where there are any to be had.
///
/// # Errors
///
/// [`PageError::Internal`] if it cannot be rendered.
pub fn preview(
    app: &App,
    lang: Lang,
    letter: &Letter,
    file: impl Fn(usize) -> Option<String>,
) -> Result<Preview, PageError> {
    let m = messages(lang);
    let name = letter.to.name().map(|name| format!("{name} "));
    let files = letter.attachments.iter().enumerate();
    Ok(Preview {
        m,
        to: format!("{}<{}>", name.unwrap_or_default(), letter.to.email()),
        subject: letter.subject.to_string(),
        lang: letter.lang,
        language: match letter.lang {
            Lang::Pl => m.outbox_in_polish(),
            Lang::En => m.outbox_in_english(),
        },
        need: match letter.need {
            Need::Essential => m.outbox_essential(),
            Need::Unsubscribable => m.outbox_unsubscribable(),
        },
        parts: match letter.secrecy {
            Secrecy::Open => Some(Parts {
                html: letter::body_html(letter),
                text: letter::render(app, letter)?.text,
            }),
            Secrecy::Secret { .. } => None,
        },
        files: files
            .map(|(index, attachment)| File {
                name: attachment.name.as_str().to_owned(),
                kilobytes: attachment.bytes.len().div_ceil(1024),
                href: file(index),
            })
            .collect(),
    })
}
