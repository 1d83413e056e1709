//! The table of words that teams work on.

use sea_orm::entity::prelude::*;

/// The words of one proposal.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "register_drafts")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) proposal_id: Uuid,
    pub(crate) content: String,
    pub(crate) base: Option<i64>,
    pub(crate) merged: String,
    pub(crate) revision: i64,
}

/// None: tables are read one by one and put together by keys.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
