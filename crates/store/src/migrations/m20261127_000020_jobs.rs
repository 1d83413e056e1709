//! What is to be done later: a row for each job that waits, runs, or was given up. What is done
//! leaves no row.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, big_integer_null, text, text_null, uuid_null};

use super::{index, primary, reference};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(jobs()).await?;
        // The next job to run; and the ones given up, for the office.
        manager
            .create_index(index("jobs", &["dead_at", "run_at"]))
            .await
    }
}

fn jobs() -> TableCreateStatement {
    Table::create()
        .table("jobs")
        .col(text("key"))
        .col(text("kind"))
        .col(text("job"))
        .col(uuid_null("congress_id"))
        // Counted up whenever the job is asked for again.
        .col(big_integer("asked"))
        .col(big_integer("run_at"))
        .col(big_integer("attempts"))
        .col(big_integer_null("leased_until"))
        .col(text_null("problem"))
        .col(big_integer_null("dead_at"))
        .col(big_integer("created_at"))
        .primary_key(&mut primary("jobs", &["key"]))
        .foreign_key(&mut reference("jobs", "congress_id", "congresses"))
        .to_owned()
}
