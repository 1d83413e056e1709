//! When a call takes submissions, and whose: the deadline, its extension, and the grace for drafts.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// When a call takes submissions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Window {
    /// When it opens; a call that says nothing is not open yet.
    pub opens_at: Option<Timestamp>,
    /// The deadline that was announced; none means until somebody says one.
    pub closes_at: Option<Timestamp>,
    /// The later deadline, once it was extended. The first one stays on record.
    #[serde(default)]
    pub extended_to: Option<Timestamp>,
    /// For how many minutes after the deadline a draft that was begun before it can still be submitted.
    #[serde(default)]
    pub grace_minutes: u32,
}

/// Whether a call takes something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gate {
    /// Not yet.
    NotYet {
        /// It opens then, if that was said.
        opens_at: Option<Timestamp>,
    },
    /// Everything.
    Open {
        /// Until then, if that was said.
        closes_at: Option<Timestamp>,
    },
    /// Drafts that were begun before the deadline, and nothing new.
    Grace {
        /// Until then.
        until: Timestamp,
        /// The deadline before which they were begun.
        closed_at: Timestamp,
    },
    /// Nothing more. Drafts are kept and can be read.
    Closed {
        /// The deadline was then.
        closed_at: Timestamp,
    },
}

/// What somebody comes to a gate with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// Something new.
    New,
    /// A draft that was begun at this moment.
    Draft(Timestamp),
    /// A submission that is to be changed.
    Submitted,
}

impl Window {
    /// The deadline that counts.
    #[must_use]
    pub fn deadline(&self) -> Option<Timestamp> {
        match (self.closes_at, self.extended_to) {
            (Some(closes), Some(extended)) => Some(closes.max(extended)),
            (closes, _) => closes,
        }
    }

    /// How the call stands at `now`.
    #[must_use]
    pub fn gate(&self, now: Timestamp) -> Gate {
        let opens_at = self.opens_at;
        if opens_at.is_none_or(|opens| now < opens) {
            return Gate::NotYet { opens_at };
        }
        let Some(closed_at) = self.deadline() else {
            return Gate::Open { closes_at: None };
        };
        if now < closed_at {
            return Gate::Open {
                closes_at: Some(closed_at),
            };
        }
        let grace = SignedDuration::from_mins(i64::from(self.grace_minutes));
        let until = closed_at.saturating_add(grace).unwrap_or(closed_at);
        if now < until {
            Gate::Grace { until, closed_at }
        } else {
            Gate::Closed { closed_at }
        }
    }
}

impl Gate {
    /// Whether it lets this in.
    #[must_use]
    pub fn lets_in(self, entry: Entry) -> bool {
        match (self, entry) {
            (Self::Open { .. }, _) => true,
            (Self::Grace { closed_at, .. }, Entry::Draft(begun)) => begun < closed_at,
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    const WINDOW: Window = Window {
        opens_at: None,
        closes_at: None,
        extended_to: None,
        grace_minutes: 1,
    };

    #[test]
    fn the_gate_opens_closes_and_leaves_time_for_drafts_on_the_instant() {
        let window = Window {
            opens_at: Some(at(100)),
            closes_at: Some(at(200)),
            ..WINDOW
        };
        let open = Gate::Open {
            closes_at: Some(at(200)),
        };
        let grace = Gate::Grace {
            until: at(260),
            closed_at: at(200),
        };
        let closed = Gate::Closed { closed_at: at(200) };
        let early = Gate::NotYet {
            opens_at: Some(at(100)),
        };
        for (second, expected) in [
            (99, early),
            (100, open),
            (199, open),
            (200, grace),
            (259, grace),
            (260, closed),
        ] {
            assert_eq!(window.gate(at(second)), expected, "{second}");
        }
        assert_eq!(WINDOW.gate(at(0)), Gate::NotYet { opens_at: None });
    }

    #[test]
    fn an_extension_moves_the_deadline_and_never_back() {
        let window = |extended| Window {
            opens_at: Some(at(0)),
            closes_at: Some(at(200)),
            extended_to: Some(at(extended)),
            ..WINDOW
        };
        assert_eq!(window(300).deadline(), Some(at(300)));
        assert_eq!(window(100).deadline(), Some(at(200)));
    }

    #[test]
    fn after_the_deadline_only_what_was_begun_before_it_comes_in() {
        let entries = [
            Entry::New,
            Entry::Draft(at(150)),
            Entry::Draft(at(200)),
            Entry::Submitted,
        ];
        let in_time = |gate: Gate| entries.map(|entry| gate.lets_in(entry));
        let (until, closed_at) = (at(260), at(200));
        assert_eq!(in_time(Gate::Open { closes_at: None }), [true; 4]);
        let grace = Gate::Grace { until, closed_at };
        assert_eq!(in_time(grace), [false, true, false, false]);
        assert_eq!(in_time(Gate::Closed { closed_at }), [false; 4]);
        assert_eq!(in_time(Gate::NotYet { opens_at: None }), [false; 4]);
    }
}
