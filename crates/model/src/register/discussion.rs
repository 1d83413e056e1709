//! Who may remark on a proposal, when, and how remarks become public.

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::congress::Zone;
use crate::consultation::Consultation;

/// The rules of one discussion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Discussion {
    /// From when remarks are taken; from the first publication, if nothing is said.
    pub opens_at: Option<Timestamp>,
    /// Until when; for as long as the congress is there, if nothing is said.
    pub closes_at: Option<Timestamp>,
    /// How remarks become public.
    pub moderation: Moderation,
    /// Who may write them.
    pub authors: Authors,
}

/// How remarks become public.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Moderation {
    /// At once; somebody may take them down later, with a reason.
    AtOnce,
    /// Once somebody has read them.
    BeforeRead,
}

/// Who may write remarks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Authors {
    /// Everybody who confirms by a link in a letter, and everybody who is signed in.
    Anybody,
    /// Only who is signed in.
    Members,
}

/// Whether remarks are taken at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gate {
    /// Not yet.
    NotYet {
        /// From when.
        opens_at: Timestamp,
    },
    /// They are.
    Open {
        /// Until when, if that is known.
        closes_at: Option<Timestamp>,
    },
    /// No more.
    Closed {
        /// Since when.
        closed_at: Timestamp,
    },
}

impl Discussion {
    /// Open for everybody, without an end, and published at once.
    #[must_use]
    pub const fn usual() -> Self {
        Self {
            opens_at: None,
            closes_at: None,
            moderation: Moderation::AtOnce,
            authors: Authors::Anybody,
        }
    }

    /// The same discussion in the days of a consultation, as far as it has them: from the first midnight
    /// to the last, by the clocks of the congress.
    #[must_use]
    pub fn within(self, consultation: &Consultation, zone: &Zone) -> Self {
        let midnight = |date: Date| zone.rules().to_timestamp(date.at(0, 0, 0, 0)).ok();
        let last_moment = |date: Date| {
            let next = midnight(date.tomorrow().ok()?)?;
            next.checked_sub(SignedDuration::from_micros(1)).ok()
        };
        Self {
            opens_at: consultation.opens_on.and_then(midnight).or(self.opens_at),
            closes_at: consultation
                .closes_on
                .and_then(last_moment)
                .or(self.closes_at),
            ..self
        }
    }

    /// Whether remarks are taken at `now`. The last moment is still within.
    #[must_use]
    pub fn gate(&self, now: Timestamp) -> Gate {
        match (self.opens_at, self.closes_at) {
            (Some(opens_at), _) if now < opens_at => Gate::NotYet { opens_at },
            (_, Some(closed_at)) if closed_at < now => Gate::Closed { closed_at },
            (_, closes_at) => Gate::Open { closes_at },
        }
    }
}

impl Moderation {
    /// Both ways.
    pub const ALL: [Self; 2] = [Self::AtOnce, Self::BeforeRead];

    /// The key in forms: `at_once`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::AtOnce => "at_once",
            Self::BeforeRead => "before_read",
        }
    }
}

impl Authors {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Anybody, Self::Members];

    /// The key in forms: `anybody`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Anybody => "anybody",
            Self::Members => "members",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_days_of_a_consultation_are_whole_days_by_the_clocks_of_the_congress() {
        let zone = Zone::named("Europe/Warsaw").unwrap();
        let consultation = Consultation {
            opens_on: Some(jiff::civil::date(2019, 10, 26)),
            closes_on: Some(jiff::civil::date(2019, 10, 27)),
            ..Consultation::default()
        };
        let within = Discussion::usual().within(&consultation, &zone);
        let at = |words: &str| words.parse::<Timestamp>().unwrap();
        assert_eq!(within.opens_at, Some(at("2019-10-26T00:00:00+02:00")));
        // Summer time ends in that night.
        let last = at("2019-10-27T23:59:59.999999+01:00");
        assert_eq!(within.closes_at, Some(last));
        let untouched = Discussion::usual().within(&Consultation::default(), &zone);
        assert_eq!(untouched, Discussion::usual());
    }

    #[test]
    fn remarks_are_taken_from_the_first_moment_to_the_last_and_no_longer() {
        let at = |second| Timestamp::from_second(second).unwrap();
        let discussion = Discussion {
            opens_at: Some(at(10)),
            closes_at: Some(at(20)),
            ..Discussion::usual()
        };
        let open = Gate::Open {
            closes_at: Some(at(20)),
        };
        for (second, gate) in [
            (9, Gate::NotYet { opens_at: at(10) }),
            (10, open),
            (20, open),
            (21, Gate::Closed { closed_at: at(20) }),
        ] {
            assert_eq!(discussion.gate(at(second)), gate, "{second}");
        }
        let gate = Discussion::usual().gate(at(0));
        assert_eq!(gate, Gate::Open { closes_at: None });
    }
}
