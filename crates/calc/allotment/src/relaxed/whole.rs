//! What a flow's worth loses because events take whole parties only.
//!
//! The prices of a cheapest flow say what each party gives up elsewhere. At these prices every
//! event can be filled by itself: a flow fills it best with parts of parties, and the best filling
//! with whole ones gains less. What the events lose adds up, and no whole answer can avoid it.

use super::build::SINK;
use super::fillings::{Choice, Fillings};
use super::{Fate, Relaxed};

/// A group, and how many parties of it every answer looked for has at least and at most.
pub(crate) type Range = (usize, (u32, u32));

/// The largest room that is looked at.
const LARGE: u32 = 100;

impl Relaxed<'_> {
    /// What is lost at least, and which numbers of parties would lose no more than can be spared.
    /// Nothing if there are none.
    pub(crate) fn whole(&self, spare: i128) -> Option<(i128, Vec<Range>)> {
        let events: Vec<usize> = (0..self.rooms.len())
            .filter(|&it| self.is_tight(it))
            .collect();
        let choices: Vec<(i128, Vec<Choice>)> = events.iter().map(|&it| self.choices(it)).collect();
        let mut fillings = Vec::new();
        let mut losses = Vec::new();
        for (&event, (flowing, choices)) in events.iter().zip(&choices) {
            let room = self.question.capacity[event] as usize;
            let filling = Fillings::new(room, choices);
            losses.push(flowing - filling.best()?);
            fillings.push(filling);
        }
        let loss: i128 = losses.iter().sum();
        if loss > spare {
            return None;
        }
        let mut ranges = Vec::new();
        for (at, &event) in events.iter().enumerate() {
            let needed = choices[at].0 - losses[at] - (spare - loss);
            for (choice, &group) in self.of_event[event].iter().enumerate() {
                let (least, most) = fillings[at].range(choice, needed)?;
                let range = (least as u32, most as u32);
                if range != self.groups[group].parties {
                    ranges.push((group, range));
                }
            }
        }
        Some((loss, ranges))
    }

    /// Whether how parties fit can matter for an event: not where all have room, and hardly where
    /// there is room for many; to look at that would only take time.
    fn is_tight(&self, event: usize) -> bool {
        let groups = self.of_event[event].iter().map(|&it| &self.groups[it]);
        let all: u64 = groups
            .map(|it| u64::from(it.size) * it.wishes.len() as u64)
            .sum();
        let room = self.question.capacity[event];
        room <= LARGE && u64::from(room) < all
    }

    /// What an event gains by the flow, and what it could gain by parties of each size.
    fn choices(&self, event: usize) -> (i128, Vec<Choice>) {
        let mut flowing = 0;
        let mut choices = Vec::new();
        for &group in &self.of_event[event] {
            let mut gains = Vec::new();
            let group = &self.groups[group];
            for &(party, rank) in &group.wishes {
                let arc = self.wishes[party][rank];
                let gain = self.network.gain(arc, SINK);
                flowing += i128::from(self.network.through(arc)) * gain;
                match self.fates[party][rank] {
                    Fate::Open => gains.push((false, gain)),
                    Fate::Granted => gains.push((true, gain)),
                    Fate::Refused => {}
                }
            }
            choices.push(choice(group.size, group.parties, gains));
        }
        (flowing, choices)
    }
}

/// Those who must come come first, and then who gains most.
fn choice(size: u32, (least, most): (u32, u32), mut gains: Vec<(bool, i128)>) -> Choice {
    let musts = gains.iter().filter(|(must, _)| *must).count();
    gains.sort_unstable_by(|a, b| b.cmp(a));
    let sums = gains.iter().scan(0, |sum, (_, gain)| {
        *sum += gain * i128::from(size);
        Some(*sum)
    });
    Choice {
        size: size as usize,
        parties: (musts.max(least as usize), (most as usize).min(gains.len())),
        gains: std::iter::once(0).chain(sums).collect(),
    }
}
