//! The table of suggestions to drafts.

use sea_orm::entity::prelude::*;

use crate::column::Micros;

/// One suggestion.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "register_suggestions")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) proposal_id: Uuid,
    pub(crate) section: String,
    pub(crate) account_id: Uuid,
    pub(crate) wording: String,
    pub(crate) reasons: Option<String>,
    pub(crate) state: String,
    pub(crate) made_at: Micros,
}

/// None: tables are read one by one and put together by keys.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
