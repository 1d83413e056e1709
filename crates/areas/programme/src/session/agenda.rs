//! How a session runs: talks or phases one after another, and the stories of a night of flops.

use jiff::{Timestamp, ToSpan};
use wiec_kit::dates;
use wiec_kit::edition::Edition;
use wiec_kit::frame::{Frame, Reader};
use wiec_kit::said::Said;
use wiec_model::session::{Story, Talk};
use wiec_model::{Session, Slot, Text};

use super::people::{Teller, tellers};
use crate::card::State as Standing;

/// One step of a session: a talk, or a phase of its script.
pub struct Step {
    pub time: String,
    pub starts_epoch: i64,
    pub ends_epoch: i64,
    pub title: Said,
    /// Who tells it, of a talk.
    pub tellers: Vec<Teller>,
    pub minutes: u32,
    pub state: Standing,
}

/// A story, as it stands in the list.
pub struct StoryLine {
    pub title: Said,
    pub role: Option<Said>,
    pub minutes: u32,
}

/// Phases follow one another from the beginning; talks too, where there are no phases.
pub fn agenda(
    edition: &Edition,
    reader: &Reader,
    session: &Session,
    slot: &Slot,
    now: Option<Timestamp>,
) -> Vec<Step> {
    let zone = &edition.release.programme.congress.zone;
    let phases = session.phases.iter();
    let phases = phases.map(|phase| (&phase.name, phase.minutes, Vec::new()));
    let told = |talk: &Talk| tellers(edition, reader, talk);
    let talks = session.talks.iter();
    let talks = talks.map(|talk| (&talk.title, talk.minutes, told(talk)));
    let steps: Vec<(&Text, u32, Vec<Teller>)> = if session.phases.is_empty() {
        talks.collect()
    } else {
        phases.collect()
    };
    let mut begins = slot.starts_at;
    steps
        .into_iter()
        .map(|(title, minutes, tellers)| {
            let ends = begins
                .saturating_add(i64::from(minutes).minutes())
                .unwrap_or(slot.ends_at);
            let step = Step {
                time: dates::hour(begins, zone),
                starts_epoch: begins.as_second(),
                ends_epoch: ends.as_second(),
                title: Said::of(title, reader.lang()),
                tellers,
                minutes,
                state: standing(begins, ends, now),
            };
            begins = ends;
            step
        })
        .collect()
}

fn standing(begins: Timestamp, ends: Timestamp, now: Option<Timestamp>) -> Standing {
    match now {
        None => Standing::Untold,
        Some(now) if now < begins => Standing::Coming,
        Some(now) if now < ends => Standing::Live,
        Some(_) => Standing::Over,
    }
}

/// A story with whoever tells it.
pub fn story_line(story: &Story, frame: &Frame) -> StoryLine {
    StoryLine {
        title: frame.said(&story.title),
        role: story.role.as_ref().map(|role| frame.said(role)),
        minutes: story.minutes,
    }
}
