//! The table of jobs: waiting, running, or given up.

use sea_orm::entity::prelude::*;

use crate::column::Micros;

/// One job. It waits while neither `leased_until` nor `dead_at` is set.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "jobs")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) key: String,
    pub(crate) kind: String,
    pub(crate) job: String,
    pub(crate) congress_id: Option<Uuid>,
    pub(crate) asked: i64,
    pub(crate) run_at: Micros,
    pub(crate) attempts: i64,
    pub(crate) leased_until: Option<Micros>,
    pub(crate) problem: Option<String>,
    pub(crate) dead_at: Option<Micros>,
    pub(crate) created_at: Micros,
}

/// None: tables are read one by one and put together by keys.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
