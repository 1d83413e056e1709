//! The table of proposals in the register.

use sea_orm::entity::prelude::*;

use crate::column::Micros;

/// One proposal.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "register_proposals")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) congress_id: Uuid,
    pub(crate) slug: String,
    pub(crate) about: String,
    pub(crate) moderation: String,
    pub(crate) authors: String,
    pub(crate) opens_at: Option<Micros>,
    pub(crate) closes_at: Option<Micros>,
    pub(crate) consultation: Option<String>,
    pub(crate) current: Option<i64>,
    pub(crate) remarks: i64,
    pub(crate) revision: i64,
    pub(crate) stirred: i64,
    pub(crate) created_at: Micros,
}

/// None: tables are read one by one and put together by keys.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
