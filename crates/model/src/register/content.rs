//! The words of a proposal: those that the team works on, and those that were published.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use wiec_text::Document;

use super::remark::RemarkId;
use crate::challenge::Challenge;
use crate::digest::sha256;
use crate::text::{Lang, Text};

/// All words of a proposal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// The text that counts.
    pub document: Document,
    /// The same in other languages, as Markdown; its anchors are nobody's to remark on.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub translations: BTreeMap<Lang, String>,
    /// The same in words that are easy to read, as Markdown.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub easy: BTreeMap<Lang, String>,
    /// What the team found, and what it recommends.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub challenges: Vec<Challenge>,
}

impl Content {
    /// Words that are none yet.
    #[must_use]
    pub fn empty() -> Self {
        Self {
            document: Document::new(Vec::new()),
            translations: BTreeMap::new(),
            easy: BTreeMap::new(),
            challenges: Vec::new(),
        }
    }

    /// SHA-256 of these words as JSON, in 64 hexadecimal digits: what was published can be told from
    /// anything else. JSON of one value is the same everywhere: no maps without order are in it.
    #[must_use]
    pub fn hash(&self) -> String {
        let json = serde_json::to_vec(self).expect("words are text and lists");
        sha256(json)
    }
}

/// The words that the team works on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The words.
    pub content: Content,
    /// The published version that they began as; none before the first.
    pub base: Option<u32>,
    /// The remarks whose wording was merged into them since.
    pub merged: Vec<RemarkId>,
    /// How often they were written: whoever writes names the one they saw.
    pub revision: u32,
}

/// Words that were published. They never change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Which one, counted from 1 within the proposal.
    pub number: u32,
    /// The words.
    pub content: Content,
    /// [`Content::hash`] of them.
    pub hash: String,
    /// What the team says of it.
    pub note: Option<Text>,
    /// The remarks whose wording was merged into it.
    pub merged: Vec<RemarkId>,
    /// When it was published.
    pub published_at: Timestamp,
}
