//! Reports of consultations: frozen with their files, and never changed.

use jiff::Timestamp;
use sea_orm::{ActiveValue, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::json;
use wiec_model::register::{Proposal, ProposalId};

use super::{Register, RegisterWriter};
use crate::column::Row;
use crate::error::StoreError;
use crate::history::Act;
use crate::tables::{register_files, register_reports};

/// A report that was frozen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Which one, counted from 1 within the proposal.
    pub number: u32,
    /// SHA-256 of its files' hashes, in 64 hexadecimal digits.
    pub hash: String,
    /// When it was frozen.
    pub frozen_at: Timestamp,
    /// The names and hashes of its files, in order.
    pub files: Vec<(String, String)>,
}

/// One file of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportFile {
    /// Its name: `raport.pdf`.
    pub name: String,
    /// Its media type.
    pub media: String,
    /// SHA-256 of its bytes, in 64 hexadecimal digits.
    pub hash: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl Register<'_> {
    /// The reports of a proposal, the newest first.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`], or [`StoreError::Inconsistent`] if one cannot be read.
    #[tracing::instrument(name = "store.register.reports", skip_all)]
    pub async fn reports(&self, proposal: ProposalId) -> Result<Vec<Report>, StoreError> {
        let rows = register_reports::Entity::find()
            .filter(register_reports::Column::ProposalId.eq(proposal.0))
            .order_by_desc(register_reports::Column::Number)
            .all(self.0.reader())
            .await?;
        let files: Vec<(i64, String, String)> = register_files::Entity::find()
            .select_only()
            .columns([
                register_files::Column::Number,
                register_files::Column::Name,
                register_files::Column::Hash,
            ])
            .filter(register_files::Column::ProposalId.eq(proposal.0))
            .into_tuple()
            .all(self.0.reader())
            .await?;
        let report = |row: register_reports::Model| {
            let of = Row::new("register_reports", row.proposal_id);
            let mut files: Vec<(String, String)> = files
                .iter()
                .filter(|(number, ..)| *number == row.number)
                .map(|(_, name, hash)| (name.clone(), hash.clone()))
                .collect();
            files.sort();
            Ok(Report {
                number: of.number("number", row.number)?,
                frozen_at: of.instant("frozen_at", row.frozen_at)?,
                hash: row.hash,
                files,
            })
        };
        rows.into_iter().map(report).collect()
    }

    /// One file of a report.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.register.report_file", skip_all, fields(report.number = number))]
    pub async fn report_file(
        &self,
        proposal: ProposalId,
        number: u32,
        name: &str,
    ) -> Result<Option<ReportFile>, StoreError> {
        let key = (proposal.0, i64::from(number), name.to_owned());
        let row = register_files::Entity::find_by_id(key)
            .one(self.0.reader())
            .await?;
        Ok(row.map(|row| ReportFile {
            name: row.name,
            media: row.media,
            hash: row.hash,
            bytes: row.bytes,
        }))
    }
}

impl RegisterWriter<'_> {
    /// Keeps a report with its files for ever, under the next number. The same report again (of the same
    /// hash) is the one there is.
    ///
    /// # Errors
    ///
    /// [`StoreError::Stale`] if there is no such proposal; [`StoreError::Driver`].
    #[tracing::instrument(name = "store.register.freeze_report", skip_all, fields(proposal.slug = %proposal.slug))]
    pub async fn freeze_report(
        &mut self,
        proposal: &Proposal,
        hash: &str,
        files: &[ReportFile],
    ) -> Result<u32, StoreError> {
        self.lock(proposal.id).await?;
        let newest = register_reports::Entity::find()
            .filter(register_reports::Column::ProposalId.eq(proposal.id.0))
            .order_by_desc(register_reports::Column::Number)
            .one(&self.0.tx)
            .await?;
        let number = match newest {
            Some(newest) if newest.hash == hash => {
                return Ok(u32::try_from(newest.number).unwrap_or(u32::MAX));
            }
            Some(newest) => newest.number + 1,
            None => 1,
        };
        let row = register_reports::ActiveModel {
            proposal_id: ActiveValue::Set(proposal.id.0),
            number: ActiveValue::Set(number),
            hash: ActiveValue::Set(hash.to_owned()),
            frozen_at: ActiveValue::Set(self.0.at.into()),
        };
        register_reports::Entity::insert(row)
            .exec_without_returning(&self.0.tx)
            .await?;
        for file in files {
            let row = register_files::ActiveModel {
                proposal_id: ActiveValue::Set(proposal.id.0),
                number: ActiveValue::Set(number),
                name: ActiveValue::Set(file.name.clone()),
                media: ActiveValue::Set(file.media.clone()),
                hash: ActiveValue::Set(file.hash.clone()),
                bytes: ActiveValue::Set(file.bytes.clone()),
            };
            register_files::Entity::insert(row)
                .exec_without_returning(&self.0.tx)
                .await?;
        }
        let details = json!({ "report": number, "hash": hash });
        self.note(proposal, Act::FreezeReport, &details).await?;
        Ok(u32::try_from(number).unwrap_or(u32::MAX))
    }
}
