//! How calls stand: how much came, how much of it is judged, how much is decided.

use std::collections::BTreeMap;

use sea_orm::sea_query::{Expr, Func, Query};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;
use wiec_model::Slug;
use wiec_model::calls::{CallId, State};

use super::find::Calls;
use crate::column::Row;
use crate::error::StoreError;
use crate::id;
use crate::tables::{calls, reviews, submissions};

/// How a call stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CallStanding {
    /// So many are written and not sent.
    pub drafts: u32,
    /// So many were sent and not withdrawn.
    pub sent: u32,
    /// Of those so many have a review that is given.
    pub judged: u32,
    /// Of those so many know what was decided.
    pub decided: u32,
}

impl Calls<'_> {
    /// How all calls of a congress stand, in one query; those to which nothing came are missing.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`], or [`StoreError::Inconsistent`] if a number cannot be read.
    #[tracing::instrument(name = "store.calls.standings", skip_all, fields(congress.slug = %congress))]
    pub async fn standings(
        &self,
        congress: &Slug,
    ) -> Result<BTreeMap<CallId, CallStanding>, StoreError> {
        use submissions::Column;
        let of_congress = Query::select()
            .column(calls::Column::Id)
            .from(calls::Entity)
            .and_where(calls::Column::CongressId.eq(id::congress(congress)))
            .to_owned();
        let given = Query::select()
            .column(reviews::Column::SubmissionId)
            .from(reviews::Entity)
            .and_where(reviews::Column::GivenAt.is_not_null())
            .to_owned();
        let is_judged = Expr::case(Column::Id.in_subquery(given), 1).finally(0);
        let counts: Vec<(Uuid, String, i64, i64)> = submissions::Entity::find()
            .select_only()
            .column(Column::CallId)
            .column(Column::State)
            .column_as(Column::Id.count(), "count")
            .expr_as(Func::sum(is_judged), "judged")
            .filter(Column::CallId.in_subquery(of_congress))
            .group_by(Column::CallId)
            .group_by(Column::State)
            .into_tuple()
            .all(self.0.reader())
            .await?;
        let mut standings: BTreeMap<CallId, CallStanding> = BTreeMap::new();
        for (call, state, count, judged) in counts {
            let of = Row::new("submissions", call);
            let count: u32 = of.number("count", count)?;
            let standing = standings.entry(CallId(call)).or_default();
            if state == State::Draft.word() {
                standing.drafts += count;
            }
            if !State::JUDGED.contains(&state.as_str()) {
                continue;
            }
            standing.sent += count;
            standing.judged += of.number::<u32>("judged", judged)?;
            if state != "submitted" {
                standing.decided += count;
            }
        }
        Ok(standings)
    }
}
