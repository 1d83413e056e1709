//! Words that stand in headers: on one line, whatever was typed.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A subject that mail programs still show whole, thrice over.
const SUBJECT_LETTERS: usize = 200;
const FILE_NAME_LETTERS: usize = 100;

/// The subject of a letter: one line, of which something can be seen.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Subject(String);

impl Subject {
    /// The subject as it is read.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A subject made of words that somebody else wrote: breaks become spaces, and what is too long
    /// is cut. Of nothing it is a dash.
    #[must_use]
    pub fn of(words: &str) -> Self {
        let line: String = cleaned(words).chars().take(SUBJECT_LETTERS).collect();
        match line.trim_end() {
            "" => Self("–".to_owned()),
            line => Self(line.to_owned()),
        }
    }
}

impl FromStr for Subject {
    type Err = LineError;

    fn from_str(raw: &str) -> Result<Self, LineError> {
        one_line(raw, SUBJECT_LETTERS).map(Self)
    }
}

impl TryFrom<String> for Subject {
    type Error = LineError;

    fn try_from(raw: String) -> Result<Self, LineError> {
        raw.parse()
    }
}

impl From<Subject> for String {
    fn from(subject: Subject) -> Self {
        subject.0
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The name of a file that comes with a letter: `bilet.pdf`. It names no folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct FileName(String);

impl FileName {
    /// The name as it is saved.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for FileName {
    type Err = LineError;

    fn from_str(raw: &str) -> Result<Self, LineError> {
        let name = one_line(raw, FILE_NAME_LETTERS)?;
        if name.contains(['/', '\\', '"']) || name.starts_with('.') {
            return Err(LineError::Folder);
        }
        Ok(Self(name))
    }
}

impl TryFrom<String> for FileName {
    type Error = LineError;

    fn try_from(raw: String) -> Result<Self, LineError> {
        raw.parse()
    }
}

impl From<FileName> for String {
    fn from(name: FileName) -> Self {
        name.0
    }
}

/// Why something cannot stand in a header.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LineError {
    /// There is nothing to be seen.
    #[error("nothing is written there; write at least one letter")]
    Blank,
    /// It breaks the line, or holds a character that cannot be seen.
    #[error("it must be one line, without characters that cannot be seen")]
    Broken,
    /// It is too long.
    #[error("it is too long; at most {0} letters fit")]
    Long(usize),
    /// The name of a file leads to another folder.
    #[error("the name of a file holds no slashes and no quotation marks, and begins with no dot")]
    Folder,
}

fn one_line(raw: &str, letters: usize) -> Result<String, LineError> {
    let line = raw.trim();
    if line.is_empty() {
        return Err(LineError::Blank);
    }
    if line.chars().any(is_hidden) {
        return Err(LineError::Broken);
    }
    if line.chars().count() > letters {
        return Err(LineError::Long(letters));
    }
    Ok(line.to_owned())
}

/// The same words on one line, single spaces between them.
pub(super) fn cleaned(words: &str) -> String {
    let spaced: String = words
        .chars()
        .map(|letter| if is_hidden(letter) { ' ' } else { letter })
        .collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Control characters break headers; marks of direction make a name look like another.
fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{2028}' | '\u{2029}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_subject_is_one_line_that_can_be_seen() {
        assert_eq!(" Zażółć ".parse::<Subject>().unwrap().as_str(), "Zażółć");
        let cases = [
            ("", LineError::Blank),
            (" \r\n ", LineError::Blank),
            ("A\r\nBcc: x@y.eu", LineError::Broken),
            ("A\nB", LineError::Broken),
            ("A\u{2028}B", LineError::Broken),
            ("A\0B", LineError::Broken),
        ];
        for (raw, error) in cases {
            assert_eq!(raw.parse::<Subject>(), Err(error), "{raw:?}");
        }
        assert_eq!(
            "ż".repeat(201).parse::<Subject>(),
            Err(LineError::Long(200))
        );
    }

    #[test]
    fn a_file_lies_in_no_folder() {
        assert_eq!(
            "bilet.pdf".parse::<FileName>().unwrap().as_str(),
            "bilet.pdf"
        );
        for raw in ["../x", "a/b", "a\\b", ".bashrc", "a\"b"] {
            assert_eq!(raw.parse::<FileName>(), Err(LineError::Folder), "{raw:?}");
        }
    }

    proptest! {
        #[test]
        fn whatever_a_subject_is_made_of_it_can_be_parsed_again(words in any::<String>()) {
            let subject = Subject::of(&words);
            prop_assert_eq!(subject.as_str().parse::<Subject>(), Ok(subject.clone()));
        }
    }
}
