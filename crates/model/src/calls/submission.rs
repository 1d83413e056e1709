//! A submission: what authors offer to a call, in any state.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::author::{Anonymity, Author, AuthorStanding};
use super::decision::Pending;
use super::redaction::Redaction;
use super::setup::Tier;
use super::state::State;
use super::{CallId, FileId};
use crate::account::AccountId;
use crate::slug::Slug;
use crate::text::LanguageTag;

/// The key of a submission.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SubmissionId(pub Uuid);

impl fmt::Display for SubmissionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.simple().fmt(f)
    }
}

impl FromStr for SubmissionId {
    type Err = uuid::Error;

    fn from_str(raw: &str) -> Result<Self, uuid::Error> {
        raw.parse().map(Self)
    }
}

/// The word of a submission in addresses and letters, given once: ten characters without those that look
/// alike. Nobody guesses one, and a number would tell how many there are and in which order they came.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct SubmissionCode(String);

impl SubmissionCode {
    const LENGTH: usize = 10;
    const LETTERS: &'static [u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    /// The code that these chance bytes stand for, of which ten are used: 50 bits.
    #[must_use]
    pub fn from_chance(bytes: [u8; 16]) -> Self {
        let letter = |byte: u8| char::from(Self::LETTERS[usize::from(byte & 31)]);
        Self(bytes.into_iter().take(Self::LENGTH).map(letter).collect())
    }

    /// The code as it stands in addresses.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SubmissionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A word that is no code of a submission.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "\"{0}\" is no code of a submission; those have ten of the characters 2-9 and A-Z without I and O"
)]
pub struct NotACode(pub String);

impl FromStr for SubmissionCode {
    type Err = NotACode;

    fn from_str(raw: &str) -> Result<Self, NotACode> {
        let code = raw.trim().to_ascii_uppercase();
        let fits = code.len() == Self::LENGTH
            && code.bytes().all(|letter| Self::LETTERS.contains(&letter));
        if fits {
            Ok(Self(code))
        } else {
            Err(NotACode(raw.to_owned()))
        }
    }
}

impl TryFrom<String> for SubmissionCode {
    type Error = NotACode;

    fn try_from(raw: String) -> Result<Self, NotACode> {
        raw.parse()
    }
}

impl From<SubmissionCode> for String {
    fn from(code: SubmissionCode) -> Self {
        code.0
    }
}

/// What authors wrote, as they typed it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// What it is called.
    pub title: String,
    /// What it says, as Markdown.
    pub summary: String,
    /// In which language it is told.
    pub lang: LanguageTag,
    /// The key of the track that it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub track: Option<Slug>,
    /// The size of place it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tier: Option<Tier>,
    /// Where one can read more.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<String>,
    /// Replies to the call's own questions, by the keys of those. Most have one; a choice may have several.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub replies: BTreeMap<Slug, Vec<String>>,
}

/// What authors offer to a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submission {
    /// Its key.
    pub id: SubmissionId,
    /// Of which congress.
    pub congress: Slug,
    /// To which call.
    pub call: CallId,
    /// Its word in addresses.
    pub code: SubmissionCode,
    /// Whose it is; none where the office typed in what somebody sent who has no account.
    pub account: Option<AccountId>,
    /// What became of it.
    pub state: State,
    /// What was decided and not told yet.
    pub pending: Option<Pending>,
    /// Why, as the authors were told with the last decision.
    pub reason: Option<String>,
    /// What the authors wrote.
    pub words: Words,
    /// From whom their names are kept.
    pub anonymity: Anonymity,
    /// Who they are, in the order in which they are named.
    pub authors: Vec<Author>,
    /// What blind members do not see of the words.
    pub redactions: Vec<Redaction>,
    /// How often the words were saved: whoever writes names the one they saw.
    pub revision: u32,
    /// When it was begun.
    pub begun_at: Timestamp,
    /// When it was saved last.
    pub saved_at: Timestamp,
    /// When it was first sent.
    pub submitted_at: Option<Timestamp>,
}

impl Submission {
    /// Whether it belongs to an account: as its submitter, or as an author who said yes.
    #[must_use]
    pub fn is_of(&self, account: AccountId) -> bool {
        self.account == Some(account)
            || self
                .authors
                .iter()
                .any(|author| author.owns() && author.account == Some(account))
    }

    /// Its authors without those who were removed.
    pub fn standing_authors(&self) -> impl Iterator<Item = &Author> {
        self.authors.iter().filter(|author| author.counts())
    }

    /// Whether it answers a question: by words, or by one of its `files`.
    #[must_use]
    pub fn answers(&self, question: &Slug, files: &[FileInfo]) -> bool {
        let replies = self.words.replies.get(question);
        let mut replies = replies.into_iter().flatten();
        replies.any(|reply| !reply.trim().is_empty())
            || files.iter().any(|file| file.question == *question)
    }

    /// Who began it, or for whom the office typed it in. Authors are put in any order, so that it need not be
    /// the first of them.
    #[must_use]
    pub fn submitter(&self) -> Option<&Author> {
        let mut authors = self.authors.iter();
        authors.find(|author| author.standing == AuthorStanding::Submitter)
    }
}

/// What is known of a file without reading it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileInfo {
    /// Its key.
    pub id: FileId,
    /// The question that it replies to.
    pub question: Slug,
    /// What its author calls it. Never shown to blind members.
    pub name: String,
    /// Its media type, as its bytes say.
    pub media: String,
    /// How large it is.
    pub size_bytes: u64,
    /// Whether the office looked and found nothing in it that tells whose it is.
    pub is_clean: bool,
    /// When it came.
    pub at: Timestamp,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_back_whatever_its_case_and_nothing_else_is_one() {
        let code = SubmissionCode::from_chance([7; 16]);
        assert_eq!(code.as_str(), "9999999999");
        let mixed =
            SubmissionCode::from_chance([250, 251, 3, 4, 31, 32, 99, 7, 8, 9, 0, 0, 0, 0, 0, 0]);
        let raw = mixed.to_string().to_lowercase();
        assert_eq!(raw.parse(), Ok(mixed));
        for wrong in ["", "ABC", "ABCDEFGHI0", "ABCDEFGHJKL", "ąBCDEFGHJ"] {
            assert_eq!(
                wrong.parse::<SubmissionCode>(),
                Err(NotACode(wrong.to_owned()))
            );
        }
    }
}

/// A submission for the tests of this part.
#[cfg(test)]
pub(super) mod tests_support {
    use super::*;

    pub(crate) fn submission(authors: Vec<Author>) -> Submission {
        Submission {
            id: SubmissionId(Uuid::nil()),
            congress: "kpm-2019".parse().unwrap(),
            call: CallId(Uuid::nil()),
            code: SubmissionCode::from_chance([0; 16]),
            account: None,
            state: State::Draft,
            pending: None,
            reason: None,
            words: Words {
                title: "Tytuł".to_owned(),
                summary: "Treść.".to_owned(),
                lang: "pl".parse().unwrap(),
                track: None,
                tier: None,
                links: Vec::new(),
                replies: BTreeMap::new(),
            },
            anonymity: Anonymity::None,
            authors,
            redactions: Vec::new(),
            revision: 1,
            begun_at: Timestamp::UNIX_EPOCH,
            saved_at: Timestamp::UNIX_EPOCH,
            submitted_at: None,
        }
    }
}
