//! The table of what people agreed to; a row is closed, never changed.

use sea_orm::entity::prelude::*;

use crate::column::Micros;

/// One consent.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "consents")]
pub(crate) struct Model {
    #[sea_orm(primary_key)]
    pub(crate) id: i64,
    pub(crate) account_id: Uuid,
    pub(crate) congress_id: Uuid,
    pub(crate) key: String,
    pub(crate) version: i64,
    pub(crate) words: String,
    pub(crate) given_at: Micros,
    pub(crate) withdrawn_at: Option<Micros>,
}

/// None: tables are read one by one and put together by keys.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
