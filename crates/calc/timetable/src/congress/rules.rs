//! The rules, with their names and what they say in both languages.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A language in which the engine speaks of its rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// English.
    English,
    /// Polish.
    Polish,
}

/// A rule. What it counts is said beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// Sessions without a place.
    Placed,
    /// Pinned sessions elsewhere.
    Pinned,
    /// Sessions outside the days, in a break, outside their own times, or at no possible start.
    Hours,
    /// Sessions in a room that is not open.
    RoomOpen,
    /// Sessions in a room that lacks what they need.
    RoomSuits,
    /// People for whom there is no seat.
    RoomSeats,
    /// Pairs of sessions in one room at once, or without the time to change over.
    RoomOnce,
    /// People in two sessions at once.
    PersonOnce,
    /// People in a session while they are not there.
    PersonAvailable,
    /// Pairs that should not be at the same time and are.
    Apart,
    /// Pairs in the wrong order.
    Order,
    /// Sessions beyond those that may run at once, counted at each start.
    MostParallel,
    /// Pairs of sessions of a track at once.
    TrackParallel,
    /// Rooms of a track beyond its first.
    TrackRooms,
    /// Gaps between the sessions of a track on a day.
    TrackGaps,
    /// Pairs of favourites of a person at once.
    Favourites,
}

/// What a rule counts for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Strength {
    /// It must hold.
    Hard,
    /// Each breach costs so much.
    Soft(u32),
    /// It does not matter.
    Off,
}

/// What a breach of a hard rule costs. All soft costs of a congress together stay below it.
pub(crate) const HARD: i64 = 1_000_000_000_000;

/// The strength of every rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rules(BTreeMap<Rule, Strength>);

impl Rule {
    /// All rules, in the order in which costs are listed.
    pub const ALL: [Rule; 16] = [
        Rule::Placed,
        Rule::Pinned,
        Rule::Hours,
        Rule::RoomOpen,
        Rule::RoomSuits,
        Rule::RoomSeats,
        Rule::RoomOnce,
        Rule::PersonOnce,
        Rule::PersonAvailable,
        Rule::Apart,
        Rule::Order,
        Rule::MostParallel,
        Rule::TrackParallel,
        Rule::TrackRooms,
        Rule::TrackGaps,
        Rule::Favourites,
    ];

    /// What it says.
    pub fn sentence(self, language: Language) -> &'static str {
        let (english, polish) = self.sentences();
        match language {
            Language::English => english,
            Language::Polish => polish,
        }
    }

    fn sentences(self) -> (&'static str, &'static str) {
        match self {
            Rule::Placed => (
                "Every session has a place.",
                "Każda sesja ma swoje miejsce.",
            ),
            Rule::Pinned => (
                "Pinned sessions stay where they are.",
                "Przypięte sesje pozostają na swoim miejscu.",
            ),
            Rule::Hours => (
                "Sessions are within the hours of the congress and their own, and not in breaks.",
                "Sesje mieszczą się w godzinach kongresu i własnych oraz poza przerwami.",
            ),
            Rule::RoomOpen => (
                "A room is used only while it is open.",
                "Sala jest używana tylko wtedy, gdy jest otwarta.",
            ),
            Rule::RoomSuits => (
                "A room has what its sessions need.",
                "Sala ma to, czego potrzebują jej sesje.",
            ),
            Rule::RoomSeats => (
                "There is a seat for everybody who is expected.",
                "Jest miejsce siedzące dla każdej spodziewanej osoby.",
            ),
            Rule::RoomOnce => (
                "A room holds one session at a time.",
                "W sali odbywa się jedna sesja naraz.",
            ),
            Rule::PersonOnce => (
                "Nobody is in two sessions at once.",
                "Nikt nie występuje w dwóch sesjach naraz.",
            ),
            Rule::PersonAvailable => (
                "People have sessions only while they are there.",
                "Osoby mają sesje tylko wtedy, gdy są obecne.",
            ),
            Rule::Apart => (
                "Sessions that are to be apart are not at the same time.",
                "Sesje, które mają być rozdzielone, nie odbywają się równocześnie.",
            ),
            Rule::Order => (
                "What comes first ends before the next begins.",
                "To, co ma być wcześniej, kończy się przed rozpoczęciem następnego.",
            ),
            Rule::MostParallel => (
                "No more sessions run at once than may.",
                "Równocześnie odbywa się nie więcej sesji, niż wolno.",
            ),
            Rule::TrackParallel => (
                "Sessions of a track are one after another.",
                "Sesje jednej ścieżki odbywają się kolejno.",
            ),
            Rule::TrackRooms => (
                "A track stays in one room.",
                "Ścieżka pozostaje w jednej sali.",
            ),
            Rule::TrackGaps => (
                "A track has no gaps within a day.",
                "Ścieżka nie ma luk w ciągu dnia.",
            ),
            Rule::Favourites => (
                "What people marked is not at the same time.",
                "To, co zaznaczono jako ulubione, nie odbywa się równocześnie.",
            ),
        }
    }

    /// What it counts for if the congress does not say otherwise.
    pub fn usual(self) -> Strength {
        match self {
            Rule::RoomSeats => Strength::Soft(5),
            Rule::TrackRooms => Strength::Soft(20),
            Rule::TrackGaps => Strength::Soft(10),
            Rule::Favourites => Strength::Soft(1),
            _ => Strength::Hard,
        }
    }

    /// Whether it may be hard. Gaps and favourites are matters of more or less: no explanation
    /// of a contradiction could name them.
    pub fn may_be_hard(self) -> bool {
        !matches!(self, Rule::TrackGaps | Rule::Favourites)
    }

    /// Whether it may be anything but hard.
    pub fn may_be_soft(self) -> bool {
        !matches!(self, Rule::Placed | Rule::Pinned)
    }
}

impl Default for Rules {
    fn default() -> Self {
        Self(
            Rule::ALL
                .into_iter()
                .map(|rule| (rule, rule.usual()))
                .collect(),
        )
    }
}

impl Rules {
    /// Sets the strength of a rule.
    pub fn set(&mut self, rule: Rule, strength: Strength) {
        self.0.insert(rule, strength);
    }

    /// The strength of a rule.
    pub fn strength(&self, rule: Rule) -> Strength {
        self.0.get(&rule).copied().unwrap_or_else(|| rule.usual())
    }

    /// What a breach costs.
    pub(crate) fn weight(&self, rule: Rule) -> i64 {
        match self.strength(rule) {
            Strength::Hard => HARD,
            Strength::Soft(weight) => i64::from(weight),
            Strength::Off => 0,
        }
    }
}
