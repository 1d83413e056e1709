//! The table by which is chosen: every submission of a call with its figures, in five queries whatever it
//! holds. Summaries and comments stay where they are; a table has no room for them.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;
use wiec_model::calls::{
    Aggregate, Author, Call, Interest, Mark, Pending, Recommendation, State, SubmissionCode,
    SubmissionId, Tier, aggregate, weighted_mean,
};
use wiec_model::{AccountId, Slug};

use super::find::Reviews;
use super::of_call;
use crate::column::{Micros, Row};
use crate::error::StoreError;
use crate::submissions::{authors_of, state_of};
use crate::tables::{review_assignments, review_interests, reviews, submissions};

/// A submission in the table by which is chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct DecisionRow {
    /// Its key.
    pub id: SubmissionId,
    /// Its word in addresses.
    pub code: SubmissionCode,
    /// What it is called.
    pub title: String,
    /// The key of its track.
    pub track: Option<Slug>,
    /// The size of place it is about.
    pub tier: Option<Tier>,
    /// What became of it.
    pub state: State,
    /// What was decided and not told yet.
    pub pending: Option<Pending>,
    /// Its authors; for the office alone.
    pub authors: Vec<Author>,
    /// How many members are to judge it.
    pub assigned: u32,
    /// What those who did say, as figures.
    pub figures: Aggregate,
    /// What they recommend, how often each.
    pub recommendations: BTreeMap<Recommendation, u32>,
}

type Said = (Uuid, Uuid, String, Option<String>);
type Known = (
    Uuid,
    String,
    String,
    Option<String>,
    Option<String>,
    String,
    Micros,
    Option<Micros>,
    Option<i64>,
    Option<String>,
);

impl Reviews<'_> {
    /// All submissions of a call that were sent and not withdrawn, with their figures, in the order in
    /// which they were sent.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`], or [`StoreError::Inconsistent`] if it cannot be read.
    #[tracing::instrument(name = "store.reviews.table", skip_all, fields(call.slug = %call.slug))]
    pub async fn table(&self, call: &Call) -> Result<Vec<DecisionRow>, StoreError> {
        use submissions::Column;
        let view = self.0.snapshot().await?;
        let rows: Vec<Known> = submissions::Entity::find()
            .select_only()
            .columns([
                Column::Id,
                Column::Code,
                Column::Title,
                Column::Track,
                Column::Tier,
                Column::State,
                Column::StateAt,
                Column::ConfirmBy,
                Column::Rank,
                Column::Pending,
            ])
            .filter(Column::CallId.eq(call.id.0))
            .filter(Column::State.is_in(State::JUDGED))
            .order_by_asc(Column::SubmittedAt)
            .order_by_asc(Column::Id)
            .into_tuple()
            .all(&view)
            .await?;
        let mut authors = authors_of(&view, of_call(call.id)).await?;
        let said: Vec<Said> = reviews::Entity::find()
            .select_only()
            .columns([
                reviews::Column::SubmissionId,
                reviews::Column::AccountId,
                reviews::Column::Marks,
                reviews::Column::Recommendation,
            ])
            .filter(reviews::Column::SubmissionId.in_subquery(of_call(call.id)))
            .filter(reviews::Column::GivenAt.is_not_null())
            .into_tuple()
            .all(&view)
            .await?;
        let assigned: Vec<(Uuid, i64)> = review_assignments::Entity::find()
            .select_only()
            .column(review_assignments::Column::SubmissionId)
            .column_as(review_assignments::Column::AccountId.count(), "count")
            .filter(review_assignments::Column::SubmissionId.in_subquery(of_call(call.id)))
            .group_by(review_assignments::Column::SubmissionId)
            .into_tuple()
            .all(&view)
            .await?;
        let barred = declared(&view, call).await?;
        view.commit().await?;
        let said = said
            .into_iter()
            .filter(|row| !barred.contains(&(row.0, row.1)));
        let said: Vec<Said> = said.collect();
        let assigned: BTreeMap<Uuid, i64> = assigned.into_iter().collect();
        let mut summed = summed(call, said)?;
        let row = |row: Known| {
            let id = row.0;
            let (figures, recommendations) = summed
                .remove(&id)
                .unwrap_or_else(|| (aggregate(&[]), BTreeMap::new()));
            let count = assigned.get(&id).copied().unwrap_or(0);
            let authors = authors.remove(&SubmissionId(id)).unwrap_or_default();
            read(row, authors, count, figures, recommendations)
        };
        rows.into_iter().map(row).collect()
    }
}

/// Who declared an interest in what, where that keeps members from judging: what they said before stays on
/// record, and does not count.
async fn declared<C: ConnectionTrait>(
    db: &C,
    call: &Call,
) -> Result<BTreeSet<(Uuid, Uuid)>, StoreError> {
    let rows = review_interests::Entity::find()
        .filter(review_interests::Column::SubmissionId.in_subquery(of_call(call.id)))
        .all(db)
        .await?;
    let counts = !call.setup.review.barred.contains(&Interest::Declared);
    let barred = rows.into_iter().filter(|_| !counts);
    Ok(barred
        .map(|row| (row.submission_id, row.account_id))
        .collect())
}

type Sums = BTreeMap<Uuid, (Aggregate, BTreeMap<Recommendation, u32>)>;

/// The figures of each submission, out of all reviews of a call.
fn summed(call: &Call, said: Vec<Said>) -> Result<Sums, StoreError> {
    let criteria = &call.setup.review.criteria;
    let mut means: BTreeMap<Uuid, Vec<(AccountId, Option<f64>)>> = BTreeMap::new();
    let mut recommended: BTreeMap<Uuid, BTreeMap<Recommendation, u32>> = BTreeMap::new();
    for (submission, account, marks, recommendation) in said {
        let of = Row::new("reviews", submission);
        let marks: BTreeMap<Slug, Mark> = of.json("marks", &marks)?;
        let mean = weighted_mean(&marks, criteria);
        means
            .entry(submission)
            .or_default()
            .push((AccountId(account), mean));
        if let Some(word) = recommendation {
            let recommendation = of.word("recommendation", &word)?;
            let counts = recommended.entry(submission).or_default();
            *counts.entry(recommendation).or_default() += 1;
        }
    }
    let sums = means.into_iter().map(|(submission, means)| {
        let recommendations = recommended.remove(&submission).unwrap_or_default();
        (submission, (aggregate(&means), recommendations))
    });
    Ok(sums.collect())
}

fn read(
    row: Known,
    authors: Vec<Author>,
    assigned: i64,
    figures: Aggregate,
    recommendations: BTreeMap<Recommendation, u32>,
) -> Result<DecisionRow, StoreError> {
    let (id, code, title, track, tier, word, state_at, confirm_by, rank, pending) = row;
    let of = Row::new("submissions", id);
    let track = track.as_deref().map(|track| of.parse("track", track));
    let tier = tier.as_deref().map(|tier| of.word("tier", tier));
    Ok(DecisionRow {
        id: SubmissionId(id),
        code: of.parse("code", &code)?,
        title,
        track: track.transpose()?,
        tier: tier.transpose()?,
        state: state_of(&of, &word, state_at, confirm_by, rank)?,
        pending: of.json_opt("pending", pending.as_deref())?,
        authors,
        assigned: of.number("assigned", assigned)?,
        figures,
        recommendations,
    })
}
