//! The table of goals.

use sea_orm::entity::prelude::*;
use wiec_model::Goal;

use crate::column::{Row, json, position};
use crate::error::StoreError;
use crate::id;

/// One goal of the register of an edition.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "goals")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) congress_id: Uuid,
    pub(crate) position: i64,
    pub(crate) slug: String,
    pub(crate) name: String,
}

/// None: tables are read one by one and put together by keys.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// The row of a goal.
    pub(crate) fn of(congress_id: Uuid, index: usize, goal: &Goal) -> Self {
        Self {
            id: id::part(congress_id, "goal", goal.slug.as_str()),
            congress_id,
            position: position(index),
            slug: goal.slug.to_string(),
            name: json(&goal.name),
        }
    }

    /// The goal of a row.
    pub(crate) fn read(self) -> Result<Goal, StoreError> {
        let row = Row::new("goals", self.id);
        Ok(Goal {
            slug: row.parse("slug", &self.slug)?,
            name: row.json("name", &self.name)?,
        })
    }
}
