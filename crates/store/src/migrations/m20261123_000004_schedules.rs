//! Schedules as versions: one draft with slots, and releases that are documents, with their exports.
//!
//! A release holds its programme whole, as text that nothing queries into: what was published
//! depends on no row that an organiser can still edit. Exports are files made once per release.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_integer_null, blob, blob_null, pk_uuid, text, text_null, uuid,
};
use sea_orm_migration::sea_orm::sea_query::Check;

use super::{index, part_of, primary, reference, unique};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [schedules(), slots(), exports()] {
            manager.create_table(table).await?;
        }
        // Deleting a session deletes its slots; deleting a room asks whether a slot still uses it.
        manager
            .create_index(index("slots", &["session_id"]))
            .await?;
        manager.create_index(index("slots", &["room_id"])).await
    }
}

fn schedules() -> TableCreateStatement {
    Table::create()
        .table("schedules")
        .col(pk_uuid("id"))
        .col(uuid("congress_id"))
        .col(text("state"))
        .col(big_integer_null("number"))
        .col(text_null("name"))
        .col(big_integer_null("released_at"))
        .col(text_null("base_url"))
        .col(text_null("document"))
        .index(&mut unique("schedules", &["congress_id", "number"]))
        .foreign_key(&mut reference("schedules", "congress_id", "congresses"))
        .check(Check::named(
            "schedules_are_drafts_or_released",
            Expr::cust(DRAFT_OR_RELEASED),
        ))
        .to_owned()
}

/// A draft has nothing of a release, and a release lacks nothing.
const DRAFT_OR_RELEASED: &str = "(state = 'draft' AND number IS NULL AND name IS NULL AND released_at IS NULL \
     AND base_url IS NULL AND document IS NULL) \
     OR (state = 'released' AND number IS NOT NULL AND number > 0 AND name IS NOT NULL AND released_at IS NOT NULL \
     AND base_url IS NOT NULL AND document IS NOT NULL)";

fn slots() -> TableCreateStatement {
    Table::create()
        .table("slots")
        .col(uuid("schedule_id"))
        .col(uuid("session_id"))
        .col(uuid("room_id"))
        .col(big_integer("starts_at"))
        .col(big_integer("ends_at"))
        .primary_key(&mut primary("slots", &["schedule_id", "session_id"]))
        .foreign_key(&mut part_of("slots", "schedule_id", "schedules"))
        .foreign_key(&mut part_of("slots", "session_id", "sessions"))
        .foreign_key(&mut reference("slots", "room_id", "rooms"))
        .check(Check::named(
            "slots_end_after_they_start",
            Expr::cust("starts_at < ends_at"),
        ))
        .to_owned()
}

fn exports() -> TableCreateStatement {
    Table::create()
        .table("exports")
        .col(uuid("schedule_id"))
        .col(text("name"))
        .col(text_null("lang"))
        .col(text("media_type"))
        .col(text("etag"))
        .col(blob("identity"))
        .col(blob_null("gzip"))
        .col(blob_null("brotli"))
        .primary_key(&mut primary("exports", &["schedule_id", "name"]))
        .foreign_key(&mut reference("exports", "schedule_id", "schedules"))
        .to_owned()
}
