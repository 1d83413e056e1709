//! The table of who appears in which session.

use std::collections::HashMap;

use sea_orm::entity::prelude::*;
use wiec_model::session::Appearance;

use crate::column::{Row, position, word};
use crate::error::StoreError;
use crate::tables::people;

/// One person's part in a session.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "appearances")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) session_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) position: i64,
    pub(crate) person_id: Uuid,
    pub(crate) part: String,
}

/// None: tables are read one by one and put together by keys.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// The row of an appearance.
    pub(crate) fn of(
        congress_id: Uuid,
        session_id: Uuid,
        index: usize,
        appearance: &Appearance,
    ) -> Self {
        Self {
            session_id,
            position: position(index),
            person_id: people::key(congress_id, appearance.person),
            part: word(&appearance.part),
        }
    }

    /// The appearance of a row; `guids` knows the people by the ids of their rows.
    pub(crate) fn read(self, guids: &HashMap<Uuid, Uuid>) -> Result<Appearance, StoreError> {
        let row = Row::new("appearances", self.session_id);
        Ok(Appearance {
            person: *guids
                .get(&self.person_id)
                .ok_or_else(|| row.wrong("person_id"))?,
            part: row.word("part", &self.part)?,
        })
    }
}
