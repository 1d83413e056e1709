//! Who says something, for whom, and how it came.

use serde::{Deserialize, Serialize};

/// The author of a remark, as the public reads it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Author {
    /// What they are called.
    pub name: String,
    /// On whose behalf they speak.
    pub behalf: Behalf,
    /// What that city, organisation or company is called; none for people who speak for themselves.
    #[serde(default)]
    pub body: Option<String>,
}

/// On whose behalf somebody speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Behalf {
    /// Their own.
    Person,
    /// A city, commune or other local government, or an association of them.
    City,
    /// An organisation of civil society.
    Ngo,
    /// A company or an association of them.
    Company,
    /// A university, an authority of the state, anything else.
    Other,
}

impl Behalf {
    /// All of them, in the order in which pages offer them.
    pub const ALL: [Self; 5] = [
        Self::Person,
        Self::City,
        Self::Ngo,
        Self::Company,
        Self::Other,
    ];

    /// The key in forms and files: `city`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::City => "city",
            Self::Ngo => "ngo",
            Self::Company => "company",
            Self::Other => "other",
        }
    }

    /// The one of this key.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|behalf| behalf.key() == key)
    }
}

/// How a remark came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// Typed into the page by its author.
    Page,
    /// On paper, typed in by the office.
    Paper,
    /// In a letter by e-mail, typed in by the office.
    Mail,
    /// In a table that was read in.
    Table,
    /// Said aloud and written down.
    Spoken,
}

impl Channel {
    /// All channels.
    pub const ALL: [Self; 5] = [
        Self::Page,
        Self::Paper,
        Self::Mail,
        Self::Table,
        Self::Spoken,
    ];

    /// The key in forms and files: `paper`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Paper => "paper",
            Self::Mail => "mail",
            Self::Table => "table",
            Self::Spoken => "spoken",
        }
    }

    /// The channel of this key.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.key() == key)
    }
}
