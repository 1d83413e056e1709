//! The table of places of submissions in the programme.

use sea_orm::entity::prelude::*;

use crate::column::Micros;

/// Where one submission stands.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "submission_places")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) submission_id: Uuid,
    pub(crate) congress_id: Uuid,
    pub(crate) session: String,
    pub(crate) position: i64,
    pub(crate) at: Micros,
}

/// None: tables are read one by one and put together by keys.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
