//! The table of those who want no more letters of a congress.

use sea_orm::entity::prelude::*;

use crate::column::Micros;

/// One of them, by the mark of their address and the congress.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "unsubscriptions")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) mark: Vec<u8>,
    pub(crate) unsubscribed_at: Micros,
}

/// None: tables are read one by one and put together by keys.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
