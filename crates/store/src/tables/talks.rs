//! The table of short talks within sessions.

use sea_orm::entity::prelude::*;
use wiec_model::session::Talk;

use crate::column::{Row, json, position};
use crate::error::StoreError;

/// One talk.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "talks")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) session_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) position: i64,
    pub(crate) title: String,
    pub(crate) minutes: i64,
    /// Guids as JSON: that they are of people is kept by `appearances`.
    pub(crate) people: String,
}

/// None: tables are read one by one and put together by keys.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// The row of a talk.
    pub(crate) fn of(session_id: Uuid, index: usize, talk: &Talk) -> Self {
        Self {
            session_id,
            position: position(index),
            title: json(&talk.title),
            minutes: i64::from(talk.minutes),
            people: json(&talk.people),
        }
    }

    /// The talk of a row.
    pub(crate) fn read(self) -> Result<Talk, StoreError> {
        let row = Row::new("talks", self.session_id);
        Ok(Talk {
            title: row.json("title", &self.title)?,
            minutes: row.number("minutes", self.minutes)?,
            people: row.json("people", &self.people)?,
        })
    }
}
