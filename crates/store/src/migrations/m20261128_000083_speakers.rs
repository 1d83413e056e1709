//! Where what was chosen stands in the programme, and what its speakers say on the way there.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, pk_uuid, text, uuid};

use super::{index, part_of, primary, reference};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [submission_places(), speaker_preparations()] {
            manager.create_table(table).await?;
        }
        for index in [
            // What a session is made of.
            index("submission_places", &["congress_id", "session"]),
            // What somebody said.
            index("speaker_preparations", &["account_id"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}

fn submission_places() -> TableCreateStatement {
    Table::create()
        .table("submission_places")
        .col(pk_uuid("submission_id"))
        .col(uuid("congress_id"))
        .col(text("session"))
        .col(big_integer("position"))
        .col(big_integer("at"))
        .foreign_key(&mut part_of(
            "submission_places",
            "submission_id",
            "submissions",
        ))
        .foreign_key(&mut part_of(
            "submission_places",
            "congress_id",
            "congresses",
        ))
        .to_owned()
}

fn speaker_preparations() -> TableCreateStatement {
    Table::create()
        .table("speaker_preparations")
        .col(uuid("submission_id"))
        .col(uuid("account_id"))
        .col(text("words"))
        .col(big_integer("revision"))
        .col(big_integer("at"))
        .primary_key(&mut primary(
            "speaker_preparations",
            &["submission_id", "account_id"],
        ))
        .foreign_key(&mut part_of(
            "speaker_preparations",
            "submission_id",
            "submissions",
        ))
        .foreign_key(&mut reference(
            "speaker_preparations",
            "account_id",
            "accounts",
        ))
        .to_owned()
}
