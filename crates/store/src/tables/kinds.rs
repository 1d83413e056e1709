//! The table of session kinds.

use sea_orm::entity::prelude::*;
use wiec_model::{Kind, Slug};

use crate::column::{Row, json, number, position};
use crate::error::StoreError;
use crate::id;

/// One kind of session of an edition.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "kinds")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) congress_id: Uuid,
    pub(crate) position: i64,
    pub(crate) slug: String,
    pub(crate) name: String,
    pub(crate) default_minutes: Option<i64>,
    pub(crate) signup: bool,
}

/// None: tables are read one by one and put together by keys.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// The row of a kind.
    pub(crate) fn of(congress_id: Uuid, index: usize, kind: &Kind) -> Self {
        Self {
            id: key(congress_id, &kind.slug),
            congress_id,
            position: position(index),
            slug: kind.slug.to_string(),
            name: json(&kind.name),
            default_minutes: number(kind.default_minutes),
            signup: kind.signup,
        }
    }

    /// The kind of a row.
    pub(crate) fn read(self) -> Result<Kind, StoreError> {
        let row = Row::new("kinds", self.id);
        Ok(Kind {
            slug: row.parse("slug", &self.slug)?,
            name: row.json("name", &self.name)?,
            default_minutes: row.number_opt("default_minutes", self.default_minutes)?,
            signup: self.signup,
        })
    }
}

/// The id of the kind with this key.
pub(crate) fn key(congress_id: Uuid, slug: &Slug) -> Uuid {
    id::part(congress_id, "kind", slug.as_str())
}
