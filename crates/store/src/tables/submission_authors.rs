//! The table of the authors of submissions.

use sea_orm::entity::prelude::*;

use crate::column::Micros;

/// One author of one submission.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "submission_authors")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) submission_id: Uuid,
    pub(crate) position: i64,
    pub(crate) standing: String,
    pub(crate) account_id: Option<Uuid>,
    pub(crate) email: Option<String>,
    pub(crate) token_hash: Option<String>,
    pub(crate) about: String,
    pub(crate) since_at: Micros,
}

/// None: tables are read one by one and put together by keys.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
