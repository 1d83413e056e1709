//! The table of tracks.

use sea_orm::entity::prelude::*;
use wiec_model::{Slug, Track};

use crate::column::{Row, json, position, word};
use crate::error::StoreError;
use crate::id;

/// One track of an edition.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "tracks")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) congress_id: Uuid,
    pub(crate) position: i64,
    pub(crate) slug: String,
    pub(crate) name: String,
    pub(crate) line: String,
}

/// None: tables are read one by one and put together by keys.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// The row of a track.
    pub(crate) fn of(congress_id: Uuid, index: usize, track: &Track) -> Self {
        Self {
            id: key(congress_id, &track.slug),
            congress_id,
            position: position(index),
            slug: track.slug.to_string(),
            name: json(&track.name),
            line: word(&track.line),
        }
    }

    /// The track of a row.
    pub(crate) fn read(self) -> Result<Track, StoreError> {
        let row = Row::new("tracks", self.id);
        Ok(Track {
            slug: row.parse("slug", &self.slug)?,
            name: row.json("name", &self.name)?,
            line: row.word("line", &self.line)?,
        })
    }
}

/// The id of the track with this key.
pub(crate) fn key(congress_id: Uuid, slug: &Slug) -> Uuid {
    id::part(congress_id, "track", slug.as_str())
}
