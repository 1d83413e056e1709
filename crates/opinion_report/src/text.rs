//! A statement on a page: escaped, in its own direction, marked with its language where it is known.

use std::fmt;

use askama::filters::HtmlSafe;
use wiec_kit::messages::messages;

use crate::subject::Subject;

/// The words of a statement. Displaying them writes safe HTML.
#[derive(Clone, Debug)]
pub(crate) struct Text {
    words: String,
    /// Absent for words of ours, in the language of the page.
    foreign: Option<Foreign>,
}

#[derive(Clone, Debug)]
struct Foreign {
    tag: Option<String>,
}

impl Text {
    /// What a statement says, or its number where nobody knows.
    pub(crate) fn of(subject: &Subject<'_>, statement: u64) -> Self {
        match subject.text(statement) {
            Some(words) => Self {
                words: words.to_owned(),
                foreign: Some(Foreign {
                    tag: subject.spoken.as_ref().map(ToString::to_string),
                }),
            },
            None => Self {
                words: messages(subject.lang).map_statement_number(statement.to_string()),
                foreign: None,
            },
        }
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.foreign {
            None => escape(&self.words, f),
            // A statement may be written from right to left, or pretend to be, and is not to turn its row round.
            Some(foreign) => {
                match &foreign.tag {
                    Some(tag) => write!(f, "<bdi lang=\"{tag}\">")?,
                    None => f.write_str("<bdi>")?,
                }
                escape(&self.words, f)?;
                f.write_str("</bdi>")
            }
        }
    }
}

impl HtmlSafe for Text {}

fn escape(words: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    use fmt::Write as _;
    for letter in words.chars() {
        match letter {
            '&' => f.write_str("&amp;")?,
            '<' => f.write_str("&lt;")?,
            '>' => f.write_str("&gt;")?,
            '"' => f.write_str("&quot;")?,
            '\'' => f.write_str("&#39;")?,
            letter if letter.is_control() => f.write_char(' ')?,
            letter => f.write_char(letter)?,
        }
    }
    Ok(())
}
