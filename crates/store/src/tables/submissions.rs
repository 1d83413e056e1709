//! The table of submissions.

use sea_orm::entity::prelude::*;

use crate::column::Micros;

/// One submission.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "submissions")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) call_id: Uuid,
    pub(crate) code: String,
    pub(crate) key: String,
    pub(crate) account_id: Option<Uuid>,
    pub(crate) state: String,
    pub(crate) state_at: Micros,
    pub(crate) confirm_by: Option<Micros>,
    pub(crate) rank: Option<i64>,
    pub(crate) pending: Option<String>,
    pub(crate) reason: Option<String>,
    pub(crate) title: String,
    pub(crate) track: Option<String>,
    pub(crate) tier: Option<String>,
    pub(crate) words: String,
    pub(crate) anonymity: String,
    pub(crate) redactions: String,
    pub(crate) revision: i64,
    pub(crate) begun_at: Micros,
    pub(crate) saved_at: Micros,
    pub(crate) submitted_at: Option<Micros>,
}

/// None: tables are read one by one and put together by keys.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
