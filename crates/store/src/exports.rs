//! Exports: the files of a release, made once and kept ready, also compressed.

use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use serde_json::json;
use uuid::Uuid;
use wiec_model::{Lang, Slug};

use crate::bell::Topic;
use crate::error::StoreError;
use crate::history::{self, Act};
use crate::id;
use crate::insert;
use crate::releases::subject;
use crate::store::Store;
use crate::tables::exports::{Column, Entity, Model};
use crate::tables::schedules;
use crate::tx::Tx;

/// One file of a release.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Export {
    /// Its name within the release: `programme.ics`, `session/S31.ics`.
    pub name: String,
    /// The language it is in, where it is in one.
    pub lang: Option<Lang>,
    /// What it is: `text/calendar; charset=utf-8`.
    pub media_type: String,
    /// The strong entity tag of its plain form.
    pub etag: String,
    /// The file as it is.
    pub identity: Vec<u8>,
    /// The same through gzip, where that is smaller.
    pub gzip: Option<Vec<u8>>,
    /// The same through brotli, where that is smaller.
    pub brotli: Option<Vec<u8>>,
}

/// One form of a file, without the others: an offline bundle weighs megabytes in each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportForm {
    /// What the file is.
    pub media_type: String,
    /// The strong entity tag of its plain form.
    pub etag: String,
    /// The form it was found in: the one asked for, or plain where that was never made.
    pub form: Form,
    /// Its bytes in that form.
    pub bytes: Vec<u8>,
}

/// The forms a file is kept in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// As it is.
    Plain,
    /// Through gzip.
    Gzip,
    /// Through brotli.
    Brotli,
}

/// Reads exports.
#[derive(Debug)]
pub struct Exports<'a>(pub(crate) &'a Store);

impl Exports<'_> {
    /// One file of a release.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`], or [`StoreError::Inconsistent`] if it cannot be read.
    #[tracing::instrument(name = "store.exports.find", skip_all, fields(congress.slug = %congress, release.number = release, export.name = name))]
    pub async fn find(
        &self,
        congress: &Slug,
        release: u32,
        name: &str,
    ) -> Result<Option<Export>, StoreError> {
        let key = (id::release(congress, release), name.to_owned());
        Entity::find_by_id(key)
            .one(self.0.reader())
            .await?
            .map(Model::read)
            .transpose()
    }

    /// One file of a release in one form; in its plain one where the wanted form was never made.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.exports.find_form", skip_all, fields(congress.slug = %congress, release.number = release, export.name = name))]
    pub async fn find_form(
        &self,
        congress: &Slug,
        release: u32,
        name: &str,
        wanted: Form,
    ) -> Result<Option<ExportForm>, StoreError> {
        let column = match wanted {
            Form::Plain => Column::Identity,
            Form::Gzip => Column::Gzip,
            Form::Brotli => Column::Brotli,
        };
        let row: Option<(String, String, Option<Vec<u8>>)> = Entity::find()
            .select_only()
            .columns([Column::MediaType, Column::Etag, column])
            .filter(Column::ScheduleId.eq(id::release(congress, release)))
            .filter(Column::Name.eq(name))
            .into_tuple()
            .one(self.0.reader())
            .await?;
        let Some((media_type, etag, bytes)) = row else {
            return Ok(None);
        };
        if let Some(bytes) = bytes {
            let form = wanted;
            return Ok(Some(ExportForm {
                media_type,
                etag,
                form,
                bytes,
            }));
        }
        let plain = self.find(congress, release, name).await?;
        Ok(plain.map(|export| ExportForm {
            media_type: export.media_type,
            etag: export.etag,
            form: Form::Plain,
            bytes: export.identity,
        }))
    }

    /// The base of the addresses in the files of a release; `None` if there is no such release.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.exports.base", skip_all, fields(congress.slug = %congress, release.number = release))]
    pub async fn base(&self, congress: &Slug, release: u32) -> Result<Option<String>, StoreError> {
        Ok(base(self.0.reader(), id::release(congress, release)).await?)
    }

    /// The names of all files of a release, in order.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.exports.names", skip_all, fields(congress.slug = %congress, release.number = release))]
    pub async fn names(&self, congress: &Slug, release: u32) -> Result<Vec<String>, StoreError> {
        let mut names: Vec<String> = Entity::find()
            .select_only()
            .column(Column::Name)
            .filter(Column::ScheduleId.eq(id::release(congress, release)))
            .order_by_asc(Column::Name)
            .into_tuple()
            .all(self.0.reader())
            .await?;
        // Databases order letters by their own rules.
        names.sort();
        Ok(names)
    }
}

/// Writes exports.
#[derive(Debug)]
pub struct ExportWriter<'a>(pub(crate) &'a mut Tx);

impl ExportWriter<'_> {
    /// Replaces all files of a release, as when the program makes them better or moves to another
    /// address. The release itself stays as it is.
    ///
    /// # Errors
    ///
    /// [`StoreError::Stale`] if there is no such release; [`StoreError::Driver`].
    #[tracing::instrument(name = "store.exports.replace", skip_all, fields(congress.slug = %congress, release.number = release))]
    pub async fn replace(
        &mut self,
        congress: &Slug,
        release: u32,
        base_url: &str,
        exports: &[Export],
    ) -> Result<(), StoreError> {
        let id = id::release(congress, release);
        self.0.touch(Topic::Released);
        let tx = &self.0.tx;
        let old_base = base(tx, id).await?.ok_or(StoreError::Stale)?;
        // Before the files, so that two who replace them wait for one another at this row.
        schedules::Entity::update_many()
            .col_expr(schedules::Column::BaseUrl, Expr::value(base_url))
            .filter(schedules::Column::Id.eq(id))
            .exec(tx)
            .await?;
        let old = Entity::delete_many()
            .filter(Column::ScheduleId.eq(id))
            .exec(tx)
            .await?
            .rows_affected;
        insert(tx, id, exports).await?;
        let details = json!({
            "exports": { "from": old, "to": exports.len() },
            "base_url": { "from": old_base, "to": base_url },
        });
        history::append(
            self.0,
            id::congress(congress),
            Act::ReplaceExports,
            subject(release),
            &details,
        )
        .await
    }
}

/// Inserts the files of a release.
pub(crate) async fn insert(
    tx: &DatabaseTransaction,
    schedule_id: Uuid,
    exports: &[Export],
) -> Result<(), StoreError> {
    insert::all::<Entity>(
        tx,
        exports
            .iter()
            .map(|export| Model::of(schedule_id, export))
            .collect(),
    )
    .await
}

async fn base<C: sea_orm::ConnectionTrait>(
    db: &C,
    schedule_id: Uuid,
) -> Result<Option<String>, sea_orm::DbErr> {
    schedules::Entity::find_by_id(schedule_id)
        .select_only()
        .column(schedules::Column::BaseUrl)
        .into_tuple()
        .one(db)
        .await
}
