//! Who gets which place, from the wishes and the order of the lots; the same for whoever asks.

use clap::ValueEnum;
use serde::{Deserialize, Serialize};
use wiec_allotment::exact::allot;
use wiec_allotment::places::{Answer, Question};
use wiec_allotment::serial::serve;
use wiec_interchange::allotment::wishes::Wishes;

/// What the places are written in.
const FORMAT: &str = "wiec-places-given/1";

/// By which rule places are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Method {
    /// Most people, then most first wishes, then most second ones; lots decide between equals
    Best,
    /// In the order of the lots, each takes the dearest place that is left
    Turns,
}

/// The places as they were given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Given {
    format: String,
    pub(super) method: Method,
    /// The seed of the draw that the lots are of.
    pub(super) seed: String,
    /// Whether it is proved that there is no better answer by the method.
    pub(super) proved: bool,
    /// How many people there are.
    pub(super) people: u32,
    /// How many people of each class were given their first wish, their second, and so on.
    pub(super) profiles: Vec<Vec<u32>>,
    pub(super) parties: Vec<GivenParty>,
    pub(super) events: Vec<GivenEvent>,
}

/// What a party was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct GivenParty {
    id: String,
    /// Its place in the order of the lots, from 1.
    lot: usize,
    size: u32,
    events: Vec<String>,
}

/// How full an event is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct GivenEvent {
    id: String,
    places: u32,
    taken: u32,
}

impl Given {
    /// Gives the places. `order` holds all parties, the first to be drawn first.
    pub(super) fn of(
        wishes: &Wishes,
        order: &[usize],
        seed: &str,
        method: Method,
        steps: usize,
    ) -> anyhow::Result<Self> {
        let question = &wishes.question;
        let drawn = Question {
            parties: order
                .iter()
                .map(|&party| question.parties[party].clone())
                .collect(),
            ..question.clone()
        };
        let answer = match method {
            Method::Best => allot(&drawn, steps)?,
            Method::Turns => serve(&drawn, &by_class(&drawn))?,
        };
        Ok(Self {
            format: FORMAT.to_owned(),
            method,
            seed: seed.to_owned(),
            // Turns leave nothing to prove: whoever follows the order finds the same.
            proved: answer.proved || method == Method::Turns,
            people: drawn.parties.iter().map(|party| party.size).sum(),
            profiles: profiles(&drawn, &answer),
            parties: parties(wishes, &drawn, order, &answer),
            events: events(wishes, &drawn, &answer),
        })
    }

    /// How many people were given at least one place.
    pub(super) fn placed(&self) -> u32 {
        let given = self.parties.iter().filter(|party| !party.events.is_empty());
        given.map(|party| party.size).sum()
    }
}

/// Lower classes first, and within a class by lot.
fn by_class(drawn: &Question) -> Vec<usize> {
    let mut order: Vec<usize> = (0..drawn.parties.len()).collect();
    order.sort_by_key(|&party| drawn.parties[party].class);
    order
}

fn profiles(drawn: &Question, answer: &Answer) -> Vec<Vec<u32>> {
    let classes = drawn.parties.iter().map(|party| party.class + 1).max();
    (0..classes.unwrap_or(0))
        .map(|class| drawn.profile(answer, class))
        .collect()
}

/// In the order of the file, so that two draws can be compared line by line.
fn parties(wishes: &Wishes, drawn: &Question, order: &[usize], answer: &Answer) -> Vec<GivenParty> {
    let mut lots: Vec<usize> = (0..order.len()).collect();
    lots.sort_by_key(|&lot| order[lot]);
    lots.into_iter()
        .map(|lot| GivenParty {
            id: wishes.parties[order[lot]].clone(),
            lot: lot + 1,
            size: drawn.parties[lot].size,
            events: answer.granted[lot]
                .iter()
                .map(|&event| wishes.events[event].clone())
                .collect(),
        })
        .collect()
}

fn events(wishes: &Wishes, drawn: &Question, answer: &Answer) -> Vec<GivenEvent> {
    let taken = |event: usize| {
        let parties = drawn.parties.iter().zip(&answer.granted);
        let there = parties.filter(|(_, granted)| granted.contains(&event));
        there.map(|(party, _)| party.size).sum()
    };
    (0..wishes.events.len())
        .map(|event| GivenEvent {
            id: wishes.events[event].clone(),
            places: drawn.capacity[event],
            taken: taken(event),
        })
        .collect()
}
