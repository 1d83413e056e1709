//! The table of forms of registration, with how many were received.

use sea_orm::entity::prelude::*;

/// The form of one edition.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "registration_forms")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) congress_id: Uuid,
    pub(crate) form: Option<String>,
    pub(crate) received: i64,
    pub(crate) revision: i64,
}

/// None: tables are read one by one and put together by keys.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
