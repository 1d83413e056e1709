//! The table of registrations.

use sea_orm::entity::prelude::*;

use crate::column::Micros;

/// One registration.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "registrations")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) congress_id: Uuid,
    pub(crate) account_id: Uuid,
    pub(crate) number: i64,
    pub(crate) key: String,
    pub(crate) state: String,
    pub(crate) state_at: Micros,
    pub(crate) lang: String,
    pub(crate) name: String,
    pub(crate) environment: String,
    pub(crate) terc: Option<String>,
    pub(crate) answers: String,
    pub(crate) received_at: Micros,
}

/// None: tables are read one by one and put together by keys.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
