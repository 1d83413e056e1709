//! The table of schedules: the draft of an edition, and its releases.

use sea_orm::entity::prelude::*;
use wiec_model::{Release, Slug};

use crate::column::{Micros, Row, json};
use crate::error::StoreError;
use crate::id;

/// One version of a schedule; only `base_url` of a released one ever changes.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "schedules")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) congress_id: Uuid,
    pub(crate) state: String,
    pub(crate) number: Option<i64>,
    pub(crate) name: Option<String>,
    pub(crate) released_at: Option<Micros>,
    pub(crate) base_url: Option<String>,
    pub(crate) document: Option<String>,
}

/// None: tables are read one by one and put together by keys.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// The state of the one that organisers work on.
pub(crate) const DRAFT: &str = "draft";
/// The state of those that the public sees.
pub(crate) const RELEASED: &str = "released";

impl Model {
    /// The row of an edition's draft, whose slots are rows of their own.
    pub(crate) fn draft(congress_id: Uuid) -> Self {
        Self {
            id: id::draft(congress_id),
            congress_id,
            state: DRAFT.to_owned(),
            number: None,
            name: None,
            released_at: None,
            base_url: None,
            document: None,
        }
    }

    /// The row of a release, which is a document of its own.
    pub(crate) fn of(congress: &Slug, release: &Release, base_url: &str) -> Self {
        Self {
            id: id::release(congress, release.number),
            congress_id: id::congress(congress),
            state: RELEASED.to_owned(),
            number: Some(i64::from(release.number)),
            name: Some(release.name.clone()),
            released_at: Some(release.released_at.into()),
            base_url: Some(base_url.to_owned()),
            document: Some(json(release)),
        }
    }

    /// The release of a row.
    pub(crate) fn read(self) -> Result<Release, StoreError> {
        let row = Row::new("schedules", self.id);
        let document = self.document.ok_or_else(|| row.wrong("document"))?;
        row.json("document", &document)
    }
}
