//! What somebody says when they register.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::text::LanguageTag;

/// What somebody says when they register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answers {
    /// What stands on their badge.
    pub name: String,
    /// How they want to be addressed, in their own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub salutation: Option<String>,
    /// Where they come from, in the figures.
    pub environment: Environment,
    /// The body they represent, if they come for one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    /// Where they live or work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub town: Option<Town>,
    /// What they need there: services, and never the reason.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub services: BTreeSet<Service>,
    /// Another service, in their own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other_service: Option<String>,
    /// The languages they follow talks in.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub languages: BTreeSet<LanguageTag>,
    /// Answers to the organisers' own questions, by the keys of those.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub replies: BTreeMap<String, String>,
}

/// A town: one of the list, or as somebody wrote it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Town {
    /// What it is called.
    pub name: String,
    /// The official code of its commune (TERC, at least voivodeship, district and commune), where it
    /// is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terc: Option<String>,
}

/// Where somebody comes from, as the funder counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Environment {
    /// A city, commune, district or voivodeship.
    LocalGovernment,
    /// A ministry or an office of the state.
    Government,
    /// A university or an institute.
    Academia,
    /// A non-governmental organisation.
    Organisation,
    /// A company.
    Business,
    /// A resident or an activist.
    Resident,
    /// Press, radio, television, the web.
    Media,
    /// Anything else.
    Other,
}

impl Environment {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 8] = [
        Self::LocalGovernment,
        Self::Government,
        Self::Academia,
        Self::Organisation,
        Self::Business,
        Self::Resident,
        Self::Media,
        Self::Other,
    ];

    /// The key in forms, files and columns.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::LocalGovernment => "local_government",
            Self::Government => "government",
            Self::Academia => "academia",
            Self::Organisation => "organisation",
            Self::Business => "business",
            Self::Resident => "resident",
            Self::Media => "media",
            Self::Other => "other",
        }
    }

    /// The one with this key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.key() == key)
    }
}

/// Something that the organisers can provide. Nobody is asked why it is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Service {
    /// An interpreter of Polish sign language.
    SignLanguage,
    /// A place within an induction loop.
    HearingLoop,
    /// What is said as text.
    Captions,
    /// A seat that is reached without steps.
    StepFree,
    /// A place for an assistant.
    Assistant,
    /// Large print, or files ahead that a screen reader can read.
    LargePrint,
    /// Room for a guide dog.
    GuideDog,
    /// A meal without meat, milk or gluten, or another one.
    Diet,
    /// A quiet room to rest in.
    QuietRoom,
}

impl Service {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 9] = [
        Self::SignLanguage,
        Self::HearingLoop,
        Self::Captions,
        Self::StepFree,
        Self::Assistant,
        Self::LargePrint,
        Self::GuideDog,
        Self::Diet,
        Self::QuietRoom,
    ];

    /// The key in forms, files and columns.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::SignLanguage => "sign_language",
            Self::HearingLoop => "hearing_loop",
            Self::Captions => "captions",
            Self::StepFree => "step_free",
            Self::Assistant => "assistant",
            Self::LargePrint => "large_print",
            Self::GuideDog => "guide_dog",
            Self::Diet => "diet",
            Self::QuietRoom => "quiet_room",
        }
    }

    /// The one with this key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.key() == key)
    }
}
