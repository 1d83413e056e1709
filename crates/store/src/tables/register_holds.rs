//! The table of sections of drafts that somebody is writing.

use sea_orm::entity::prelude::*;

use crate::column::Micros;

/// One section that is held.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "register_holds")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) proposal_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) section: String,
    pub(crate) account_id: Uuid,
    pub(crate) held_at: Micros,
}

/// None: tables are read one by one and put together by keys.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
