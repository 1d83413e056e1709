//! The table of mailings: letters that were written together.

use sea_orm::entity::prelude::*;

use crate::column::Micros;

/// One mailing.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "mailings")]
pub(crate) struct Model {
    #[sea_orm(primary_key)]
    pub(crate) id: i64,
    pub(crate) congress_id: Uuid,
    pub(crate) template: String,
    pub(crate) name: String,
    pub(crate) key: Option<String>,
    pub(crate) created_at: Micros,
}

/// None: tables are read one by one and put together by keys.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
