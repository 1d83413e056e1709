//! The table of days.

use sea_orm::entity::prelude::*;
use wiec_model::Day;

use crate::column::{Row, json_opt, position};
use crate::error::StoreError;
use crate::id;

/// One day of an edition.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "days")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) congress_id: Uuid,
    pub(crate) position: i64,
    pub(crate) number: i64,
    pub(crate) date: String,
    pub(crate) name: Option<String>,
}

/// None: tables are read one by one and put together by keys.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// The row of a day.
    pub(crate) fn of(congress_id: Uuid, index: usize, day: &Day) -> Self {
        let date = day.date.to_string();
        Self {
            id: id::part(congress_id, "day", &date),
            congress_id,
            position: position(index),
            number: i64::from(day.number),
            date,
            name: json_opt(day.name.as_ref()),
        }
    }

    /// The day of a row.
    pub(crate) fn read(self) -> Result<Day, StoreError> {
        let row = Row::new("days", self.id);
        Ok(Day {
            number: row.number("number", self.number)?,
            date: row.parse("date", &self.date)?,
            name: row.json_opt("name", self.name.as_deref())?,
        })
    }
}
