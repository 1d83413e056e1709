//! The expert teams' proposals, kept with the edition until the register opens for them.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, big_integer_null, pk_uuid, text, text_null, uuid};

use super::{index, part_of, primary, reference, unique};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(proposals()).await?;
        manager.create_table(solutions()).await?;
        // Deleting a track asks whether a proposal still refers to it.
        manager
            .create_index(index("proposals", &["track_id"]))
            .await
    }
}

fn proposals() -> TableCreateStatement {
    Table::create()
        .table("proposals")
        .col(pk_uuid("id"))
        .col(uuid("congress_id"))
        .col(big_integer("position"))
        .col(text("code"))
        .col(uuid("track_id"))
        .col(text("goals"))
        .col(text("challenge"))
        .col(text_null("evidence"))
        .index(&mut unique("proposals", &["congress_id", "code"]))
        .foreign_key(&mut reference("proposals", "congress_id", "congresses"))
        .foreign_key(&mut reference("proposals", "track_id", "tracks"))
        .to_owned()
}

fn solutions() -> TableCreateStatement {
    Table::create()
        .table("solutions")
        .col(uuid("proposal_id"))
        .col(big_integer("position"))
        .col(text("code"))
        .col(text("text"))
        .col(text_null("instrument"))
        .col(text_null("addressee"))
        .col(big_integer_null("priority"))
        .primary_key(&mut primary("solutions", &["proposal_id", "position"]))
        .foreign_key(&mut part_of("solutions", "proposal_id", "proposals"))
        .to_owned()
}
