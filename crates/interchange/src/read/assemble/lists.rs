//! Rooms, tracks and kinds: in a foreign schedule they are but names, which sessions repeat.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;
use wiec_model::{Kind, Lang, LanguageTag, MapLine, Room, Slug, Text, Track};

use crate::names::{Thing, guid, unique};
use crate::read::html;
use crate::read::object::stand_in_text;
use crate::read::people::one_line;
use crate::read::problem::Report;
use crate::read::schedule::{ForeignRoom, Schedule};

/// Things with names, each with a slug of its own; the same name is the same thing.
#[derive(Default)]
struct Names {
    slugs: BTreeMap<String, Slug>,
    taken: BTreeSet<Slug>,
}

impl Names {
    fn known(&self, name: &str) -> Option<&Slug> {
        self.slugs.get(name)
    }

    fn add(&mut self, name: &str, wanted: Option<Slug>, otherwise: &str) -> Slug {
        let wanted = wanted
            .or_else(|| Slug::from_words(name))
            .or_else(|| Slug::from_words(otherwise));
        let slug = unique(
            wanted.expect("the word otherwise has letters"),
            &mut self.taken,
        );
        self.slugs.insert(name.to_owned(), slug.clone());
        slug
    }
}

fn text(language: &LanguageTag, words: &str) -> Text {
    Text::in_language(language.clone(), words).unwrap_or_else(stand_in_text)
}

/// The rooms, in the order in which the file names them first.
#[derive(Default)]
pub(super) struct Rooms {
    names: Names,
    rooms: Vec<Room>,
}

impl Rooms {
    /// Rooms of one name are one room, on whichever day.
    pub(super) fn of(
        schedule: &Schedule,
        edition: &Slug,
        language: &LanguageTag,
        report: &Report,
    ) -> Self {
        let mut rooms = Self::default();
        let of_days = schedule
            .days
            .iter()
            .flat_map(|day| &day.rooms)
            .map(|(room, _)| room);
        for room in schedule.rooms.iter().chain(of_days) {
            rooms.add(room, edition, language, report);
        }
        rooms
    }

    pub(super) fn slug_of(&self, room: &ForeignRoom) -> Option<Slug> {
        self.names.known(&name_of(room)?).cloned()
    }

    pub(super) fn into_rooms(self) -> Vec<Room> {
        self.rooms
    }

    fn add(&mut self, room: &ForeignRoom, edition: &Slug, language: &LanguageTag, report: &Report) {
        let Some(name) = name_of(room) else {
            report.add(room.place.clone(), "the room has no name");
            return;
        };
        if self.names.known(&name).is_some() {
            return;
        }
        let slug = self.names.add(&name, None, "sala");
        let stated = room.guid.as_ref().and_then(|found| {
            let parsed = Uuid::try_parse(&found.words);
            report.keep(
                &found.place,
                parsed.map_err(|_| format!("\"{}\" is not a UUID", found.words)),
            )
        });
        // "None" is how pretalx writes a description that is none.
        let description = room.description.as_deref().filter(|words| *words != "None");
        let access = description.map(html::to_markdown);
        self.rooms.push(Room {
            guid: stated.unwrap_or_else(|| guid(edition, Thing::Room, slug.as_str())),
            slug,
            name: text(language, &name),
            capacity: room
                .capacity
                .as_deref()
                .and_then(|capacity| capacity.parse().ok()),
            floor: None,
            equipment: None,
            features: Vec::new(),
            access: access.and_then(|words| Text::in_language(language.clone(), &words)),
        });
    }
}

fn name_of(room: &ForeignRoom) -> Option<String> {
    room.name.as_ref().and_then(|name| one_line(&name.words))
}

/// The tracks: first those that the file lists, then those that only sessions name.
pub(super) struct Tracks<'a> {
    language: &'a LanguageTag,
    names: Names,
    tracks: Vec<Track>,
}

impl<'a> Tracks<'a> {
    pub(super) fn of(schedule: &Schedule, language: &'a LanguageTag) -> Self {
        let mut tracks = Self {
            language,
            names: Names::default(),
            tracks: Vec::new(),
        };
        for track in &schedule.tracks {
            let slug = track.slug.as_deref().and_then(Slug::from_words);
            tracks.find_or_add(&track.name.words, slug);
        }
        tracks
    }

    /// The key of the track with this name; nothing for a blank one.
    pub(super) fn find_or_add(&mut self, name: &str, wanted: Option<Slug>) -> Option<Slug> {
        let name = one_line(name)?;
        if let Some(slug) = self.names.known(&name) {
            return Some(slug.clone());
        }
        let slug = self.names.add(&name, wanted, "temat");
        self.tracks.push(Track {
            slug: slug.clone(),
            name: text(self.language, &name),
            line: MapLine::Brak,
        });
        Some(slug)
    }

    pub(super) fn into_tracks(self) -> Vec<Track> {
        self.tracks
    }
}

/// The kinds, in the order in which sessions name them.
pub(super) struct Kinds<'a> {
    language: &'a LanguageTag,
    names: Names,
    kinds: Vec<Kind>,
}

impl<'a> Kinds<'a> {
    pub(super) fn new(language: &'a LanguageTag) -> Self {
        Self {
            language,
            names: Names::default(),
            kinds: Vec::new(),
        }
    }

    /// The key of the kind with this name; sessions of no kind are just that.
    pub(super) fn find_or_add(&mut self, name: Option<&str>) -> Slug {
        let name = name.and_then(one_line).unwrap_or_default();
        if let Some(slug) = self.names.known(&name) {
            return slug.clone();
        }
        let slug = self.names.add(&name, None, "session");
        let plain = || {
            Text::of([
                (Lang::Pl.into(), "Sesja".to_owned()),
                (Lang::En.into(), "Session".to_owned()),
            ])
        };
        let words = Text::in_language(self.language.clone(), &name)
            .or_else(plain)
            .unwrap_or_else(stand_in_text);
        self.kinds.push(Kind {
            slug: slug.clone(),
            name: words,
            default_minutes: None,
            signup: false,
        });
        slug
    }

    pub(super) fn into_kinds(self) -> Vec<Kind> {
        self.kinds
    }
}
