//! Favourites without an account: a list is found by the digest of a token that only its owner has.
//!
//! Sessions are named by their guids without a reference: a favourite outlives the draft that is
//! replaced and the release that drops its session.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, blob, uuid};

use super::{primary, reference};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(favourite_lists()).await?;
        manager.create_table(favourites()).await
    }
}

fn favourite_lists() -> TableCreateStatement {
    Table::create()
        .table("favourite_lists")
        .col(blob("token_hash"))
        .col(big_integer("created_at"))
        .primary_key(&mut primary("favourite_lists", &["token_hash"]))
        .to_owned()
}

fn favourites() -> TableCreateStatement {
    Table::create()
        .table("favourites")
        .col(blob("token_hash"))
        .col(uuid("congress_id"))
        .col(uuid("session_guid"))
        .col(big_integer("added_at"))
        .primary_key(&mut primary(
            "favourites",
            &["token_hash", "congress_id", "session_guid"],
        ))
        .foreign_key(
            ForeignKey::create()
                .name("favourites_token_hash_fkey")
                .from("favourites", "token_hash")
                .to("favourite_lists", "token_hash")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .foreign_key(&mut reference("favourites", "congress_id", "congresses"))
        .to_owned()
}
