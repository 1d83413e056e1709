//! The table of the stories of nights of flops.

use sea_orm::entity::prelude::*;
use wiec_model::session::Story;

use crate::column::{Row, json, json_opt, position};
use crate::error::StoreError;

/// One story.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "stories")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) session_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) position: i64,
    pub(crate) title: String,
    pub(crate) role: Option<String>,
    pub(crate) minutes: i64,
    pub(crate) fields: String,
}

/// None: tables are read one by one and put together by keys.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// The row of a story.
    pub(crate) fn of(session_id: Uuid, index: usize, story: &Story) -> Self {
        Self {
            session_id,
            position: position(index),
            title: json(&story.title),
            role: json_opt(story.role.as_ref()),
            minutes: i64::from(story.minutes),
            fields: json(&story.fields),
        }
    }

    /// The story of a row.
    pub(crate) fn read(self) -> Result<Story, StoreError> {
        let row = Row::new("stories", self.session_id);
        Ok(Story {
            title: row.json("title", &self.title)?,
            role: row.json_opt("role", self.role.as_deref())?,
            minutes: row.number("minutes", self.minutes)?,
            fields: row.json("fields", &self.fields)?,
        })
    }
}
