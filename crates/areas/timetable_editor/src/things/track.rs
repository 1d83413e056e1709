//! Tracks: subjects, each with its line of the town plan.

use wiec_kit::form::Choice;
use wiec_kit::messages::Messages;
use wiec_kit::paths::Words;
use wiec_model::edit::{self, Edit, TrackFields};
use wiec_model::{MapLine, Programme, Slug, Track};

use crate::context::Context;
use crate::sheet::{Field, Group, Reading, Sheet};
use crate::thing::{Thing, Titles};

const NAME_LENGTH: usize = 80;

impl Thing for Track {
    fn word(words: &'static Words) -> &'static str {
        words.tracks
    }

    fn titles(m: &'static Messages) -> Titles {
        Titles {
            all: m.plan_tracks(),
            new: m.plan_tracks_new(),
            none: m.plan_tracks_none(),
            icon: "flag",
        }
    }

    fn all(programme: &Programme) -> &[Self] {
        &programme.tracks
    }

    fn key(&self) -> String {
        self.slug.to_string()
    }

    fn name(&self, context: &Context<'_>) -> String {
        context.words(&self.name).to_owned()
    }

    fn heads(m: &'static Messages) -> Vec<&'static str> {
        vec![m.plan_line(), m.plan_sessions()]
    }

    fn cells(&self, context: &Context<'_>) -> Vec<String> {
        vec![
            line_name(self.line, context.m).to_owned(),
            held(self, context).to_string(),
        ]
    }

    fn sheet(thing: Option<&Self>, context: &Context<'_>) -> Sheet {
        let m = context.m;
        let lines = lines().map(|line| Choice::new(line.key(), line_name(line, m)));
        let next = MapLine::IN_ORDER[context.programme.tracks.len() % MapLine::IN_ORDER.len()];
        let line = thing.map_or(next, |track| track.line);
        Sheet::of(vec![Group::of(
            "",
            vec![
                Field::pair("name", m.plan_name(), thing.map(|track| &track.name)).required(),
                Field::choice("line", m.plan_line(), lines.into())
                    .value(line.key())
                    .hint(m.plan_line_hint())
                    .required(),
            ],
        )])
    }

    fn read(
        reading: &mut Reading<'_>,
        before: Option<&Self>,
        _: &Context<'_>,
    ) -> Option<Vec<Edit>> {
        let line = reading
            .of("line")
            .required()
            .choice(|key| lines().into_iter().find(|line| line.key() == key));
        let name = reading
            .of("name")
            .required()
            .bilingual(NAME_LENGTH, before.map(|track| &track.name))?;
        let fields = TrackFields { name, line: line? };
        Some(vec![match before {
            Some(before) => Edit::UpdateTrack(before.slug.clone(), fields),
            None => Edit::CreateTrack(fields),
        }])
    }

    fn target(&self) -> edit::Thing {
        edit::Thing::Track(self.slug.clone())
    }

    fn deletion(&self) -> Edit {
        Edit::DeleteTrack(self.slug.clone())
    }

    fn key_of(thing: &edit::Thing) -> Option<String> {
        match thing {
            edit::Thing::Track(key) => Some(key.to_string()),
            _ => None,
        }
    }

    fn held_by(&self, context: &Context<'_>) -> Option<String> {
        let held = held(self, context);
        (held > 0).then(|| context.m.plan_error_track_held(held))
    }
}

/// Sessions and proposals of a track.
fn held(track: &Track, context: &Context<'_>) -> usize {
    let programme = context.programme;
    let is_its = |slug: &Option<Slug>| slug.as_ref() == Some(&track.slug);
    let sessions = programme
        .sessions
        .iter()
        .filter(|session| is_its(&session.track) || is_its(&session.proposals_track));
    let proposals = programme
        .proposals
        .iter()
        .filter(|proposal| proposal.track == track.slug);
    sessions.count() + proposals.count()
}

fn lines() -> [MapLine; 7] {
    let [a, b, c, d, e, f] = MapLine::IN_ORDER;
    [a, b, c, d, e, f, MapLine::Brak]
}

fn line_name(line: MapLine, m: &'static Messages) -> &'static str {
    match line {
        MapLine::Debata => m.plan_line_debata(),
        MapLine::Przestrzen => m.plan_line_przestrzen(),
        MapLine::Mieszkanie => m.plan_line_mieszkanie(),
        MapLine::Transport => m.plan_line_transport(),
        MapLine::Srodowisko => m.plan_line_srodowisko(),
        MapLine::Inspiracje => m.plan_line_inspiracje(),
        MapLine::Brak => m.plan_line_brak(),
    }
}
