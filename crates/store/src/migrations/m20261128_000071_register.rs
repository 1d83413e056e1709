//! The register: proposals of expert teams, their drafts and versions.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, big_integer_null, pk_uuid, text, text_null, uuid};

use super::{index, part_of, primary, reference, unique};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [proposals(), drafts(), versions(), holds(), suggestions()] {
            manager.create_table(table).await?;
        }
        // The suggestions to a draft.
        manager
            .create_index(index("register_suggestions", &["proposal_id"]))
            .await
    }
}

fn proposals() -> TableCreateStatement {
    Table::create()
        .table("register_proposals")
        .col(pk_uuid("id"))
        .col(uuid("congress_id"))
        .col(text("slug"))
        .col(text("about"))
        .col(text("moderation"))
        .col(text("authors"))
        .col(big_integer_null("opens_at"))
        .col(big_integer_null("closes_at"))
        .col(text_null("consultation"))
        .col(big_integer_null("current"))
        .col(big_integer("remarks"))
        .col(big_integer("revision"))
        .col(big_integer("created_at"))
        .index(&mut unique("register_proposals", &["congress_id", "slug"]))
        .foreign_key(&mut reference(
            "register_proposals",
            "congress_id",
            "congresses",
        ))
        .to_owned()
}

fn drafts() -> TableCreateStatement {
    Table::create()
        .table("register_drafts")
        .col(uuid("proposal_id"))
        .col(text("content"))
        .col(big_integer_null("base"))
        .col(text("merged"))
        .col(big_integer("revision"))
        .primary_key(&mut primary("register_drafts", &["proposal_id"]))
        .foreign_key(&mut part_of(
            "register_drafts",
            "proposal_id",
            "register_proposals",
        ))
        .to_owned()
}

fn versions() -> TableCreateStatement {
    Table::create()
        .table("register_versions")
        .col(uuid("proposal_id"))
        .col(big_integer("number"))
        .col(text("content"))
        .col(text("hash"))
        .col(text_null("note"))
        .col(text("merged"))
        .col(big_integer("published_at"))
        .primary_key(&mut primary(
            "register_versions",
            &["proposal_id", "number"],
        ))
        .foreign_key(&mut reference(
            "register_versions",
            "proposal_id",
            "register_proposals",
        ))
        .to_owned()
}

fn holds() -> TableCreateStatement {
    Table::create()
        .table("register_holds")
        .col(uuid("proposal_id"))
        .col(text("section"))
        .col(uuid("account_id"))
        .col(big_integer("held_at"))
        .primary_key(&mut primary("register_holds", &["proposal_id", "section"]))
        .foreign_key(&mut part_of(
            "register_holds",
            "proposal_id",
            "register_proposals",
        ))
        .foreign_key(&mut reference("register_holds", "account_id", "accounts"))
        .to_owned()
}

fn suggestions() -> TableCreateStatement {
    Table::create()
        .table("register_suggestions")
        .col(pk_uuid("id"))
        .col(uuid("proposal_id"))
        .col(text("section"))
        .col(uuid("account_id"))
        .col(text("wording"))
        .col(text_null("reasons"))
        .col(text("state"))
        .col(big_integer("made_at"))
        .foreign_key(&mut part_of(
            "register_suggestions",
            "proposal_id",
            "register_proposals",
        ))
        .foreign_key(&mut reference(
            "register_suggestions",
            "account_id",
            "accounts",
        ))
        .to_owned()
}
