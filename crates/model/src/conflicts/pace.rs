//! Pace: the hours of a day and the least breaks, as the organisers set them.

use jiff::civil::Time;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::congress::Congress;

/// Where it stands among an edition's settings.
const KEY: &str = "pace";

/// The day turns at this hour; a closing time before it is one of the night after.
const DAY_TURNS_AT: i8 = 5;

/// By what a schedule is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Pace {
    /// Before this hour nothing should begin.
    pub opens: Time,
    /// After this hour everything should be over; before five o'clock it is one of the night.
    pub closes: Time,
    /// How long someone should have from one room to another.
    pub break_minutes: u32,
    /// How long a room should be empty between two sessions.
    pub change_over_minutes: u32,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            opens: Time::constant(8, 0, 0, 0),
            closes: Time::constant(22, 0, 0, 0),
            break_minutes: 10,
            change_over_minutes: 5,
        }
    }
}

impl Pace {
    /// That of an edition; the usual one where it has none that can be read.
    #[must_use]
    pub fn of(congress: &Congress) -> Self {
        let kept = congress.settings.get(KEY).cloned();
        kept.and_then(|kept| serde_json::from_value(kept).ok())
            .unwrap_or_default()
    }

    /// Keeps it among the settings of an edition; the usual one needs no place there.
    pub(crate) fn keep_in(self, congress: &mut Congress) {
        if self == Self::of(congress) {
            return;
        }
        if self == Self::default() {
            congress.settings.shift_remove(KEY);
        } else {
            congress.settings.insert(KEY.to_owned(), json!(self));
        }
    }

    /// Minutes after the midnight at which the day's date begins.
    pub(crate) fn opens_at(&self) -> i32 {
        minutes(self.opens)
    }

    /// Minutes after the same midnight, above a day's worth for an hour of the night after.
    pub(crate) fn closes_at(&self) -> i32 {
        let night = if self.closes.hour() < DAY_TURNS_AT {
            24 * 60
        } else {
            0
        };
        minutes(self.closes) + night
    }
}

fn minutes(time: Time) -> i32 {
    i32::from(time.hour()) * 60 + i32::from(time.minute())
}
