//! The table of reviews.

use sea_orm::entity::prelude::*;

use crate::column::Micros;

/// One review.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "reviews")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) submission_id: Uuid,
    pub(crate) account_id: Uuid,
    pub(crate) marks: String,
    pub(crate) for_committee: String,
    pub(crate) for_authors: String,
    pub(crate) recommendation: Option<String>,
    pub(crate) given_at: Option<Micros>,
    pub(crate) revision: i64,
    pub(crate) saved_at: Micros,
}

/// None: tables are read one by one and put together by keys.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
