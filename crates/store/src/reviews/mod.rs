//! Reviews: who would judge what gladly, who is to, what they said, and how it stands for the choice.

mod assign;
mod find;
mod table;
mod write;

use sea_orm::sea_query::{Query, SelectStatement};
use wiec_model::AccountId;
use wiec_model::calls::{CallId, Review, ReviewId, ReviewState, SubmissionId};

use crate::column::Row;
use crate::error::StoreError;
use crate::tables::{reviews, submissions};

pub use assign::{Assigned, AssignmentOrigin, Reassigned};
pub use find::{DeclaredInterest, Message, Reviews};
pub use table::DecisionRow;
pub use write::{ReviewSaved, ReviewWords, ReviewWriter};

/// The keys of the submissions of a call.
pub(crate) fn of_call(call: CallId) -> SelectStatement {
    Query::select()
        .column(submissions::Column::Id)
        .from(submissions::Entity)
        .and_where(sea_orm::ColumnTrait::eq(
            &submissions::Column::CallId,
            call.0,
        ))
        .to_owned()
}

fn read(row: reviews::Model) -> Result<Review, StoreError> {
    let of = Row::new("reviews", row.id);
    let recommendation = row.recommendation.as_deref();
    let state = match row.given_at {
        None => ReviewState::Draft,
        Some(at) => ReviewState::Given {
            at: of.instant("given_at", at)?,
        },
    };
    Ok(Review {
        id: ReviewId(row.id),
        submission: SubmissionId(row.submission_id),
        account: AccountId(row.account_id),
        marks: of.json("marks", &row.marks)?,
        recommendation: recommendation
            .map(|word| of.word("recommendation", word))
            .transpose()?,
        state,
        revision: of.number("revision", row.revision)?,
        for_committee: row.for_committee,
        for_authors: row.for_authors,
    })
}
