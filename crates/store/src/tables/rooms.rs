//! The table of rooms.

use sea_orm::entity::prelude::*;
use wiec_model::{Room, Slug};

use crate::column::{Row, json, json_opt, number, position};
use crate::error::StoreError;
use crate::id;

/// One room of an edition.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "rooms")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) congress_id: Uuid,
    pub(crate) position: i64,
    pub(crate) slug: String,
    pub(crate) guid: Uuid,
    pub(crate) name: String,
    pub(crate) capacity: Option<i64>,
    pub(crate) floor: Option<String>,
    pub(crate) equipment: Option<String>,
    pub(crate) features: String,
    pub(crate) access: Option<String>,
}

/// None: tables are read one by one and put together by keys.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// The row of a room.
    pub(crate) fn of(congress_id: Uuid, index: usize, room: &Room) -> Self {
        Self {
            id: key(congress_id, &room.slug),
            congress_id,
            position: position(index),
            slug: room.slug.to_string(),
            guid: room.guid,
            name: json(&room.name),
            capacity: number(room.capacity),
            floor: json_opt(room.floor.as_ref()),
            equipment: json_opt(room.equipment.as_ref()),
            features: json(&room.features),
            access: json_opt(room.access.as_ref()),
        }
    }

    /// The room of a row.
    pub(crate) fn read(self) -> Result<Room, StoreError> {
        let row = Row::new("rooms", self.id);
        Ok(Room {
            slug: row.parse("slug", &self.slug)?,
            guid: self.guid,
            name: row.json("name", &self.name)?,
            capacity: row.number_opt("capacity", self.capacity)?,
            floor: row.json_opt("floor", self.floor.as_deref())?,
            equipment: row.json_opt("equipment", self.equipment.as_deref())?,
            features: row.json("features", &self.features)?,
            access: row.json_opt("access", self.access.as_deref())?,
        })
    }
}

/// The id of the room with this key.
pub(crate) fn key(congress_id: Uuid, slug: &Slug) -> Uuid {
    id::part(congress_id, "room", slug.as_str())
}
