//! The submissions of a call in numbers, without reading any of them.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use wiec_model::Slug;
use wiec_model::calls::{CallId, Tier};

use super::Submissions;
use crate::column::Row;
use crate::error::StoreError;
use crate::tables::submissions;

/// How many submissions of a call are in one state, of one track and one tier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// The word of the state: `accepted`.
    pub state: String,
    /// The key of the track.
    pub track: Option<Slug>,
    /// The size of place.
    pub tier: Option<Tier>,
    /// So many; never 0.
    pub count: u32,
}

impl Submissions<'_> {
    /// All that was sent to a call, counted by state, track and tier. Drafts are nobody's business.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`], or [`StoreError::Inconsistent`] if a row cannot be read.
    #[tracing::instrument(name = "store.submissions.tally", skip_all)]
    pub async fn tally(&self, call: CallId) -> Result<Vec<Tally>, StoreError> {
        use submissions::Column;
        let rows: Vec<(String, Option<String>, Option<String>, i64)> = submissions::Entity::find()
            .select_only()
            .columns([Column::State, Column::Track, Column::Tier])
            .column_as(Column::Id.count(), "count")
            .filter(Column::CallId.eq(call.0))
            .filter(Column::State.ne("draft"))
            .group_by(Column::State)
            .group_by(Column::Track)
            .group_by(Column::Tier)
            .order_by_asc(Column::State)
            .order_by_asc(Column::Track)
            .order_by_asc(Column::Tier)
            .into_tuple()
            .all(self.0.reader())
            .await?;
        rows.into_iter().map(|row| read(call, row)).collect()
    }
}

fn read(
    call: CallId,
    (state, track, tier, count): (String, Option<String>, Option<String>, i64),
) -> Result<Tally, StoreError> {
    let of = Row::new("submissions", call);
    let track = track.as_deref().map(|track| of.parse("track", track));
    let tier = tier.as_deref().map(|tier| of.word("tier", tier));
    Ok(Tally {
        state,
        track: track.transpose()?,
        tier: tier.transpose()?,
        count: of.number("count", count)?,
    })
}
