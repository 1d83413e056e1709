//! The table of challenges that a draft holds. It is older than the register, whose proposals they
//! become part of; so its name stayed.

use std::collections::HashMap;

use sea_orm::entity::prelude::*;
use wiec_model::Slug;
use wiec_model::challenge::{Challenge, Recommendation};

use crate::column::{Row, json, json_opt, position};
use crate::error::StoreError;
use crate::id;
use crate::tables::tracks;

/// One proposal of an edition.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "proposals")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) congress_id: Uuid,
    pub(crate) position: i64,
    pub(crate) code: String,
    pub(crate) track_id: Uuid,
    pub(crate) goals: String,
    pub(crate) challenge: String,
    pub(crate) evidence: Option<String>,
    pub(crate) causes: Option<String>,
    pub(crate) affected: Option<String>,
}

/// None: tables are read one by one and put together by keys.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// The row of a proposal; its solutions have a table of their own.
    pub(crate) fn of(congress_id: Uuid, index: usize, proposal: &Challenge) -> Self {
        Self {
            id: id::part(congress_id, "proposal", &proposal.code),
            congress_id,
            position: position(index),
            code: proposal.code.clone(),
            track_id: tracks::key(congress_id, &proposal.track),
            goals: json(&proposal.goals),
            challenge: json(&proposal.challenge),
            evidence: json_opt(proposal.evidence.as_ref()),
            causes: json_opt(proposal.causes.as_ref()),
            affected: json_opt(proposal.affected.as_ref()),
        }
    }

    /// The proposal of a row and its solutions; `tracks` knows the keys by the ids of their rows.
    pub(crate) fn read(
        self,
        tracks: &HashMap<Uuid, Slug>,
        solutions: Vec<Recommendation>,
    ) -> Result<Challenge, StoreError> {
        let row = Row::new("proposals", self.id);
        Ok(Challenge {
            track: tracks
                .get(&self.track_id)
                .cloned()
                .ok_or_else(|| row.wrong("track_id"))?,
            goals: row.json("goals", &self.goals)?,
            challenge: row.json("challenge", &self.challenge)?,
            evidence: row.json_opt("evidence", self.evidence.as_deref())?,
            causes: row.json_opt("causes", self.causes.as_deref())?,
            affected: row.json_opt("affected", self.affected.as_deref())?,
            code: self.code,
            solutions,
        })
    }
}
