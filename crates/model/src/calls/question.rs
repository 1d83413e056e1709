//! Questions of a call's own, beside what every call asks.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::slug::Slug;
use crate::text::Text;

/// A question of a call's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Its key in replies and tables.
    pub key: Slug,
    /// What is asked.
    pub label: Text,
    /// What helps to answer it.
    #[serde(default)]
    pub hint: Option<Text>,
    /// How it is answered.
    pub kind: QuestionKind,
    /// Whether it has to be.
    pub required: Required,
    /// Who reads the replies.
    pub visible: Visible,
}

/// How a question is answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuestionKind {
    /// In a line.
    Line {
        /// Of at most so many characters.
        most: u32,
    },
    /// In paragraphs.
    Paragraphs {
        /// Of at most so many characters.
        most: u32,
    },
    /// By some of several answers; a reply is the place of the answer in the list, counted from 0.
    Choice {
        /// The answers.
        options: Vec<Text>,
        /// At least so many of them, where the question is answered at all.
        least: u32,
        /// At most so many.
        most: u32,
    },
    /// By a file; the reply is its key.
    File {
        /// The media types that are taken: `application/pdf`.
        media: Vec<String>,
        /// At most so large.
        size_bytes: u64,
    },
    /// By a whole number.
    Number {
        /// The least.
        least: i64,
        /// The most.
        most: i64,
    },
    /// By an address on the web.
    Link,
}

/// Whether a question has to be answered before a submission is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Required {
    /// No.
    Never,
    /// Yes.
    Always,
    /// From this moment on: slides, a picture, what an accepted speaker is asked for later.
    From(Timestamp),
}

impl Required {
    /// Whether it has to be answered at `now`.
    #[must_use]
    pub fn at(self, now: Timestamp) -> bool {
        match self {
            Self::Never => false,
            Self::Always => true,
            Self::From(moment) => moment <= now,
        }
    }
}

/// Who reads the replies to a question, besides the authors and the office.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Visible {
    /// Nobody.
    Office,
    /// The committee.
    Committee,
    /// The committee, and everybody once the submission is in the programme.
    Public,
}

impl Visible {
    /// All, from the fewest readers.
    pub const ALL: [Self; 3] = [Self::Office, Self::Committee, Self::Public];

    /// The key in forms and files: `committee`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Office => "office",
            Self::Committee => "committee",
            Self::Public => "public",
        }
    }

    /// The one of this key.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.key() == key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_can_become_required_on_the_instant() {
        let at = |second| Timestamp::from_second(second).unwrap();
        let rows = [
            (Required::Never, [false, false]),
            (Required::Always, [true, true]),
            (Required::From(at(10)), [false, true]),
        ];
        for (required, expected) in rows {
            assert_eq!([9, 10].map(|second| required.at(at(second))), expected);
        }
    }
}
