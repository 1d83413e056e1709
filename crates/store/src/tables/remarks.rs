//! The table of remarks on proposals.

use sea_orm::entity::prelude::*;

use crate::column::Micros;

/// One remark.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "remarks")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) proposal_id: Uuid,
    pub(crate) number: Option<i64>,
    pub(crate) key: String,
    pub(crate) version: i64,
    pub(crate) clause: String,
    pub(crate) kind: String,
    pub(crate) body: String,
    pub(crate) reasons: Option<String>,
    pub(crate) wording: Option<String>,
    pub(crate) amendment: Option<String>,
    pub(crate) reply_to: Option<Uuid>,
    pub(crate) name: String,
    pub(crate) behalf: String,
    pub(crate) organisation: Option<String>,
    pub(crate) account_id: Option<Uuid>,
    pub(crate) email: Option<String>,
    pub(crate) lang: String,
    pub(crate) channel: String,
    pub(crate) received_at: Micros,
    pub(crate) state: String,
    pub(crate) state_at: Micros,
    pub(crate) removal: Option<String>,
    pub(crate) removal_words: Option<String>,
    pub(crate) same_as: Option<Uuid>,
    pub(crate) owner_id: Option<Uuid>,
    pub(crate) answer_id: Option<Uuid>,
    pub(crate) accepted: Option<String>,
    pub(crate) merged_in: Option<i64>,
}

/// None: tables are read one by one and put together by keys.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
