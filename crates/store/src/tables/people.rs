//! The table of those who appear in programmes.

use sea_orm::entity::prelude::*;
use wiec_model::Person;

use crate::column::{Row, json_opt, position};
use crate::error::StoreError;
use crate::id;

/// One person of an edition.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "people")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) congress_id: Uuid,
    pub(crate) position: i64,
    pub(crate) slug_pl: String,
    pub(crate) slug_en: String,
    pub(crate) guid: Uuid,
    pub(crate) name: Option<String>,
    pub(crate) role: Option<String>,
    pub(crate) biography: Option<String>,
}

/// None: tables are read one by one and put together by keys.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// The row of a person.
    pub(crate) fn of(congress_id: Uuid, index: usize, person: &Person) -> Self {
        Self {
            id: key(congress_id, person.guid),
            congress_id,
            position: position(index),
            slug_pl: person.slug.pl.to_string(),
            slug_en: person.slug.en.to_string(),
            guid: person.guid,
            name: person.name.clone(),
            role: json_opt(person.role.as_ref()),
            biography: json_opt(person.biography.as_ref()),
        }
    }

    /// The person of a row.
    pub(crate) fn read(self) -> Result<Person, StoreError> {
        let row = Row::new("people", self.id);
        Ok(Person {
            slug: row.slugs(&self.slug_pl, &self.slug_en)?,
            guid: self.guid,
            name: self.name,
            role: row.json_opt("role", self.role.as_deref())?,
            biography: row.json_opt("biography", self.biography.as_deref())?,
        })
    }
}

/// The id of the person with this guid.
pub(crate) fn key(congress_id: Uuid, guid: Uuid) -> Uuid {
    id::part(congress_id, "person", &guid.to_string())
}
