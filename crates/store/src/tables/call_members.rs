//! The table of those who judge what is offered to a call.

use sea_orm::entity::prelude::*;

use crate::column::Micros;

/// One member of a committee.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "call_members")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) call_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) account_id: Uuid,
    pub(crate) load_least: Option<i64>,
    pub(crate) load_most: Option<i64>,
    pub(crate) body: Option<String>,
    pub(crate) town: Option<String>,
    pub(crate) joined_at: Micros,
    pub(crate) removed_at: Option<Micros>,
}

/// None: tables are read one by one and put together by keys.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
