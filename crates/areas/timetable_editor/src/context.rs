//! What a sheet of one thing is made and read with: the draft around it, and the reader's words.

use uuid::Uuid;
use wiec_kit::collate::sort_by_text;
use wiec_kit::conflict_words::{day_name, person_name};
use wiec_kit::form::{Choice, FormData};
use wiec_kit::messages::{Messages, messages};
use wiec_model::{Day, Feature, Lang, Part, Person, Programme, Session, Text};

use crate::sheet;

/// Lines of a list that stand empty below those in use.
const EMPTY_LINES: usize = 2;

/// The draft as it is shown to somebody.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The draft.
    pub programme: &'a Programme,
    /// The language of the page.
    pub lang: Lang,
    /// Its words.
    pub m: &'static Messages,
    /// What was typed, for the length of lists.
    pub typed: Option<&'a FormData>,
    /// The guid of what is made new.
    pub fresh: Uuid,
}

impl<'a> Context<'a> {
    /// A draft as it is stored.
    pub fn of(programme: &'a Programme, lang: Lang) -> Self {
        Self {
            programme,
            lang,
            m: messages(lang),
            typed: None,
            fresh: Uuid::nil(),
        }
    }

    /// The same draft, to which something with this guid may be added.
    #[must_use]
    pub const fn fresh(self, fresh: Uuid) -> Self {
        Self { fresh, ..self }
    }

    /// The same draft with a form that was sent.
    #[must_use]
    pub const fn typed(self, typed: &'a FormData) -> Self {
        Self {
            typed: Some(typed),
            ..self
        }
    }

    /// A text in the reader's language, or another that there is.
    pub fn words(&self, text: &'a Text) -> &'a str {
        text.words(self.lang)
    }

    /// How many lines the list `name` has on the page when `stored` are in use.
    pub fn lines(&self, name: &str, stored: usize) -> usize {
        let typed = self.typed.map_or(0, |data| sheet::lines(data, name));
        (stored + EMPTY_LINES).max(typed)
    }

    /// The rooms to choose from, after "none".
    pub fn rooms(&self) -> Vec<Choice> {
        let room = |room: &wiec_model::Room| {
            let name = self.words(&room.name);
            let label = room.capacity.map_or_else(
                || name.to_owned(),
                |capacity| format!("{name} ({capacity})"),
            );
            Choice::new(&room.slug, label)
        };
        self.or_none(self.programme.rooms.iter().map(room))
    }

    /// The tracks to choose from, after "none".
    pub fn tracks(&self) -> Vec<Choice> {
        let tracks = self.programme.tracks.iter();
        self.or_none(tracks.map(|track| Choice::new(&track.slug, self.words(&track.name))))
    }

    /// The kinds to choose from.
    pub fn kinds(&self) -> Vec<Choice> {
        let kinds = self.programme.kinds.iter();
        kinds
            .map(|kind| Choice::new(&kind.slug, self.words(&kind.name)))
            .collect()
    }

    /// The days to choose from.
    pub fn days(&self) -> Vec<Choice> {
        let days = self.programme.days.iter();
        days.map(|day| Choice::new(day.date, self.day(day)))
            .collect()
    }

    /// The people to choose from, after "none".
    pub fn people(&self) -> Vec<Choice> {
        let mut people: Vec<Choice> = self
            .programme
            .people
            .iter()
            .map(|person| Choice::new(person.guid, self.person(person)))
            .collect();
        sort_by_text(&mut people, self.lang, |person| person.label.clone());
        self.or_none(people)
    }

    /// Those of them who appear in a session, or whom a form that was sent adds to it.
    pub fn people_of(&self, session: Option<&Session>) -> Vec<Choice> {
        let stored = session.into_iter().flat_map(|session| &session.people);
        let stored: Vec<String> = stored.map(|one| one.person.to_string()).collect();
        let mut people = self.people();
        people.retain(|person| {
            let key = &person.value;
            key.is_empty() || stored.contains(key) || self.adds(key)
        });
        people
    }

    /// Whether a form that was sent has this person appear in its session.
    fn adds(&self, person: &str) -> bool {
        self.typed.is_some_and(|data| {
            let mut lines = 0..sheet::lines(data, "people");
            lines.any(|line| {
                let field = format!("people.{line}.person");
                data.all(&field).any(|typed| typed == person)
            })
        })
    }

    /// The parts to choose from.
    pub fn parts(&self) -> Vec<Choice> {
        Part::ALL
            .map(|part| Choice::new(part.key(), self.part(part)))
            .into()
    }

    /// The features to tick.
    pub fn features(&self) -> Vec<Choice> {
        Feature::ALL
            .map(|feature| Choice::new(feature_key(feature), self.feature(feature)))
            .into()
    }

    fn or_none(&self, choices: impl IntoIterator<Item = Choice>) -> Vec<Choice> {
        std::iter::once(Choice::new("", self.m.plan_none()))
            .chain(choices)
            .collect()
    }

    /// `pią 15 XI`, `Fri 15 Nov`.
    pub fn day(&self, day: &Day) -> String {
        day_name(day, self.lang)
    }

    /// A person by name and role.
    pub fn person(&self, person: &Person) -> String {
        person_name(person, self.lang)
    }

    /// What a part is called.
    pub fn part(&self, part: Part) -> &'static str {
        let m = self.m;
        match part {
            Part::Moderator => m.part_moderator(),
            Part::Speaker => m.part_speaker(),
            Part::Panelist => m.part_panelist(),
            Part::Respondent => m.part_respondent(),
            Part::Reviewer => m.part_reviewer(),
            Part::Facilitator => m.part_facilitator(),
            Part::Host => m.part_host(),
            Part::Guide => m.part_guide(),
            Part::Scribe => m.part_scribe(),
        }
    }

    fn feature(&self, feature: Feature) -> &'static str {
        let m = self.m;
        match feature {
            Feature::HearingLoop => m.feature_hearing_loop(),
            Feature::LiveCaptions => m.feature_live_captions(),
            Feature::SignLanguage => m.feature_sign_language(),
            Feature::Interpretation => m.feature_interpretation(),
            Feature::AudioDescription => m.feature_audio_description(),
            Feature::StepFree => m.feature_step_free(),
            Feature::Stream => m.feature_stream(),
            Feature::Recording => m.feature_recording(),
        }
    }

    /// How long a session takes: as scheduled, else as its talks, else as its kind usually does.
    pub fn minutes_of(&self, session: &Session) -> u32 {
        const AN_HOUR: u32 = 60;
        let scheduled = session
            .slot
            .as_ref()
            .and_then(|slot| u32::try_from(slot.duration_minutes()).ok());
        let talks: u32 = session.talks.iter().map(|talk| talk.minutes).sum();
        let kind = self.programme.kind(session.kind.as_str());
        scheduled
            .or((talks > 0).then_some(talks))
            .or_else(|| kind?.default_minutes)
            .unwrap_or(AN_HOUR)
    }
}

/// The key of a feature in forms: `hearing_loop`.
pub const fn feature_key(feature: Feature) -> &'static str {
    match feature {
        Feature::HearingLoop => "hearing_loop",
        Feature::LiveCaptions => "live_captions",
        Feature::SignLanguage => "sign_language",
        Feature::Interpretation => "interpretation",
        Feature::AudioDescription => "audio_description",
        Feature::StepFree => "step_free",
        Feature::Stream => "stream",
        Feature::Recording => "recording",
    }
}

/// The feature with this key.
pub fn feature_of(key: &str) -> Option<Feature> {
    Feature::ALL
        .into_iter()
        .find(|feature| feature_key(*feature) == key)
}
