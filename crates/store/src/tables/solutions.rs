//! The table of what is recommended against challenges.

use sea_orm::entity::prelude::*;
use wiec_model::challenge::Recommendation;

use crate::column::{Row, json, number, position};
use crate::error::StoreError;

/// One thing advised.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "solutions")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) proposal_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) position: i64,
    pub(crate) code: String,
    pub(crate) text: String,
    pub(crate) instrument: Option<String>,
    pub(crate) addressee: Option<String>,
    pub(crate) priority: Option<i64>,
    pub(crate) horizon: Option<String>,
    pub(crate) cost: Option<String>,
    pub(crate) links: Option<String>,
}

/// None: tables are read one by one and put together by keys.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// The row of a solution.
    pub(crate) fn of(proposal_id: Uuid, index: usize, solution: &Recommendation) -> Self {
        Self {
            proposal_id,
            position: position(index),
            code: solution.code.clone(),
            text: json(&solution.text),
            instrument: solution.instrument.clone(),
            addressee: solution.addressee.clone(),
            priority: number(solution.priority),
            horizon: solution.horizon.clone(),
            cost: solution.cost.clone(),
            links: (!solution.links.is_empty()).then(|| json(&solution.links)),
        }
    }

    /// The solution of a row.
    pub(crate) fn read(self) -> Result<Recommendation, StoreError> {
        let row = Row::new("solutions", self.proposal_id);
        Ok(Recommendation {
            text: row.json("text", &self.text)?,
            priority: row.number_opt("priority", self.priority)?,
            code: self.code,
            instrument: self.instrument,
            addressee: self.addressee,
            links: row
                .json_opt("links", self.links.as_deref())?
                .unwrap_or_default(),
            horizon: self.horizon,
            cost: self.cost,
        })
    }
}
