//! The table of the answers that teams gave.

use sea_orm::entity::prelude::*;

use crate::column::Micros;

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "answers")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) proposal_id: Uuid,
    pub(crate) position: String,
    pub(crate) reasons: String,
    pub(crate) lang: String,
    pub(crate) account_id: Option<Uuid>,
    pub(crate) at: Micros,
}

/// None: tables are read one by one and put together by keys.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
