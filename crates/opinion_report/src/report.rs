//! The report: one page that needs nothing else, to read on a screen and to print.

use askama::Template;
use wiec_kit::messages::{Messages, messages};
use wiec_opinion::{For, Mode, OpinionMap};

use crate::columns::{across, agreed, bridging, disagreed, divisive};
use crate::figures::{fine_percent, people, whole};
use crate::marks::Mark;
use crate::picture::{picture, step};
use crate::rows::{Distinguishing, Row, Whole, distinguishing, whole_row};
use crate::subject::Subject;

/// Colours, type and measures of the design, and what this page makes of them.
const TOKENS: &str = include_str!("../../../ui/css/tokens.css");
const REPORT: &str = include_str!("../../../ui/css/report.css");
const STYLES: &str = include_str!("../templates/opinion.css");

#[derive(Template)]
#[template(path = "report.html")]
struct Page<'a> {
    m: &'static Messages,
    lang: &'static str,
    title: &'a str,
    counts: Vec<(String, &'static str)>,
    /// Sentences about groups, straight-liners and completion.
    notes: Vec<String>,
    picture: String,
    caption: String,
    groups: Vec<GroupPart>,
    has_others: bool,
    mode: Mode,
    min_group: usize,
    schema: u32,
    agreed: Vec<Row>,
    disagreed: Vec<Row>,
    across: Vec<Row>,
    divisive: Vec<Row>,
    bridging: Vec<Row>,
    all: Vec<Whole>,
}

/// A group with what distinguishes it.
struct GroupPart {
    mark: Mark,
    people: String,
    rows: Vec<Distinguishing>,
}

/// Writes the report of a map as HTML.
///
/// One file, without scripts and without anything from elsewhere, which its own security policy
/// forbids as well. The same subject gives the same bytes.
#[must_use]
pub fn report(subject: &Subject<'_>) -> String {
    let (map, m) = (subject.map(), messages(subject.lang));
    let part = |place: usize| GroupPart {
        mark: Mark::of(map.groups[place].id),
        people: people(map.groups[place].members.len(), subject.lang),
        rows: distinguishing(subject, place),
    };
    Page {
        m,
        lang: subject.lang.code(),
        title: &subject.title,
        counts: counts(subject),
        notes: notes(subject),
        picture: picture(subject),
        caption: match step(map) {
            1 => m.map_caption().to_owned(),
            nth => m.map_caption_some(nth),
        },
        groups: (0..map.groups.len()).map(part).collect(),
        has_others: map.participants.iter().any(|it| it.group.is_none()),
        mode: map.mode,
        min_group: subject.min_group,
        schema: map.schema,
        agreed: agreed(subject),
        disagreed: disagreed(subject),
        across: across(subject),
        divisive: divisive(subject),
        bridging: bridging(subject),
        all: map
            .statements
            .iter()
            .map(|statement| whole_row(subject, statement))
            .collect(),
    }
    .render()
    .expect("a string takes everything")
}

fn counts(subject: &Subject<'_>) -> Vec<(String, &'static str)> {
    let (map, m, lang) = (subject.map(), messages(subject.lang), subject.lang);
    let mut counts = vec![
        (whole(map.counts.participants, lang), m.map_count_people()),
        (
            whole(map.counts.in_conversation, lang),
            m.map_count_grouped(),
        ),
        (whole(map.counts.statements, lang), m.map_count_statements()),
        (whole(map.counts.votes, lang), m.map_count_votes()),
        (whole(map.groups.len(), lang), m.map_count_groups()),
    ];
    if let Some(completion) = map.completion {
        counts.push((fine_percent(completion.auc, lang), m.map_count_completion()));
    }
    counts
}

fn notes(subject: &Subject<'_>) -> Vec<String> {
    let (map, m) = (subject.map(), messages(subject.lang));
    let mut notes = Vec::new();
    if map.groups.is_empty() && subject.hidden == 0 {
        notes.push(m.map_no_groups().to_owned());
    }
    if subject.hidden > 0 {
        notes.push(m.map_hidden(subject.hidden, subject.min_group));
    }
    if map.mode == Mode::Standard {
        notes.push(straight(map, subject));
    }
    notes.push(completion(map, subject));
    notes
}

fn straight(map: &OpinionMap, subject: &Subject<'_>) -> String {
    let m = messages(subject.lang);
    match map
        .participants
        .iter()
        .filter(|it| it.straight_lining)
        .count()
    {
        0 => m.map_straight_none().to_owned(),
        count => m.map_straight(count, whole(count, subject.lang)),
    }
}

fn completion(map: &OpinionMap, subject: &Subject<'_>) -> String {
    let (m, lang) = (messages(subject.lang), subject.lang);
    match (map.completion, map.mode) {
        (Some(found), _) => {
            m.map_completion(fine_percent(found.auc, lang), whole(found.held_out, lang))
        }
        (None, Mode::Standard) => m.map_completion_none().to_owned(),
        (None, Mode::Compat) => m.map_completion_compat().to_owned(),
    }
}

impl Page<'_> {
    fn side(&self, side: &For) -> &'static str {
        match side {
            For::Agree => self.m.map_agrees(),
            For::Disagree => self.m.map_disagrees(),
        }
    }

    fn is_standard(&self) -> bool {
        self.mode == Mode::Standard
    }
}
