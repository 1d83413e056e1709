//! The table of access codes of calls, each found by its digest.

use sea_orm::entity::prelude::*;

use crate::column::Micros;

/// One code.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "call_codes")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) call_id: Uuid,
    pub(crate) code_hash: String,
    pub(crate) label: String,
    pub(crate) uses: i64,
    pub(crate) used: i64,
    pub(crate) created_at: Micros,
    pub(crate) revoked_at: Option<Micros>,
}

/// None: tables are read one by one and put together by keys.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
