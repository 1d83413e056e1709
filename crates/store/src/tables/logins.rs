//! The table of browsers that are signed in.

use sea_orm::entity::prelude::*;

use crate::column::Micros;

/// One browser of one account.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "logins")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) token_hash: Vec<u8>,
    pub(crate) account_id: Uuid,
    pub(crate) means: String,
    pub(crate) device: String,
    pub(crate) created_at: Micros,
    pub(crate) seen_at: Micros,
    pub(crate) expires_at: Micros,
    pub(crate) ended_at: Option<Micros>,
}

/// None: tables are read one by one and put together by keys.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
