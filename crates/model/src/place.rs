//! Rooms: the places where sessions happen.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::slug::Slug;
use crate::text::Text;

/// A place, physical or online.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Room {
    /// Its word in addresses, the same in both languages: `kadzielnia`.
    pub slug: Slug,
    /// The same room in other systems' files.
    pub guid: Uuid,
    /// What stands on its plate.
    pub name: Text,
    /// How many people fit in.
    pub capacity: Option<u32>,
    /// Where it is: the floor, or how to get there.
    pub floor: Option<Text>,
    /// What is in it, in words.
    pub equipment: Option<Text>,
    /// What of that can be filtered by.
    pub features: Vec<Feature>,
    /// How to get in and move about in it.
    pub access: Option<Text>,
}

/// Equipment that people choose sessions by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Feature {
    /// An induction loop for hearing aids.
    HearingLoop,
    /// What is said, as text, while it is said.
    LiveCaptions,
    /// A lit place for a sign-language interpreter.
    SignLanguage,
    /// A booth for simultaneous interpretation.
    Interpretation,
    /// A voice that describes what is seen.
    AudioDescription,
    /// A way in without steps.
    StepFree,
    /// Sound and picture go out live.
    Stream,
    /// Sound and picture are kept.
    Recording,
}

impl Feature {
    /// All features, in the order in which they are shown.
    pub const ALL: [Self; 8] = [
        Self::SignLanguage,
        Self::LiveCaptions,
        Self::HearingLoop,
        Self::AudioDescription,
        Self::StepFree,
        Self::Interpretation,
        Self::Stream,
        Self::Recording,
    ];

    /// Those that make a session accessible, and can be filtered by.
    pub const ACCESS: [Self; 5] = [
        Self::SignLanguage,
        Self::LiveCaptions,
        Self::HearingLoop,
        Self::AudioDescription,
        Self::StepFree,
    ];
}
