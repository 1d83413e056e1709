//! Reviews, what members would judge gladly or not at all, who was given what, and what they said to each other.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, big_integer_null, pk_uuid, text, text_null, uuid};

use super::{index, part_of, primary, reference, unique};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [
            review_bids(),
            review_interests(),
            review_assignments(),
            reviews(),
            review_messages(),
        ] {
            manager.create_table(table).await?;
        }
        for index in [
            // What a member is to judge.
            index("review_assignments", &["account_id"]),
            // What a member judged.
            index("reviews", &["account_id"]),
            // What a member bid.
            index("review_bids", &["account_id"]),
            // What a member declared.
            index("review_interests", &["account_id"]),
            // What was said about a submission.
            index("review_messages", &["submission_id"]),
            // What somebody said.
            index("review_messages", &["account_id"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}

fn review_bids() -> TableCreateStatement {
    Table::create()
        .table("review_bids")
        .col(uuid("submission_id"))
        .col(uuid("account_id"))
        .col(text("bid"))
        .col(big_integer("at"))
        .primary_key(&mut primary(
            "review_bids",
            &["submission_id", "account_id"],
        ))
        .foreign_key(&mut part_of("review_bids", "submission_id", "submissions"))
        .foreign_key(&mut reference("review_bids", "account_id", "accounts"))
        .to_owned()
}

fn review_interests() -> TableCreateStatement {
    Table::create()
        .table("review_interests")
        .col(uuid("submission_id"))
        .col(uuid("account_id"))
        .col(text_null("words"))
        .col(big_integer("at"))
        .primary_key(&mut primary(
            "review_interests",
            &["submission_id", "account_id"],
        ))
        .foreign_key(&mut part_of(
            "review_interests",
            "submission_id",
            "submissions",
        ))
        .foreign_key(&mut reference("review_interests", "account_id", "accounts"))
        .to_owned()
}

fn review_assignments() -> TableCreateStatement {
    Table::create()
        .table("review_assignments")
        .col(uuid("submission_id"))
        .col(uuid("account_id"))
        .col(text("origin"))
        .col(text_null("reason"))
        .col(big_integer("at"))
        .primary_key(&mut primary(
            "review_assignments",
            &["submission_id", "account_id"],
        ))
        .foreign_key(&mut part_of(
            "review_assignments",
            "submission_id",
            "submissions",
        ))
        .foreign_key(&mut reference(
            "review_assignments",
            "account_id",
            "accounts",
        ))
        .to_owned()
}

fn reviews() -> TableCreateStatement {
    Table::create()
        .table("reviews")
        .col(pk_uuid("id"))
        .col(uuid("submission_id"))
        .col(uuid("account_id"))
        .col(text("marks"))
        .col(text("for_committee"))
        .col(text("for_authors"))
        .col(text_null("recommendation"))
        .col(big_integer_null("given_at"))
        .col(big_integer("revision"))
        .col(big_integer("saved_at"))
        .index(&mut unique("reviews", &["submission_id", "account_id"]))
        .foreign_key(&mut part_of("reviews", "submission_id", "submissions"))
        .foreign_key(&mut reference("reviews", "account_id", "accounts"))
        .to_owned()
}

fn review_messages() -> TableCreateStatement {
    Table::create()
        .table("review_messages")
        .col(pk_uuid("id"))
        .col(uuid("submission_id"))
        .col(uuid("account_id"))
        .col(text("body"))
        .col(big_integer("at"))
        .foreign_key(&mut part_of(
            "review_messages",
            "submission_id",
            "submissions",
        ))
        .foreign_key(&mut reference("review_messages", "account_id", "accounts"))
        .to_owned()
}
