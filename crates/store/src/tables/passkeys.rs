//! The table of passkeys.

use sea_orm::entity::prelude::*;

use crate::column::Micros;

/// One passkey of an account.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "passkeys")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) credential_id: Vec<u8>,
    pub(crate) account_id: Uuid,
    pub(crate) name: String,
    pub(crate) credential: String,
    pub(crate) created_at: Micros,
    pub(crate) used_at: Option<Micros>,
}

/// None: tables are read one by one and put together by keys.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
