//! The table of roles, and where they hold.

use sea_orm::entity::prelude::*;

use crate::column::Micros;

/// One role of one account in one scope.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "grants")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) account_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) role: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) scope: String,
    pub(crate) congress_id: Option<Uuid>,
    pub(crate) granted_at: Micros,
}

/// None: tables are read one by one and put together by keys.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
