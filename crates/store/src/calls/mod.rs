//! Calls: what the organisers say of them, the codes that let people in, and who judges.

mod codes;
mod find;
mod members;
mod standing;
mod write;

use wiec_model::Slug;
use wiec_model::calls::{Call, CallId};

use crate::column::Row;
use crate::error::StoreError;
use crate::tables::calls;

pub use codes::{CodeRow, NewCode, Redeemed};
pub use find::Calls;
pub use members::CommitteeMember;
pub use standing::CallStanding;
pub use write::{CallWriter, NewCall};

/// A call as the subject of an act.
pub(crate) fn subject(slug: &Slug) -> String {
    format!("call {slug}")
}

fn read(row: calls::Model, congress: &Slug) -> Result<Call, StoreError> {
    let of = Row::new("calls", row.id);
    Ok(Call {
        id: CallId(row.id),
        congress: congress.clone(),
        slug: of.parse("slug", &row.slug)?,
        setup: of.json("setup", &row.setup)?,
        revision: of.number("revision", row.revision)?,
        created_at: of.instant("created_at", row.created_at)?,
    })
}
