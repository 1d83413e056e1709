//! The table of sessions.

use std::collections::HashMap;

use sea_orm::entity::prelude::*;
use wiec_model::session::{Appearance, Phase, Story, Talk};
use wiec_model::{Session, Slot, Slug};

use crate::column::{Row, json, json_opt, number, position, word};
use crate::error::StoreError;
use crate::id;
use crate::tables::{kinds, tracks};

/// One session of an edition, without what has a table of its own.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sessions")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) congress_id: Uuid,
    pub(crate) position: i64,
    pub(crate) code: String,
    pub(crate) guid: Uuid,
    pub(crate) slug_pl: String,
    pub(crate) slug_en: String,
    pub(crate) title: String,
    pub(crate) subtitle: Option<String>,
    pub(crate) lead: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) kind_id: Uuid,
    pub(crate) track_id: Option<Uuid>,
    pub(crate) languages: String,
    pub(crate) stream: String,
    pub(crate) recording: String,
    pub(crate) accessibility: Option<String>,
    pub(crate) capacity: Option<i64>,
    pub(crate) booking: String,
    pub(crate) visit: Option<String>,
    pub(crate) tables: Option<String>,
    pub(crate) proposals_track_id: Option<Uuid>,
    pub(crate) vote: Option<String>,
    pub(crate) links: String,
}

/// None: tables are read one by one and put together by keys.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// What of a session stands in other tables.
#[derive(Default)]
pub(crate) struct Parts {
    /// Who appears in it.
    pub(crate) people: Vec<Appearance>,
    /// Its talks.
    pub(crate) talks: Vec<Talk>,
    /// The steps of its script.
    pub(crate) phases: Vec<Phase>,
    /// Its stories.
    pub(crate) stories: Vec<Story>,
    /// When and where it happens.
    pub(crate) slot: Option<Slot>,
}

/// The keys of what sessions refer to, by the ids of their rows.
pub(crate) struct Keys {
    /// Of kinds.
    pub(crate) kinds: HashMap<Uuid, Slug>,
    /// Of tracks.
    pub(crate) tracks: HashMap<Uuid, Slug>,
}

impl Model {
    /// The row of a session.
    pub(crate) fn of(congress_id: Uuid, index: usize, session: &Session) -> Self {
        let track = |slug: &Slug| tracks::key(congress_id, slug);
        Self {
            id: key(congress_id, session.guid),
            congress_id,
            position: position(index),
            code: session.code.to_string(),
            guid: session.guid,
            slug_pl: session.slug.pl.to_string(),
            slug_en: session.slug.en.to_string(),
            title: json(&session.title),
            subtitle: json_opt(session.subtitle.as_ref()),
            lead: json_opt(session.lead.as_ref()),
            description: json_opt(session.description.as_ref()),
            kind_id: kinds::key(congress_id, &session.kind),
            track_id: session.track.as_ref().map(track),
            languages: json(&session.languages),
            stream: word(&session.stream),
            recording: json(&session.recording),
            accessibility: json_opt(session.accessibility.as_ref()),
            capacity: number(session.capacity),
            booking: json(&session.booking),
            visit: json_opt(session.visit.as_ref()),
            tables: json_opt(session.tables.as_ref()),
            proposals_track_id: session.proposals_track.as_ref().map(track),
            vote: json_opt(session.vote.as_ref()),
            links: json(&session.links),
        }
    }

    /// The session of a row and of its parts.
    pub(crate) fn read(self, keys: &Keys, parts: Parts) -> Result<Session, StoreError> {
        let row = Row::new("sessions", self.id);
        let track = |column, id: Option<Uuid>| {
            id.map(|id| {
                keys.tracks
                    .get(&id)
                    .cloned()
                    .ok_or_else(|| row.wrong(column))
            })
            .transpose()
        };
        Ok(Session {
            code: row.parse("code", &self.code)?,
            guid: self.guid,
            slug: row.slugs(&self.slug_pl, &self.slug_en)?,
            title: row.json("title", &self.title)?,
            subtitle: row.json_opt("subtitle", self.subtitle.as_deref())?,
            lead: row.json_opt("lead", self.lead.as_deref())?,
            description: row.json_opt("description", self.description.as_deref())?,
            kind: keys
                .kinds
                .get(&self.kind_id)
                .cloned()
                .ok_or_else(|| row.wrong("kind_id"))?,
            track: track("track_id", self.track_id)?,
            languages: row.json("languages", &self.languages)?,
            stream: row.word("stream", &self.stream)?,
            recording: row.json("recording", &self.recording)?,
            accessibility: row.json_opt("accessibility", self.accessibility.as_deref())?,
            capacity: row.number_opt("capacity", self.capacity)?,
            booking: row.json("booking", &self.booking)?,
            visit: row.json_opt("visit", self.visit.as_deref())?,
            people: parts.people,
            talks: parts.talks,
            phases: parts.phases,
            tables: row.json_opt("tables", self.tables.as_deref())?,
            stories: parts.stories,
            proposals_track: track("proposals_track_id", self.proposals_track_id)?,
            vote: row.json_opt("vote", self.vote.as_deref())?,
            links: row.json("links", &self.links)?,
            slot: parts.slot,
        })
    }
}

/// The id of the session with this guid.
///
/// A code may be given anew, a guid never is.
pub(crate) fn key(congress_id: Uuid, guid: Uuid) -> Uuid {
    id::part(congress_id, "session", &guid.to_string())
}
