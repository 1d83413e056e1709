//! The table of what favourite lists hold.

use sea_orm::entity::prelude::*;

use crate::column::Micros;

/// One session on a list, by the guid that outlives drafts and releases.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "favourites")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) token_hash: Vec<u8>,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) congress_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) session_guid: Uuid,
    pub(crate) added_at: Micros,
}

/// None: tables are read one by one and put together by keys.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
