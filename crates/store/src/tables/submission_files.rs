//! The table of files that came with submissions.

use sea_orm::entity::prelude::*;

use crate::column::Micros;

/// One file.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "submission_files")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) submission_id: Uuid,
    pub(crate) question: String,
    pub(crate) name: String,
    pub(crate) media: String,
    pub(crate) size_bytes: i64,
    pub(crate) bytes_hash: String,
    pub(crate) bytes: Vec<u8>,
    pub(crate) is_clean: bool,
    pub(crate) account_id: Option<Uuid>,
    pub(crate) at: Micros,
}

/// None: tables are read one by one and put together by keys.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
