//! The table of what providers of identities call our accounts.

use sea_orm::entity::prelude::*;

use crate::column::Micros;

/// One name that a provider has for an account.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "identities")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) issuer: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) subject: String,
    pub(crate) account_id: Uuid,
    pub(crate) created_at: Micros,
}

/// None: tables are read one by one and put together by keys.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
