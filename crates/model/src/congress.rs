//! An edition of the congress: its name, place, days and time zone.

use std::fmt;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use crate::slug::Slug;
use crate::text::{LanguageTag, Text};

/// One edition. An installation holds several; each has its own permanent addresses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Congress {
    /// The first word of all its permanent addresses: `kpm-2019`.
    pub slug: Slug,
    /// What it is called.
    pub name: Text,
    /// Where it meets.
    pub place: Option<Text>,
    /// The zone in which its clocks are read.
    pub zone: Zone,
    /// The languages spoken there.
    pub languages: Vec<LanguageTag>,
    /// A sentence about the contents, shown in the footer (that they are a sample, say).
    pub note: Option<Text>,
    /// The official code of the host city (TERC), for statistics.
    pub host_city_terc: Option<String>,
    /// Whether taking part costs nothing.
    pub free_of_charge: bool,
    /// How many people are expected on site.
    pub expected_participants: Option<u32>,
    /// Dates and rules of registration, the call and the comment period, as the congress file
    /// states them; the areas that run them parse their own part.
    pub settings: serde_json::Map<String, serde_json::Value>,
}

/// A day of the congress.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Day {
    /// Counted from 1.
    pub number: u16,
    /// By the calendar of the congress' zone.
    pub date: Date,
    /// What the day is about, where it has a name.
    pub name: Option<Text>,
}

/// A time zone by its name in the tz database.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Zone(TimeZone);

impl Zone {
    /// Finds the zone called `name`.
    ///
    /// # Errors
    ///
    /// [`UnknownZone`] if the tz database has no such name.
    pub fn named(name: &str) -> Result<Self, UnknownZone> {
        let zone = TimeZone::get(name).map_err(|_| UnknownZone(name.to_owned()))?;
        // "Etc/Unknown" is found, but it is no zone: it has neither rules nor a name.
        if zone.iana_name().is_none() || zone.is_unknown() {
            return Err(UnknownZone(name.to_owned()));
        }
        Ok(Self(zone))
    }

    /// Its name: `Europe/Warsaw`.
    ///
    /// # Panics
    ///
    /// Never: a zone is only made from its name.
    #[must_use]
    pub fn name(&self) -> &str {
        self.0
            .iana_name()
            .expect("a zone is only made from its name")
    }

    /// The rules of the zone.
    #[must_use]
    pub const fn rules(&self) -> &TimeZone {
        &self.0
    }
}

impl Default for Zone {
    /// The zone of the town that the first congress met in.
    fn default() -> Self {
        Self::named("Europe/Warsaw").expect("the tz database is part of the program")
    }
}

impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Zone({})", self.name())
    }
}

impl TryFrom<String> for Zone {
    type Error = UnknownZone;

    fn try_from(name: String) -> Result<Self, UnknownZone> {
        Self::named(&name)
    }
}

impl From<Zone> for String {
    fn from(zone: Zone) -> Self {
        zone.name().to_owned()
    }
}

/// No zone is called so.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not a time zone of the tz database; write it like Europe/Warsaw")]
pub struct UnknownZone(pub String);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_is_known_by_its_name_or_not_at_all() {
        assert_eq!(
            Zone::named("Europe/Warsaw").unwrap().name(),
            "Europe/Warsaw"
        );
        for name in ["", "Warsaw", "Etc/Unknown", "../etc/passwd"] {
            assert_eq!(Zone::named(name), Err(UnknownZone(name.to_owned())));
        }
    }
}
