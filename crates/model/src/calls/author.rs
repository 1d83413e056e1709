//! Who stands behind a submission, and from whom their names are kept.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::account::{AccountId, Email};
use crate::registration::Environment;

/// The key of an author within all submissions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AuthorId(pub Uuid);

impl fmt::Display for AuthorId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.simple().fmt(f)
    }
}

impl FromStr for AuthorId {
    type Err = uuid::Error;

    fn from_str(raw: &str) -> Result<Self, uuid::Error> {
        raw.parse().map(Self)
    }
}

/// Somebody who stands behind a submission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Author {
    /// The key.
    pub id: AuthorId,
    /// How they came to it.
    pub standing: AuthorStanding,
    /// Their account; none before an invited one has answered, and for those whom the office wrote in.
    pub account: Option<AccountId>,
    /// Where they are reached, while that is not by their account.
    pub email: Option<Email>,
    /// What is said of them.
    pub about: AboutAuthor,
}

impl Author {
    /// Whether they count as one: who was removed, or removed themselves, does not.
    #[must_use]
    pub const fn counts(&self) -> bool {
        !matches!(self.standing, AuthorStanding::Removed)
    }

    /// Whether the submission is theirs to see and change.
    #[must_use]
    pub const fn owns(&self) -> bool {
        matches!(
            self.standing,
            AuthorStanding::Submitter | AuthorStanding::Confirmed
        )
    }

    /// Whether the public may read their name: nobody is named who has not said that they are an author.
    #[must_use]
    pub const fn may_be_named(&self) -> bool {
        self.owns()
    }
}

/// How somebody came to be an author.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AuthorStanding {
    /// They sent it.
    Submitter,
    /// They were invited and have not answered.
    Invited,
    /// They were invited and said yes.
    Confirmed,
    /// They said no, or were taken out.
    Removed,
}

impl AuthorStanding {
    /// All of them.
    pub const ALL: [Self; 4] = [
        Self::Submitter,
        Self::Invited,
        Self::Confirmed,
        Self::Removed,
    ];

    /// The key in columns and files: `invited`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Submitter => "submitter",
            Self::Invited => "invited",
            Self::Confirmed => "confirmed",
            Self::Removed => "removed",
        }
    }
}

/// What is said of an author.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AboutAuthor {
    /// Their name.
    pub name: String,
    /// The body they belong to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    /// Their town.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub town: Option<String>,
    /// Where they come from, in the figures.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub environment: Option<Environment>,
    /// Who they are, in a few sentences, as Markdown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub biography: Option<String>,
}

/// From whom the names of authors are kept; each keeps them from more people than the one before.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Anonymity {
    /// From nobody.
    #[default]
    None,
    /// From the public.
    Public,
    /// From the public and from the committee; the office alone knows.
    Committee,
}

impl Anonymity {
    /// All, from the most open.
    pub const ALL: [Self; 3] = [Self::None, Self::Public, Self::Committee];

    /// The key in forms and files: `public`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Public => "public",
            Self::Committee => "committee",
        }
    }

    /// The one of this key.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.key() == key)
    }
}
