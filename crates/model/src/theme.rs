//! What sessions are about and of what kind they are.

use serde::{Deserialize, Serialize};

use crate::slug::Slug;
use crate::text::Text;

/// A subject grouping: a theme of the congress.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Track {
    /// Its key: `mie`.
    pub slug: Slug,
    /// Its name.
    pub name: Text,
    /// How it is drawn.
    pub line: MapLine,
}

/// The line of a town plan by which a track is recognised, with its own hue and sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MapLine {
    /// A solid line.
    Debata,
    /// A dash-dot boundary.
    Przestrzen,
    /// A building hatch.
    Mieszkanie,
    /// A railway.
    Transport,
    /// Water.
    Srodowisko,
    /// Dots.
    Inspiracje,
    /// No line: service points such as breaks.
    Brak,
}

impl MapLine {
    /// The lines in the order in which a new congress takes them for its tracks.
    pub const IN_ORDER: [Self; 6] = [
        Self::Debata,
        Self::Przestrzen,
        Self::Mieszkanie,
        Self::Transport,
        Self::Srodowisko,
        Self::Inspiracje,
    ];

    /// The key in class names and icon ids: `mieszkanie`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Debata => "debata",
            Self::Przestrzen => "przestrzen",
            Self::Mieszkanie => "mieszkanie",
            Self::Transport => "transport",
            Self::Srodowisko => "srodowisko",
            Self::Inspiracje => "inspiracje",
            Self::Brak => "brak",
        }
    }
}

/// A goal of national urban policy, the second axis of the register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Goal {
    /// Its key: `kompaktowe`.
    pub slug: Slug,
    /// Its name.
    pub name: Text,
}

/// A kind of session: plenary, kaleidoscope, workshop.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kind {
    /// Its key: `expert-debate`.
    pub slug: Slug,
    /// Its name.
    pub name: Text,
    /// How long one usually takes.
    pub default_minutes: Option<u32>,
    /// Whether places in it are given by signing up.
    pub signup: bool,
}

impl Kind {
    /// The key of breaks, registration desks and the like.
    pub const SERVICE: &'static str = "service";
    /// The key of the night of flops, drawn as a dark island.
    pub const FLOP_NIGHT: &'static str = "flop-night";

    /// Whether it is a break or a desk rather than a meeting.
    #[must_use]
    pub fn is_service(&self) -> bool {
        self.slug.as_str() == Self::SERVICE
    }
}
