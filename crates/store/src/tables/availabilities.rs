//! The table of when people and rooms can.

use sea_orm::entity::prelude::*;
use wiec_model::availability::{Whose, Window};

use crate::column::{Micros, Row};
use crate::error::StoreError;

/// One stretch of time in which a person or a room of an edition can.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "availabilities")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) congress_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) whose: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) key: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) starts_at: Micros,
    pub(crate) ends_at: Micros,
}

/// None: tables are read one by one and put together by keys.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

const PERSON: &str = "person";
const ROOM: &str = "room";

impl Model {
    /// The row of a window.
    pub(crate) fn of(congress_id: Uuid, whose: &Whose, window: Window) -> Self {
        let (whose, key) = words(whose);
        Self {
            congress_id,
            whose: whose.to_owned(),
            key,
            starts_at: window.starts_at().into(),
            ends_at: window.ends_at().into(),
        }
    }

    /// Whose it is, and when they can.
    pub(crate) fn read(self) -> Result<(Whose, Window), StoreError> {
        let row = Row::new("availabilities", &self.key);
        let whose = match self.whose.as_str() {
            PERSON => Whose::Person(row.parse("key", &self.key)?),
            ROOM => Whose::Room(row.parse("key", &self.key)?),
            _ => return Err(row.wrong("whose")),
        };
        let starts_at = row.instant("starts_at", self.starts_at)?;
        let ends_at = row.instant("ends_at", self.ends_at)?;
        let window = Window::new(starts_at, ends_at).map_err(|_| row.wrong("ends_at"))?;
        Ok((whose, window))
    }
}

/// The columns that say whose it is.
pub(crate) fn words(whose: &Whose) -> (&'static str, String) {
    match whose {
        Whose::Person(guid) => (PERSON, guid.to_string()),
        Whose::Room(slug) => (ROOM, slug.to_string()),
    }
}
