//! The table of the draft schedules' slots.

use std::collections::HashMap;

use sea_orm::entity::prelude::*;
use wiec_model::{Slot, Slug};

use crate::column::{Micros, Row};
use crate::error::StoreError;
use crate::id;
use crate::tables::rooms;

/// One session at a room and time.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "slots")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) schedule_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) session_id: Uuid,
    pub(crate) room_id: Uuid,
    pub(crate) starts_at: Micros,
    pub(crate) ends_at: Micros,
}

/// None: tables are read one by one and put together by keys.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// The row of a slot.
    pub(crate) fn of(congress_id: Uuid, session_id: Uuid, slot: &Slot) -> Self {
        Self {
            schedule_id: id::draft(congress_id),
            session_id,
            room_id: rooms::key(congress_id, &slot.room),
            starts_at: slot.starts_at.into(),
            ends_at: slot.ends_at.into(),
        }
    }

    /// The slot of a row; `rooms` knows the keys by the ids of their rows.
    pub(crate) fn read(&self, rooms: &HashMap<Uuid, Slug>) -> Result<Slot, StoreError> {
        let row = Row::new("slots", self.session_id);
        Ok(Slot {
            room: rooms
                .get(&self.room_id)
                .cloned()
                .ok_or_else(|| row.wrong("room_id"))?,
            starts_at: row.instant("starts_at", self.starts_at)?,
            ends_at: row.instant("ends_at", self.ends_at)?,
        })
    }
}
