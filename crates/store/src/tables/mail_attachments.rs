//! The table of files that come with letters.

use sea_orm::entity::prelude::*;
use wiec_model::mail::Attachment;

use crate::column::{Row, position, word};
use crate::error::StoreError;

/// One file of one letter.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "mail_attachments")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) mail_id: i64,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) position: i64,
    pub(crate) name: String,
    pub(crate) media: String,
    pub(crate) bytes: Vec<u8>,
}

/// None: tables are read one by one and put together by keys.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// The rows of a letter's files.
    pub(crate) fn of(mail_id: i64, attachments: &[Attachment]) -> Vec<Self> {
        let rows = attachments.iter().enumerate();
        rows.map(|(index, attachment)| Self {
            mail_id,
            position: position(index),
            name: attachment.name.as_str().to_owned(),
            media: word(&attachment.media),
            bytes: attachment.bytes.clone(),
        })
        .collect()
    }

    /// The file of a row.
    pub(crate) fn read(self) -> Result<Attachment, StoreError> {
        let row = Row::new("mail_attachments", self.mail_id);
        Ok(Attachment {
            name: row.parse("name", &self.name)?,
            media: row.word("media", &self.media)?,
            bytes: self.bytes,
        })
    }
}
