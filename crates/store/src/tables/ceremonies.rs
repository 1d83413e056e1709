//! The table of ceremonies: ways of signing in that are under way.

use sea_orm::entity::prelude::*;

use crate::column::Micros;

/// One ceremony.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "ceremonies")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) browser_hash: Vec<u8>,
    pub(crate) link_hash: Option<Vec<u8>>,
    pub(crate) code_hash: Option<Vec<u8>>,
    pub(crate) kind: String,
    pub(crate) email: Option<String>,
    pub(crate) account_id: Option<Uuid>,
    pub(crate) state: String,
    pub(crate) failures: i64,
    pub(crate) created_at: Micros,
    pub(crate) expires_at: Micros,
    pub(crate) used_at: Option<Micros>,
}

/// None: tables are read one by one and put together by keys.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
