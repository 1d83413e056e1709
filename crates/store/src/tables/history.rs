//! The table of what was done, by whom and when; it is only ever appended to.

use sea_orm::entity::prelude::*;

use crate::column::Micros;

/// One act.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "history")]
pub(crate) struct Model {
    #[sea_orm(primary_key)]
    pub(crate) id: i64,
    pub(crate) at: Micros,
    pub(crate) actor: String,
    pub(crate) action: String,
    pub(crate) subject: String,
    pub(crate) congress_id: Option<Uuid>,
    pub(crate) details: String,
    pub(crate) account_id: Option<Uuid>,
}

/// None: tables are read one by one and put together by keys.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
