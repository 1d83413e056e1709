//! The table of accounts.

use sea_orm::entity::prelude::*;

use crate::column::Micros;

/// One account; erased ones keep their row, emptied.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "accounts")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) email: Option<String>,
    pub(crate) name: Option<String>,
    pub(crate) salutation: Option<String>,
    pub(crate) lang: String,
    pub(crate) preferences: String,
    pub(crate) created_at: Micros,
    pub(crate) erased_at: Option<Micros>,
    pub(crate) used_at: Option<Micros>,
}

/// None: tables are read one by one and put together by keys.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
