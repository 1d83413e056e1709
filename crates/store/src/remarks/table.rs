//! Receiving many remarks at once, as they stand in a table.

use std::collections::BTreeSet;

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use serde_json::json;
use wiec_model::register::{Proposal, RemarkState};

use super::receive::{NewRemark, RemarkWriter, row};
use crate::error::StoreError;
use crate::history::Act;
use crate::tables::{register_proposals, remarks};

/// So many rows go in one statement; a database takes no more than some tens of thousands of values.
const AT_ONCE: usize = 200;

impl RemarkWriter<'_> {
    /// Receives the remarks of a table in their order, public at once; gives those that were not there
    /// yet. The history has one entry for all: a table is one act.
    ///
    /// # Errors
    ///
    /// [`StoreError::Stale`] if there is no such proposal; [`StoreError::Driver`].
    #[tracing::instrument(name = "store.remarks.receive_table", skip_all, fields(proposal.slug = %proposal.slug))]
    pub async fn receive_table<'n>(
        &mut self,
        proposal: &Proposal,
        rows: &'n [NewRemark],
    ) -> Result<Vec<&'n NewRemark>, StoreError> {
        let locked = self.0.register().lock(proposal.id).await?;
        let known = self.known_keys(proposal, rows).await?;
        let fresh: Vec<&NewRemark> = rows
            .iter()
            .filter(|new| !known.contains(&new.key))
            .collect();
        if fresh.is_empty() {
            return Ok(fresh);
        }
        let state = RemarkState::Published { at: self.0.at };
        let numbered: Vec<_> = (locked.remarks + 1..)
            .zip(&fresh)
            .map(|(number, new)| row(proposal.id, new, &state, Some(number), self.0.at.into()))
            .collect();
        for some in numbered.chunks(AT_ONCE) {
            remarks::Entity::insert_many(some.to_vec())
                .exec_without_returning(&self.0.tx)
                .await?;
        }
        let count = i64::try_from(fresh.len()).unwrap_or(i64::MAX);
        let last = locked.remarks + count;
        register_proposals::Entity::update_many()
            .col_expr(register_proposals::Column::Remarks, Expr::value(last))
            .filter(register_proposals::Column::Id.eq(proposal.id.0))
            .exec(&self.0.tx)
            .await?;
        let details = json!({ "rows": count, "first": locked.remarks + 1, "last": last });
        self.0
            .register()
            .note(proposal, Act::Remark, &details)
            .await?;
        Ok(fresh)
    }

    /// Which of their keys were received before.
    async fn known_keys(
        &mut self,
        proposal: &Proposal,
        rows: &[NewRemark],
    ) -> Result<BTreeSet<String>, StoreError> {
        let mut known = BTreeSet::new();
        for some in rows.chunks(AT_ONCE) {
            let keys: Vec<String> = remarks::Entity::find()
                .select_only()
                .column(remarks::Column::Key)
                .filter(remarks::Column::ProposalId.eq(proposal.id.0))
                .filter(remarks::Column::Key.is_in(some.iter().map(|new| new.key.as_str())))
                .into_tuple()
                .all(&self.0.tx)
                .await?;
            known.extend(keys);
        }
        Ok(known)
    }
}
