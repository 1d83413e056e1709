//! The table of the steps of sessions' scripts.

use sea_orm::entity::prelude::*;
use wiec_model::session::Phase;

use crate::column::{Row, json, position};
use crate::error::StoreError;

/// One step.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "phases")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) session_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) position: i64,
    pub(crate) name: String,
    pub(crate) minutes: i64,
    pub(crate) grouping: Option<String>,
    pub(crate) output: Option<String>,
}

/// None: tables are read one by one and put together by keys.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// The row of a phase.
    pub(crate) fn of(session_id: Uuid, index: usize, phase: &Phase) -> Self {
        Self {
            session_id,
            position: position(index),
            name: json(&phase.name),
            minutes: i64::from(phase.minutes),
            grouping: phase.grouping.clone(),
            output: phase.output.clone(),
        }
    }

    /// The phase of a row.
    pub(crate) fn read(self) -> Result<Phase, StoreError> {
        let row = Row::new("phases", self.session_id);
        Ok(Phase {
            name: row.json("name", &self.name)?,
            minutes: row.number("minutes", self.minutes)?,
            grouping: self.grouping,
            output: self.output,
        })
    }
}
