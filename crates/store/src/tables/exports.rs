//! The table of files made once per release.

use sea_orm::entity::prelude::*;

use crate::column::Row;
use crate::error::StoreError;
use crate::exports::Export;

/// One file, also compressed.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "exports")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) schedule_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) name: String,
    pub(crate) lang: Option<String>,
    pub(crate) media_type: String,
    pub(crate) etag: String,
    pub(crate) identity: Vec<u8>,
    pub(crate) gzip: Option<Vec<u8>>,
    pub(crate) brotli: Option<Vec<u8>>,
}

/// None: tables are read one by one and put together by keys.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// The row of an export.
    pub(crate) fn of(schedule_id: Uuid, export: &Export) -> Self {
        Self {
            schedule_id,
            name: export.name.clone(),
            lang: export.lang.map(|lang| lang.code().to_owned()),
            media_type: export.media_type.clone(),
            etag: export.etag.clone(),
            identity: export.identity.clone(),
            gzip: export.gzip.clone(),
            brotli: export.brotli.clone(),
        }
    }

    /// The export of a row.
    pub(crate) fn read(self) -> Result<Export, StoreError> {
        let row = Row::new("exports", &self.name);
        Ok(Export {
            lang: self
                .lang
                .as_deref()
                .map(|code| row.word("lang", code))
                .transpose()?,
            name: self.name,
            media_type: self.media_type,
            etag: self.etag,
            identity: self.identity,
            gzip: self.gzip,
            brotli: self.brotli,
        })
    }
}
