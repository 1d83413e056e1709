//! Who judges what is offered to a call: their loads, and what tells their interests. Who may see
//! submissions is a matter of roles; whoever loses theirs is removed here, and what they said stays.

use jiff::Timestamp;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::json;
use wiec_model::AccountId;
use wiec_model::calls::{Call, CallId, Load};

use super::find::Calls;
use super::write::CallWriter;
use crate::column::{Row, number};
use crate::error::StoreError;
use crate::history::Act;
use crate::reviews::of_call;
use crate::tables::{call_members, review_assignments, reviews};

/// Somebody who judges what is offered to a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommitteeMember {
    /// Their account.
    pub account: AccountId,
    /// How many submissions they judge, if that is not what the call says.
    pub load: Option<Load>,
    /// The body they belong to.
    pub body: Option<String>,
    /// Their town.
    pub town: Option<String>,
    /// Since when they are no member any more.
    pub removed_at: Option<Timestamp>,
}

impl Calls<'_> {
    /// The members of a call's committee in the order in which they joined, also those who were removed.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`], or [`StoreError::Inconsistent`] if one cannot be read.
    #[tracing::instrument(name = "store.calls.members", skip_all)]
    pub async fn members(&self, call: CallId) -> Result<Vec<CommitteeMember>, StoreError> {
        let rows = call_members::Entity::find()
            .filter(call_members::Column::CallId.eq(call.0))
            .order_by_asc(call_members::Column::JoinedAt)
            .order_by_asc(call_members::Column::AccountId)
            .all(self.0.reader())
            .await?;
        rows.into_iter().map(read).collect()
    }
}

impl CallWriter<'_> {
    /// Puts somebody on the committee of a call, again after they were removed, or changes what is known of
    /// them.
    ///
    /// # Errors
    ///
    /// [`StoreError::Conflict`] if there is no such account; [`StoreError::Driver`].
    #[tracing::instrument(name = "store.calls.set_member", skip_all, fields(call.slug = %call.slug))]
    pub async fn set_member(
        &mut self,
        call: &Call,
        member: &CommitteeMember,
    ) -> Result<(), StoreError> {
        use call_members::Column;
        let row = call_members::ActiveModel {
            call_id: ActiveValue::Set(call.id.0),
            account_id: ActiveValue::Set(member.account.0),
            load_least: ActiveValue::Set(number(member.load.map(|load| load.least))),
            load_most: ActiveValue::Set(number(member.load.map(|load| load.most))),
            body: ActiveValue::Set(member.body.clone()),
            town: ActiveValue::Set(member.town.clone()),
            joined_at: ActiveValue::Set(self.0.at.into()),
            removed_at: ActiveValue::Set(None),
        };
        let known = OnConflict::columns([Column::CallId, Column::AccountId])
            .update_columns([
                Column::LoadLeast,
                Column::LoadMost,
                Column::Body,
                Column::Town,
                Column::RemovedAt,
            ])
            .to_owned();
        call_members::Entity::insert(row)
            .on_conflict(known)
            .exec_without_returning(&self.0.tx)
            .await?;
        let details = json!({ "member": member.account.to_string() });
        self.note(call, Act::SetCommittee, &details).await
    }

    /// Takes somebody off the committee of a call. What they have not begun can be given to others; every
    /// review that they gave or began stays.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.calls.remove_member", skip_all, fields(call.slug = %call.slug))]
    pub async fn remove_member(
        &mut self,
        call: &Call,
        account: AccountId,
    ) -> Result<(), StoreError> {
        let gone = call_members::ActiveModel {
            removed_at: ActiveValue::Set(Some(self.0.at.into())),
            ..Default::default()
        };
        let done = call_members::Entity::update_many()
            .set(gone)
            .filter(call_members::Column::CallId.eq(call.id.0))
            .filter(call_members::Column::AccountId.eq(account.0))
            .filter(call_members::Column::RemovedAt.is_null())
            .exec(&self.0.tx)
            .await?;
        if done.rows_affected == 0 {
            return Ok(());
        }
        let begun = sea_orm::sea_query::Query::select()
            .column(reviews::Column::SubmissionId)
            .from(reviews::Entity)
            .and_where(reviews::Column::AccountId.eq(account.0))
            .to_owned();
        let freed = review_assignments::Entity::delete_many()
            .filter(review_assignments::Column::AccountId.eq(account.0))
            .filter(review_assignments::Column::SubmissionId.in_subquery(of_call(call.id)))
            .filter(review_assignments::Column::SubmissionId.not_in_subquery(begun))
            .exec(&self.0.tx)
            .await?;
        let details = json!({
            "member_removed": account.to_string(),
            "freed": freed.rows_affected,
        });
        self.note(call, Act::SetCommittee, &details).await
    }
}

fn read(row: call_members::Model) -> Result<CommitteeMember, StoreError> {
    let of = Row::new(
        "call_members",
        format!("{}/{}", row.call_id, row.account_id),
    );
    let least = of.number_opt("load_least", row.load_least)?;
    let most = of.number_opt("load_most", row.load_most)?;
    let removed_at = row.removed_at.map(|at| of.instant("removed_at", at));
    Ok(CommitteeMember {
        account: AccountId(row.account_id),
        load: least.zip(most).map(|(least, most)| Load { least, most }),
        removed_at: removed_at.transpose()?,
        body: row.body,
        town: row.town,
    })
}
