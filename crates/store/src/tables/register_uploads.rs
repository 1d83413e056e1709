//! The table of files that are being taken in.

use sea_orm::entity::prelude::*;

use crate::column::Micros;

/// One file.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "register_uploads")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) proposal_id: Uuid,
    pub(crate) account_id: Uuid,
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
    pub(crate) at: Micros,
}

/// None: tables are read one by one and put together by keys.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
